import type { NotificationType } from '#kernel/contract/module.ts'
import { everyoneButAuditor } from '#kernel/contract/roles.ts'
import { type Text, text } from '#kernel/contract/text.ts'

const notice = (title: Text, more: Partial<NotificationType> = {}): NotificationType => ({
  title,
  roles: everyoneButAuditor,
  urgency: 'normal',
  channels: ['app', 'mail'],
  ...more,
})

/** Who is asked is always told; nobody may switch the question itself off. */
export const approvalNotices = {
  'approvals.asked': notice(text('有审批等我办理', 'An approval waits for me'), { mandatory: true }),
  'approvals.due_soon': notice(
    text('等我办理的审批快到时限', 'An approval that waits for me is nearly due'),
    {
      channels: ['app'],
    },
  ),
  'approvals.escalated': notice(text('审批上报', 'An approval is passed upwards'), {
    urgency: 'urgent',
    mandatory: true,
  }),
  'approvals.decided': notice(text('我的申请有了结果', 'My request is decided'), { mandatory: true }),
  'approvals.returned': notice(text('我的申请被退回补充', 'My request is returned for completion'), {
    mandatory: true,
  }),
} as const
