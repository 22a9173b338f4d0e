import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { containing } from '#kernel/database/containing.ts'
import type { catalogue } from '../module.ts'

type Filters = InputOf<(typeof catalogue.actions)['exportItems']>

/** Everybody reads what is published; what is not, only those who keep the catalogue. */
export function mayRead(ctx: Ctx, item: { state: string }): boolean {
  return item.state === 'published' || ctx.has('catalogue.write')
}

/** The items a person may read, by the filters of the list: the same rule as `mayRead`, for SQL. */
export function itemsQuery(ctx: Ctx, filters: Filters) {
  let query = ctx.db
    .selectFrom('catalogue.item')
    .select(['id', 'line', 'code', 'position', 'state', 'published_at', 'published_version_id'])
  if (!ctx.has('catalogue.write')) query = query.where('state', '=', 'published')
  if (filters.line) query = query.where('line', '=', filters.line)
  if (filters.state) query = query.where('state', '=', filters.state)
  // The version a row shows: the published one, else the newest.
  const shown = sql`coalesce(published_version_id, (select v.id from catalogue.item_version v
    where v.bureau_id = catalogue.item.bureau_id and v.item_id = catalogue.item.id order by number desc limit 1))`
  if (filters.serviceClass)
    query = query.where(sql<boolean>`exists (select from catalogue.item_version v
      where v.bureau_id = catalogue.item.bureau_id and v.id = ${shown} and v.service_class = ${filters.serviceClass})`)
  if (filters.search) {
    const like = containing(filters.search)
    query = query.where(sql<boolean>`exists (select from catalogue.item_version v
      where v.bureau_id = catalogue.item.bureau_id and v.id = ${shown}
        and (v.name_zh like ${like} or v.name_en ilike ${like} or v.content_zh like ${like}
          or v.provider_unit_name like ${like} or v.managing_unit_name like ${like}))`)
  }
  return query
}
