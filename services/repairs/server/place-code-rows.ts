import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import { signCode } from '#kernel/identity/secret.ts'
import { placeLabel } from '../place-label.ts'
import type { PlaceCode } from '../schema.ts'
import { publicPaths } from '../words.ts'

/** The codes with the names of their places and how many reports came through each. */
export function selectPlaceCodes(
  ctx: Ctx,
  filter: { siteId?: string; revoked?: boolean; ids?: readonly string[] },
) {
  let query = ctx.db
    .selectFrom('repairs.place_code')
    .innerJoin('directory.site as site', 'site.id', 'repairs.place_code.site_id')
    .leftJoin('directory.room as room', 'room.id', 'repairs.place_code.room_id')
    .select([
      'repairs.place_code.id as id',
      'repairs.place_code.site_id as site_id',
      'site.name as site_name',
      'repairs.place_code.room_id as room_id',
      'room.name as room_name',
      'repairs.place_code.place_text as place_text',
      'repairs.place_code.created_at as created_at',
      'repairs.place_code.created_by as created_by',
      'repairs.place_code.revoked_at as revoked_at',
      'repairs.place_code.revoked_reason as revoked_reason',
    ])
    .select(
      sql<number>`(select count(*)::int from repairs.repair r
        where r.bureau_id = repairs.place_code.bureau_id and r.place_code_id = repairs.place_code.id)`.as(
        'reports',
      ),
    )
  if (filter.siteId) query = query.where('repairs.place_code.site_id', '=', filter.siteId)
  if (filter.revoked !== undefined)
    query = query.where('repairs.place_code.revoked_at', filter.revoked ? 'is not' : 'is', null)
  if (filter.ids) query = query.where('repairs.place_code.id', 'in', [...filter.ids])
  return query
}

type CodeRow = Awaited<ReturnType<ReturnType<typeof selectPlaceCodes>['execute']>>[number]

/** A code as the wire has it: signed anew each time, so that nothing secret is kept. */
export function placeCodeOf(ctx: Ctx, row: CodeRow): Static<typeof PlaceCode> {
  const code = signCode(ctx.bureauId, row.id)
  return {
    id: row.id,
    code,
    path: publicPaths.report + code,
    place: {
      siteId: row.site_id,
      siteName: row.site_name,
      roomId: row.room_id,
      roomName: row.room_name,
      placeText: row.place_text,
      label: placeLabel({ siteName: row.site_name, roomName: row.room_name, placeText: row.place_text }),
    },
    createdAt: row.created_at,
    createdBy: row.created_by,
    revokedAt: row.revoked_at,
    revokedReason: row.revoked_reason,
    reports: row.reports,
    can: { revoke: row.revoked_at === null && ctx.has('repairs.place-codes') },
  }
}
