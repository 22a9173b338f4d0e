import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { dispatchActions } from './actions-dispatch.ts'
import { qualityActions } from './actions-quality.ts'
import { readActions } from './actions-read.ts'
import { shortfallActions } from './actions-shortfall.ts'
import { requestActions, workActions } from './actions-work.ts'
import { orderEvents } from './event-words.ts'
import { orderNotices } from './notices.ts'
import { orderPermissions } from './permissions.ts'
import { orderProblems } from './problems.ts'
import { complaintStates, orderStates } from './states.ts'

/** The service order (工单): who asked, who answers for it, who holds it, what was promised, how it was found. */
export const orders = defineModule({
  name: 'orders',
  title: text('工单', 'Service orders'),
  dependsOn: ['notifications', 'feeds', 'directory', 'calendar', 'catalogue'],
  permissions: orderPermissions,
  actions: {
    ...readActions,
    ...dispatchActions,
    ...workActions,
    ...requestActions,
    ...qualityActions,
    ...shortfallActions,
  },
  states: { serviceOrder: orderStates, complaint: complaintStates },
  events: orderEvents,
  menu: [
    {
      title: text('我的工单', 'My requests'),
      path: '/orders/mine',
      icon: 'tasks',
      permission: 'orders.request',
      group: 'work',
      order: 10,
    },
    {
      title: text('工单', 'Orders'),
      path: '/orders',
      icon: 'orders',
      permission: 'orders.read-all',
      group: 'work',
      order: 20,
    },
    {
      title: text('回访', 'Follow-up calls'),
      path: '/orders/follow-ups',
      icon: 'phone',
      permission: 'orders.follow-up',
      group: 'manage',
      order: 40,
    },
    {
      title: text('投诉', 'Complaints'),
      path: '/orders/complaints',
      icon: 'satisfaction',
      permission: 'orders.read-all',
      group: 'manage',
      order: 50,
    },
  ],
  jobs: {
    escalate: { title: text('时限预警和升级', 'Warn and escalate by the clock'), cron: '* * * * *' },
    'confirm-quietly': {
      title: text('到期未确认的视为确认', 'Take silence as confirmation'),
      cron: '10 * * * *',
    },
    'sample-follow-ups': { title: text('每月抽样回访', 'Draw the month’s follow-ups'), cron: '0 7 1 * *' },
  },
  notifications: orderNotices,
  problems: orderProblems,
})
