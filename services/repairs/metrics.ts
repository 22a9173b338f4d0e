import type { Metric } from '#kernel/contract/module.ts'
import { type Text, text } from '#kernel/contract/text.ts'

const piece = text('件', 'repairs')
const count = (title: Text, definition: Text, better?: 'more' | 'less'): Metric => ({
  title,
  unit: piece,
  definition,
  decimals: 0,
  ...(better ? { better } : {}),
  kind: 'period',
  adds: true,
})

/** The figures of the repairs; `server/metrics.ts` says how each is read. */
export const repairsMetrics = {
  'repairs.reported.count': count(
    text('报修总数', 'Repairs reported'),
    text(
      '期内报修的工单数；作废和并入他单的不计。',
      'Orders reported in the period; voided and merged ones are left out.',
    ),
  ),
  'repairs.large.completed.count': count(
    text('完成大型维修改造', 'Major repairs completed'),
    text(
      '完工日期在期内、等级为大型维修改造的工单数。',
      'Orders graded major whose work was finished in the period.',
    ),
    'more',
  ),
  'repairs.small.completed.count': count(
    text('完成小修急修', 'Minor and urgent repairs completed'),
    text(
      '完工日期在期内、等级为小修或急修的工单数。',
      'Orders graded minor or urgent whose work was finished in the period.',
    ),
    'more',
  ),
  'repairs.open.count': {
    ...count(
      text('未办结报修', 'Repairs still open'),
      text(
        '期末及以前报修、到期末仍未完工的工单数；作废和并入他单的不计。',
        "Orders reported by the period's end and not finished by then; voided and merged ones are left out.",
      ),
      'less',
    ),
    kind: 'moment',
  },
  'repairs.on-time.rate': {
    title: text('按时办结率', 'Finished on time'),
    unit: text('%', '%'),
    definition: text(
      '期内完工且有承诺时限的工单中，在承诺时限内完工的占比；暂停时间不计。',
      'Share of orders finished in the period, of those with a promise, that were finished within it; held time does not count.',
    ),
    decimals: 1,
    better: 'more',
    target: 95,
    plausible: { min: 0, max: 100, reason: text('比例应在 0 至 100 之间', 'A share lies between 0 and 100') },
    kind: 'period',
    adds: false,
  },
  'repairs.respond-minutes.median': {
    title: text('响应时间中位数', 'Median time to respond'),
    unit: text('分钟', 'minutes'),
    definition: text(
      '期内报修、已有人响应的工单，从报修到首次人工响应的工作分钟数的中位数。',
      'Median of the working minutes from report to the first answer by a person, of orders reported in the period.',
    ),
    decimals: 0,
    better: 'less',
    target: 30,
    plausible: {
      min: 0,
      max: 10_000,
      reason: text('响应超过 10000 分钟，请核对', 'More than 10,000 minutes; please check'),
    },
    kind: 'period',
    adds: false,
  },
  'repairs.satisfaction.mean': {
    title: text('维修满意度', 'Satisfaction with repairs'),
    unit: text('分', 'of 5'),
    definition: text(
      '期内作出的评价，总体评分（1–5 分）的平均数。',
      'Mean of the overall ratings (1 to 5) of orders finished in the period.',
    ),
    decimals: 2,
    better: 'more',
    target: 4.5,
    plausible: { min: 1, max: 5, reason: text('评分应在 1 至 5 之间', 'A rating lies between 1 and 5') },
    kind: 'period',
    adds: false,
  },
  'repairs.repeat.count': count(
    text('重复报修', 'Repeat faults'),
    text(
      '期内报修的工单中，同一地点同类故障在 30 天内曾经报修的件数。',
      'Orders reported in the period for which the same kind of fault at the same place was reported within the 30 days before.',
    ),
    'less',
  ),
  'repairs.cost-yuan.sum': {
    title: text('维修费用', 'Cost of repairs'),
    unit: text('元', 'yuan'),
    definition: text(
      '期内登记的材料、人工、外包等费用之和，更正按更正日计入。',
      'Parts, labour, outsourced and other cost entries of the period; a correction counts on its own day.',
    ),
    decimals: 2,
    better: 'less',
    kind: 'period',
    adds: true,
  },
} as const satisfies Record<string, Metric>
