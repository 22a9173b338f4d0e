import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import type { Light } from './words.ts'

/** What a driver does on a trip, in this order. */
export const stepKinds = {
  CHECKED: text('出车前检查', 'Checked'),
  LEFT: text('出车', 'Left'),
  ARRIVED: text('到达等候', 'Arrived'),
  WENT_ON: text('继续行驶', 'Went on'),
  RETURNED: text('收车', 'Back'),
} as const satisfies Record<string, Text>
export type StepKind = keyof typeof stepKinds

/** Why a trip is not green, how grave it is, and what is said; numbers come from the reason's params. */
export const lightCodes = {
  NO_REQUEST: reason('RED', '没有用车申请', 'No request'),
  NOT_APPROVED: reason('RED', '申请 {request} 没有审批就出车', 'Left without approval of {request}'),
  APPROVED_LATE: reason(
    'RED',
    '申请 {request} 出车后才审批（{minutes} 分钟后）',
    '{request} was approved {minutes} min after leaving',
  ),
  APPROVAL_DUE: reason(
    'YELLOW',
    '应急出车，申请 {request} 须在 {due} 前补批',
    'Emergency: {request} is to be approved by {due}',
  ),
  SEALED: reason('RED', '车辆在“{period}”封存期内出车', 'Used while sealed over {period}'),
  TOO_FAR: reason(
    'RED',
    '行驶 {km} 公里，申请往返约 {expected} 公里',
    '{km} km driven, about {expected} km asked for',
  ),
  FAR_FOR_REACH: reason(
    'YELLOW',
    '行驶 {km} 公里，按申请的范围往返约 {expected} 公里，路程没有人核过',
    '{km} km driven, about {expected} km by the reach asked for; nobody measured the way',
  ),
  DRIVER_LICENCE_OVER: reason('RED', '驾驶证 {until} 已到期', 'Driving licence ended {until}'),
  DRIVER_LICENCE_CLASS: reason(
    'RED',
    '准驾车型 {licence} 不能驾驶 {seats} 座车',
    'Licence {licence} does not cover {seats} seats',
  ),
  DRIVER_LICENCE_HISTORY: reason(
    'YELLOW',
    '准驾不符（历史）：{licence} 驾驶 {seats} 座车',
    'Licence {licence} for {seats} seats (from a sheet)',
  ),
  GAP: reason('YELLOW', '出车前有 {km} 公里说不清', '{km} km before leaving are unexplained'),
  GAP_LARGE: reason('RED', '出车前有 {km} 公里说不清', '{km} km before leaving are unexplained'),
  GPS_KM: reason(
    'YELLOW',
    '里程表 {km} 公里，卫星定位 {gps} 公里，两者不符',
    'Odometer {km} km, by satellite {gps} km: they differ',
  ),
  GPS_KM_LARGE: reason(
    'RED',
    '里程表 {km} 公里，卫星定位 {gps} 公里，相差很大',
    'Odometer {km} km, by satellite {gps} km: far apart',
  ),
  NO_PHOTO_OUT: reason('YELLOW', '出车没拍里程表', 'No photo of the odometer on leaving'),
  NO_PHOTO_IN: reason('YELLOW', '收车没拍里程表', 'No photo of the odometer on coming back'),
  LATE: reason('YELLOW', '晚收车 {minutes} 分钟', 'Back {minutes} min late'),
  LEFT_EARLY: reason('YELLOW', '比计划早出车 {minutes} 分钟', 'Left {minutes} min before the plan'),
  LEFT_LATE: reason('YELLOW', '比计划晚出车 {minutes} 分钟', 'Left {minutes} min after the plan'),
  NO_RECEIPT: reason('YELLOW', '{n} 笔费用没有票据', '{n} costs without receipt'),
  PARKED_ELSEWHERE: reason(
    'YELLOW',
    '收车后没停回指定地点：{place}',
    'Not at its fixed place afterwards: {place}',
  ),
} as const satisfies Record<string, { light: Light; words: Text }>
export type LightCode = keyof typeof lightCodes

function reason<L extends Light>(light: L, zh: string, en: string) {
  return { light, words: text(zh, en) }
}

/** What the history calls what happened. */
export const tripEvents = {
  'fleet.trip_checked': text('出车前检查完成', 'Checked before leaving'),
  'fleet.trip_check_failed': text('出车前检查不合格', 'Check before leaving failed'),
  'fleet.trip_cost_added': text('登记费用', 'Cost noted'),
  'fleet.trip_cost_corrected': text('更正费用', 'Cost corrected'),
  'fleet.trip_odometer_corrected': text('更正里程', 'Odometer corrected'),
  'fleet.trip_reconciled': text('核对出车', 'Trip reconciled'),
  'fleet.trip_verified': text('已核对', 'Looked at'),
  'fleet.trip_late': text('到时未收车', 'Late'),
  'fleet.trip_imported': text('导入出车记录', 'Trip imported'),
  'fleet.sealing_made': text('安排节假日封存', 'Holiday sealing arranged'),
  'fleet.vehicle_sealed': text('车辆封存', 'Vehicle sealed'),
  'fleet.seal_exempted': text('封存期间批准使用', 'Exempted from sealing'),
  'fleet.parking_checked': text('停放检查', 'Parking checked'),
} as const satisfies Record<string, Text>

