import { sql } from 'kysely'
import type { MetricHandler, MetricScope } from '#kernel/server-module.ts'

/** Decisions of the period that came out so; one row each, worth 1. */
function counted(what: ReturnType<typeof sql<boolean>>): MetricHandler {
  const scoped = ({ from, to, unitId }: MetricScope) => sql`
    from rules.decision d where d.bureau_id = kernel.bureau() and ${what}
      and d.at >= (${from}::date::timestamp at time zone 'Asia/Shanghai')
      and d.at < ((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')
      and (${unitId ?? null}::uuid is null or d.unit_id = ${unitId ?? null}::uuid)`
  return {
    from: 'sum',
    async value(ctx, scope) {
      const { rows } = await sql<{ count: number }>`select count(*) as count ${scoped(scope)}`.execute(ctx.db)
      return rows[0]!.count
    },
    async records(ctx, scope, page) {
      const { rows } = await sql<{
        id: string
        label: string
        at: string
        href: string
        words: string | null
      }>`
        select d.id, d.label, d.at, d.href, (select string_agg(v.words_zh, '' order by v.position)
          from rules.decision_value v
          where v.bureau_id = d.bureau_id and v.decision_id = d.id and v.outcome = d.outcome) as words
        ${scoped(scope)} and (${page.after}::uuid is null or d.id > ${page.after}::uuid)
        order by d.id limit ${page.limit}`.execute(ctx.db)
      return rows.map(({ id, label, at, href, words }) => ({
        id,
        label,
        at,
        value: 1,
        href: href || null,
        detail: words ?? '',
      }))
    },
  }
}

export const refusedCount = counted(sql<boolean>`d.refused`)
export const warnedCount = counted(sql<boolean>`d.outcome = 'WARN'`)
