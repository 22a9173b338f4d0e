import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { approvals } from '../module.ts'

/** The pages of approvals; an object's own page shows its approval by `approval-card.tsx`. */
export const web: WebModule = {
  module: approvals,
  pages: [
    {
      path: '/approvals',
      title: text('等我审批', 'Waiting for me'),
      permission: 'approvals.decide',
      load: () => import('./inbox-page.tsx'),
    },
    {
      path: '/approvals/mine',
      title: text('我的申请', 'My requests'),
      permission: 'approvals.decide',
      load: () => import('./mine-page.tsx'),
    },
    {
      path: '/approvals/all',
      title: text('全部审批', 'All approvals'),
      permission: 'approvals.read-all',
      load: () => import('./all-page.tsx'),
    },
    {
      path: '/approvals/substitutes',
      title: text('代办人', 'Substitutes'),
      permission: 'approvals.decide',
      load: () => import('./substitutes-page.tsx'),
    },
    {
      path: '/approvals/routes',
      title: text('审批流', 'Approval routes'),
      permission: 'approvals.read-all',
      load: () => import('./routes-page.tsx'),
    },
    {
      path: '/approvals/routes/new',
      title: text('新建审批流', 'New route'),
      permission: 'approvals.configure',
      load: () => import('./new-route-page.tsx'),
    },
    {
      path: '/approvals/routes/:routeId',
      title: text('审批流', 'Approval route'),
      permission: 'approvals.read-all',
      load: () => import('./route-page.tsx'),
    },
    {
      path: '/approvals/:approvalId',
      title: text('审批', 'Approval'),
      permission: 'signed-in',
      load: () => import('./approval-page.tsx'),
    },
  ],
  home: [
    { roles: ['director'], order: 5, load: () => import('./waiting-card.tsx') },
    { roles: ['manager'], order: 15, load: () => import('./waiting-card.tsx') },
  ],
  live: {
    'approvals.approval': ['/approvals'],
    'approvals.approval_step': ['/approvals'],
    'approvals.route': ['/approvals/routes'],
    'approvals.substitute': ['/approvals'],
  },
}
