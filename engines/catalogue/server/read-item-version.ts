import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { ItemVersion } from '../schema.ts'

/** A version with everything that hangs on it, as one JSON value per row: a page of items is one query. */
const versionQuery = sql.raw(`
  select v.id, jsonb_build_object(
    'id', v.id, 'itemId', v.item_id, 'line', i.line, 'code', i.code, 'number', v.number,
    'name', jsonb_build_object('zh', v.name_zh, 'en', v.name_en),
    'content', jsonb_build_object('zh', v.content_zh, 'en', coalesce(nullif(v.content_en, ''), v.content_zh)),
    'grade', jsonb_build_object('zh', v.grade_zh, 'en', coalesce(nullif(v.grade_en, ''), v.grade_zh)),
    'charge', jsonb_build_object('zh', v.charge_zh, 'en', coalesce(nullif(v.charge_en, ''), v.charge_zh)),
    'chargeFen', v.charge_fen, 'serviceClass', v.service_class, 'delivery', v.delivery,
    'managingUnit', jsonb_build_object('unitId', v.managing_unit_id, 'name', v.managing_unit_name),
    'providerUnit', jsonb_build_object('unitId', v.provider_unit_id, 'name', v.provider_unit_name),
    'pledges', coalesce((select jsonb_agg(jsonb_build_object('urgency', p.urgency,
        'respondMinutes', p.respond_minutes, 'finishMinutes', p.finish_minutes, 'calendar', p.calendar)
        order by p.urgency)
      from catalogue.version_pledge p where p.bureau_id = v.bureau_id and p.version_id = v.id), '[]'),
    'steps', coalesce((select jsonb_agg(jsonb_build_object('pledge', s.pledge, 'offsetMinutes', s.offset_minutes,
        'level', s.level, 'toRole', s.to_role,
        'name', jsonb_build_object('zh', s.name_zh, 'en', coalesce(nullif(s.name_en, ''), s.name_zh)))
        order by s.pledge desc, s.offset_minutes, s.to_role)
      from catalogue.version_step s where s.bureau_id = v.bureau_id and s.version_id = v.id), '[]'),
    'dimensions', coalesce((select jsonb_agg(jsonb_build_object('code', d.code,
        'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en),
        'hint', jsonb_build_object('zh', d.hint_zh, 'en', d.hint_en)) order by d.position)
      from catalogue.version_dimension d where d.bureau_id = v.bureau_id and d.version_id = v.id), '[]'),
    'clauseCodes', coalesce((select jsonb_agg(c.code order by vc.position)
      from catalogue.version_clause vc
      join standards.clause c on c.bureau_id = vc.bureau_id and c.id = vc.clause_id
      where vc.bureau_id = v.bureau_id and vc.version_id = v.id), '[]')) as version
  from catalogue.item_version v
  join catalogue.item i on i.bureau_id = v.bureau_id and i.id = v.item_id`)

/** Versions by id; an unknown id is absent. */
export async function readItemVersions(
  ctx: Ctx,
  versionIds: readonly string[],
): Promise<Map<string, ItemVersion>> {
  if (versionIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; version: ItemVersion }>`
    ${versionQuery} where v.bureau_id = kernel.bureau() and v.id = any(${[...new Set(versionIds)]}::uuid[])`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** The version an order was taken under, as it was then. @throws Problem 404 */
export async function readItemVersion(ctx: Ctx, versionId: string): Promise<ItemVersion> {
  const version = (await readItemVersions(ctx, [versionId])).get(versionId)
  if (!version) throw new Problem(404, 'kernel.not_found')
  return version
}

/**
 * The published version of an item, for a new order to keep the id of: pledges, steps, parties, dimensions.
 * @throws Problem 422 `catalogue.not_offered` when there is no such item or it is not published
 */
export async function itemForOrder(
  ctx: Ctx,
  wanted: { line: string } & ({ code: string } | { id: string }),
): Promise<ItemVersion> {
  const item = await ctx.db
    .selectFrom('catalogue.item')
    .select('published_version_id')
    .where('line', '=', wanted.line)
    .where('state', '=', 'published')
    .where((row) => ('code' in wanted ? row('code', '=', wanted.code) : row('id', '=', wanted.id)))
    .executeTakeFirst()
  if (!item?.published_version_id) {
    throw new Problem(422, 'catalogue.not_offered', {
      params: { item: 'code' in wanted ? wanted.code : wanted.id },
      path: 'itemCode',
    })
  }
  return readItemVersion(ctx, item.published_version_id)
}
