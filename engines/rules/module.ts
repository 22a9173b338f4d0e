import { defineModule } from '#kernel/contract/module.ts'
import { centreRoles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { readActions } from './actions-read.ts'
import { writeActions } from './actions-write.ts'
import { rulesEvents } from './event-words.ts'
import { rulesProblems } from './problems.ts'

/** National and local limits as dated data with their source, and what they decided. */
export const rules = defineModule({
  name: 'rules',
  title: text('规则', 'Rules'),
  dependsOn: ['directory'],
  permissions: {
    'rules.read': {
      title: text('查看规则和使用记录', 'Read rules and what they decided'),
      roles: centreRoles,
    },
    'rules.write': { title: text('维护规则限值', 'Keep the values of rules'), roles: ['director', 'admin'] },
  },
  actions: { ...readActions, ...writeActions },
  events: rulesEvents,
  menu: [
    {
      title: text('规则', 'Rules'),
      path: '/rules',
      icon: 'rules',
      permission: 'rules.read',
      group: 'manage',
      order: 35,
    },
  ],
  jobs: {
    // Bureaus that were there before a release get its values the night after, or at their first use.
    'load-national': { title: text('载入全国规则', 'Load national rules'), cron: '40 3 * * *' },
  },
  metrics: {
    'rules.refused.count': {
      title: text('因超出限值未予办理', 'Refused for a limit'),
      unit: text('次', 'times'),
      definition: text(
        '期内因超出“阻止”类限值而未予办理的次数，同一事项多次提交的分别计算；只是试算或只作提醒的不计。',
        'How often work was refused in the period for being beyond a limit that stops; each attempt counts, trying a number out does not.',
      ),
      better: 'less',
      kind: 'period',
      adds: true,
      by: ['unit'],
    },
    'rules.warned.count': {
      title: text('超出限值的提醒', 'Warnings for a limit'),
      unit: text('次', 'times'),
      definition: text(
        '期内办理时超出“提醒”类限值、仍予办理的次数；C 级依据只提示，不计。',
        'How often work went on in the period although it was beyond a limit that warns; values marked C only inform and do not count.',
      ),
      better: 'less',
      kind: 'period',
      adds: true,
      by: ['unit'],
    },
  },
  imports: { 'rule-values': { title: text('规则限值', 'Values of rules'), permission: 'rules.write' } },
  problems: rulesProblems,
})
