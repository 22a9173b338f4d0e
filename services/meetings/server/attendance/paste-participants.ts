import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { attendanceActions } from '../../actions/attendance-actions.ts'
import { readPastedList } from '../../read-pasted-list.ts'
import { type Listed, writeParticipants } from './add-participants.ts'
import { lockListed } from './find-list.ts'

type Action = (typeof attendanceActions)['pasteParticipants']

interface Known {
  id: string
  name: string
  unit: string
  rank: string | null
}

/**
 * Takes over a list as people paste it. Whom the directory knows without doubt is linked to it, the others are guests.
 * @throws Problem 403, 404, 409, 422 `meetings.list_full`
 */
export async function pasteParticipants(
  ctx: Ctx,
  { meetingId, list }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  await lockListed(ctx, meetingId)
  const units = await ctx.db.selectFrom('directory.unit').select('name').execute()
  const { people, unread } = readPastedList(list, new Set(units.map(({ name }) => name)))
  const known = await findByName(
    ctx,
    people.map(({ name }) => name),
  )
  const listed = people.map((one): Listed => {
    const person = theOnly(known.get(one.name) ?? [], one.unit)
    return {
      personId: person?.id ?? null,
      name: one.name,
      unit: person?.unit ?? one.unit,
      rank: one.rank ?? person?.rank ?? null,
      party: null,
    }
  })
  const written = await writeParticipants(ctx, meetingId, listed)
  return { ...written, known: listed.filter(({ personId }) => personId).length, unread }
}

async function findByName(ctx: Ctx, names: readonly string[]): Promise<Map<string, Known[]>> {
  const { rows } = await sql<Known>`
    select p.id, p.name, u.name as unit, p.rank from directory.person p
    join directory.unit u on u.bureau_id = p.bureau_id and u.id = p.unit_id
    where p.bureau_id = kernel.bureau() and p.left_on is null and p.name = any(${[...names]}::text[])`.execute(
    ctx.db,
  )
  const found = new Map<string, Known[]>()
  for (const row of rows) found.set(row.name, [...(found.get(row.name) ?? []), row])
  return found
}

/** The one person of that name; where a unit is given, of that unit. Two of a name are nobody for certain. */
function theOnly(found: readonly Known[], unit: string): Known | undefined {
  const fitting = unit ? found.filter((one) => one.unit === unit) : found
  return fitting.length === 1 ? fitting[0] : undefined
}
