import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { containing } from '#kernel/database/containing.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { bookings } from '../module.ts'
import { type ResourceKind, resourceKinds } from '../words.ts'
import { checkSpan } from './check-span.ts'

type Actions = typeof bookings.actions
type Filters = Omit<InputOf<Actions['exportResources']>, 'format'>
type ResourceRow = OutputOf<Actions['listResources']>['items'][number]

/** Resources with the name of their site. */
export function selectResources(ctx: Ctx) {
  return ctx.db
    .selectFrom('bookings.resource as r')
    .leftJoin('directory.site as site', (join) =>
      join.onRef('site.bureau_id', '=', 'r.bureau_id').onRef('site.id', '=', 'r.site_id'),
    )
    .selectAll('r')
    .select('site.name as site_name')
}

type Selected = Awaited<ReturnType<ReturnType<typeof selectResources>['executeTakeFirstOrThrow']>>

export function resourceRowOf(ctx: Ctx, row: Selected): ResourceRow {
  return {
    id: row.id,
    kind: row.kind as ResourceKind,
    code: row.code,
    name: row.name,
    quantity: row.quantity,
    site: row.site_id ? { id: row.site_id, name: row.site_name ?? '' } : null,
    capacity: row.capacity,
    features: row.features,
    href: row.href,
    closedAt: row.closed_at,
    can: {
      configure: ctx.has('bookings.configure'),
      book: ctx.has('bookings.book') && row.closed_at === null,
    },
  }
}

function filterResources(ctx: Ctx, filters: Filters) {
  let query = selectResources(ctx)
  if (filters.kind) query = query.where('r.kind', '=', filters.kind)
  if (filters.siteId) query = query.where('r.site_id', '=', filters.siteId)
  if (filters.capacity) query = query.where('r.capacity', '>=', filters.capacity)
  if (filters.features?.length) query = query.where(sql<boolean>`r.features @> ${filters.features}::text[]`)
  if (!filters.closed) query = query.where('r.closed_at', 'is', null)
  for (const word of (filters.search ?? '').split(/\s+/).filter(Boolean)) {
    const like = containing(word.toLowerCase())
    query = query.where(
      sql<boolean>`(lower(r.name) like ${like} or lower(r.code) like ${like} or lower(site.name) like ${like}
        or exists (select from unnest(r.features) as one (word) where lower(one.word) like ${like}))`,
    )
  }
  return query
}

/** What can be booked, by name. */
export async function listResources(
  ctx: Ctx,
  input: InputOf<Actions['listResources']>,
): Promise<OutputOf<Actions['listResources']>> {
  const { items, next } = await keysetPage(filterResources(ctx, input), input, {
    by: [{ column: 'name', ref: 'r.name', direction: 'asc' }],
    idRef: 'r.id',
  })
  return { items: items.map((row) => resourceRowOf(ctx, row)), next }
}

/** The same list as a sheet. */
export async function exportResources(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportResources']>,
): Promise<FileAnswer> {
  const rows = await filterResources(ctx, filters).orderBy('r.kind').orderBy('r.code').limit(20_000).execute()
  const heading = (zh: string, en: string, kind: 'text' | 'number' = 'text') => ({
    heading: ctx.say(text(zh, en)),
    kind,
  })
  const title = ctx.say(text('可预订的资源', 'What can be booked'))
  const columns = [
    heading('编号', 'Code'),
    heading('名称', 'Name'),
    heading('类别', 'Kind'),
    heading('所在物业', 'Site'),
    heading('数量', 'Pieces', 'number'),
    heading('容纳人数', 'Persons', 'number'),
    heading('配备', 'Has'),
  ]
  const cells = rows.map((row) => [
    row.code,
    row.name,
    ctx.say(resourceKinds[row.kind as ResourceKind]),
    row.site_name ?? '',
    row.quantity,
    row.capacity,
    row.features.join('；'),
  ])
  return sheetAnswer({ title, columns, rows: cells }, format ?? 'xlsx', title)
}

/** What of it is free the whole of a time, buffers and closing times considered; the smallest that fits first. */
export async function findFree(
  ctx: Ctx,
  { from, to, ...filters }: InputOf<Actions['findFree']>,
): Promise<OutputOf<Actions['findFree']>> {
  const span = checkSpan(ctx, from, to)
  const rows = await filterResources(ctx, filters)
    .where(
      sql<boolean>`not exists (select from bookings.blackout x where x.bureau_id = r.bureau_id and x.resource_id = r.id
        and x.lifted_at is null and x.span && tstzrange(${span.from}::timestamptz, ${span.to}::timestamptz))`,
    )
    .where(
      sql<boolean>`r.quantity > coalesce((select sum(upper(h.pieces) - lower(h.pieces))
        from (select coalesce(max(buffer_before_minutes), 0) as before, coalesce(max(buffer_after_minutes), 0) as after
          from bookings.policy p where p.bureau_id = r.bureau_id and p.resource_id = r.id) b
        cross join lateral bookings.holds_at(r.id, tstzrange(
          ${span.from}::timestamptz - make_interval(mins => b.before),
          ${span.to}::timestamptz + make_interval(mins => b.after))) h), 0)`,
    )
    .orderBy(sql`r.capacity nulls last`)
    .orderBy('r.name')
    .limit(200)
    .execute()
  return { items: rows.map((row) => resourceRowOf(ctx, row)) }
}
