import { type Text, text } from './text.ts'

/** The eight kinds of people an account may act as; one account may have several. */
export const roles = {
  staff: text('职工', 'Staff member'),
  liaison: text('联络员', 'Unit liaison'),
  worker: text('一线人员', 'Worker'),
  dispatcher: text('调度', 'Dispatcher'),
  manager: text('科室负责人', 'Section head'),
  director: text('中心领导', 'Director'),
  auditor: text('审计监督', 'Auditor'),
  admin: text('管理员', 'Administrator'),
} as const satisfies Record<string, Text>

export type Role = keyof typeof roles
export const allRoles = Object.keys(roles) as Role[]
/** Everybody who may change something: the auditor only reads. */
export const everyoneButAuditor = allRoles.filter((role) => role !== 'auditor')
/** The people of the centre itself, as against those it serves. */
export const centreRoles = ['worker', 'dispatcher', 'manager', 'director', 'auditor', 'admin'] as const