/** The words of the refusals: what happened, and the next step. */
export const tripProblems = {
  'fleet.trip_not_yours': text(
    '这趟车现在由 {driver} 出车。您记下的请告诉调度。',
    'This trip is {driver}’s now. Tell the dispatcher what you noted.',
  ),
  'fleet.trip_is_cancelled': text(
    '这趟车已被调度取消：{reason}。如已出车，请马上打电话给调度。',
    'The dispatcher has cancelled this trip: {reason}. If you have left already, ring the dispatcher now.',
  ),
  'fleet.check_incomplete': text(
    '出车前检查还没填完：{lines}。',
    'The check before leaving is not complete: {lines}.',
  ),
  'fleet.check_failed': text(
    '安全检查不合格，不能出车：{lines}。已告诉调度，请等换车；修好后改为“合格”再出车。',
    'The safety check failed, so this vehicle must not leave: {lines}. The dispatcher knows; wait for another one, or set it to OK once it is put right.',
  ),
  'fleet.still_out': text(
    '{number} 还没有收车。请先收车，再出下一趟。',
    '{number} is not back yet. Bring it back first.',
  ),
  'fleet.trip_has_left': text('已经出车，检查不能再改。', 'It has left; the check stays as it is.'),
  'fleet.cost_too_early': text('出车以后才能登记费用。', 'Costs are noted once the trip has left.'),
  'fleet.no_reading_to_correct': text('这趟车没有可更正的里程。', 'There is no reading to correct.'),
  'fleet.sealing_there': text(
    '{title} 已经安排封存，日期不能重叠。',
    'The dates overlap with {title}, which is arranged already.',
  ),
  'fleet.sealing_dates': text(
    '结束日期不能早于开始日期，最长 31 天。',
    'The end is not before the beginning; 31 days at most.',
  ),
  'fleet.seal_exempt': text('这辆车已批准在封存期间使用。', 'This vehicle is exempt.'),
  'fleet.parking_place': text(
    '请选停放地点，或写一句在哪里。',
    'Choose the place, or say in words where it stands.',
  ),
  'fleet.unknown_vehicle': text('没有这辆车，请重新选择。', 'There is no such vehicle; choose again.'),
  'fleet.import_trip_repeated': text(
    '派车单号 {number} 与第 {first} 行重复。',
    'Number {number} is on line {first} already.',
  ),
  'fleet.import_unknown_plate': text(
    '没有车牌号 {plate}，请先登记车辆或改正车牌。',
    'There is no vehicle {plate}; register it or correct the plate.',
  ),
  'fleet.import_unknown_driver': text(
    '没有工号为 {driver} 的驾驶员，请先登记或改正。',
    'There is no driver {driver}; register or correct.',
  ),
  'fleet.import_unknown_unit': text('没有单位“{unit}”。', 'There is no unit “{unit}”.'),
  'fleet.import_ambiguous_unit': text(
    '有几个单位叫“{unit}”，请写单位编码。',
    'Several units are called “{unit}”; give the code.',
  ),
  'fleet.import_end_before_start': text('收车时间不晚于出车时间。', 'The return is not after the departure.'),
  'fleet.import_too_long': text('出车超过 31 天，请核对时间。', 'More than 31 days; check the times.'),
  'fleet.import_future': text('已完成的出车不能晚于现在。', 'A completed trip cannot lie in the future.'),
  'fleet.import_lives_here': text(
    '表格不能新建状态为“{state}”的出车。',
    'A sheet cannot make a trip that is “{state}”.',
  ),
  'fleet.import_km_missing': text('已完成的出车要填里程。', 'A completed trip needs its kilometres.'),
  'fleet.import_km_falls': text(
    '里程倒退：收车 {in} 公里小于出车 {out} 公里。',
    'The odometer falls: back at {in} km, left at {out} km.',
  ),
  'fleet.import_km_clash': text(
    '里程 {km} 公里与台账不符：此前 {before}，此后 {after}。',
    '{km} km does not fit the ledger: {before} before, {after} after.',
  ),
  'fleet.import_trip_clash': text(
    '{what} 这段时间已有派车“{title}”，请核对时间。',
    '{what} has the trip “{title}” at this time; check the times.',
  ),
  'fleet.import_trip_kept': text(
    '{number} 是在系统里派的车，表格不改它。',
    '{number} was dispatched here; the sheet leaves it alone.',
  ),
} as const satisfies ProblemTexts
