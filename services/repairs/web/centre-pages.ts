import { text } from '#kernel/contract/text.ts'
import type { HomeCard, WebPage } from '#kernel/web/web-module.ts'

/** The pages of those who carry repairs out and who run them. */
export const centrePages: readonly WebPage[] = [
  {
    path: '/board',
    title: text('维修调度台', 'Repair desk'),
    permission: 'orders.dispatch',
    load: () => import('./desk/board-page.tsx'),
  },
  {
    path: '/repairs',
    title: text('报修单', 'Repairs'),
    permission: 'repairs.board',
    load: () => import('./desk/repairs-page.tsx'),
  },
  {
    path: '/repairs/works',
    title: text('大型维修改造', 'Major works'),
    permission: 'repairs.board',
    load: () => import('./works/works-page.tsx'),
  },
  {
    path: '/repairs/works/:orderId',
    title: text('大型维修改造', 'Major work'),
    permission: 'repairs.board',
    load: () => import('./works/work-page.tsx'),
  },
  {
    path: '/tasks',
    title: text('今天', 'Today'),
    permission: 'orders.work',
    load: () => import('./worker/tasks-page.tsx'),
  },
  {
    path: '/tasks/outbox',
    title: text('待上传', 'To be sent'),
    permission: 'orders.work',
    load: () => import('./worker/outbox-page.tsx'),
  },
  {
    path: '/tasks/:orderId',
    title: text('工单', 'Task'),
    permission: 'orders.work',
    load: () => import('./worker/task-page.tsx'),
  },
]

export const centreCards: readonly HomeCard[] = [
  { roles: ['worker'], order: 5, load: () => import('./worker/today-card.tsx') },
  { roles: ['manager'], order: 5, load: () => import('./desk/desk-card.tsx') },
  { roles: ['manager'], order: 15, load: () => import('./desk/clause-card.tsx') },
]
