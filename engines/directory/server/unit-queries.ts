import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { directory } from '../module.ts'
import { matchSearch, openOn, searchTerms } from './match-search.ts'
import { keepCan } from './policy.ts'
import { today } from './today.ts'

type Actions = typeof directory.actions
type Filter = Omit<InputOf<Actions['listUnits']>, 'cursor' | 'limit'>

function baseQuery(ctx: Ctx) {
  const day = today(ctx)
  return ctx.db
    .selectFrom('directory.unit as unit')
    .leftJoin('directory.unit as parent', (join) =>
      join.onRef('parent.bureau_id', '=', 'unit.bureau_id').onRef('parent.id', '=', 'unit.parent_id'),
    )
    .selectAll('unit')
    .select([
      'parent.name as parent_name',
      'parent.code as parent_code',
      sql<number>`(select count(*) from directory.person
        where bureau_id = unit.bureau_id and unit_id = unit.id and (left_on is null or left_on > ${day}::date))`.as(
        'people',
      ),
      sql<number>`(select count(*) from directory.unit as child where child.bureau_id = unit.bureau_id
        and child.parent_id = unit.id and (child.closed_on is null or child.closed_on > ${day}::date))`.as(
        'children',
      ),
    ])
}

/** Units a filter leaves; the same for the list and its export. */
export function filteredUnits(ctx: Ctx, filter: Filter) {
  let query = baseQuery(ctx)
  const terms = searchTerms(filter.search)
  if (terms.length > 0) query = query.where(matchSearch('units', 'unit', terms))
  if (filter.kind) query = query.where('unit.kind', '=', filter.kind)
  if (filter.parentId) query = query.where('unit.parent_id', '=', filter.parentId)
  if (filter.top) query = query.where('unit.parent_id', 'is', null)
  if (!filter.closed) query = query.where(openOn('unit.closed_on', today(ctx)))
  return query
}

type Row = Awaited<ReturnType<ReturnType<typeof baseQuery>['executeTakeFirstOrThrow']>>

function unitView(ctx: Ctx, row: Row) {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    parentId: row.parent_id,
    parentName: row.parent_name,
    level: row.level,
    kind: row.kind as 'client' | 'centre',
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    people: row.people,
    children: row.children,
    can: keepCan(ctx, row),
  }
}

export async function listUnits(
  ctx: Ctx,
  input: InputOf<Actions['listUnits']>,
): Promise<OutputOf<Actions['listUnits']>> {
  const page = await keysetPage(filteredUnits(ctx, input), input, {
    by: [{ column: 'code', direction: 'asc', ref: 'unit.code' }],
    idRef: 'unit.id',
  })
  return { next: page.next, items: page.items.map((row) => unitView(ctx, row)) }
}

/** @throws Problem 404 */
export async function readUnit(
  ctx: Ctx,
  input: InputOf<Actions['readUnit']>,
): Promise<OutputOf<Actions['readUnit']>> {
  const row = await baseQuery(ctx).where('unit.id', '=', input.unitId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return unitView(ctx, row)
}
