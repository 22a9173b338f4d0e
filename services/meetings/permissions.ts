import type { Permission } from '#kernel/contract/module.ts'
import { allRoles, centreRoles, everyoneButAuditor } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'

/** Who may do what with meetings; which rows is `server/policy.ts`. */
export const meetingsPermissions = {
  'meetings.read': { title: text('查看会议和会议室', 'Read meetings and rooms'), roles: allRoles },
  'meetings.book': { title: text('预订会议', 'Book meetings'), roles: everyoneButAuditor },
  'meetings.rate': { title: text('评价会议服务', 'Rate the support'), roles: everyoneButAuditor },
  'meetings.tasks': { title: text('我的会务任务', 'Own tasks of the day'), roles: ['worker'] },
  'meetings.work': {
    title: text('执行会务任务', 'Carry out tasks'),
    roles: ['worker', 'dispatcher', 'manager'],
  },
  'meetings.remedy': {
    title: text('登记漏项', 'Record omissions'),
    roles: ['staff', 'liaison', 'worker', 'dispatcher', 'manager'],
  },
  'meetings.dispatch': { title: text('分派会务任务', 'Assign tasks'), roles: ['dispatcher', 'manager'] },
  'meetings.set-attendants': { title: text('设定会务责任人', 'Name usual attendants'), roles: ['manager'] },
  'meetings.board': { title: text('看会务工作台', 'See the meeting desk'), roles: centreRoles },
  'meetings.check-equipment': {
    title: text('盘点会议室设备', 'Take stock of rooms'),
    roles: ['worker', 'dispatcher', 'manager', 'admin'],
  },
  'meetings.manage-rooms': {
    title: text('管理会议室和会议设备', 'Manage rooms and equipment'),
    roles: ['manager', 'admin'],
  },
  'meetings.read-rents': {
    title: text('查看租金和装修费用', 'See rents and fit-out costs'),
    roles: ['dispatcher', 'manager', 'director', 'auditor', 'admin'],
  },
  'meetings.forecast': {
    title: text('查看会议需求预测', 'See the forecast'),
    roles: ['dispatcher', 'manager', 'director', 'auditor', 'admin'],
  },
  'meetings.attendance': {
    title: text('管理参会名单、签到和座次', 'Keep lists, sign-in and seat plans'),
    roles: everyoneButAuditor,
  },
  'meetings.read-events': {
    title: text('查看重大活动', 'See major events'),
    roles: ['worker', 'dispatcher', 'manager', 'director'],
  },
  'meetings.manage-events': {
    title: text('管理重大活动', 'Manage major events'),
    roles: ['dispatcher', 'manager'],
  },
  'meetings.import': {
    title: text('导入会议室和会议', 'Import rooms and meetings'),
    roles: ['admin', 'manager'],
  },
} as const satisfies Record<string, Permission>
