import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricRecord, MetricScope } from '#kernel/server-module.ts'

type Sql = RawBuilder<unknown>

/** The first moment of the period, and the first after it, in China. */
export const startOf = (scope: MetricScope) =>
  sql`(${scope.from}::date::timestamp at time zone 'Asia/Shanghai')`
export const endOf = (scope: MetricScope) =>
  sql`((${scope.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`

/** Meetings `m` with their bookings `b`. */
export const meetingTables = sql`meetings.meeting m
  join bookings.booking b on b.bureau_id = m.bureau_id and b.id = m.booking_id`

/** Meetings of the period and place, by the moment that puts a row into the period. */
export function within({ unitId, siteId, ...scope }: MetricScope, at: Sql = sql`b.starts_at`): Sql {
  const parts = [sql`${at} >= ${startOf(scope)}`, sql`${at} < ${endOf(scope)}`]
  if (unitId) parts.push(sql`b.unit_id in (select directory.unit_and_below(${unitId}))`)
  if (siteId)
    parts.push(sql`exists (select from bookings.claim c join meetings.room r on r.bureau_id = c.bureau_id
      and r.id = c.resource_id where c.bureau_id = b.bureau_id and c.booking_id = b.id and r.site_id = ${siteId})`)
  return sql.join(parts, sql` and `)
}

interface FigureOf {
  /** Which meetings count, besides period and place. */
  where: Sql
  /** What one is worth; absent for a count. */
  worth?: Sql
  /** The moment that puts it into the period; absent: its beginning. */
  at?: Sql
  /** A table joined with at most one row a meeting. */
  joined?: Sql
}

interface Row {
  id: string
  label: string
  at: string
  value: number
  detail: string
}

/** A figure over meetings, so that it and the rows behind it come from one definition. */
export function meetingFigure(
  from: MetricHandler['from'],
  figureOf: (ctx: Ctx, scope: MetricScope) => FigureOf | Promise<FigureOf>,
): MetricHandler {
  const whole = from === 'mean' ? 'avg' : 'sum'
  const one = sql`1`
  return {
    from,
    async value(ctx, scope) {
      const { where, worth = one, at, joined = sql`` } = await figureOf(ctx, scope)
      const { rows } = await sql<{ value: number | null }>`
        select ${sql.raw(whole)}((${worth})::float8) as value from ${meetingTables} ${joined}
        where ${within(scope, at)} and ${where}`.execute(ctx.db)
      return rows[0]?.value ?? (from === 'mean' ? null : 0)
    },
    async records(ctx, scope, page) {
      const { where, worth = one, at, joined = sql`` } = await figureOf(ctx, scope)
      const { rows } = await sql<Row>`
        select b.id, m.number as label, ${at ?? sql`b.starts_at`} as at, (${worth})::float8 as value,
          case when b.private then '' else b.title end as detail
        from ${meetingTables} ${joined}
        where ${within(scope, at)} and ${where} and (${page.after}::uuid is null or b.id > ${page.after}::uuid)
        order by b.id limit ${page.limit}`.execute(ctx.db)
      return rows.map(recordOf)
    },
  }
}

function recordOf({ id, label, at, value, detail }: Row): MetricRecord {
  return { id, label, at: new Date(at).toISOString(), value, href: `/meetings/${id}`, detail }
}
