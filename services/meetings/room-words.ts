import { text } from '#kernel/contract/text.ts'

/** What the history calls what happened to rooms and to equipment to claim. */
export const roomEvents = {
  'meetings.room_created': text('登记会议室', 'Room registered'),
  'meetings.room_changed': text('修改会议室', 'Room changed'),
  'meetings.room_closing': text('停用会议室', 'Room closed'),
  'meetings.room_reopened': text('恢复使用会议室', 'Room used again'),
  'meetings.photos_added': text('添加会议室照片', 'Photos added'),
  'meetings.photo_removed': text('移除会议室照片', 'Photo removed'),
  'meetings.equipment_checked': text('盘点会议室设备', 'Equipment checked'),
  'meetings.lease_added': text('登记租约', 'Lease registered'),
  'meetings.lease_ended': text('提前结束租约', 'Lease ended early'),
  'meetings.fit_out_added': text('登记装修', 'Fit-out registered'),
  'meetings.accessory_created': text('登记会议设备', 'Accessory registered'),
  'meetings.accessory_changed': text('修改会议设备', 'Accessory changed'),
  'meetings.accessory_closed': text('停用会议设备', 'Accessory closed'),
  'meetings.accessory_reopened': text('恢复使用会议设备', 'Accessory used again'),
} as const

/** Refusals about closing, with the next step. */
export const roomProblems = {
  'meetings.closed_already': text(
    '“{name}”已停用，或已安排停用；要改日期请先恢复使用。',
    '“{name}” is closed, or going to be; to change the day, take it back into use first.',
  ),
  'meetings.not_closed': text('“{name}”没有停用。', '“{name}” is not closed.'),
  'meetings.closing_past': text('停用日期不能早于今天。', 'It cannot be closed from a day in the past.'),
  'meetings.room_repeated': text(
    '“{room}”选了两次，请去掉一次。',
    '“{room}” is chosen twice; take one away.',
  ),
  'meetings.unknown_photo': text('这张照片已不在这里。', 'This photo is no longer here.'),
  'meetings.import_accessory_held': text(
    '“{name}”正被借用或已预订，数量不能减到 {quantity}。',
    '“{name}” is out or booked; there cannot be only {quantity} of it.',
  ),
} as const
