import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricRecord, MetricScope } from '#kernel/server-module.ts'
import type { registerMetrics } from '../../register-metrics.ts'
import { planDue, selectPlans } from './plan-due.ts'

interface Counted {
  from: RawBuilder<unknown>
  where: (scope: MetricScope) => RawBuilder<unknown>
  id: RawBuilder<unknown>
  label: RawBuilder<unknown>
  /** The moment that belongs to a row. */
  at: RawBuilder<unknown>
  detail: RawBuilder<unknown>
  href: RawBuilder<unknown>
}

/** A count over rows, so that it and the rows behind it come from one definition. */
function countOf({ from, where, id, label, at, detail, href }: Counted): MetricHandler {
  return {
    from: 'sum',
    async value(ctx, scope) {
      const { rows } = await sql<{ value: number }>`
        select count(*) as value from ${from} where ${where(scope)}`.execute(ctx.db)
      return rows[0]?.value ?? 0
    },
    async records(ctx, scope, page) {
      const { rows } = await sql<MetricRecord>`
        select ${id} as id, ${label} as label, ${at}::timestamptz as at, 1 as value, ${href} as href, ${detail} as detail
        from ${from} where ${where(scope)} and (${page.after}::uuid is null or ${id} > ${page.after}::uuid)
        order by ${id} limit ${page.limit}`.execute(ctx.db)
      return rows
    },
  }
}

const vehicle = {
  from: sql`fleet.vehicle v`,
  id: sql`v.id`,
  label: sql`v.plate`,
  detail: sql`v.model`,
  href: sql`'/fleet/vehicles/' || v.id`,
}
const midnight = (day: RawBuilder<unknown>) => sql`(${day}::timestamp at time zone 'Asia/Shanghai')`
const incident = (table: RawBuilder<unknown>) => ({
  from: sql`${table} i join fleet.vehicle v on v.bureau_id = i.bureau_id and v.id = i.vehicle_id`,
  id: sql`i.id`,
  label: sql`v.plate`,
  at: sql`i.at`,
  detail: sql`i.what`,
  href: sql`'/fleet/vehicles/' || v.id`,
})
const inPeriod = ({ from, to }: MetricScope) =>
  sql`i.voided_at is null and kernel.local_day(i.at) between ${from}::date and ${to}::date`

/** How each figure is read, and the rows behind it. */
export const registerMetricHandlers: Record<keyof typeof registerMetrics, MetricHandler> = {
  'vehicles.in-use.count': countOf({
    ...vehicle,
    at: midnight(sql`v.purchased_on`),
    where: ({ to }) =>
      sql`v.purchased_on <= ${to}::date and (v.retired_on is null or v.retired_on > ${to}::date)`,
  }),
  'vehicles.retired.count': countOf({
    ...vehicle,
    at: midnight(sql`v.retired_on`),
    detail: sql`v.retired_reason`,
    where: ({ from, to }) => sql`v.retired_on between ${from}::date and ${to}::date`,
  }),
  'drivers.count': countOf({
    from: sql`fleet.driver d`,
    id: sql`d.id`,
    label: sql`d.staff_no`,
    at: sql`null`,
    detail: sql`d.name || ' ' || d.licence_class`,
    href: sql`'/fleet/drivers/' || d.id`,
    where: ({ to }) => sql`(d.left_on is null or d.left_on > ${to}::date)`,
  }),
  'trips.injury-accidents.count': countOf({
    ...incident(sql`fleet.accident`),
    where: (scope) => sql`${inPeriod(scope)} and i.injured + i.dead > 0`,
  }),
  'vehicles.accidents.count': countOf({ ...incident(sql`fleet.accident`), where: inPeriod }),
  'vehicles.violations.count': countOf({ ...incident(sql`fleet.violation`), where: inPeriod }),
  'vehicles.papers-overdue.count': countOf({
    from: sql`fleet.vehicle_paper p join fleet.vehicle v on v.bureau_id = p.bureau_id and v.id = p.vehicle_id`,
    id: sql`p.id`,
    label: sql`v.plate`,
    at: midnight(sql`p.valid_until`),
    detail: sql`p.kind || ' ' || p.number`,
    href: sql`'/fleet/vehicles/' || v.id`,
    where: ({ to }) => sql`p.valid_until < ${to}::date and kernel.local_day(p.created_at) <= ${to}::date
      and (p.ended_at is null or kernel.local_day(p.ended_at) > ${to}::date)
      and (v.retired_on is null or v.retired_on > ${to}::date)`,
  }),
  'vehicles.maintenance-overdue.count': {
    from: 'sum',
    async value(ctx, scope) {
      return (await overduePlans(ctx, scope)).length
    },
    async records(ctx, scope, page) {
      const plans = await overduePlans(ctx, scope)
      return plans.filter(({ id }) => page.after === null || id > page.after).slice(0, page.limit)
    },
  },
}

async function overduePlans(ctx: Ctx, { to }: MetricScope): Promise<MetricRecord[]> {
  const plans = await selectPlans(ctx, to)
  return plans
    .flatMap((plan): MetricRecord[] => {
      const { light, words } = planDue(plan, to)
      if (light !== 'OVERDUE') return []
      const href = `/fleet/vehicles/${plan.vehicle_id}`
      return [
        { id: plan.id, label: plan.plate, at: null, value: 1, href, detail: `${plan.title}：${words.zh}` },
      ]
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}
