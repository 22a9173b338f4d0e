import { sql } from 'kysely'
import { orderFigures } from '#engines/orders/server/api.ts'
import type { MetricHandler } from '#kernel/server-module.ts'
import type { repairsMetrics } from '../metrics.ts'

const figures = orderFigures(
  'repairs',
  (orderId) => `/repairs/${orderId}`,
  // Only the few that a figure tells apart: an order without a row here is a small repair, and the first of its kind.
  sql`left join repairs.repair r on r.bureau_id = o.bureau_id and r.order_id = o.id
    and (r.grade = 'MAJOR_REPAIR' or r.repeat_of_id is not null)`,
)
const major = sql`r.grade is not distinct from 'MAJOR_REPAIR'`

/** How each figure is read, and the rows behind it; the same query gives both. */
export const repairsMetricHandlers: Record<keyof typeof repairsMetrics, MetricHandler> = {
  'repairs.reported.count': figures.reported(),
  'repairs.large.completed.count': figures.finished(major),
  'repairs.small.completed.count': figures.finished(sql`not ${major}`),
  'repairs.open.count': figures.open(),
  'repairs.on-time.rate': figures.onTimeRate(),
  'repairs.respond-minutes.median': figures.respondMinutes(),
  'repairs.satisfaction.mean': figures.satisfaction(),
  'repairs.repeat.count': figures.reported(sql`r.repeat_of_id is not null`),
  'repairs.cost-yuan.sum': figures.costYuan(),
}
