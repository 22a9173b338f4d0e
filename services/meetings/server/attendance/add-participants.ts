import { sql } from 'kysely'
import { pinyinOf } from '#engines/directory/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { attendanceActions } from '../../actions/attendance-actions.ts'
import type { ParticipantInput } from '../../attendance-schema.ts'
import { mostParticipants } from '../../attendance-words.ts'
import { emitFor } from '../find-meeting.ts'
import { lockListed } from './find-list.ts'

type Action = (typeof attendanceActions)['addParticipants']

/** Somebody as the list holds them. */
export interface Listed {
  personId: string | null
  name: string
  unit: string
  rank: string | null
  party: 'HOST' | 'GUEST' | null
}

/** Puts people on the list; who stands there already is left as they are. @throws Problem 403, 404, 409, 422 */
export async function addParticipants(
  ctx: Ctx,
  { meetingId, items }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  await lockListed(ctx, meetingId)
  return writeParticipants(ctx, meetingId, await nameAll(ctx, items))
}

/** Names and units of those of the directory; a guest needs a name. @throws Problem 422 */
async function nameAll(ctx: Ctx, items: readonly ParticipantInput[]): Promise<Listed[]> {
  const ids = items.flatMap(({ personId }) => personId ?? [])
  const { rows } = await sql<{ id: string; name: string; unit: string; rank: string | null }>`
    select p.id, p.name, u.name as unit, p.rank from directory.person p
    join directory.unit u on u.bureau_id = p.bureau_id and u.id = p.unit_id
    where p.bureau_id = kernel.bureau() and p.id = any(${ids}::uuid[])`.execute(ctx.db)
  const known = new Map(rows.map((row) => [row.id, row]))
  return items.map(({ personId, name, unit, rank, party }, index) => {
    const person = personId ? known.get(personId) : undefined
    if (personId && !person)
      throw new Problem(422, 'meetings.unknown_person', { path: `items.${index}.personId` })
    if (!person && !name?.trim())
      throw new Problem(422, 'meetings.name_needed', { path: `items.${index}.name` })
    return {
      personId: person?.id ?? null,
      name: person?.name ?? name!.trim(),
      unit: person?.unit ?? unit?.trim() ?? '',
      rank: rank ?? person?.rank ?? null,
      party: party ?? null,
    }
  })
}

/** Writes a list behind what stands there, under the meeting's lock. @throws Problem 422 `meetings.list_full` */
export async function writeParticipants(
  ctx: Ctx,
  meetingId: string,
  people: readonly Listed[],
): Promise<{ added: number; repeated: number }> {
  const { rows } = await sql<{ there: number; next: number }>`
    select count(*)::int as there, coalesce(max(position) + 1, 0)::int as next from meetings.participant
    where bureau_id = kernel.bureau() and meeting_id = ${meetingId}`.execute(ctx.db)
  const { there, next } = rows[0]!
  if (people.length === 0) return { added: 0, repeated: 0 }
  const full = new Problem(422, 'meetings.list_full', { params: { most: mostParticipants } })
  if (people.length > mostParticipants) throw full
  const added = await ctx.db
    .insertInto('meetings.participant')
    .values(
      people.map(({ personId, name, unit, rank, party }, index) => ({
        meeting_id: meetingId,
        person_id: personId,
        name,
        unit_name: unit,
        rank,
        party,
        ...pinyinOf(name, true),
        position: next + index,
        created_at: ctx.now,
      })),
    )
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .execute()
  if (there + added.length > mostParticipants) throw full
  // The history says how many, never who.
  if (added.length > 0)
    await emitFor(ctx, meetingId, 'meetings.participants_added', { after: { added: added.length } })
  return { added: added.length, repeated: people.length - added.length }
}
