import { text } from '#kernel/contract/text.ts'
import { accountEvents } from './account-words.ts'
import { acquisitionEvents } from './acquisition-words.ts'
import { dispatchEvents } from './dispatch-words.ts'
import { driverEvents } from './driver-words.ts'
import { insuranceEvents } from './insurance-words.ts'
import { opinionEvents } from './opinion-words.ts'
import { registerEvents } from './register-words.ts'
import { rentalEvents } from './rental-words.ts'
import { requestEvents } from './request-words.ts'
import { tripEvents } from './trip-words.ts'

/** What the history calls what happened: the states' own, then each part's. */
export const fleetEvents = {
  'fleet.vehicle_taken_out': text('车辆停用', 'Vehicle taken out of use'),
  'fleet.vehicle_put_back': text('车辆恢复使用', 'Vehicle put back into use'),
  'fleet.vehicle_retired': text('车辆处置', 'Vehicle retired'),
  'fleet.driver_left': text('驾驶员离岗', 'Driver left'),
  'fleet.driver_rejoined': text('驾驶员返岗', 'Driver came back'),
  'fleet.leave_granted': text('准假', 'Leave granted'),
  'fleet.leave_refused': text('不准假', 'Leave refused'),
  'fleet.leave_withdrawn': text('撤回请假', 'Leave withdrawn'),
  'fleet.request_approved': text('用车申请通过', 'Request approved'),
  'fleet.request_refused': text('用车申请未通过', 'Request refused'),
  'fleet.request_sent_back': text('用车申请退回补充', 'Request sent back'),
  'fleet.request_resubmitted': text('用车申请重新提交', 'Request submitted again'),
  'fleet.request_withdrawn': text('用车申请撤回', 'Request withdrawn'),
  'fleet.request_diverted': text('改乘其他方式', 'Goes another way'),
  'fleet.request_assigned': text('已派车', 'Vehicle assigned'),
  'fleet.request_unassigned': text('撤销派车', 'Vehicle taken back'),
  'fleet.request_under_way': text('已出车', 'Under way'),
  'fleet.request_done': text('用车完成', 'Request done'),
  'fleet.request_cancelled': text('用车取消', 'Request cancelled'),
  'fleet.trip_left': text('出车', 'Left'),
  'fleet.trip_waiting': text('到达等候', 'Arrived, waiting'),
  'fleet.trip_resumed': text('继续行驶', 'Went on'),
  'fleet.trip_completed': text('收车', 'Back'),
  'fleet.trip_cancelled': text('取消派车', 'Trip cancelled'),
  ...registerEvents,
  ...driverEvents,
  ...acquisitionEvents,
  ...insuranceEvents,
  ...requestEvents,
  ...dispatchEvents,
  ...tripEvents,
  ...accountEvents,
  ...opinionEvents,
  ...rentalEvents,
} as const
