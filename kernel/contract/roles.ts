import { type Text, text } from './text.ts'

/** The nine kinds of people an account may act as; one account may have several. */
export const roles = {
  staff: text('职工', 'Staff member'),
  liaison: text('联络员', 'Unit liaison'),
  worker: text('一线人员', 'Worker'),
  dispatcher: text('调度', 'Dispatcher'),
  manager: text('科室负责人', 'Section head'),
  director: text('中心领导', 'Director'),
  auditor: text('审计监督', 'Auditor'),
  admin: text('管理员', 'Administrator'),
  security: text('安全管理员', 'Security administrator'),
} as const satisfies Record<string, Text>

export type Role = keyof typeof roles
export const allRoles = Object.keys(roles) as Role[]
/** Everybody who may change something: the auditor only reads. */
export const everyoneButAuditor = allRoles.filter((role) => role !== 'auditor')
/** The people of the centre itself, as against those it serves. */
export const centreRoles = [
  'worker',
  'dispatcher',
  'manager',
  'director',
  'auditor',
  'admin',
  'security',
] as const
/** The three offices of which nobody may hold two once they are separate (三员分立). */
export const offices = ['admin', 'security', 'auditor'] as const
export type Office = (typeof offices)[number]
