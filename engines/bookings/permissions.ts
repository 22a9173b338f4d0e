import type { Permission } from '#kernel/contract/module.ts'
import { allRoles, everyoneButAuditor } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'

/** Who may do what with bookings; which rows is `server/policy.ts`. */
export const bookingPermissions = {
  'bookings.read': { title: text('查看占用情况', 'See what is taken'), roles: allRoles },
  'bookings.book': { title: text('预订', 'Book'), roles: everyoneButAuditor },
  'bookings.read-all': {
    title: text('查看全部预订，含不公开的', 'See every booking, private ones too'),
    roles: ['dispatcher', 'manager', 'director', 'auditor'],
  },
  'bookings.read-unit': {
    title: text('查看本单位的预订', 'See the bookings of the own unit'),
    roles: ['liaison'],
  },
  'bookings.manage': {
    title: text('代为预订、调整和越过预订规则', 'Book for others, adjust, go beyond the rules'),
    roles: ['dispatcher', 'manager'],
  },
  'bookings.displace': {
    title: text('决定让位', 'Decide who gives way'),
    roles: ['dispatcher', 'manager', 'director'],
  },
  'bookings.configure': {
    title: text('设置资源和预订规则', 'Set resources and booking rules'),
    roles: ['manager', 'admin'],
  },
} as const satisfies Record<string, Permission>
