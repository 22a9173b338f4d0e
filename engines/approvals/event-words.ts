import { text } from '#kernel/contract/text.ts'

/** What the history calls what happened. */
export const approvalEvents = {
  'approvals.started': text('提交审批', 'Handed in for approval'),
  'approvals.answered': text('答复', 'Answered'),
  'approvals.approved': text('审批通过', 'Approved'),
  'approvals.refused': text('审批不同意', 'Refused'),
  'approvals.returned': text('退回补充', 'Returned for completion'),
  'approvals.withdrawn': text('撤回', 'Withdrawn'),
  'approvals.resubmitted': text('补充后重新提交', 'Handed in again'),
  'approvals.step_opened': text('交下一步办理', 'Given to the next'),
  'approvals.step_passed': text('这一步已通过', 'Step approved'),
  'approvals.step_refused': text('这一步不同意', 'Step refused'),
  'approvals.step_returned': text('这一步退回补充', 'Step returned'),
  'approvals.step_emptied': text('这一步不再需要', 'Step no longer needed'),
  'approvals.due_soon': text('提醒办理', 'Reminded'),
  'approvals.escalated': text('上报', 'Passed upwards'),
  'approvals.route_set': text('设置审批流', 'Route set'),
  'approvals.route_closed': text('停用审批流', 'Route closed'),
  'approvals.routes_ordered': text('调整审批流次序', 'Order of routes changed'),
  'approvals.substitute_set': text('设置代办人', 'Substitute set'),
  'approvals.substitute_ended': text('结束代办', 'Substitute ended'),
} as const
