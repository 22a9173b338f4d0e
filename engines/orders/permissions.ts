import type { Permission } from '#kernel/contract/module.ts'
import { everyoneButAuditor } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'

const business = ['staff', 'liaison', 'worker', 'dispatcher', 'manager', 'director', 'auditor'] as const

/** Who may do what with orders; which rows is `server/policy.ts`. */
export const orderPermissions = {
  'orders.read': { title: text('查看自己范围内的工单', 'See the orders within reach'), roles: business },
  'orders.read-all': {
    title: text('查看全部工单', 'See every order'),
    roles: ['dispatcher', 'manager', 'director', 'auditor'],
  },
  'orders.read-unit': { title: text('查看本单位工单', 'See the orders of the own unit'), roles: ['liaison'] },
  'orders.read-restricted': {
    title: text('查看受限工单（留痕）', 'See restricted orders, on record'),
    roles: ['manager', 'director', 'auditor'],
  },
  'orders.request': {
    title: text('提出、催办、确认、评价', 'Ask, remind, confirm, rate'),
    roles: everyoneButAuditor,
  },
  'orders.take-on': { title: text('受理', 'Take requests on'), roles: ['dispatcher', 'manager'] },
  'orders.dispatch': { title: text('派单和调整', 'Dispatch and adjust'), roles: ['dispatcher', 'manager'] },
  'orders.work': { title: text('承办', 'Carry out'), roles: ['worker', 'dispatcher', 'manager'] },
  'orders.follow-up': { title: text('回访', 'Follow up by call'), roles: ['dispatcher', 'manager'] },
  'orders.answer-complaints': {
    title: text('登记和答复投诉', 'Register and answer complaints'),
    roles: ['dispatcher', 'manager'],
  },
  'orders.manage': { title: text('工单设置和抽样', 'Settings and samples'), roles: ['manager'] },
} as const satisfies Record<string, Permission>
