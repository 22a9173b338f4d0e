import type { Metric } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

const requests = text('张', 'requests')

/** Figures of requests; `server/requests/measure-requests.ts` says how each is read. */
export const requestMetrics = {
  'requests.submitted.count': {
    title: text('用车申请', 'Requests for vehicles'),
    unit: requests,
    definition: text(
      '期内提交的用车申请数，包括后来撤回、取消和改乘的。可按单位分解。',
      'Requests submitted in the period, those withdrawn, cancelled or diverted later included.',
    ),
    decimals: 0,
    kind: 'period',
    adds: true,
    by: ['unit'],
  },
  'requests.diverted.count': {
    title: text('改乘班车或出租车', 'Went by shuttle or taxi instead'),
    unit: requests,
    definition: text(
      '期内提交的申请中，改乘通勤班车、出租车或网约车，没有派公务用车的。',
      'Of the requests submitted in the period, those that went by shuttle or taxi and took no vehicle of ours.',
    ),
    decimals: 0,
    better: 'more',
    kind: 'period',
    adds: true,
    by: ['unit'],
  },
  'requests.approved-in-time.rate': {
    title: text('应急用车按时补批率', 'Emergencies approved in time'),
    unit: text('%', '%'),
    definition: text(
      '先派后批的应急用车中，补批时限在期内的，按时批准的占比。常规申请的审批用时由审批流统计。',
      'Of the emergencies dispatched first whose approval fell due in the period, the share approved in time.',
    ),
    decimals: 1,
    better: 'more',
    target: 100,
    plausible: { min: 0, max: 100, reason: text('比例应在 0 至 100 之间', 'A share lies between 0 and 100') },
    kind: 'period',
    adds: false,
    by: ['unit'],
  },
  'trips.satisfaction.mean': {
    title: text('用车满意度', 'Satisfaction with rides'),
    unit: text('分', 'of 5'),
    definition: text(
      '期内乘车人作出的总体评价（1–5 分）的平均数。',
      'Mean of the passengers’ ratings (1 to 5) given in the period.',
    ),
    decimals: 2,
    better: 'more',
    target: 4.5,
    plausible: { min: 1, max: 5, reason: text('评分应在 1 至 5 之间', 'A rating lies between 1 and 5') },
    kind: 'period',
    adds: false,
    by: ['unit'],
  },
} as const satisfies Record<string, Metric>
