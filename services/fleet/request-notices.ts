import type { NotificationType } from '#kernel/contract/module.ts'
import { everyoneButAuditor } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'

/** What requesters, holders and the desk are told of requests. */
export const requestNotices = {
  'fleet.ride_cancelled': {
    title: text('用车取消', 'A ride was cancelled'),
    urgency: 'urgent',
    channels: ['app'],
    roles: everyoneButAuditor,
  },
  'fleet.vehicle_assigned': {
    title: text('已派车：车牌、驾驶员、时间', 'A vehicle was assigned'),
    urgency: 'normal',
    channels: ['app'],
    roles: everyoneButAuditor,
  },
  'fleet.vehicle_coming': {
    title: text('车已出发', 'The vehicle is coming'),
    urgency: 'urgent',
    channels: ['app'],
    roles: everyoneButAuditor,
  },
  'fleet.please_rate': {
    title: text('请评价用车', 'Please rate the ride'),
    urgency: 'normal',
    channels: ['app'],
    roles: everyoneButAuditor,
  },
  'fleet.request_waiting': {
    title: text('有用车申请等派车', 'A request waits for a vehicle'),
    urgency: 'normal',
    channels: ['app'],
    roles: ['dispatcher'],
  },
  'fleet.request_reminded': {
    title: text('用车申请催办', 'Somebody reminds of a request'),
    urgency: 'urgent',
    channels: ['app'],
    roles: everyoneButAuditor,
  },
  'fleet.pooling': {
    title: text('拼车申请和答复', 'Wishes to share a ride'),
    urgency: 'normal',
    channels: ['app'],
    roles: everyoneButAuditor,
  },
} as const satisfies Record<string, NotificationType>
