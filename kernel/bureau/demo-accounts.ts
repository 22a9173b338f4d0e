import type { Role } from '../contract/roles.ts'
import { roles } from '../contract/roles.ts'
import { type Text, text } from '../contract/text.ts'

/** The password of every demo account; they exist only in a demo bureau, and the sign-in page says so. */
export const demoPassword = 'houqin-demo'

interface DemoAccount {
  username: Role
  title: Text
  description: Text
}

const account = (username: Role, zh: string, en: string): DemoAccount => ({
  username,
  title: roles[username],
  description: text(zh, en),
})

/** One account for each role, named after it. */
export const demoAccounts: readonly DemoAccount[] = [
  account('staff', '扫码报修，看进度，一键评价', 'Report, follow, rate'),
  account('liaison', '看本单位的事项和费用', "My unit's requests and costs"),
  account('worker', '接单、按清单做、拍照完工', 'Accept, do by checklist, finish'),
  account('dispatcher', '受理、派单、盯时限', 'Take on, assign, watch the clocks'),
  account('manager', '看短板、审核、抽查回访', 'What fell short, checks, follow-ups'),
  account('director', '驾驶舱和工作总结', 'Cockpit and the work summary'),
  account('auditor', '只读，逐笔可查', 'Read only, down to the rows'),
  account('admin', '导入、账号、日历和服务目录', 'Imports, accounts, calendar, catalogue'),
  account('security', '授权、登录规则、会话', 'Roles, sign-in rules, sessions'),
]
