import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** What the history calls what happened. */
export const dispatchEvents = {
  'fleet.trip_planned': text('排定派车单', 'Trip planned'),
  'fleet.trip_rearranged': text('调整派车单', 'Trip rearranged'),
  'fleet.request_displaced': text('为应急用车让出车辆', 'Gave its vehicle to an emergency'),
  'fleet.day_planned': text('求排车方案', 'Day planned'),
  'fleet.day_plan_accepted': text('采用排车方案', 'Plan of a day accepted'),
  'fleet.zone_kept': text('登记地点', 'Place kept'),
  'fleet.zone_closed': text('停用地点', 'Place closed'),
  'fleet.distance_set': text('填写两地里程', 'Distance set'),
} as const satisfies Record<string, Text>

/** The words of the refusals: what happened, and the next step. */
export const dispatchProblems = {
  'fleet.unknown_request': text('没有这张用车申请。', 'There is no such request.'),
  'fleet.unknown_vehicle_or_driver': text(
    '没有这辆车或这位驾驶员，请重新选择。',
    'There is no such vehicle or driver; choose another.',
  ),
  'fleet.not_fit': text('不能这样派车：{why}。', 'This cannot be: {why}.'),
  'fleet.needs_words': text('{why}。仍要派车，请写明理由。', '{why}. To go on, say why.'),
  'fleet.rides_alone': text(
    '申请 {number} 不同意拼车，请单独派车。',
    'Request {number} does not ride with others.',
  ),
  'fleet.has_left': text(
    '派车单 {number} 已经出车或结束，不能再改。',
    'Trip {number} has left or is over; it cannot be changed any more.',
  ),
  'fleet.last_of_trip': text(
    '派车单 {number} 只剩这一张申请，请取消派车单。',
    'It is the last request of trip {number}; cancel the trip instead.',
  ),
  'fleet.no_emergency': text('只有应急申请可以优先用车。', 'Only an emergency takes precedence.'),
  'fleet.not_lower': text(
    '这辆车或驾驶员正在出车，或正为另一件应急任务服务，请换一辆。',
    'The vehicle or driver is on the road or serves another emergency; choose another.',
  ),
  'fleet.plan_to_compare': text(
    '全天重排只用于对比，不能采用；请求“只排待派”的方案。',
    'A plan of the whole day is only to compare; plan the open requests instead.',
  ),
  'fleet.solver_busy': text(
    '服务器正忙，没能求出方案，请过几分钟再试。',
    'The server is too busy to find a plan; try again in a few minutes.',
  ),
  'fleet.zone_there': text('地点“{name}”已经有了。', 'There is a place “{name}” already.'),
  'fleet.same_zone': text('请选两个不同的地点。', 'Choose two different places.'),
} as const satisfies ProblemTexts
