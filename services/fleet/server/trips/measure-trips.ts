import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricScope } from '#kernel/server-module.ts'
import type { tripMetrics } from '../../trip-metrics.ts'

type Sql = RawBuilder<unknown>

/** The first moment of the period, and the first after it, in China. */
const startOf = ({ from }: MetricScope) => sql`(${from}::date::timestamp at time zone 'Asia/Shanghai')`
const endOf = ({ to }: MetricScope) => sql`((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`

/** Trips `t` of the period by the plan, for the unit that asked first (of booking `b`). */
const tables = sql`fleet.trip t join bookings.booking b on b.bureau_id = t.bureau_id and b.id = t.id`

function within(scope: MetricScope): Sql {
  const parts = [
    sql`t.bureau_id = kernel.bureau()`,
    sql`t.starts_at >= ${startOf(scope)}`,
    sql`t.starts_at < ${endOf(scope)}`,
  ]
  if (scope.unitId) parts.push(sql`b.unit_id in (select directory.unit_and_below(${scope.unitId}))`)
  return sql.join(parts, sql` and `)
}

interface FigureOf {
  /** Which trips count, besides period and unit. */
  where: Sql
  /** What one is worth; absent for a count. */
  worth?: Sql
  detail?: Sql
}

/** A figure over trips, so that it and the rows behind it come from one definition. */
function tripFigure(
  from: 'sum' | 'mean',
  figureOf: (ctx: Ctx, scope: MetricScope) => FigureOf | Promise<FigureOf>,
): MetricHandler {
  const whole = from === 'mean' ? sql`avg` : sql`sum`
  return {
    from,
    async value(ctx, scope) {
      const { where, worth = sql`1` } = await figureOf(ctx, scope)
      const { rows } = await sql<{ value: number | null }>`
        select ${whole}(${worth})::float8 as value from ${tables} where ${within(scope)} and ${where}`.execute(
        ctx.db,
      )
      return rows[0]?.value ?? (from === 'mean' ? null : 0)
    },
    async records(ctx, scope, page) {
      const { where, worth = sql`1`, detail = sql`''` } = await figureOf(ctx, scope)
      const { rows } = await sql<{ id: string; label: string; at: string; value: number; detail: string }>`
        select t.id, t.number as label, t.starts_at as at, (${worth})::float8 as value, (${detail})::text as detail
        from ${tables} where ${within(scope)} and ${where} and (${page.after}::uuid is null or t.id > ${page.after}::uuid)
        order by t.id limit ${page.limit}`.execute(ctx.db)
      return rows.map((row) => ({
        ...row,
        at: new Date(row.at).toISOString(),
        href: `/fleet/trips/${row.id}`,
      }))
    },
  }
}

const back = sql`t.state = 'COMPLETED'`
const cost = sql`(select coalesce(sum(c.amount_fen), 0) from fleet.trip_cost c
  where c.bureau_id = t.bureau_id and c.trip_id = t.id)`
const inYuan = sql`${cost} / 100.0`
const driven = sql`t.distance_km || ' km'`

/** Kilometres of the trips that are back, by which each trip's cost is divided: so the rows add up to the rate. */
async function kilometres(ctx: Ctx, scope: MetricScope): Promise<number> {
  const { rows } = await sql<{ km: number | null }>`
    select sum(t.distance_km)::float8 as km from ${tables} where ${within(scope)} and ${back}`.execute(ctx.db)
  return rows[0]?.km ?? 0
}

/** How each figure is read, and the rows behind it; the same definition gives both. */
export const tripMetricHandlers: Record<keyof typeof tripMetrics, MetricHandler> = {
  'trips.completed.count': tripFigure('sum', () => ({ where: back, detail: driven })),
  'trips.cancelled.count': tripFigure('sum', () => ({
    where: sql`t.state = 'CANCELLED'`,
    detail: sql`coalesce(t.cancel_reason, '')`,
  })),
  'trips.distance-km.sum': tripFigure('sum', () => ({ where: back, worth: sql`t.distance_km` })),
  'trips.cost-yuan.sum': tripFigure('sum', () => ({
    where: sql`${cost} <> 0`,
    worth: inYuan,
    detail: driven,
  })),
  'trips.cost-per-km.yuan': tripFigure('sum', async (ctx, scope) => {
    const km = await kilometres(ctx, scope)
    return {
      where: km > 0 ? back : sql`false`,
      worth: sql`${cost} / 100.0 / ${km}::float8`,
      detail: sql`round(${inYuan}, 2) || ' 元 / ' || t.distance_km || ' km'`,
    }
  }),
  // A sheet has one pair of times only, so nothing can be said of its punctuality.
  'trips.on-time.rate': tripFigure('mean', () => ({
    where: sql`t.left_at is not null and not t.imported`,
    worth: sql`case when t.left_at <= t.starts_at + interval '10 minutes' then 100 else 0 end`,
    detail: sql`to_char(t.left_at at time zone 'Asia/Shanghai', 'HH24:MI')`,
  })),
  'trips.red.count': tripFigure('sum', () => ({ where: sql`t.light = 'RED'` })),
}
