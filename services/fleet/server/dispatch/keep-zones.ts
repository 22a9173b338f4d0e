import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { dispatchActions } from '../../actions/dispatch-actions.ts'
import { readZones } from './read-zones.ts'

type Actions = typeof dispatchActions

export async function listZones(ctx: Ctx): Promise<OutputOf<Actions['listZones']>> {
  const { zones, pairs } = await readZones(ctx)
  const sorted = [...zones].sort(
    (a, b) => Number(b.base) - Number(a.base) || a.name.localeCompare(b.name, 'zh'),
  )
  return {
    items: sorted.map((zone) => ({ ...zone, words: [...zone.words] })),
    distances: [...pairs].map(([key, leg]) => {
      const [fromId, toId] = key.split(' ') as [string, string]
      return { fromId, toId, ...leg }
    }),
    mayKeep: ctx.has('fleet.dispatch'),
  }
}

type NewZone = InputOf<Actions['createZone']>

/** @throws Problem 409 `fleet.zone_there` */
export async function createZone(ctx: Ctx, zone: NewZone): Promise<{ id: string }> {
  await requireNewName(ctx, zone.name, null)
  if (zone.base) await moveBase(ctx)
  const { id } = await ctx.db
    .insertInto('fleet.zone')
    .values({ name: zone.name.trim(), words: [...zone.words], reach: zone.reach, base: zone.base })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({ type: 'fleet.zone_kept', subjectType: 'fleet.zone', subjectId: id, after: zone })
  return { id }
}

export async function changeZone(ctx: Ctx, { zoneId, ...zone }: InputOf<Actions['changeZone']>) {
  await requireZones(ctx, [zoneId])
  await requireNewName(ctx, zone.name, zoneId)
  if (zone.base) await moveBase(ctx)
  await ctx.db
    .updateTable('fleet.zone')
    .set({ name: zone.name.trim(), words: [...zone.words], reach: zone.reach, base: zone.base })
    .where('id', '=', zoneId)
    .execute()
  await ctx.emit({ type: 'fleet.zone_kept', subjectType: 'fleet.zone', subjectId: zoneId, after: zone })
  return done
}

export async function closeZone(ctx: Ctx, { zoneId }: InputOf<Actions['closeZone']>) {
  await requireZones(ctx, [zoneId])
  await ctx.db
    .updateTable('fleet.zone')
    .set({ closed_at: ctx.now, base: false })
    .where('id', '=', zoneId)
    .execute()
  await ctx.emit({ type: 'fleet.zone_closed', subjectType: 'fleet.zone', subjectId: zoneId })
  return done
}

/** The way there is the way back. @throws Problem 404, 422 `fleet.same_zone` */
export async function setDistance(ctx: Ctx, { zoneId, toId, km, minutes }: InputOf<Actions['setDistance']>) {
  await requireZones(ctx, [zoneId, toId])
  if (zoneId === toId) throw new Problem(422, 'fleet.same_zone', { path: 'toId' })
  const [from, to] = [zoneId, toId].sort() as [string, string]
  await ctx.db
    .insertInto('fleet.zone_distance')
    .values({
      from_zone_id: from,
      to_zone_id: to,
      km,
      minutes,
      changed_at: ctx.now,
      changed_by: ctx.actor.name,
    })
    .onConflict((clash) =>
      clash
        .columns(['bureau_id', 'from_zone_id', 'to_zone_id'])
        .doUpdateSet({ km, minutes, changed_at: ctx.now, changed_by: ctx.actor.name }),
    )
    .execute()
  await ctx.emit({
    type: 'fleet.distance_set',
    subjectType: 'fleet.zone',
    subjectId: zoneId,
    after: { toId, km, minutes },
  })
  return done
}

async function requireZones(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from fleet.zone where bureau_id = kernel.bureau() and id = any(${[...ids]}::uuid[]) and closed_at is null
    for update`.execute(ctx.db)
  if (rows.length < new Set(ids).size) throw new Problem(404, 'kernel.not_found')
}

async function requireNewName(ctx: Ctx, name: string, except: string | null): Promise<void> {
  const { rows } = await sql`
    select from fleet.zone where bureau_id = kernel.bureau() and name = ${name.trim()} and id is distinct from ${except}::uuid`.execute(
    ctx.db,
  )
  if (rows.length > 0) throw new Problem(409, 'fleet.zone_there', { params: { name }, path: 'name' })
}

/** The vehicles stand in one place. */
async function moveBase(ctx: Ctx): Promise<void> {
  await ctx.db.updateTable('fleet.zone').set({ base: false }).where('base', '=', true).execute()
}
