import type { Metric } from '#kernel/contract/module.ts'
import { type Text, text } from '#kernel/contract/text.ts'

const figure = (title: Text, unit: Text, definition: Text, more: Partial<Metric> = {}): Metric => ({
  title,
  unit,
  definition,
  decimals: 0,
  kind: 'period',
  adds: true,
  by: ['unit'],
  ...more,
})
const trips = text('趟', 'trips')

/** Figures of trips; `server/trips/measure-trips.ts` says how each is read. A pooled trip counts for the unit that asked first. */
export const tripMetrics = {
  'trips.completed.count': figure(
    text('完成出车', 'Trips completed'),
    trips,
    text('计划出车日期在期内、已收车的趟数。', 'Trips planned to begin in the period that are back.'),
  ),
  'trips.cancelled.count': figure(
    text('取消出车', 'Trips cancelled'),
    trips,
    text('计划出车日期在期内、被取消的趟数。', 'Trips planned to begin in the period that were cancelled.'),
    { better: 'less' },
  ),
  'trips.distance-km.sum': figure(
    text('行驶里程', 'Distance driven'),
    text('公里', 'km'),
    text(
      '期内完成的出车，收车里程减出车里程之和。',
      'Of the trips completed in the period, the odometer on coming back less that on leaving.',
    ),
  ),
  'trips.cost-yuan.sum': figure(
    text('出车费用', 'Cost of trips'),
    text('元', 'CNY'),
    text(
      '期内出车登记的燃油、充电、路桥、停车等费用之和，含更正。',
      'Fuel, charging, tolls, parking and the rest noted for trips of the period, with corrections.',
    ),
    { decimals: 2 },
  ),
  'trips.cost-per-km.yuan': figure(
    text('每公里费用', 'Cost per kilometre'),
    text('元/公里', 'CNY/km'),
    text(
      '期内完成的出车，费用之和除以里程之和。展开的每一行是该趟费用除以总里程，相加即为此数。',
      'Of the trips completed in the period, their cost by their kilometres. Each row behind it is one trip’s cost by all kilometres; together they make the figure.',
    ),
    {
      decimals: 3,
      better: 'less',
      adds: false,
      plausible: {
        min: 0,
        max: 20,
        reason: text('每公里超过 20 元，请核对', 'More than ¥20 a km; please check'),
      },
    },
  ),
  'trips.on-time.rate': figure(
    text('准时出车率', 'Left on time'),
    text('%', '%'),
    text(
      '计划出车日期在期内、已出车的，在计划时刻后 10 分钟以内出车的占比；导入的记录没有计划时刻，不计。',
      'Of the trips planned to begin in the period that left, the share that left at most 10 minutes after the plan; imported ones have no plan and are left out.',
    ),
    {
      decimals: 1,
      better: 'more',
      target: 95,
      adds: false,
      plausible: {
        min: 0,
        max: 100,
        reason: text('比例应在 0 至 100 之间', 'A share lies between 0 and 100'),
      },
    },
  ),
  'trips.red.count': figure(
    text('异常出车', 'Trips not in order'),
    trips,
    text(
      '计划出车日期在期内、申请、审批、出车和里程核对为红灯的趟数。',
      'Trips planned to begin in the period whose request, approval, trip and odometer give a red light.',
    ),
    { better: 'less' },
  ),
} as const satisfies Record<string, Metric>
