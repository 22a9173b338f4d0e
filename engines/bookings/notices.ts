import type { NotificationType } from '#kernel/contract/module.ts'
import { everyoneButAuditor } from '#kernel/contract/roles.ts'
import { type Text, text } from '#kernel/contract/text.ts'

const notice = (title: Text, more: Partial<NotificationType> = {}): NotificationType => ({
  title,
  roles: everyoneButAuditor,
  urgency: 'normal',
  channels: ['app'],
  ...more,
})

/** What the organiser is told; their own doings are no news to them. */
export const bookingNotices = {
  'bookings.promoted': notice(text('我的候补已转正', 'My waiting booking has its place'), {
    urgency: 'urgent',
    channels: ['app', 'mail'],
  }),
  'bookings.displaced': notice(text('我的预订要让位', 'My booking has to give way'), {
    urgency: 'urgent',
    channels: ['app', 'mail'],
    mandatory: true,
  }),
  'bookings.released': notice(text('我的预订因无人签到被释放', 'My booking was released')),
  'bookings.moved': notice(text('我的预订被更改', 'My booking was moved'), { channels: ['app', 'mail'] }),
  'bookings.cancelled': notice(text('我的预订被取消', 'My booking was cancelled'), {
    channels: ['app', 'mail'],
  }),
  'bookings.check_in_due': notice(text('请签到，否则将被释放', 'Check in, or it will be released'), {
    urgency: 'urgent',
  }),
} as const
