import type { NotificationType } from '#kernel/contract/module.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { type Text, text } from '#kernel/contract/text.ts'

const requesters = ['staff', 'liaison', 'worker', 'dispatcher', 'manager', 'director', 'admin'] as const
const workers = ['worker', 'dispatcher', 'manager'] as const
const desk = ['dispatcher', 'manager'] as const

function notice(
  title: Text,
  roles: readonly Role[],
  more: Partial<Omit<NotificationType, 'title' | 'roles'>> = {},
): NotificationType {
  return { title, roles, urgency: 'normal', channels: ['app'], ...more }
}

const mailed = { channels: ['app', 'mail'] } as const
const pressing = { urgency: 'urgent', channels: ['app', 'mail'] } as const

/** What people are told about orders: who asked, who does it, the desk, those above it. */
export const orderNotices = {
  'orders.taken_on': notice(text('我的事项有人受理', 'My request was taken on'), requesters),
  'orders.replied': notice(text('我的事项有答复', 'My request was answered'), requesters),
  'orders.paused': notice(text('我的事项暂停', 'My request was paused'), requesters),
  'orders.to_confirm': notice(
    text('已办好，请我确认', 'Done, waiting for me to confirm'),
    requesters,
    mailed,
  ),
  'orders.voided': notice(text('我的事项作废', 'My request was voided'), requesters, mailed),
  'orders.complaint_answered': notice(
    text('我的投诉有答复', 'My complaint was answered'),
    requesters,
    mailed,
  ),
  'orders.unit_to_confirm': notice(text('本单位的事项待确认', 'My unit’s request waits for confirmation'), [
    'liaison',
  ]),
  'orders.assigned': notice(text('派给我的工单', 'Assigned to me'), workers, { mandatory: true }),
  'orders.offered': notice(text('可以抢的工单', 'Offered to me'), workers),
  'orders.taken_away': notice(text('工单已不在我手上', 'No longer mine'), workers),
  'orders.made_urgent': notice(text('我的工单改为紧急', 'My order became urgent'), workers, pressing),
  'orders.sent_back': notice(text('我办的事项被要求重办', 'My work was sent back'), workers),
  'orders.due_soon': notice(text('工单快到时限', 'An order is nearly due'), workers, { urgency: 'urgent' }),
  'orders.submitted': notice(text('新工单', 'New order'), desk),
  'orders.returned': notice(text('工单被退回', 'An order was returned'), desk),
  'orders.reminded': notice(text('催办', 'Reminder'), [...workers], { urgency: 'urgent' }),
  'orders.breached': notice(text('工单超时', 'An order is overdue'), desk, pressing),
  'orders.complaint_registered': notice(text('新投诉', 'New complaint'), desk, mailed),
  'orders.escalated': notice(
    text('工单超时升级', 'An overdue order was escalated'),
    ['manager', 'director', 'liaison'],
    { ...pressing, mandatory: true },
  ),
} as const
