import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'

export const paperKinds = {
  INSPECTION: text('年检', 'Statutory inspection'),
  COMPULSORY_INSURANCE: text('交强险', 'Compulsory insurance'),
  COMMERCIAL_INSURANCE: text('商业险', 'Commercial insurance'),
  LICENCE: text('行驶证', 'Vehicle licence'),
  REGISTRATION: text('登记证书', 'Registration certificate'),
  FUEL_CARD: text('加油卡', 'Fuel card'),
  KEY: text('钥匙', 'Key'),
  ETC: text('ETC 卡', 'ETC tag'),
} as const satisfies Record<string, Text>
export type PaperKind = keyof typeof paperKinds
/** What is handed out, and of which a vehicle may have several. */
export const handedOutKinds = ['FUEL_CARD', 'KEY'] as const satisfies readonly PaperKind[]

export const recordKinds = {
  UPKEEP: text('保养', 'Upkeep'),
  REPAIR: text('维修', 'Repair'),
  INSPECTION: text('检验', 'Inspection'),
  RETEST: text('复检', 'Retest'),
} as const satisfies Record<string, Text>
export type RecordKind = keyof typeof recordKinds

export const blames = {
  OPEN: text('待认定', 'Not settled yet'),
  NONE: text('无责', 'Not to blame'),
  PART: text('部分责任', 'Partly to blame'),
  FULL: text('全部责任', 'Wholly to blame'),
} as const satisfies Record<string, Text>

/** How it is known who drove. */
export const foundBy = {
  TRIP: text('按派车单查到', 'By the trip'),
  HAND: text('人工指定', 'Named by hand'),
  NONE: text('待查', 'Not known yet'),
} as const satisfies Record<string, Text>

export const incidentKinds = {
  ACCIDENT: text('事故', 'Accident'),
  VIOLATION: text('违章', 'Violation'),
} as const satisfies Record<string, Text>

/** How it stands: blame to be settled or a notice not settled is open. */
export const incidentStates = {
  OPEN: text('待处理', 'Open'),
  DONE: text('已处理', 'Settled'),
  VOIDED: text('已作废', 'Voided'),
} as const satisfies Record<string, Text>

/** Why a driver is away. */
export const absenceKinds = {
  ANNUAL: text('年休假', 'Annual leave'),
  SICK: text('病假', 'Sick leave'),
  PERSONAL: text('事假', 'Personal leave'),
  TRAINING: text('培训', 'Training'),
  OTHER: text('其他', 'Other'),
} as const satisfies Record<string, Text>
export type AbsenceKind = keyof typeof absenceKinds

export const shifts = {
  DAY: text('白班', 'Day'),
  NIGHT: text('夜班', 'Night'),
  HOLIDAY: text('节假日值班', 'Holiday duty'),
  OFF: text('休息', 'Off'),
} as const satisfies Record<string, Text>
export type Shift = keyof typeof shifts

/** How near it is: always shown as colour and word. */
export const dueLights = {
  OVERDUE: text('已过期', 'Overdue'),
  SOON: text('将到期', 'Due soon'),
  FINE: text('正常', 'In order'),
} as const satisfies Record<string, Text>
export type DueLight = keyof typeof dueLights

export const dueKinds = {
  ...paperKinds,
  DRIVER_LICENCE: text('驾驶证', 'Driving licence'),
  MAINTENANCE: text('保养', 'Maintenance'),
  RETEST: text('待复检', 'To be retested'),
  VIOLATION: text('违章未处理', 'Violation not settled'),
} as const satisfies Record<string, Text>
export type DueKind = keyof typeof dueKinds

/** What the history calls what happened. */
export const registerEvents = {
  'fleet.vehicle_registered': text('登记车辆', 'Vehicle registered'),
  'fleet.vehicle_changed': text('修改车辆', 'Vehicle changed'),
  'fleet.reading_recorded': text('登记里程', 'Odometer reading recorded'),
  'fleet.reading_voided': text('作废里程读数', 'Odometer reading voided'),
  'fleet.paper_added': text('登记证照', 'Paper registered'),
  'fleet.paper_ended': text('停用证照', 'Paper taken out of use'),
  'fleet.handed_out': text('领用钥匙或油卡', 'Key or card handed out'),
  'fleet.handed_back': text('归还钥匙或油卡', 'Key or card given back'),
  'fleet.plan_made': text('设定保养计划', 'Maintenance planned'),
  'fleet.plan_ended': text('停止保养计划', 'Maintenance plan ended'),
  'fleet.maintenance_recorded': text('登记保养维修', 'Maintenance recorded'),
  'fleet.maintenance_voided': text('作废保养维修记录', 'Maintenance record voided'),
  'fleet.accident_recorded': text('登记事故', 'Accident recorded'),
  'fleet.blame_settled': text('认定事故责任', 'Blame of an accident settled'),
  'fleet.accident_voided': text('作废事故记录', 'Accident record voided'),
  'fleet.violation_recorded': text('登记违章', 'Violation recorded'),
  'fleet.violation_settled': text('违章已处理', 'Violation settled'),
  'fleet.violation_voided': text('作废违章记录', 'Violation record voided'),
  'fleet.driver_named': text('指定当时的驾驶员', 'Driver of that time named'),
} as const satisfies Record<string, Text>

