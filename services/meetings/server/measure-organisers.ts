import { sql } from 'kysely'
import type { MetricHandler } from '#kernel/server-module.ts'
import { meetingTables, within } from './measure-meetings.ts'

/** Units that held meetings: the rows are the units, each with how many it held. */
export const organisers: MetricHandler = {
  from: 'sum',
  async value(ctx, scope) {
    const { rows } = await sql<{ value: number }>`
      select count(distinct b.unit_id)::float8 as value from ${meetingTables}
      where ${within(scope)} and b.state = 'ENDED'`.execute(ctx.db)
    return rows[0]?.value ?? 0
  },
  async records(ctx, scope, page) {
    const { rows } = await sql<{ id: string; name: string; count: number }>`
      select u.id, u.name, count(*)::int as count from ${meetingTables}
      join directory.unit u on u.bureau_id = b.bureau_id and u.id = b.unit_id
      where ${within(scope)} and b.state = 'ENDED' and (${page.after}::uuid is null or u.id > ${page.after}::uuid)
      group by u.id, u.name order by u.id limit ${page.limit}`.execute(ctx.db)
    return rows.map(({ id, name, count }) => ({
      id,
      label: name,
      at: null,
      value: 1,
      href: `/meetings?unitId=${id}&from=${scope.from}&to=${scope.to}`,
      detail: `${count}`,
    }))
  },
}

/** 各主办单位办会: the meetings held, a row for each unit that held any; the rows make the figure. */
export const byOrganiser: MetricHandler = {
  from: 'sum',
  async value(ctx, scope) {
    const { rows } = await sql<{ value: number }>`
      select count(*)::float8 as value from ${meetingTables}
      where ${within(scope)} and b.state = 'ENDED'`.execute(ctx.db)
    return rows[0]?.value ?? 0
  },
  async records(ctx, scope, page) {
    const units = await organisers.records(ctx, scope, page)
    return units.map((unit) => ({ ...unit, value: Number(unit.detail) }))
  },
}
