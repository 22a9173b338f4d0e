import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { attendanceActions } from '../../actions/attendance-actions.ts'
import { protocolRanks } from '../../seats-words.ts'
import { type Listed, writeParticipants } from './add-participants.ts'
import { lockListed } from './find-list.ts'

type Action = (typeof attendanceActions)['addUnit']

/**
 * Puts everybody of a unit and of those below it on the list, the highest rank first.
 * @throws Problem 403, 404, 409; 422 `meetings.unknown_unit`, `meetings.unit_empty`, `meetings.list_full`
 */
export async function addUnit(ctx: Ctx, { meetingId, unitId }: InputOf<Action>): Promise<OutputOf<Action>> {
  await lockListed(ctx, meetingId)
  const unit = await ctx.db
    .selectFrom('directory.unit')
    .select('name')
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (!unit) throw new Problem(422, 'meetings.unknown_unit', { path: 'unitId' })
  const { rows } = await sql<{ id: string; name: string; unit: string; rank: string | null }>`
    select p.id, p.name, u.name as unit, p.rank from directory.person p
    join directory.unit u on u.bureau_id = p.bureau_id and u.id = p.unit_id
    where p.bureau_id = kernel.bureau() and p.left_on is null
      and p.unit_id in (select directory.unit_and_below(${unitId}))
    order by array_position(${[...protocolRanks]}::text[], p.rank) nulls last, p.staff_no, p.id`.execute(
    ctx.db,
  )
  if (rows.length === 0)
    throw new Problem(422, 'meetings.unit_empty', { params: { unit: unit.name }, path: 'unitId' })
  const people = rows.map(
    ({ id, name, unit, rank }): Listed => ({ personId: id, name, unit, rank, party: null }),
  )
  return writeParticipants(ctx, meetingId, people)
}
