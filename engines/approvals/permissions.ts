import type { Permission } from '#kernel/contract/module.ts'
import { everyoneButAuditor } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'

/** Who may do what; whose turn it is, is a matter of seats. */
export const approvalPermissions = {
  'approvals.decide': {
    title: text('办理交给自己的审批，查看自己的申请', 'Decide what one is asked, follow the own requests'),
    roles: everyoneButAuditor,
  },
  'approvals.read-all': {
    title: text('查看全部审批和审批流', 'See every approval and route'),
    roles: ['manager', 'director', 'auditor', 'admin'],
  },
  'approvals.configure': {
    title: text('设置审批流', 'Set the routes'),
    roles: ['manager', 'admin'],
  },
  'approvals.substitute-others': {
    title: text('为他人设置代办人', 'Set substitutes for others'),
    roles: ['manager', 'admin'],
  },
} as const satisfies Record<string, Permission>
