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
    title: text('用车按时审批率', 'Requests approved in time'),
    unit: text('%', '%'),
    definition: text(
      '需要审批的用车申请中，出车前已批准的占比：一般申请按出车时间归期（已出车的按实际出车，未出车的按申请的出发时间），出发时间已过仍未批准的算未按时；先派后批的应急用车按补批时限归期，时限内批准的算按时。出发前不同意、撤回、取消、改乘的，以及从表格导入没有审批记录的不计。',
      'Of the requests that need approval, the share approved before they left: by the moment of leaving, or of the wished departure where none left; past it without approval is late. An emergency dispatched first counts when its approval falls due, and is in time until then. Those refused, withdrawn, cancelled or diverted before departure, and imported ones without a record of approval, are not counted.',
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
