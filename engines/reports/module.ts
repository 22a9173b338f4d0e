import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { comparisonActions, reportActions } from './actions.ts'
import { reportProblems } from './problems.ts'
import { reportStates } from './states.ts'

/** Documents from frozen figures and people's prose. */
export const reports = defineModule({
  name: 'reports',
  title: text('总结报告', 'Reports'),
  dependsOn: ['metrics', 'directory'],
  permissions: {
    'reports.read': {
      title: text('查看总结报告', 'Read reports'),
      roles: ['dispatcher', 'manager', 'director', 'auditor', 'admin'],
    },
    'reports.write': { title: text('起草总结报告', 'Write reports'), roles: ['manager', 'director'] },
    'reports.freeze': { title: text('定稿', 'Freeze reports'), roles: ['director'] },
    'reports.publish': { title: text('发布和作废报告', 'Publish and void reports'), roles: ['director'] },
  },
  actions: { ...reportActions, ...comparisonActions },
  states: { report: reportStates },
  events: {
    'reports.created': text('生成初稿', 'First draft written'),
    'reports.changed': text('修改标题或公开要素', 'Title or disclosure fields changed'),
    'reports.section_added': text('增加部分', 'Section added'),
    'reports.section_saved': text('保存部分', 'Section saved'),
    'reports.section_removed': text('删除部分', 'Section removed'),
    'reports.suggestion_accepted': text('采纳建议', 'Suggestion accepted'),
    'reports.submitted': text('送审', 'Submitted'),
    'reports.returned': text('退回修改', 'Returned'),
    'reports.frozen': text('定稿', 'Frozen'),
    'reports.published': text('发布', 'Published'),
    'reports.voided': text('作废', 'Voided'),
    'reports.benchmark_added': text('登记同行数据', 'Peer’s figure added'),
    'reports.benchmark_voided': text('作废同行数据', 'Peer’s figure voided'),
  },
  menu: [
    {
      title: text('领导驾驶舱', 'Cockpit'),
      path: '/cockpit',
      icon: 'cockpit',
      permission: 'reports.read',
      group: 'figures',
      order: 10,
    },
    {
      title: text('总结报告', 'Reports'),
      path: '/reports',
      icon: 'report',
      permission: 'reports.read',
      group: 'figures',
      order: 20,
    },
  ],
  problems: reportProblems,
})
