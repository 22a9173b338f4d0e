import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { attendanceProblems } from './attendance-words.ts'
import { displayProblems } from './display-words.ts'
import { invitationProblems } from './invitation-words.ts'
import { majorEventProblems } from './major-event-words.ts'
import { roomProblems } from './room-words.ts'
import { seatingProblems } from './seating/problems.ts'
import { seatsProblems } from './seats-words.ts'

/** The words of the refusals: what happened, and the next step. */
export const meetingsProblems: ProblemTexts = {
  'meetings.unknown_room': text(
    '没有这间会议室，或它已停用。',
    'There is no such meeting room, or it is closed.',
  ),
  'meetings.unknown_site': text('没有这处物业，或它已停用。', 'There is no such site, or it is closed.'),
  'meetings.unknown_directory_room': text(
    '这处物业没有这个房间，或它已登记为别的会议室。',
    'This site has no such room, or it is another meeting room already.',
  ),
  'meetings.unknown_accessory': text('没有这种会议设备。', 'There is no such equipment to claim.'),
  'meetings.code_taken': text('编号“{code}”已被使用。', 'The code “{code}” is in use.'),
  'meetings.name_taken': text('名称“{name}”已被使用。', 'The name “{name}” is in use.'),
  'meetings.layout_repeated': text('同一种布局只填一次。', 'Give each layout once.'),
  'meetings.layout_too_large': text(
    '“{layout}”的容纳人数不能超过会议室的 {capacity} 人。',
    'The layout “{layout}” cannot take more than the {capacity} persons of the room.',
  ),
  'meetings.layout_too_small': text(
    '{room}按“{layout}”布置坐 {capacity} 人，您有 {headcount} 人，请换一种布局或更大的会议室。',
    '{room} takes {capacity} in the layout “{layout}”, and you are {headcount}; choose another layout or a larger room.',
  ),
  'meetings.no_such_layout': text(
    '{room}不能按“{layout}”布置，请换一种。',
    '{room} cannot be set up as “{layout}”; choose another layout.',
  ),
  'meetings.equipment_repeated': text(
    '设备“{name}”填了两次，请合并。',
    '“{name}” stands twice in the list; put it together.',
  ),
  'meetings.lease_overlaps': text(
    '这段时间已有租约 {contractNo}，请先结束它或调整日期。',
    'Lease {contractNo} covers these days already; end it first or change the days.',
  ),
  'meetings.lease_turned': text('租约的结束日期不能早于开始日期。', 'A lease cannot end before it begins.'),
  'meetings.contract_taken': text(
    '合同号“{contractNo}”已登记。',
    'Contract “{contractNo}” is registered already.',
  ),
  'meetings.lease_not_shorter': text(
    '结束日期要早于原定的 {toDay}。',
    'The end must be before {toDay}, the day agreed.',
  ),
  'meetings.leadership_by_desk': text(
    '领导会议由调度或负责人预订，请联系他们。',
    'A leadership meeting is booked by the service desk or a manager; ask them.',
  ),
  'meetings.over': text(
    '会议已经结束或取消，不能再修改需求。',
    'The meeting is over or cancelled; its needs cannot be changed.',
  ),
  'meetings.not_yours': text(
    '只有主办人、本单位联络员或调度可以修改。',
    'Only the organiser, the unit’s liaison or the desk may change it.',
  ),
  'meetings.not_over': text('会议结束后才能评价。', 'A meeting can be rated once it is over.'),
  'meetings.not_your_meeting': text(
    '只有主办人或本单位联络员可以评价。',
    'Only the organiser or the unit’s liaison may rate it.',
  ),
  'meetings.own_work': text('不能评价自己参与保障的会议。', 'Nobody rates their own work.'),
  'meetings.rated_already': text('这场会议已经评价过。', 'This meeting has been rated already.'),
  'meetings.task_not_yours': text(
    '这项任务由{owner}负责；请先由调度改派。',
    'This task is {owner}’s; the service desk can assign it to you.',
  ),
  'meetings.checklist_closed': text(
    '任务开始后、完成前才能填写清单。',
    'The checklist is filled in while the task is under way.',
  ),
  'meetings.checklist_incomplete': text(
    '还有必查项没有填写：{lines}。',
    'Mandatory lines are not answered yet: {lines}.',
  ),
  'meetings.photo_missing': text('这些项需要照片：{lines}。', 'These lines need a photo: {lines}.'),
  'meetings.unknown_task': text('这场会议没有这项任务。', 'This meeting has no such task.'),
  'meetings.task_settled': text('任务已经结束，不能再分派。', 'The task has ended and cannot be assigned.'),
  'meetings.unknown_attendant': text('这位不是在岗的会务人员。', 'This is no attendant on duty.'),
  'meetings.omission_remedied': text('这个漏项已经补好。', 'This has been made good already.'),
  'meetings.import_repeated': text(
    '编号 {number} 在第 {first} 行已出现。',
    'Number {number} stands in line {first} already.',
  ),
  'meetings.import_unknown_site': text(
    '没有物业“{site}”，请先导入物业。',
    'There is no site “{site}”; import the sites first.',
  ),
  'meetings.import_ambiguous_site': text(
    '有几处物业叫“{site}”，请写编号。',
    'Several sites are called “{site}”; write the code.',
  ),
  'meetings.import_room_renamed': text(
    '名称“{name}”已属于编号 {code}。',
    'The name “{name}” belongs to code {code} already.',
  ),
  'meetings.import_layouts_unread': text(
    '布局“{words}”读不懂，请写成“课桌式 40；剧院式 60”。',
    'The layouts “{words}” cannot be read; write them like 课桌式 40；剧院式 60.',
  ),
  'meetings.import_layout_too_large': text(
    '“{layout}”的人数超过会议室的容纳人数。',
    'The layout “{layout}” takes more than the room.',
  ),
  'meetings.import_other_site': text(
    '会议室 {code} 已登记在{site}，不能改到别处。',
    'Room {code} is registered at {site} and cannot be moved.',
  ),
  'meetings.import_unknown_room': text(
    '没有会议室“{room}”，请先导入会议室。',
    'There is no meeting room “{room}”; import the rooms first.',
  ),
  'meetings.import_ambiguous_room': text(
    '有几间会议室叫“{room}”，请写编号。',
    'Several rooms are called “{room}”; write the code.',
  ),
  'meetings.import_unknown_unit': text(
    '没有单位“{unit}”，请先导入单位。',
    'There is no unit “{unit}”; import the units first.',
  ),
  'meetings.import_ambiguous_unit': text(
    '有几个单位叫“{unit}”，请写编码。',
    'Several units are called “{unit}”; write the code.',
  ),
  'meetings.import_end_before_start': text(
    '结束时间要晚于开始时间。',
    'The end must be after the beginning.',
  ),
  'meetings.import_too_long': text(
    '一场会议最长 366 天，请核对日期。',
    'A meeting lasts 366 days at most; check the dates.',
  ),
  'meetings.import_future': text(
    '已召开的会议不能在将来结束。',
    'A meeting that was held cannot end in the future.',
  ),
  'meetings.import_past': text(
    '已过去的会议请写“已召开”或“已取消”。',
    'A meeting in the past is held or cancelled.',
  ),
  'meetings.import_lives_here': text(
    '“{state}”由系统产生，不能导入；请写已召开、已取消或已预订。',
    '“{state}” is made by the system and cannot be imported; write 已召开, 已取消 or 已预订.',
  ),
  'meetings.import_clash': text(
    '{room}这段时间已有《{title}》，请核对会议室和时间。',
    '{room} is taken at this time by “{title}”; check room and time.',
  ),
  'meetings.import_kept': text(
    '{number} 是在系统中预订的，保持原样。',
    '{number} was booked here and is left as it is.',
  ),
  'meetings.import_beyond_capacity': text(
    '参会 {headcount} 人，超过{room}的 {capacity} 人。',
    '{headcount} persons are more than the {capacity} of {room}.',
  ),
  ...roomProblems,
  ...attendanceProblems,
  ...seatingProblems,
  ...seatsProblems,
  ...displayProblems,
  ...invitationProblems,
  ...majorEventProblems,
}
