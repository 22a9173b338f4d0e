import { text } from '#kernel/contract/text.ts'
import { defineMessages } from '#kernel/web/messages.ts'

export const messages = defineMessages({
  exceptions: text('先看例外', 'Exceptions first'),
  hint: text(
    '近 90 天；每一条都能打开到原始记录。只读。',
    'The last 90 days; each opens down to the record itself. Read only.',
  ),
  overdue: text('超期未办结', 'Overdue and open'),
  late: text('办结但超期', 'Finished late'),
  voided: text('作废', 'Voided'),
  reopened: text('办结后又变动', 'Changed after the close'),
  corrected: text('费用更正', 'Costs corrected'),
  opened: text('查看受限工单', 'Restricted orders opened'),
  none: text('没有', 'None'),
  all: text('全部', 'All'),
  atLeast: text('{n}+', '{n}+'),
  nobody: text('系统', 'System'),
  evidence: text('数据和凭据', 'Figures and evidence'),
  figures: text('全部指标', 'All figures'),
  figuresNote: text('每个数字打开到记录', 'Every number opens to its rows'),
  reports: text('总结报告', 'Reports'),
  reportsNote: text('定稿与差异', 'Frozen texts and differences'),
  trail: text('审计记录', 'Audit trail'),
  trailNote: text('谁、何时、为何；可导出', 'Who, when and why; to export'),
  orders: text('全部工单', 'All orders'),
  ordersNote: text('流转台账到每一分钟', 'Ledgers to the minute'),
})
