import type { Metric } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

const opinions = text('条', 'opinions')

/** Figures of opinions; `server/opinions/measure-opinions.ts` says how each is read. Anonymous ones belong to no unit. */
export const opinionMetrics = {
  'opinions.received.count': {
    title: text('公车意见和建议', 'Opinions on official vehicles'),
    unit: opinions,
    definition: text(
      '期内乘车人和职工就公务用车、公车改革提出的意见、建议和表扬数；撤回的不计。按单位分解时不含匿名的。',
      'Opinions, proposals and praise given in the period, those withdrawn left out. By unit without the anonymous ones.',
    ),
    decimals: 0,
    kind: 'period',
    adds: true,
    by: ['unit'],
  },
  'opinions.answered-in-time.rate': {
    title: text('公车意见按期答复率', 'Opinions answered in time'),
    unit: text('%', '%'),
    definition: text(
      '答复期限在期内的意见中，按期答复的占比；期限未到又未答复的、撤回的不计。',
      'Of the opinions whose day of answer lies in the period, the share answered by then; those still open before their day and those withdrawn are left out.',
    ),
    decimals: 1,
    better: 'more',
    target: 100,
    plausible: { min: 0, max: 100, reason: text('比例应在 0 至 100 之间', 'A share lies between 0 and 100') },
    kind: 'period',
    adds: false,
    by: ['unit'],
  },
  'opinions.adopted.count': {
    title: text('采纳的公车意见', 'Opinions adopted'),
    unit: opinions,
    definition: text(
      '期内采纳并写明改了什么的意见和建议数。',
      'Opinions adopted in the period, with what was changed.',
    ),
    decimals: 0,
    better: 'more',
    kind: 'period',
    adds: true,
    by: ['unit'],
  },
} as const satisfies Record<string, Metric>
