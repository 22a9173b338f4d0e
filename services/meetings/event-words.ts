import { text } from '#kernel/contract/text.ts'
import { attendanceEvents } from './attendance-words.ts'
import { displayEvents } from './display-words.ts'
import { invitationEvents } from './invitation-words.ts'
import { majorEvents } from './major-event-words.ts'
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
  'meetings.tasks_planned': text('会务保障单已排定', 'Support planned'),
  'meetings.omission_recorded': text('登记漏项', 'Omission recorded'),
  'meetings.omission_remedied': text('漏项补台', 'Omission made good'),
  'meetings.reflected': text('会后总结', 'Looked back'),
  'meetings.room_created': text('登记会议室', 'Room registered'),
  'meetings.room_changed': text('修改会议室', 'Room changed'),
  'meetings.photos_added': text('添加会议室照片', 'Photos added'),
  'meetings.equipment_checked': text('盘点会议室设备', 'Equipment checked'),
  'meetings.lease_added': text('登记租约', 'Lease registered'),
  'meetings.lease_ended': text('提前结束租约', 'Lease ended early'),
  'meetings.fit_out_added': text('登记装修', 'Fit-out registered'),
  'meetings.accessory_created': text('登记会议设备', 'Accessory registered'),
  'meetings.accessory_changed': text('修改会议设备', 'Accessory changed'),
  ...attendanceEvents,
  ...seatsEvents,
  ...displayEvents,
  ...invitationEvents,
  ...majorEvents,
} as const
