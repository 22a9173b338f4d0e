import { text } from '#kernel/contract/text.ts'
import type { HomeCard, WebPage } from '#kernel/web/web-module.ts'

/** The pages of those who run the service: every order, follow-up calls, complaints. */
export const centrePages: readonly WebPage[] = [
  {
    path: '/orders',
    title: text('全部工单', 'All orders'),
    permission: 'orders.read-all',
    load: () => import('./desk/orders-page.tsx'),
  },
  {
    path: '/orders/follow-ups',
    title: text('回访', 'Follow-up calls'),
    permission: 'orders.follow-up',
    load: () => import('./desk/follow-ups-page.tsx'),
  },
  {
    path: '/orders/complaints',
    title: text('投诉', 'Complaints'),
    permission: 'orders.read-all',
    load: () => import('./desk/complaints-page.tsx'),
  },
]

export const centreCards: readonly HomeCard[] = [
  { roles: ['auditor'], order: 10, load: () => import('./audit/exceptions-card.tsx') },
  { roles: ['manager'], order: 10, load: () => import('./desk/shortfall-card.tsx') },
]
