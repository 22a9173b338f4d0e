import { type RawBuilder, sql } from 'kysely'
import type { MetricHandler, MetricScope } from '#kernel/server-module.ts'
import type { approvalMetrics } from '../metrics.ts'

type Sql = RawBuilder<unknown>

const startOf = ({ from }: MetricScope) => sql`(${from}::date::timestamp at time zone 'Asia/Shanghai')`
const endOf = ({ to }: MetricScope) => sql`((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
const ofUnit = ({ unitId }: MetricScope) =>
  unitId ? sql`a.unit_id in (select directory.unit_and_below(${unitId}))` : sql`true`

interface Figure {
  /** The rows, with the approval as `a`; each has a key of its own. */
  from: Sql
  key: Sql
  at: Sql
  where: (scope: MetricScope) => Sql
  worth: Sql
}

interface Row {
  id: string
  approval_id: string
  label: string
  at: string
  value: number
  detail: string
}

/** A figure and the rows behind it, from one definition. */
function figure(from: MetricHandler['from'], { from: tables, key, at, where, worth }: Figure): MetricHandler {
  const whole =
    from === 'median'
      ? sql`percentile_cont(0.5) within group (order by (${worth})::float8)`
      : sql`sum(${worth})`
  return {
    from,
    async value(ctx, scope) {
      const { rows } = await sql<{ value: number | null }>`
        select (${whole})::float8 as value from ${tables}
        where a.bureau_id = kernel.bureau() and ${ofUnit(scope)} and ${where(scope)}`.execute(ctx.db)
      return rows[0]?.value ?? (from === 'sum' ? 0 : null)
    },
    async records(ctx, scope, page) {
      const { rows } = await sql<Row>`
        select ${key} as id, a.id as approval_id, a.label, ${at} as at, (${worth})::float8 as value,
          a.requester_name as detail
        from ${tables}
        where a.bureau_id = kernel.bureau() and ${ofUnit(scope)} and ${where(scope)}
          and (${page.after}::uuid is null or ${key} > ${page.after}::uuid)
        order by ${key} limit ${page.limit}`.execute(ctx.db)
      return rows.map(({ approval_id: approvalId, at: moment, ...row }) => ({
        ...row,
        at: new Date(moment).toISOString(),
        href: `/approvals/${approvalId}`,
      }))
    },
  }
}

const approvals = sql`approvals.approval a`
const decided = (scope: MetricScope) => sql`a.state in ('APPROVED', 'REFUSED') and a.route_id is not null
  and a.ended_at >= ${startOf(scope)} and a.ended_at < ${endOf(scope)}`

/** How each figure is read, and the rows behind it. */
export const approvalMetricHandlers: Record<keyof typeof approvalMetrics, MetricHandler> = {
  'approvals.waiting.count': figure('sum', {
    from: approvals,
    key: sql`a.id`,
    at: sql`a.asked_at`,
    where: (scope) =>
      sql`a.asked_at < ${endOf(scope)} and (a.ended_at is null or a.ended_at >= ${endOf(scope)}) and a.route_id is not null`,
    worth: sql`1`,
  }),
  'approvals.decided.count': figure('sum', {
    from: approvals,
    key: sql`a.id`,
    at: sql`a.ended_at`,
    where: decided,
    worth: sql`1`,
  }),
  'approvals.hours-to-decision.median': figure('median', {
    from: approvals,
    key: sql`a.id`,
    at: sql`a.ended_at`,
    where: decided,
    worth: sql`extract(epoch from a.ended_at - a.asked_at) / 3600`,
  }),
  'approvals.overdue.count': figure('sum', {
    from: sql`approvals.approval_step t
      join approvals.approval a on a.bureau_id = t.bureau_id and a.id = t.approval_id`,
    key: sql`t.id`,
    at: sql`t.due_at`,
    where: (scope) => sql`t.due_at >= ${startOf(scope)} and t.due_at < least(${endOf(scope)}, kernel.now())
      and coalesce(t.ended_at, kernel.now()) > t.due_at`,
    worth: sql`1`,
  }),
}
