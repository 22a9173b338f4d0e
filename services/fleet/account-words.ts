import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import type { Deviation } from './account-schema.ts'

/** 油耗高于同类 23% */
export function sayDeviation({ code, percent }: Deviation): Text {
  if (code === 'FUEL') return text(`油耗高于同类 ${percent}%`, `Fuel ${percent}% above its like`)
  if (code === 'CHARGING') return text(`电耗高于同类 ${percent}%`, `Power ${percent}% above its like`)
  if (code === 'COST') return text(`费用高于同类 ${percent}%`, `Cost per km ${percent}% above its like`)
  return text('本月未出车', 'Stood all month')
}

/** What the history calls what happened. */
export const accountEvents = {
  'fleet.demo_filled': text('建立演示车辆和出车记录', 'Demo vehicles and trips made'),
  'fleet.accounts_closed': text('单车核算月结', 'Accounts of the month closed'),
  'fleet.published': text('发布用车公示', 'List of trips published'),
  'fleet.publication_taken_down': text('撤下用车公示', 'List of trips taken down'),
  'fleet.safety_meeting_added': text('登记安全学习会议', 'Safety meeting noted'),
  'fleet.safety_meeting_signed': text('安全学习会议签到', 'Signed in at a safety meeting'),
  'fleet.safety_meeting_voided': text('作废安全学习会议', 'Safety meeting voided'),
  'fleet.positions_taken': text('接收定位点', 'Positions taken in'),
  'fleet.terminal_fitted': text('登记车载终端', 'Terminal fitted'),
  'fleet.terminal_removed': text('拆除车载终端', 'Terminal taken out'),
  'fleet.track_read': text('查看车辆轨迹', 'Track looked at'),
} as const satisfies Record<string, Text>

/** The words of the refusals: what happened, and the next step. */
export const accountProblems = {
  'fleet.month_not_over': text(
    '{month} 还没有结束，下月起才能月结。',
    '{month} is not over; close it from next month on.',
  ),
  'fleet.month_closed': text('{month} 已经月结。', '{month} is closed already.'),
  'fleet.bad_span': text(
    '结束日期要在开始日期之后，最长一年。',
    'The end must follow the beginning, within a year.',
  ),
  'fleet.span_not_over': text(
    '这段时间还没有结束，请选到今天为止。',
    'That time is not over; choose up to today.',
  ),
  'fleet.nothing_to_publish': text(
    '{from} 至 {to} 没有已收车的出车记录，请换一段时间。',
    'No trip ended between {from} and {to}; choose another time.',
  ),
  'fleet.publication_taken_down': text('这份公示已经撤下。', 'This list has been taken down already.'),
  'fleet.meeting_to_come': text(
    '会议还没有召开，请在会后登记。',
    'The meeting is to come; note it afterwards.',
  ),
  'fleet.meeting_voided': text('这次会议已作废。', 'This meeting has been voided.'),
  'fleet.no_driver': text('驾驶员名册里没有这个人。', 'Nobody in the drivers’ book is that.'),
  'fleet.unknown_plate': text(
    '车辆台账里没有 {plate}，请核对车牌号。',
    'No vehicle {plate} in the book; look at the plate.',
  ),
  'fleet.terminal_fitted': text(
    '终端 {number} 已装在一辆车上，请先拆除。',
    'Terminal {number} is in a vehicle; take it out first.',
  ),
} as const satisfies ProblemTexts
