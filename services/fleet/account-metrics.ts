import type { Metric } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

/** Figures of the accounts; `server/accounts/metrics.ts` says how each is read. None of them has a place. */
export const accountMetrics = {
  'vehicles.cost.sum': {
    title: text('公务用车费用', 'Cost of official vehicles'),
    unit: text('元', 'yuan'),
    definition: text(
      '计划出车时间在期内的出车费用（燃油、充电、路桥、停车、洗车、其他），加期内的保养维修费和按天分摊的保险费；每行一辆车。',
      'Costs of the trips that were to begin in the period, upkeep in it, and the days’ share of premiums; a row for each vehicle.',
    ),
    decimals: 2,
    better: 'less',
    kind: 'period',
    adds: true,
    by: [],
  },
  'fleet.fuel-per-100km.litres': {
    title: text('百公里油耗', 'Fuel for 100 km'),
    unit: text('升', 'l'),
    definition: text(
      '期内加油量除以燃油车（不含纯电动）的出车里程，再乘 100；每行是一辆车的加油量在其中的份额。',
      'Litres filled in, by the kilometres of vehicles with a tank, times 100; each row is a vehicle’s share.',
    ),
    decimals: 2,
    better: 'less',
    plausible: {
      // 0: no litres are on record, as in a sheet that has the yuan only.
      min: 0,
      max: 40,
      reason: text('百公里油耗不应超过 40 升', 'At most 40 l for 100 km'),
    },
    kind: 'period',
    adds: false,
    by: [],
  },
  'fleet.km-per-vehicle.mean': {
    title: text('车均里程', 'Kilometres a vehicle'),
    unit: text('公里', 'km'),
    definition: text(
      '期内在册车辆出车里程的平均数；没有出车的车按 0 计。',
      'The mean of the kilometres of the vehicles on the book in the period; those that stood count as 0.',
    ),
    decimals: 0,
    kind: 'period',
    adds: false,
    by: [],
  },
  'fleet.safety-meetings.count': {
    title: text('车辆安全学习会议', 'Vehicle safety meetings'),
    unit: text('次', 'meetings'),
    definition: text(
      '期内召开并登记的车辆安全学习会议次数；作废的不计。',
      'Safety meetings held in the period; voided ones are left out.',
    ),
    decimals: 0,
    better: 'more',
    kind: 'period',
    adds: true,
    by: [],
  },
  'fleet.days-without-injury.count': {
    title: text('无伤人事故天数', 'Days without injury'),
    unit: text('天', 'days'),
    definition: text(
      '到期末为止，距最近一次有人伤亡的车辆事故的天数；没有发生过的，从第一次出车起算。',
      'Days at the end of the period since the last accident in which somebody was hurt, or since the first trip.',
    ),
    decimals: 0,
    better: 'more',
    kind: 'moment',
    adds: false,
    by: [],
  },
} as const satisfies Record<string, Metric>