/** The words of the refusals: what happened, and the next step. */
export const registerProblems = {
  'fleet.odometer_falls': text(
    '里程 {km} 公里不合理：此前登记 {before} 公里，此后登记 {after} 公里。里程表只增不减，请核对后重填。',
    '{km} km cannot be: {before} km stood before, {after} km after. An odometer only rises; look again.',
  ),
  'fleet.plate_taken': text('车牌号 {plate} 已登记。请核对车牌号。', 'Plate {plate} is registered already.'),
  'fleet.bad_plate': text(
    '车牌号 {plate} 不像中国内地的车牌，应如“粤B12345”。请核对。',
    '{plate} does not look like a plate, such as 粤B12345.',
  ),
  'fleet.electric_displacement': text(
    '纯电动汽车没有排量，请清空排量。',
    'An electric vehicle has no displacement; leave it empty.',
  ),
  'fleet.in_future': text('时间不能晚于现在。请核对日期。', 'It cannot lie in the future; look at the date.'),
  'fleet.before_purchase': text(
    '早于购置日期 {day}，请核对日期。',
    'That is before the purchase on {day}; look at the date.',
  ),
  'fleet.voided_before': text('这条记录已经作废。', 'This record was voided before.'),
  'fleet.reading_of_trip': text(
    '这条读数来自派车单，请在派车单上更正。',
    'This reading came with a trip; correct it there.',
  ),
  'fleet.paper_turned': text(
    '有效期至不能早于生效日期。',
    'The last day of validity cannot lie before the first.',
  ),
  'fleet.paper_over': text(
    '这份证照已停用或已换新。',
    'This paper is out of use or was followed by another.',
  ),
  'fleet.not_handed_out_kind': text('只有钥匙和加油卡可以领用。', 'Only keys and fuel cards are handed out.'),
  'fleet.handed_out_already': text(
    '现在由{holder}保管，请先登记归还。',
    '{holder} has it now; record its return first.',
  ),
  'fleet.not_handed_out': text('没有领用，不用归还。', 'Nobody has it; there is nothing to give back.'),
  'fleet.plan_without_measure': text(
    '请至少填一项周期：天数、公里数或小时数。',
    'Give at least one interval: days, km or hours.',
  ),
  'fleet.plan_over': text('这项保养计划已停止。', 'This maintenance plan has ended.'),
  'fleet.check_lines_missing': text(
    '检查清单还有必做项没有填：{lines}。',
    'Mandatory lines of the checklist are not answered: {lines}.',
  ),
  'fleet.unknown_plan': text('没有这项保养计划。', 'There is no such maintenance plan.'),
  'fleet.passed_missing': text('请填检验是否合格。', 'Say whether it passed the inspection.'),
  'fleet.no_result_here': text('保养和维修没有合格与否。', 'Upkeep and repair have no result to pass.'),
  'fleet.chain_broken': text(
    '复检必须接在不合格的检验或其后的维修之后。',
    'A retest follows a failed inspection, or the repair after it.',
  ),
  'fleet.followed_before': text(
    '这条记录之后已有下一步记录，请接在最后一步之后。',
    'That record is followed by another; follow the last one.',
  ),
  'fleet.notice_taken': text('违章编号 {number} 已登记。', 'Notice {number} is recorded already.'),
  'fleet.settled_before': text('这条违章已处理。', 'This violation was settled before.'),
  'fleet.blame_settled_before': text(
    '这起事故的责任已经认定。认定有误的，请作废后重新登记。',
    'The blame of this accident is settled; if wrongly, void the record and enter it anew.',
  ),
  'fleet.trips_ahead': text(
    '这辆车还有 {count} 张未完成的派车单，请先改派：{numbers}。',
    '{count} open trips hold this vehicle; give them to another first: {numbers}.',
  ),
  'fleet.unknown_vehicle': text('没有这辆车。', 'There is no such vehicle.'),
  'fleet.unknown_driver': text('没有这名驾驶员。', 'There is no such driver.'),
  'fleet.unknown_home': text('没有这个停放地点。', 'There is no such site to park at.'),
  'fleet.import_repeated': text(
    '{number} 在表中重复，首次在第 {first} 行。',
    '{number} stands twice; first in row {first}.',
  ),
  'fleet.import_bad_plate': text(
    '“{plate}”不像车牌号，应如“粤B12345”。',
    '“{plate}” does not look like a plate, such as 粤B12345.',
  ),
  'fleet.import_electric_displacement': text(
    '纯电动汽车的排量应为空。',
    'The displacement of an electric vehicle must be empty.',
  ),
  'fleet.import_future': text('日期不能晚于今天。', 'The day cannot lie in the future.'),
  'fleet.import_retired_before': text('处置日期早于购置日期。', 'Retired before it was bought.'),
  'fleet.import_retired_incomplete': text(
    '状态为“已处置”时，处置日期和处置原因都要填。',
    'A retired vehicle needs the day and the reason.',
  ),
  'fleet.import_retired_needless': text(
    '状态不是“已处置”，处置日期和处置原因应为空。',
    'The vehicle is not retired; leave day and reason of retirement empty.',
  ),
  'fleet.import_state_here': text(
    '系统中的状态是“{state}”，请在车辆页面办理状态变化，不从表格改。',
    'Here its state is “{state}”; change the state on the vehicle’s page, not by the sheet.',
  ),
  'fleet.import_registered_km': text(
    '台账中登记里程是 {km} 公里，请在车辆页面的里程台账里更正。',
    'The ledger has {km} km at registration; correct it in the ledger on the vehicle’s page.',
  ),
  'fleet.vehicle_is_retired': text('车辆已处置，不能再修改。', 'The vehicle is retired and stays as it is.'),
  'fleet.import_driver_state_here': text(
    '系统中的状态是“{state}”，请在驾驶员页面办理。',
    'Here the state is “{state}”; change it on the driver’s page.',
  ),
} as const satisfies ProblemTexts
