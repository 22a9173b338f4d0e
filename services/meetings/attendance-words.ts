import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** Whether somebody came. */
export const marks = {
  PRESENT: text('已到', 'Present'),
  LATE: text('迟到', 'Late'),
  ABSENT: text('缺席', 'Absent'),
} as const satisfies Record<string, Text>
export type Mark = keyof typeof marks

/** The door opens so long before the meeting, and closes with its end. */
export const doorOpensMinutes = 60
/** Who signs in later than so long after the beginning is late. */
export const lateAfterMinutes = 5
/** The most people on one list. */
export const mostParticipants = 2000
/** A search at the door takes so many letters, so that a list cannot be read off letter by letter. */
export const fewestLetters = 2

/** Where people sign in; the code follows. */
export const attendPath = '/meetings/attend/'

export const attendanceEvents = {
  'meetings.participants_added': text('登记参会人', 'Participants added'),
  'meetings.participant_changed': text('修改参会人', 'Participant changed'),
  'meetings.participant_removed': text('移出参会人', 'Participant removed'),
  'meetings.signed_in': text('扫码签到', 'Signed in at the door'),
  'meetings.attendance_marked': text('登记到会情况', 'Attendance marked'),
  'meetings.heads_counted': text('清点到会人数', 'Heads counted'),
  'meetings.door_opened': text('生成签到码', 'Sign-in code made'),
  'meetings.door_closed': text('停用签到码', 'Sign-in code revoked'),
} as const

export const attendanceProblems: ProblemTexts = {
  'meetings.not_your_list': text(
    '参会名单只给主办人、本单位联络员、调度和负责这场会的会务人员看。',
    'The list of participants is for the organiser, the unit’s liaison, the desk and the meeting’s attendants.',
  ),
  'meetings.name_needed': text(
    '请填写姓名，或从通讯录选人。',
    'Give a name, or choose somebody from the directory.',
  ),
  'meetings.unknown_person': text('通讯录里没有这个人。', 'The directory does not know this person.'),
  'meetings.unknown_unit': text('没有这个单位。', 'There is no such unit.'),
  'meetings.unit_empty': text('“{unit}”在通讯录里没有人。', 'The directory has nobody in {unit}.'),
  'meetings.listed_already': text('“{name}”已在名单上。', '{name} is on the list already.'),
  'meetings.list_full': text(
    '一场会议的名单最多 {most} 人，请分场登记。',
    'A list takes {most} people at most; split it.',
  ),
  'meetings.has_signed': text(
    '“{name}”已经签到，不能移出；可以改成缺席。',
    '{name} has signed in and stays on the list; mark them absent instead.',
  ),
  'meetings.marked_before': text(
    '会议还没有到签到时间（开始前 {minutes} 分钟起）。',
    'It is too early; sign-in opens {minutes} minutes before the meeting.',
  ),
  'meetings.absent_has_none': text('缺席的人没有代会人。', 'Nobody comes for somebody who is absent.'),
  'meetings.called_off': text(
    '会议已取消，不能再改名单和签到。',
    'The meeting is called off; its list is closed.',
  ),
  'meetings.attend_unknown': text(
    '这个签到码无效，请向会务人员要新的。',
    'This code is not valid; ask the attendants for the new one.',
  ),
  'meetings.attend_revoked': text(
    '这个签到码已停用，请向会务人员要新的。',
    'This code is no longer in use; ask the attendants for the new one.',
  ),
  'meetings.attend_early': text(
    '还没有开始签到，请在会议开始前 {minutes} 分钟内再来。',
    'Sign-in has not opened; come back within {minutes} minutes of the beginning.',
  ),
  'meetings.attend_over': text(
    '会议已经结束，请找会务人员补登记。',
    'The meeting is over; ask the attendants to mark you.',
  ),
  'meetings.not_on_list': text(
    '名单上没有这个人，请找会务人员。',
    'Nobody of that name is on the list; ask the attendants.',
  ),
}
