import type { Metric } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

const pieces = text('件', 'requests')

/** The figures of approvals; `server/metrics.ts` says how each is read. */
export const approvalMetrics = {
  'approvals.waiting.count': {
    title: text('审批中', 'Waiting for approval'),
    unit: pieces,
    definition: text(
      '期末已提交、尚未办结的申请件数；退回补充的不计。',
      'Requests handed in and not ended at the end of the period; those returned for completion are left out.',
    ),
    decimals: 0,
    better: 'less',
    kind: 'moment',
    adds: true,
    by: ['unit'],
  },
  'approvals.decided.count': {
    title: text('办结审批', 'Approvals decided'),
    unit: pieces,
    definition: text(
      '期内同意或不同意的申请件数；没有审批流、直接通过的不计。',
      'Requests approved or refused in the period; those that needed nobody’s approval are left out.',
    ),
    decimals: 0,
    kind: 'period',
    adds: true,
    by: ['unit'],
  },
  'approvals.hours-to-decision.median': {
    title: text('审批用时中位数', 'Median time to a decision'),
    unit: text('小时', 'hours'),
    definition: text(
      '期内办结的申请，从（最后一次）提交到办结的自然小时数的中位数。',
      'Over the requests decided in the period, the median of the hours from (the last) handing in to the decision.',
    ),
    decimals: 1,
    better: 'less',
    kind: 'period',
    adds: false,
    by: ['unit'],
  },
  'approvals.overdue.count': {
    title: text('超时步骤', 'Overdue steps'),
    unit: text('步', 'steps'),
    definition: text(
      '时限在期内、到时未办结的审批步骤数，后来办结的也计。',
      'Steps due in the period that were not decided by then, also those decided later.',
    ),
    decimals: 0,
    better: 'less',
    kind: 'period',
    adds: true,
    by: ['unit'],
  },
} as const satisfies Record<string, Metric>
