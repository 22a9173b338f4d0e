import type { Metric } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

const percent = text('%', '%')

/** Figures of dispatching; `server/dispatch/measure-dispatch.ts` says how each is read. */
export const dispatchMetrics = {
  'trips.pooled.rate': {
    title: text('拼车率', 'Trips shared'),
    unit: percent,
    definition: text(
      '期内出发、未取消的派车单中，同时服务两张以上申请的占比。',
      'Of the trips that begin in the period and were not cancelled, the share that takes two requests or more.',
    ),
    decimals: 1,
    kind: 'period',
    adds: false,
    better: 'more',
    by: [],
    plausible: { min: 0, max: 100, reason: text('比例应在 0 至 100 之间', 'A share lies between 0 and 100') },
  },
  'vehicles.utilisation.rate': {
    title: text('车辆利用率', 'Use of the vehicles'),
    unit: percent,
    definition: text(
      '每辆在用车辆期内出车占用的时间与同期工作时间之比，再对各车取平均；未到的时间不计。',
      'Of each vehicle in use, the time held by trips in the period by the working hours so far; the mean over the vehicles.',
    ),
    decimals: 1,
    kind: 'period',
    adds: false,
    better: 'more',
    by: [],
    plausible: {
      min: 0,
      max: 300,
      reason: text('利用率超过工作时间三倍，请核对', 'More than three times the working hours; please check'),
    },
  },
  'trips.unserved.count': {
    title: text('未能派车的申请', 'Requests without a vehicle'),
    unit: text('件', 'requests'),
    definition: text(
      '用车开始时间在期内、已经过去，审批通过却没有派到车的申请数；含改乘其他方式的。',
      'Requests approved whose time has come in the period and that got no vehicle, those that went another way included.',
    ),
    decimals: 0,
    kind: 'period',
    adds: true,
    better: 'less',
    by: ['unit'],
  },
} as const satisfies Record<string, Metric>
