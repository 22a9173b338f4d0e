import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { usualActions } from '../actions/usual-actions.ts'
import type { TaskKind } from '../words.ts'
import { requireAttendant, working } from './attendants.ts'

type Actions = typeof usualActions
/** Who has a kind of task in a room where nobody is named; null: the pool. */
export type Usual = (roomId: string | null, kind: TaskKind) => string | null

/** The usual attendants of these rooms. The room goes before its site, the kind before all; who left has nothing. */
export async function findUsual(ctx: Ctx, roomIds: readonly string[]): Promise<Usual> {
  if (roomIds.length === 0) return () => null
  const { rows } = await sql<{ room_id: string; kind: string | null; person_id: string }>`
    select m.id as room_id, s.kind, s.person_id from meetings.room m
    join meetings.usual_attendant s on s.bureau_id = m.bureau_id and s.site_id = m.site_id
      and (s.room_id is null or s.room_id = m.id)
    join directory.person p on p.bureau_id = s.bureau_id and p.id = s.person_id
    join directory.unit u on u.bureau_id = p.bureau_id and u.id = p.unit_id
    where m.id = any(${[...new Set(roomIds)]}::uuid[]) and ${working}
    order by s.room_id is null, s.kind is null`.execute(ctx.db)
  return (roomId, kind) =>
    rows.find((row) => row.room_id === roomId && (row.kind === null || row.kind === kind))?.person_id ?? null
}

interface Row {
  id: string
  site_id: string
  site_name: string
  room_id: string | null
  room_name: string | null
  kind: TaskKind | null
  person_id: string
  person_name: string
  works: boolean
  set_at: string
  set_by: string
}

/** By site, the whole site before its rooms. */
export async function listUsualAttendants(ctx: Ctx): Promise<OutputOf<Actions['listUsualAttendants']>> {
  const { rows } = await sql<Row>`
    select a.id, a.site_id, s.name as site_name, a.room_id, r.name as room_name, a.kind, a.person_id,
      p.name as person_name, ${working} as works, a.set_at, a.set_by
    from meetings.usual_attendant a
    join directory.site s on s.bureau_id = a.bureau_id and s.id = a.site_id
    join directory.person p on p.bureau_id = a.bureau_id and p.id = a.person_id
    join directory.unit u on u.bureau_id = p.bureau_id and u.id = p.unit_id
    left join bookings.resource r on r.bureau_id = a.bureau_id and r.id = a.room_id
    order by s.name, a.site_id, r.code nulls first, a.kind nulls first limit 1000`.execute(ctx.db)
  return {
    items: rows.map((row) => ({
      id: row.id,
      site: { id: row.site_id, name: row.site_name },
      room: row.room_id ? { id: row.room_id, name: row.room_name ?? '' } : null,
      kind: row.kind,
      person: { id: row.person_id, name: row.person_name },
      works: row.works,
      setAt: new Date(row.set_at).toISOString(),
      setBy: row.set_by,
      can: { change: ctx.has('meetings.set-attendants') },
    })),
  }
}

/** Names the one for a room, or for a whole site; whoever was named for the same before is replaced. @throws Problem 422 */
export async function setUsualAttendant(
  ctx: Ctx,
  input: InputOf<Actions['setUsualAttendant']>,
): Promise<OutputOf<Actions['setUsualAttendant']>> {
  const place = await placeOf(ctx, input)
  await requireAttendant(ctx, input.personId)
  const kind = input.kind ?? null
  const set = { person_id: input.personId, set_at: ctx.now, set_by: ctx.actor.name }
  const { id } = await ctx.db
    .insertInto('meetings.usual_attendant')
    .values({ ...place, kind, ...set })
    .onConflict((clash) => clash.columns(['bureau_id', 'site_id', 'room_id', 'kind']).doUpdateSet(set))
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'meetings.usual_attendant_set',
    subjectType: 'meetings.usual_attendant',
    subjectId: id,
    after: { ...place, kind, person_id: input.personId },
  })
  return { id }
}

/** A room with its site, or a site alone. */
async function placeOf(ctx: Ctx, { siteId, roomId }: InputOf<Actions['setUsualAttendant']>) {
  if (roomId) {
    const room = await ctx.db
      .selectFrom('meetings.room')
      .select(['id', 'site_id'])
      .where('id', '=', roomId)
      .executeTakeFirst()
    if (!room || (siteId && siteId !== room.site_id))
      throw new Problem(422, 'meetings.unknown_room', { path: 'roomId' })
    return { site_id: room.site_id, room_id: room.id }
  }
  const site = siteId
    ? await ctx.db.selectFrom('directory.site').select('id').where('id', '=', siteId).executeTakeFirst()
    : undefined
  if (!site) throw new Problem(422, 'meetings.unknown_site', { path: 'siteId' })
  return { site_id: site.id, room_id: null }
}

/** From then on the next one in line has the tasks, or the pool. @throws Problem 404 */
export async function removeUsualAttendant(
  ctx: Ctx,
  { usualId }: InputOf<Actions['removeUsualAttendant']>,
): Promise<OutputOf<Actions['removeUsualAttendant']>> {
  const gone = await ctx.db
    .deleteFrom('meetings.usual_attendant')
    .where('id', '=', usualId)
    .returning(['site_id', 'room_id', 'kind', 'person_id'])
    .executeTakeFirst()
  if (!gone) throw new Problem(404, 'kernel.not_found')
  await ctx.emit({
    type: 'meetings.usual_attendant_removed',
    subjectType: 'meetings.usual_attendant',
    subjectId: usualId,
    before: gone,
  })
  return done
}
