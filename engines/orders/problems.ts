import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** The words of every refusal: what happened, and the next step. */
export const orderProblems: ProblemTexts = {
  'orders.no_unit': text('请选择服务对象单位。', 'Choose the unit that is served.'),
  'orders.no_requester': text('请填写报修人姓名。', 'Enter who is asking.'),
  'orders.no_centre': text(
    '还没有服务单位：请先在通讯录中把至少一个单位设为“服务单位”。',
    'There is no provider unit yet: mark at least one unit as part of the centre in the directory.',
  ),
  'orders.no_item': text(
    '服务目录里没有已发布的事项“{code}”。',
    'The catalogue has no published item “{code}”.',
  ),
  'orders.no_pledge': text(
    '服务事项没有“{urgency}”的时限承诺，请先在服务目录中补上。',
    'The service item has no pledge for “{urgency}”; add it to the catalogue first.',
  ),
  'orders.no_person': text(
    '您的账号没有对应的人员，不能作首问责任人；请管理员在账号中指定人员。',
    'Your account has no person, so it cannot be the first-contact owner; ask your administrator to link one.',
  ),
  'orders.not_in_your_hands': text(
    '工单现在由{holder}承办，只有承办人或调度可以这样做。',
    'The order is with {holder}; only the holder or a dispatcher may do this.',
  ),
  'orders.not_your_request': text(
    '只有报修人可以这样做；代办请找调度。',
    'Only the requester may do this; the service desk can do it on behalf.',
  ),
  'orders.claimed_already': text(
    '这一单已被{name}抢到，请看下一单。',
    '{name} has claimed this one; look at the next.',
  ),
  'orders.not_offered_to_you': text('这一单没有发给您。', 'This order was not offered to you.'),
  'orders.nobody_capable': text(
    '现在没有在岗、有技能且未满负荷的人员，请直接派单或稍后再试。',
    'Nobody with the skill is on duty and free now; assign by name or try again later.',
  ),
  'orders.unknown_worker': text('没有这位人员，或已离岗。', 'There is no such person, or they have left.'),
  'orders.same_worker': text('工单已经在这位人员手上。', 'The order is already with this person.'),
  'orders.reminded_lately': text(
    '{minutes}分钟内已催办过，承办人已收到。',
    'A reminder went out within the last {minutes} minutes; the holder has it.',
  ),
  'orders.nothing_to_remind': text('工单已办完，不需要催办。', 'The work is done; there is nothing to urge.'),
  'orders.rated_already': text('您已评价过这一单。', 'You have rated this order already.'),
  'orders.not_finished': text('还没有完工，暂不能评价。', 'It is not finished yet, so it cannot be rated.'),
  'orders.own_work': text(
    '承办人和派单人不能评价自己办的工单。',
    'Nobody rates an order they carried out or dispatched.',
  ),
  'orders.unknown_dimension': text('没有“{code}”这个评价维度。', 'There is no dimension “{code}”.'),
  'orders.reopen_too_late': text(
    '办结已超过{days}天，请重新报修。',
    'It was completed more than {days} days ago; report it anew.',
  ),
  'orders.same_urgency': text('已经是“{urgency}”。', 'It is “{urgency}” already.'),
  'orders.clock_stopped': text(
    '工单已完工或结束，时限不能再改。',
    'The work has ended; its pledge can no longer change.',
  ),
  'orders.merge_target': text(
    '只能并入同一服务的、未结束的另一工单。',
    'It can only be merged into another open order of the same service.',
  ),
  'orders.sealed': text(
    '这是受限工单：请先说明原因并打开，查看会留痕。',
    'This order is restricted: open it first with a reason; the look is recorded.',
  ),
  'orders.corrected_already': text('这一笔已更正过。', 'This entry has been corrected already.'),
  'orders.is_correction': text(
    '更正记录本身不能再更正，请新增一笔。',
    'A correction is not corrected; add an entry.',
  ),
  'orders.followed_up_already': text('这一单已回访。', 'This order has been followed up already.'),
  'orders.own_follow_up': text(
    '承办人和派单人不能回访自己办的工单。',
    'Whoever carried out or dispatched an order does not follow it up.',
  ),
  'orders.unknown_matter': text(
    '没有您要投诉的这件事项，或者您看不到它。请从那一页再点“投诉”。',
    'There is no such matter, or it is not yours to read; complain from its own page.',
  ),
  'orders.ended': text('工单已结束。', 'The order has ended.'),
  'orders.replied_already': text('已经答复过。', 'It has been answered already.'),
  'orders.import_state': text(
    '工单“{number}”在系统中是“{state}”，表中状态不同，未改动。',
    'Order “{number}” is “{state}” here; the sheet says otherwise, so it was left alone.',
  ),
}
