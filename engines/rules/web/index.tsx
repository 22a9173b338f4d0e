import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { rules } from '../module.ts'

export const web: WebModule = {
  module: rules,
  pages: [
    {
      path: '/rules',
      title: text('规则', 'Rules'),
      permission: 'rules.read',
      load: () => import('./rules-page.tsx'),
    },
    {
      path: '/rules/decisions',
      title: text('规则使用记录', 'Decisions of rules'),
      permission: 'rules.read',
      load: () => import('./decisions-page.tsx'),
    },
    {
      path: '/rules/:ruleId',
      title: text('规则', 'Rule'),
      permission: 'rules.read',
      load: () => import('./rule-page.tsx'),
    },
  ],
  live: {
    'rules.rule_value': ['/rules'],
    'rules.decision': ['/rules', '/rule-decisions'],
    'rules.setting': ['/rules', '/rules-setting'],
  },
}
