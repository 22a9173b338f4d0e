import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { type Leg, pairKey, type Zone, type Zones } from './distances.ts'

/** The zones in use with the ways between them; a few dozen rows. */
export async function readZones(ctx: Ctx): Promise<Zones> {
  const { rows } = await sql<Zone & { ways: { to: string; km: number; minutes: number }[] | null }>`
    select z.id, z.name, z.words, z.reach, z.base, (
      select json_agg(json_build_object('to', d.to_zone_id, 'km', d.km, 'minutes', d.minutes))
      from fleet.zone_distance d where d.bureau_id = z.bureau_id and d.from_zone_id = z.id) as ways
    from fleet.zone z where z.bureau_id = kernel.bureau() and z.closed_at is null order by z.id`.execute(
    ctx.db,
  )
  const pairs = new Map<string, Leg>()
  for (const { id, ways } of rows)
    for (const { to, km, minutes } of ways ?? []) pairs.set(pairKey(id, to), { km, minutes })
  const zones = rows.map(({ ways: _, ...zone }) => zone)
  return { zones, base: zones.find(({ base }) => base) ?? null, pairs }
}
