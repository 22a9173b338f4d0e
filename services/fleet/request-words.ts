import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** What the history calls what happened. */
export const requestEvents = {
  'fleet.request_submitted': text('提交用车申请', 'Request submitted'),
  'fleet.request_changed': text('修改用车申请', 'Request changed'),
  'fleet.request_reminded': text('催办', 'Reminded'),
  'fleet.request_rated': text('评价用车', 'Ride rated'),
  'fleet.emergency_approved': text('应急用车补批', 'Emergency approved afterwards'),
  'fleet.emergency_refused': text('应急用车补批未通过', 'Emergency not approved afterwards'),
  'fleet.emergency_returned': text('应急用车补批退回补充', 'Emergency sent back to be completed'),
  'fleet.pool_asked': text('申请拼车', 'Asked to ride along'),
  'fleet.pool_agreed': text('同意拼车', 'Agreed to share the ride'),
  'fleet.pool_declined': text('不同意拼车', 'Declined to share the ride'),
  'fleet.shuttle_line_added': text('登记班车线路', 'Shuttle line added'),
  'fleet.shuttle_line_changed': text('修改班车线路', 'Shuttle line changed'),
  'fleet.shuttle_line_closed': text('停开班车线路', 'Shuttle line closed'),
} as const satisfies Record<string, Text>

/** What a requester may change without anybody's approval, by its column. */
export const changeable = {
  contact_phone: text('联系电话', 'phone'),
  luggage: text('行李', 'luggage'),
  may_pool: text('是否拼车', 'sharing'),
} as const satisfies Record<string, Text>
export type ChangeableField = keyof typeof changeable

/** The words of the refusals: what happened, and the next step. */
export const requestProblems = {
  'fleet.ends_before': text(
    '用车结束时间要晚于开始时间，请改时间。',
    'The ride ends before it begins; change the time.',
  ),
  'fleet.in_the_past': text(
    '用车时间已经过去，请选一个还没到的时间。',
    'That time has passed; choose one to come.',
  ),
  'fleet.too_far_ahead': text(
    '最多提前一年申请用车，请选近一些的日期。',
    'A ride is asked for a year ahead at most.',
  ),
  'fleet.too_long': text(
    '一次用车最多 {days} 天，更长的请分成几次申请。',
    'One ride takes {days} days at most; split a longer one.',
  ),
  'fleet.no_such_moment': text('没有这个时间，请重新选择。', 'There is no such time; choose again.'),
  'fleet.distance_needed': text(
    '跨市用车按里程确定由谁审批，请填单程大约多少公里。',
    'Beyond the city the distance decides who approves; say roughly how many km one way.',
  ),
  'fleet.no_unit': text(
    '您的账号没有登记单位，无法申请用车。请联系管理员登记单位。',
    'Your account belongs to no unit; ask the administrator to enter it.',
  ),
  'fleet.unknown_person': text(
    '没有这个人，或者已经离职，请重新选择。',
    'There is no such person, or they have left; choose again.',
  ),
  'fleet.not_now': text(
    '这张用车申请现在不能这样办，请刷新后看最新状态。',
    'That cannot be done with this request now; look at its state again.',
  ),
  'fleet.changed_meanwhile': text(
    '这张申请刚被别人改过，您的修改没有保存。请看过现在的内容再改。',
    'Somebody has just changed this request; yours was not saved. Look at it as it is now, then change it.',
  ),
  'fleet.not_your_request': text(
    '只有申请人和本单位联络员能这样办。需要时请他们来办，或联系调度。',
    'Only the requester and the unit’s liaison may do that; ask them or the dispatcher.',
  ),
  'fleet.no_longer_offered': text(
    '这趟车已经不能拼了：没有空座，或者时间、方向变了。请改选其他方式。',
    'That trip can no longer be shared: no seat left, or another time or way. Choose another.',
  ),
  'fleet.no_taxi': text(
    '这次用车不适合打车（人多、路远或有大件）。请申请派车。',
    'A taxi is nothing for this ride (persons, distance or luggage); ask for a vehicle.',
  ),
  'fleet.taxi_too_dear': text(
    '打车金额上限是 {yuan} 元，请改小。',
    'The upper amount for this ride is {yuan} yuan; lower it.',
  ),
  'fleet.shuttle_gone': text(
    '这班车已经赶不上、停开或不到途经点，请改选其他方式。',
    'That shuttle is gone, no longer runs or does not pass your stops; choose another way.',
  ),
  'fleet.reminded_lately': text(
    '刚催过，{minutes} 分钟后可以再催。',
    'Reminded just now; again after {minutes} minutes.',
  ),
  'fleet.own_driving': text('不能评价自己开的车。', 'Nobody rates their own driving.'),
  'fleet.not_over': text('用车还没结束，结束后再评价。', 'The ride is not over yet; rate it afterwards.'),
  'fleet.rated_already': text('已经评价过了。', 'It has been rated.'),
  'fleet.reason_needed': text('不同意要说明原因，请填写。', 'Say why not.'),
  'fleet.stops_out_of_order': text(
    '站点要按先后排列：第一站 0 分钟，后面每一站都比前一站晚。',
    'Stops stand in order: the first at 0 minutes, each later than the one before.',
  ),
  'fleet.line_exists': text(
    '已有名为“{name}”的班车线路，请换个名称。',
    'There is a line called “{name}”; choose another name.',
  ),
  'fleet.line_closed': text('这条班车线路已经停开。', 'This line has been closed.'),
} as const satisfies ProblemTexts
