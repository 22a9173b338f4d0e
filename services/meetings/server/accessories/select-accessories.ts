import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { containing } from '#kernel/database/containing.ts'
import type { AccessoryFilters, AccessoryRow } from '../../accessory-schema.ts'

/** Equipment to claim, with how much of it is out at this moment. */
export function selectAccessories(ctx: Ctx) {
  return ctx.db
    .selectFrom('meetings.accessory as a')
    .innerJoin('bookings.resource as r', (join) =>
      join.onRef('r.bureau_id', '=', 'a.bureau_id').onRef('r.id', '=', 'a.id'),
    )
    .leftJoin('directory.site as site', (join) =>
      join.onRef('site.bureau_id', '=', 'r.bureau_id').onRef('site.id', '=', 'r.site_id'),
    )
    .innerJoinLateral(
      sql<{ out: number }>`(select coalesce(sum(upper(h.pieces) - lower(h.pieces)), 0)::integer as out
        from bookings.holds_at(a.id, tstzrange(${ctx.now}::timestamptz, ${ctx.now}::timestamptz, '[]')) h)`.as(
        'lent',
      ),
      (join) => join.onTrue(),
    )
    .select(['a.id', 'r.code', 'r.name', 'r.quantity', 'a.counted_in', 'a.note', 'r.closed_at'])
    .select(['site.id as site_id', 'site.name as site_name', 'lent.out'])
}
type Query = ReturnType<typeof selectAccessories>
export type AccessorySelection = Awaited<ReturnType<Query['execute']>>[number]

/** A selected accessory as lists and answers show it. */
export function accessoryRowOf(ctx: Ctx, row: AccessorySelection): AccessoryRow {
  const manages = ctx.has('meetings.manage-rooms')
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    quantity: row.quantity,
    countedIn: row.counted_in,
    out: row.out,
    site: row.site_id && row.site_name ? { id: row.site_id, name: row.site_name } : null,
    note: row.note,
    closedAt: row.closed_at,
    can: {
      change: manages,
      close: manages && row.closed_at === null,
      reopen: manages && row.closed_at !== null,
    },
  }
}

/** Narrows them by the filters of the list and its export. */
export function filterAccessories(ctx: Ctx, filters: AccessoryFilters): Query {
  let query = selectAccessories(ctx)
  if (filters.search?.trim()) {
    const like = containing(filters.search.trim())
    query = query.where((row) =>
      row.or([row('r.name', 'ilike', like), row('r.code', 'ilike', like), row('a.note', 'ilike', like)]),
    )
  }
  if (filters.siteId) query = query.where('r.site_id', '=', filters.siteId)
  if (filters.isOut !== undefined) query = query.where('lent.out', filters.isOut ? '>' : '=', 0)
  if (filters.closed !== undefined) query = query.where('r.closed_at', filters.closed ? 'is not' : 'is', null)
  return query
}

const refs = { code: 'r.code', name: 'r.name', quantity: 'r.quantity', out: 'lent.out' } as const

/** By code, unless another order is asked for. */
export function orderOf({ sort = 'code' }: AccessoryFilters) {
  const column = sort.replace(/^-/, '') as keyof typeof refs
  const direction: 'asc' | 'desc' = sort.startsWith('-') ? 'desc' : 'asc'
  return { column, ref: refs[column], direction }
}
