import { text } from '#kernel/contract/text.ts'
import { attendanceEvents } from './attendance-words.ts'
import { displayEvents } from './display-words.ts'
import { invitationEvents } from './invitation-words.ts'
import { majorEvents } from './major-event-words.ts'
import { roomEvents } from './room-words.ts'
import { seatsEvents } from './seats-words.ts'

/** What the history calls what happened. */
export const meetingsEvents = {
  'meetings.booked': text('预订会议', 'Meeting booked'),
  'meetings.changed': text('修改会务需求', 'Needs changed'),
  'meetings.headcount_changed': text('参会人数变更', 'Headcount changed'),
  'meetings.rated': text('评价会议服务', 'Rated'),
  'meetings.task_started': text('开始会务任务', 'Task started'),
  'meetings.task_done': text('完成会务任务', 'Task done'),
  'meetings.task_missed': text('会务任务漏做', 'Task missed'),
  'meetings.task_made_good': text('漏做的任务已补', 'Missed task made good'),
  'meetings.task_cancelled': text('取消会务任务', 'Task cancelled'),
  'meetings.task_restored': text('恢复会务任务', 'Task restored'),
  'meetings.task_assigned': text('分派会务任务', 'Task assigned'),
  'meetings.task_checked': text('填写检查清单', 'Checklist recorded'),
  'meetings.task_set_aside': text(
    '换会场或改日，原任务留档',
    'Task of an earlier room or day kept on record',
  ),
  'meetings.usual_attendant_set': text('设定会务责任人', 'Usual attendant named'),
  'meetings.usual_attendant_removed': text('取消会务责任人', 'Usual attendant taken back'),
  'meetings.series_followed': text('会务任务随系列改期', 'The support moved with its series'),
  'meetings.tasks_planned': text('会务保障单已排定', 'Support planned'),
  'meetings.omission_recorded': text('登记漏项', 'Omission recorded'),
  'meetings.omission_remedied': text('漏项补台', 'Omission made good'),
  'meetings.reflected': text('会后总结', 'Looked back'),
  ...roomEvents,
  ...attendanceEvents,
  ...seatsEvents,
  ...displayEvents,
  ...invitationEvents,
  ...majorEvents,
} as const
