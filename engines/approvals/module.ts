import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { decideActions } from './actions-decide.ts'
import { routeActions } from './actions-routes.ts'
import { approvalEvents } from './event-words.ts'
import { approvalMetrics } from './metrics.ts'
import { approvalNotices } from './notices.ts'
import { approvalPermissions } from './permissions.ts'
import { approvalProblems } from './problems.ts'
import { approvalStates, stepStates } from './states.ts'

/** Who has to say yes, in which order, and who really said what. */
export const approvals = defineModule({
  name: 'approvals',
  title: text('审批', 'Approvals'),
  dependsOn: ['notifications', 'directory', 'calendar'],
  permissions: approvalPermissions,
  actions: { ...decideActions, ...routeActions },
  states: { approval: approvalStates, step: stepStates },
  events: approvalEvents,
  menu: [
    {
      title: text('审批', 'Approvals'),
      path: '/approvals',
      icon: 'approvals',
      permission: 'approvals.decide',
      group: 'work',
      order: 14,
    },
    {
      title: text('全部审批', 'All approvals'),
      path: '/approvals/all',
      icon: 'approvals',
      permission: 'approvals.read-all',
      group: 'manage',
      order: 24,
    },
    {
      title: text('审批流', 'Approval routes'),
      path: '/approvals/routes',
      icon: 'approvals',
      permission: 'approvals.configure',
      group: 'manage',
      order: 25,
    },
  ],
  metrics: approvalMetrics,
  jobs: {
    watch: {
      title: text(
        '提醒快到时限的审批，上报超时的',
        'Remind of approvals nearly due, pass overdue ones upwards',
      ),
      cron: '* * * * *',
    },
  },
  notifications: approvalNotices,
  problems: approvalProblems,
})
