import { defineModule } from '#kernel/contract/module.ts'
import { allRoles, centreRoles, everyoneButAuditor } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { majorActions } from './actions/major-actions.ts'
import { placeCodeActions } from './actions/place-code-actions.ts'
import { readActions } from './actions/read-actions.ts'
import { reportActions } from './actions/report-actions.ts'
import { workActions } from './actions/work-actions.ts'
import { repairsEvents } from './event-words.ts'
import { repairsMetrics } from './metrics.ts'
import { repairsNotices } from './notices.ts'
import { repairsProblems } from './problems.ts'
import { majorStates } from './states.ts'

/** Property repairs (物业维修): from a scanned door to a verified roof. */
export const repairs = defineModule({
  name: 'repairs',
  title: text('物业维修', 'Repairs'),
  dependsOn: [
    'notifications',
    'directory',
    'calendar',
    'catalogue',
    'standards',
    'orders',
    'metrics',
    'reports',
  ],
  permissions: {
    'repairs.report': { title: text('报修', 'Report a repair'), roles: everyoneButAuditor },
    'repairs.read': { title: text('查看报修单', 'Read repairs'), roles: allRoles },
    'repairs.take-call': {
      title: text('接听来电代报', 'Report for a caller'),
      roles: ['dispatcher', 'manager'],
    },
    'repairs.grade': { title: text('定维修等级', 'Grade repairs'), roles: ['dispatcher', 'manager'] },
    'repairs.work': {
      title: text('登记维修过程', 'Record the work'),
      roles: ['worker', 'dispatcher', 'manager'],
    },
    'repairs.tasks': { title: text('每天的任务', 'Tasks of the day'), roles: ['worker'] },
    'repairs.remedy': {
      title: text('登记漏项', 'Record omissions'),
      roles: ['staff', 'liaison', 'worker', 'dispatcher', 'manager'],
    },
    'repairs.manage-works': {
      title: text('管理大型维修改造', 'Manage major works'),
      roles: ['dispatcher', 'manager'],
    },
    'repairs.place-codes': {
      title: text('管理报修二维码', 'Manage repair codes'),
      roles: ['dispatcher', 'manager', 'admin'],
    },
    'repairs.import': { title: text('导入报修单', 'Import repairs'), roles: ['admin', 'manager'] },
    'repairs.board': { title: text('看维修工作台', 'See the repair desk'), roles: centreRoles },
  },
  actions: { ...reportActions, ...placeCodeActions, ...readActions, ...workActions, ...majorActions },
  states: { major: majorStates },
  events: repairsEvents,
  menu: [
    {
      title: text('今天', 'Today'),
      path: '/tasks',
      icon: 'tasks',
      permission: 'repairs.tasks',
      group: 'work',
      order: 4,
    },
    {
      title: text('报修', 'Report'),
      path: '/repairs/new',
      icon: 'repairs',
      permission: 'repairs.report',
      group: 'work',
      order: 20,
    },
    {
      title: text('维修调度台', 'Repair desk'),
      path: '/board',
      icon: 'board',
      permission: 'orders.dispatch',
      group: 'work',
      order: 5,
    },
    {
      title: text('大型维修改造', 'Major works'),
      path: '/repairs/works',
      icon: 'place',
      permission: 'repairs.manage-works',
      group: 'manage',
      order: 35,
    },
    {
      title: text('报修单', 'Repairs'),
      path: '/repairs',
      icon: 'orders',
      permission: 'repairs.board',
      group: 'work',
      order: 21,
    },
    {
      title: text('报修二维码', 'Repair codes'),
      path: '/repairs/codes',
      icon: 'qr',
      permission: 'repairs.place-codes',
      group: 'manage',
      order: 40,
    },
  ],
  metrics: repairsMetrics,
  imports: { repairs: { title: text('报修单', 'Repairs'), permission: 'repairs.import' } },
  notifications: repairsNotices,
  problems: repairsProblems,
})
