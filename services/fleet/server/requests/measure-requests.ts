import { type RawBuilder, sql } from 'kysely'
import type { MetricHandler, MetricScope } from '#kernel/server-module.ts'
import type { requestMetrics } from '../../request-metrics.ts'

type Sql = RawBuilder<unknown>

interface FigureOf {
  /** Which requests count, besides period and unit. */
  where?: Sql
  /** What one is worth; absent for a count. */
  worth?: Sql
  /** The moment that puts it into the period; absent: when it was submitted. */
  at?: Sql
  /** A table joined with at most one row a request. */
  joined?: Sql
}

/** A figure over requests, so that it and the rows behind it come from one definition. */
function requestFigure(from: MetricHandler['from'], figure: FigureOf = {}): MetricHandler {
  const { where = sql`true`, worth = sql`1`, at = sql`q.submitted_at`, joined = sql`` } = figure
  const tables = (scope: MetricScope) => sql`fleet.request q ${joined}
    where q.bureau_id = kernel.bureau()
      and ${at} >= (${scope.from}::date::timestamp at time zone 'Asia/Shanghai')
      and ${at} < ((${scope.to}::date + 1)::timestamp at time zone 'Asia/Shanghai') and ${where}
      and (${scope.unitId ?? null}::uuid is null or q.unit_id in (select directory.unit_and_below(${scope.unitId ?? null}::uuid)))`
  return {
    from,
    async value(ctx, scope) {
      const whole = sql.raw(from === 'mean' ? 'avg' : 'sum')
      const { rows } = await sql<{ value: number | null }>`
        select ${whole}((${worth})::float8) as value from ${tables(scope)}`.execute(ctx.db)
      return rows[0]?.value ?? (from === 'mean' ? null : 0)
    },
    async records(ctx, scope, page) {
      const { rows } = await sql<{ id: string; label: string; at: string; value: number; detail: string }>`
        select q.id, q.number as label, ${at} as at, (${worth})::float8 as value, q.destination as detail
        from ${tables(scope)} and (${page.after}::uuid is null or q.id > ${page.after}::uuid)
        order by q.id limit ${page.limit}`.execute(ctx.db)
      return rows.map(({ id, label, at: moment, value, detail }) => ({
        id,
        label,
        at: new Date(moment).toISOString(),
        value,
        href: `/fleet/requests/${id}`,
        detail,
      }))
    },
  }
}

export const requestMetricHandlers: Record<keyof typeof requestMetrics, MetricHandler> = {
  'requests.submitted.count': requestFigure('sum'),
  'requests.diverted.count': requestFigure('sum', { where: sql`q.state = 'DIVERTED'` }),
  'requests.approved-in-time.rate': requestFigure('mean', {
    joined: sql`
      join lateral (select x.ended_at from approvals.approval x where x.bureau_id = q.bureau_id
        and x.type = 'fleet.request' and x.subject_id = q.id and x.route_id is not null
        order by x.started_at desc, x.id desc limit 1) a on true
      cross join lateral (select coalesce((select min(t.left_at) from fleet.trip_request w
        join fleet.trip t on t.bureau_id = w.bureau_id and t.id = w.trip_id
        where w.bureau_id = q.bureau_id and w.request_id = q.id and w.removed_at is null), q.starts_at) as at) departure`,
    where: sql`case
      when q.approve_by is not null then q.after_approval <> 'PENDING' or q.approve_by < kernel.now()
      when q.state in ('WITHDRAWN', 'CANCELLED', 'DIVERTED') then false
      when q.state = 'REFUSED' then a.ended_at > q.starts_at
      else departure.at <= kernel.now() end`,
    worth: sql`case when q.approve_by is not null
        then case when q.after_approval = 'APPROVED' and q.approved_at <= q.approve_by then 100 else 0 end
      when q.approved_at <= departure.at then 100 else 0 end`,
    at: sql`coalesce(q.approve_by, departure.at)`,
  }),
  'trips.satisfaction.mean': requestFigure('mean', {
    worth: sql`g.overall`,
    at: sql`g.at`,
    joined: sql`join fleet.rating g on g.bureau_id = q.bureau_id and g.request_id = q.id`,
  }),
}
