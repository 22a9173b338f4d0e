import type { Metric } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'

/** Figures of rented vehicles; `server/rentals/measure-rentals.ts` says how each is read. */
export const rentalMetrics = {
  'rentals.count': {
    title: text('租用社会车辆', 'Rides in rented vehicles'),
    unit: text('次', 'rides'),
    definition: text(
      '计划出车日期在期内、已登记结果的租车次数；取消的不计。不在完成出车之内。',
      'Rides in rented vehicles planned to begin in the period and recorded; those called off are left out. They are not among the trips completed.',
    ),
    decimals: 0,
    kind: 'period',
    adds: true,
    by: ['unit'],
  },
  'rentals.distance-km.sum': {
    title: text('租车里程', 'Distance in rented vehicles'),
    unit: text('公里', 'km'),
    definition: text(
      '计划出车日期在期内、已登记结果的租车里程之和。不在行驶里程之内。',
      'What the rides in rented vehicles planned to begin in the period drove. It is not among the distance of own trips.',
    ),
    decimals: 0,
    kind: 'period',
    adds: true,
    by: ['unit'],
  },
  'rentals.cost.yuan': {
    title: text('租车费用', 'Cost of rented vehicles'),
    unit: text('元', 'CNY'),
    definition: text(
      '计划出车日期在期内、已登记结果的租车费用之和。不在公务用车费用和出车费用之内。',
      'What the rides in rented vehicles planned to begin in the period cost. It is not among the cost of official vehicles or of trips.',
    ),
    decimals: 2,
    better: 'less',
    kind: 'period',
    adds: true,
    by: ['unit'],
  },
} as const satisfies Record<string, Metric>
