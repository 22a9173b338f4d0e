import type { NotificationType } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

/** What people are told about repairs beyond what every order tells. */
export const repairsNotices = {
  'repairs.omission_found': {
    title: text('维修有漏项', 'Something was left out of a repair'),
    urgency: 'normal',
    channels: ['app', 'mail'],
    roles: ['worker', 'dispatcher', 'manager'],
  },
  'repairs.omission_remedied': {
    title: text('漏项已补好', 'An omission was made good'),
    urgency: 'normal',
    channels: ['app'],
    roles: ['staff', 'liaison', 'worker', 'dispatcher', 'manager', 'director'],
  },
  'repairs.works_to_verify': {
    title: text('大型维修完工，待验证', 'Major works finished, to be verified'),
    urgency: 'normal',
    channels: ['app', 'mail'],
    roles: ['dispatcher', 'manager'],
  },
  'repairs.rework': {
    title: text('大型维修要返工', 'Major works need rework'),
    urgency: 'urgent',
    channels: ['app', 'mail'],
    roles: ['dispatcher', 'manager'],
  },
} as const satisfies Record<string, NotificationType>
