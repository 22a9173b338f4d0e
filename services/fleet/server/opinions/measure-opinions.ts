import { type RawBuilder, sql } from 'kysely'
import type { MetricHandler, MetricScope } from '#kernel/server-module.ts'
import type { opinionMetrics } from '../../opinion-metrics.ts'

type Sql = RawBuilder<unknown>

/** A figure over opinions, so that it and the rows behind it come from one definition; `at` puts one into the period. */
function opinionFigure(
  from: 'sum' | 'mean',
  { where, worth = sql`1`, at }: { where: Sql; worth?: Sql; at: Sql },
): MetricHandler {
  const tables = (scope: MetricScope) => sql`fleet.opinion o where o.bureau_id = kernel.bureau()
    and ${at} >= (${scope.from}::date::timestamp at time zone 'Asia/Shanghai')
    and ${at} < ((${scope.to}::date + 1)::timestamp at time zone 'Asia/Shanghai') and ${where}
    and (${scope.unitId ?? null}::uuid is null or o.unit_id in (select directory.unit_and_below(${scope.unitId ?? null}::uuid)))`
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
        select o.id, o.number as label, ${at} as at, (${worth})::float8 as value, left(o.words, 80) as detail
        from ${tables(scope)} and (${page.after}::uuid is null or o.id > ${page.after}::uuid)
        order by o.id limit ${page.limit}`.execute(ctx.db)
      return rows.map(({ id, label, at: moment, value, detail }) => ({
        id,
        label,
        at: new Date(moment).toISOString(),
        value,
        href: `/fleet/opinions/${id}`,
        detail,
      }))
    },
  }
}

export const opinionMetricHandlers: Record<keyof typeof opinionMetrics, MetricHandler> = {
  'opinions.received.count': opinionFigure('sum', {
    where: sql`o.state <> 'WITHDRAWN'`,
    at: sql`o.said_at`,
  }),
  'opinions.answered-in-time.rate': opinionFigure('mean', {
    where: sql`o.state <> 'WITHDRAWN' and (o.answered_at is not null or o.answer_by < kernel.now())`,
    worth: sql`case when o.answered_at <= o.answer_by then 100 else 0 end`,
    at: sql`o.answer_by`,
  }),
  'opinions.adopted.count': opinionFigure('sum', {
    where: sql`o.state = 'ADOPTED'`,
    at: sql`o.adopted_at`,
  }),
}
