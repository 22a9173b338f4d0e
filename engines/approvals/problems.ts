import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** The words of every refusal: what happened, and the next step. */
export const approvalProblems: ProblemTexts = {
  'approvals.running': text(
    '“{label}”正在审批，现在由{holders}办理。要修改，请先撤回，改好再提交。',
    '“{label}” is being decided; {holders} has it now. Withdraw it, change it, and hand it in again.',
  ),
  'approvals.returned_open': text(
    '“{label}”已退回补充，请在原申请上补充后重新提交，不要另起一份。',
    '“{label}” was returned for completion; complete it and hand the same request in again.',
  ),
  'approvals.not_under_way': text('这件事没有正在办理的审批。', 'Nothing of this is being approved.'),
  'approvals.not_returned': text(
    '这份申请没有被退回，不能重新提交。',
    'This request was not returned, so it cannot be handed in again.',
  ),
  'approvals.already_decided': text(
    '这一步已由{name}于{at}办结：{outcome}。您的答复没有记入，结果不变。',
    '{name} decided this at {at}: {outcome}. Your answer was not recorded; the outcome stands.',
  ),
  'approvals.already_ended': text(
    '这份申请已经办结：{outcome}。您的答复没有记入，结果不变。',
    'This request has ended: {outcome}. Your answer was not recorded; the outcome stands.',
  ),
  'approvals.answered_before': text(
    '您已经答复过：{outcome}。答复不能更改。',
    'You have answered already: {outcome}. An answer cannot be changed.',
  ),
  'approvals.not_asked': text(
    '这份申请没有交给您办理，也没有请您代办。',
    'You were not asked about this, nor does anybody have you for a substitute in it.',
  ),
  'approvals.own_request': text(
    '自己的申请不能自己审批，要由别人办理。',
    'Nobody decides the own request; somebody else has to.',
  ),
  'approvals.reason_needed': text(
    '不同意或退回时请写明原因，申请人会看到。',
    'Say why you refuse or return it; the requester will read it.',
  ),
  'approvals.nobody': text(
    '“{step}”这一步没有任何人可以办理，也没有可以上报的人。请管理员检查审批流和账号。',
    'Nobody can decide the step “{step}”, and nobody is there to pass it to. Ask your administrator to look at the route and the accounts.',
  ),
  'approvals.not_yours': text('只有申请人可以撤回。', 'Only the requester may withdraw it.'),
  'approvals.unknown_type': text('没有“{type}”这种审批。', 'Nothing of the kind “{type}” is approved.'),
  'approvals.unknown_fact': text(
    '“{fact}”不能作为条件，请重新选择。',
    '“{fact}” cannot be a condition; choose again.',
  ),
  'approvals.wrong_comparison': text(
    '“{fact}”不能这样比较，请重新选择。',
    '“{fact}” cannot be compared like this; choose again.',
  ),
  'approvals.unknown_person': text(
    '这个人不在岗或没有可用账号，请另选一人。',
    'This person has left or has no open account; choose another.',
  ),
  'approvals.route_changed': text(
    '这条审批流刚被别人改过，请看过新的内容再改。',
    'Somebody has just changed this route; look at it again before you change it.',
  ),
  'approvals.route_closed': text('这条审批流已停用。', 'This route is closed.'),
  'approvals.order_incomplete': text(
    '次序里要有这一类全部在用的审批流，请刷新后再排。',
    'The order must hold every route of the kind that is in use; reload and order again.',
  ),
  'approvals.substitute_self': text('不能请自己代办。', 'Nobody is the own substitute.'),
  'approvals.substitute_days': text(
    '结束日期不能早于开始日期或今天，最长一年。',
    'The last day must be neither before the first nor past, and within a year.',
  ),
  'approvals.substitute_overlap': text(
    '{name}在这些日子里已有代办人{by}（{from}至{to}）。请先结束，或另选日期。',
    '{name} has {by} for a substitute from {from} to {to} already. End that first, or choose other days.',
  ),
  'approvals.substitute_circle': text(
    '这样会互相代办，谁都不在：{names}。请另选一人或日期。',
    'They would stand in for each other and nobody would be there: {names}. Choose another person or other days.',
  ),
  'approvals.substitute_others': text(
    '只能为自己设置代办人；为他人设置请找管理员。',
    'You may set a substitute for yourself only; ask your administrator for others.',
  ),
  'approvals.substitute_ended': text('这次代办已经结束。', 'This has ended already.'),
  'approvals.no_person': text(
    '您的账号没有对应的人员，请管理员补上。',
    'Your account belongs to no person; ask your administrator to add it.',
  ),
}
