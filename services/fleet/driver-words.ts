import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** What the history calls what happened to drivers. */
export const driverEvents = {
  'fleet.driver_registered': text('登记驾驶员', 'Driver registered'),
  'fleet.driver_changed': text('修改驾驶员', 'Driver changed'),
  'fleet.leave_asked': text('请假', 'Leave asked for'),
  'fleet.duties_set': text('排班', 'Duties set'),
  'fleet.etiquette_checked': text('礼仪检查', 'Manners checked'),
  'fleet.etiquette_check_voided': text('作废礼仪检查', 'A check of manners voided'),
  'fleet.assessment_settled': text('确认月度考核', 'A month settled'),
} as const satisfies Record<string, Text>

/** The words of the refusals about drivers. */
export const driverProblems = {
  'fleet.staff_no_taken': text('工号 {number} 已登记。', 'Staff number {number} is registered already.'),
  'fleet.person_drives': text(
    '此人已登记为驾驶员（工号 {number}）。',
    'This person is registered as a driver already ({number}).',
  ),
  'fleet.unknown_person': text('通讯录里没有这个人。', 'There is no such person in the directory.'),
  'fleet.not_a_driver': text(
    '您没有登记为驾驶员，请联系调度。',
    'You are not registered as a driver; ask the dispatcher.',
  ),
  'fleet.driver_has_left': text('这名驾驶员已离岗。', 'This driver has left.'),
  'fleet.leave_turned': text('结束时间必须晚于开始时间。', 'Leave must end after it begins.'),
  'fleet.leave_too_long': text('一次请假不能超过 366 天。', 'Leave cannot be longer than 366 days at once.'),
  'fleet.away_already': text(
    '这段时间已经请过假，请先撤回原来的请假。',
    'Leave was asked for in this time already; withdraw it first.',
  ),
  'fleet.leave_over': text('这次请假已经结束。', 'This leave is over.'),
  'fleet.duty_on_leave': text(
    '{name}在 {day} 已准假，不能排班。',
    '{name} is on leave on {day} and cannot be on duty.',
  ),
  'fleet.month_not_over': text(
    '这个月还没有结束，月底后再确认。',
    'The month is not over; settle it afterwards.',
  ),
  'fleet.settled_month': text('{month} 的考核已确认。', '{month} is settled already.'),
} as const satisfies ProblemTexts
