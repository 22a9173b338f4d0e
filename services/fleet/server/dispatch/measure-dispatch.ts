import { type RawBuilder, sql } from 'kysely'
import { startOfLocalDay } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { workingMinutesBetween } from '#engines/calendar/working-minutes-between.ts'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricRecord, MetricScope } from '#kernel/server-module.ts'

type Sql = RawBuilder<unknown>

const startOf = (scope: MetricScope) => sql`(${scope.from}::date::timestamp at time zone 'Asia/Shanghai')`
const endOf = (scope: MetricScope) => sql`((${scope.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`

interface FigureRow {
  id: string
  label: string
  at: string | null
  value: number
  detail: string
}

/** A figure over rows `(id, label, at, value, detail)`, so that it and the rows behind it are one definition. */
function figureOver(
  from: 'sum' | 'mean',
  hrefOf: (row: FigureRow) => string,
  rowsOf: (ctx: Ctx, scope: MetricScope) => Sql,
): MetricHandler {
  return {
    from,
    async value(ctx, scope) {
      const whole = from === 'mean' ? sql`avg(value)` : sql`coalesce(sum(value), 0)`
      const { rows } = await sql<{ value: number | null }>`
        select ${whole}::float8 as value from (${rowsOf(ctx, scope)}) found`.execute(ctx.db)
      return rows[0]?.value ?? null
    },
    async records(ctx, scope, page) {
      const { rows } = await sql<FigureRow>`
        select id, label, at, value::float8 as value, detail from (${rowsOf(ctx, scope)}) found
        where ${page.after}::uuid is null or id > ${page.after}::uuid order by id limit ${page.limit}`.execute(
        ctx.db,
      )
      return rows.map((row): MetricRecord => {
        return { ...row, at: row.at && new Date(row.at).toISOString(), href: hrefOf(row) }
      })
    },
  }
}

/** Of trips, those that take several. */
export const pooledRate = figureOver(
  'mean',
  ({ id }) => `/fleet/dispatch/${id}`,
  (_ctx, scope) => sql`
    select t.id, t.number as label, t.starts_at as at, v.plate as detail, case when (select count(*) from fleet.trip_request x
      where x.bureau_id = t.bureau_id and x.trip_id = t.id and x.removed_at is null) > 1 then 100 else 0 end as value
    from fleet.trip t join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    where t.bureau_id = kernel.bureau() and t.state <> 'CANCELLED'
      and t.starts_at >= ${startOf(scope)} and t.starts_at < ${endOf(scope)}`,
)

/** Requests whose time came without a vehicle. */
export const unservedCount = figureOver(
  'sum',
  ({ id }) => `/fleet/requests/${id}`,
  (ctx, scope) => sql`
    select r.id, r.number as label, r.starts_at as at, 1 as value, r.origin || '→' || r.destination as detail
    from fleet.request r where r.bureau_id = kernel.bureau() and r.state in ('APPROVED', 'DIVERTED')
      and r.starts_at >= ${startOf(scope)} and r.starts_at < least(${endOf(scope)}, ${ctx.now}::timestamptz)
      ${scope.unitId ? sql`and r.unit_id in (select directory.unit_and_below(${scope.unitId}))` : sql``}`,
)

interface VehicleUse {
  id: string
  plate: string
  minutes: number
}

/** Each vehicle in use with its percentage of the working hours. */
async function vehicleUse(ctx: Ctx, scope: MetricScope): Promise<(VehicleUse & { value: number })[]> {
  const end = new Date(Math.min(startOfLocalDay(scope.to).getTime() + 86_400_000, ctx.now.getTime()))
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const there = workingMinutesBetween(calendar, startOfLocalDay(scope.from), end)
  if (there <= 0) return []
  const left = sql`coalesce(t.left_at, t.starts_at)`
  const back = sql`coalesce(t.returned_at, t.ends_at)`
  const { rows } = await sql<VehicleUse>`
    select v.id, v.plate, coalesce((
      select sum(extract(epoch from least(${back}, ${end}::timestamptz) - greatest(${left}, ${startOf(scope)})) / 60)
      from fleet.trip t where t.bureau_id = v.bureau_id and t.vehicle_id = v.id and t.state <> 'CANCELLED'
        and t.starts_at < ${endOf(scope)} and t.starts_at >= ${startOf(scope)} - interval '31 days'
        and ${left} < ${end}::timestamptz and ${back} > ${startOf(scope)}), 0)::float8 as minutes
    from fleet.vehicle v where v.bureau_id = kernel.bureau() and v.state = 'IN_USE' order by v.id`.execute(
    ctx.db,
  )
  return rows.map((row) => ({ ...row, value: (row.minutes / there) * 100 }))
}

/** Use of the vehicles: the rows are the vehicles, the figure is their mean. */
export const utilisation: MetricHandler = {
  from: 'mean',
  async value(ctx, scope) {
    const rows = await vehicleUse(ctx, scope)
    return rows.length > 0 ? rows.reduce((sum, { value }) => sum + value, 0) / rows.length : null
  },
  async records(ctx, scope, page) {
    const rows = (await vehicleUse(ctx, scope)).filter(({ id }) => page.after === null || id > page.after)
    return rows.slice(0, page.limit).map(({ id, plate, minutes, value }) => ({
      id,
      label: plate,
      at: null,
      value,
      href: `/fleet/vehicles/${id}`,
      detail: `${Math.round(minutes / 60)} h`,
    }))
  },
}
