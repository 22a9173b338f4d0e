import { type RawBuilder, sql } from 'kysely'
import type { MetricHandler, MetricScope } from '#kernel/server-module.ts'
import type { rentalMetrics } from '../../rental-metrics.ts'
import { within } from '../accounts/month.ts'

/** Rides in rented vehicles of the period by the plan, recorded, for the unit that asked. */
const tables = (scope: MetricScope) => sql`fleet.rental n
  join fleet.request q on q.bureau_id = n.bureau_id and q.id = n.request_id
  where n.bureau_id = kernel.bureau() and n.state = 'RETURNED' and ${within('n.starts_at', scope)}
    and (${scope.unitId ?? null}::uuid is null
      or q.unit_id in (select directory.unit_and_below(${scope.unitId ?? null}::uuid)))`

/** A figure and the rows behind it from one definition. */
function rentalFigure(worth: RawBuilder<unknown>): MetricHandler {
  return {
    from: 'sum',
    async value(ctx, scope) {
      const { rows } = await sql<{ value: number }>`
        select coalesce(sum(${worth}), 0)::float8 as value from ${tables(scope)}`.execute(ctx.db)
      return rows[0]!.value
    },
    async records(ctx, scope, page) {
      const { rows } = await sql<{ id: string; label: string; at: string; value: number; detail: string }>`
        select n.id, n.number as label, n.starts_at as at, (${worth})::float8 as value,
          q.destination || ' ' || n.distance_km || ' km' as detail
        from ${tables(scope)} and (${page.after}::uuid is null or n.id > ${page.after}::uuid)
        order by n.id limit ${page.limit}`.execute(ctx.db)
      return rows.map((row) => ({
        ...row,
        at: new Date(row.at).toISOString(),
        href: `/fleet/rentals/${row.id}`,
      }))
    },
  }
}

export const rentalMetricHandlers: Record<keyof typeof rentalMetrics, MetricHandler> = {
  'rentals.count': rentalFigure(sql`1`),
  'rentals.distance-km.sum': rentalFigure(sql`n.distance_km`),
  'rentals.cost.yuan': rentalFigure(sql`n.cost_fen / 100.0`),
}
