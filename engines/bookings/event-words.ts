import { text } from '#kernel/contract/text.ts'

/** What the history of a booking calls what happened. */
export const bookingEvents = {
  'bookings.created': text('预订', 'Booked'),
  'bookings.queued': text('进入候补', 'Joined the waiting list'),
  'bookings.promoted': text('候补转正', 'Promoted from the waiting list'),
  'bookings.changed': text('修改说明', 'Details changed'),
  'bookings.moved': text('更改时间或地点', 'Moved'),
  'bookings.checked_in': text('签到', 'Checked in'),
  'bookings.ended': text('结束', 'Ended'),
  'bookings.cancelled': text('取消', 'Cancelled'),
  'bookings.released': text('无人签到，已释放', 'Released, nobody checked in'),
  'bookings.displaced': text('按决定让位', 'Displaced by decision'),
  'bookings.offer_accepted': text('接受改派', 'Offer accepted'),
  'bookings.offer_declined': text('不接受改派', 'Offer declined'),
  'bookings.series_created': text('建立系列', 'Series made'),
  'bookings.series_split': text('拆分系列', 'Series split'),
  'bookings.series_moved': text('移动系列', 'Series moved'),
  'bookings.series_left': text('移出系列', 'Taken out of the series'),
  'bookings.date_resumed': text('恢复跳过的日期', 'Skipped date taken up again'),
  'bookings.check_in_due': text('提醒签到', 'Asked to check in'),
  'bookings.resource_created': text('登记资源', 'Resource registered'),
  'bookings.resource_changed': text('修改资源', 'Resource changed'),
  'bookings.policy_set': text('设置预订规则', 'Booking rules set'),
  'bookings.blacked_out': text('暂停使用', 'Closed for a time'),
  'bookings.blackout_lifted': text('恢复使用', 'Open again'),
} as const
