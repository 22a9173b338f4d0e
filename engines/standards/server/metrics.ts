import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricScope } from '#kernel/server-module.ts'
import { executedMandatory, within } from './read-conformity.ts'

const scoped = (scope: MetricScope) => sql`
  ${executedMandatory} and ${within('r.at', scope)}
    and (${scope.unitId ?? null}::uuid is null or e.unit_id = ${scope.unitId ?? null}::uuid)
    and (${scope.siteId ?? null}::uuid is null or e.site_id = ${scope.siteId ?? null}::uuid)`

interface Row {
  id: string
  label: string
  at: string
  result: string
  href: string
  line: string
  remark: string
}

/** Percent of executed mandatory lines that were met; each row is worth 100 or 0, so that their mean is the rate. */
export const conformityRate: MetricHandler = {
  from: 'mean',
  async value(ctx: Ctx, scope: MetricScope) {
    const { rows } = await sql<{ ok: number; base: number }>`
      select count(*) filter (where r.result = 'OK') as ok, count(*) as base ${scoped(scope)}`.execute(ctx.db)
    const { ok, base } = rows[0]!
    return base === 0 ? null : (ok * 100) / base
  },
  async records(ctx, scope, page) {
    const { rows } = await sql<Row>`
      select r.id, e.subject_label as label, r.at, r.result, e.href, l.text_zh as line, r.remark
      ${scoped(scope)} and (${page.after}::uuid is null or r.id > ${page.after}::uuid)
      order by r.id limit ${page.limit}`.execute(ctx.db)
    return rows.map(({ id, label, at, result, href, line, remark }) => ({
      id,
      label,
      at,
      value: result === 'OK' ? 100 : 0,
      href: href || null,
      detail: remark ? `${line}：${remark}` : line,
    }))
  },
}
