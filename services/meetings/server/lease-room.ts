import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { roomActions } from '../actions/room-actions.ts'
import { lockRoom } from './write-room.ts'

type Actions = typeof roomActions

/** Registers who lets a room, for how long and how much. @throws Problem 404, 409, 422 */
export async function addLease(
  ctx: Ctx,
  input: InputOf<Actions['addLease']>,
): Promise<OutputOf<Actions['addLease']>> {
  await lockRoom(ctx, input.roomId)
  const { roomId, lessor, contractNo, fromDay, toDay, yearlyRentFen } = input
  if (toDay < fromDay) throw new Problem(422, 'meetings.lease_turned', { path: 'toDay' })
  const same = await ctx.db
    .selectFrom('meetings.lease')
    .select('id')
    .where('contract_no', '=', contractNo)
    .executeTakeFirst()
  if (same) throw new Problem(409, 'meetings.contract_taken', { params: { contractNo }, path: 'contractNo' })
  const other = await ctx.db
    .selectFrom('meetings.lease')
    .select('contract_no')
    .where('room_id', '=', roomId)
    .where(
      sql<boolean>`daterange(from_day, to_day, '[]') && daterange(${fromDay}::date, ${toDay}::date, '[]')`,
    )
    .executeTakeFirst()
  if (other)
    throw new Problem(409, 'meetings.lease_overlaps', {
      params: { contractNo: other.contract_no },
      path: 'fromDay',
    })
  const { id } = await ctx.db
    .insertInto('meetings.lease')
    .values({
      room_id: roomId,
      lessor,
      contract_no: contractNo,
      from_day: fromDay,
      to_day: toDay,
      yearly_rent_fen: yearlyRentFen,
      note: input.note ?? '',
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'meetings.lease_added',
    subjectType: 'meetings.room',
    subjectId: roomId,
    after: { leaseId: id, lessor, contractNo, fromDay, toDay, yearlyRentFen },
  })
  return { id }
}

/** Ends a lease before its time; the contract stays on record with the reason. @throws Problem 404, 422 */
export async function endLease(
  ctx: Ctx,
  { roomId, leaseId, toDay, reason }: InputOf<Actions['endLease']>,
): Promise<OutputOf<Actions['endLease']>> {
  await lockRoom(ctx, roomId)
  const lease = await ctx.db
    .selectFrom('meetings.lease')
    .select(['id', 'from_day', 'to_day'])
    .where('id', '=', leaseId)
    .where('room_id', '=', roomId)
    .executeTakeFirst()
  if (!lease) throw new Problem(404, 'kernel.not_found')
  if (toDay < lease.from_day) throw new Problem(422, 'meetings.lease_turned', { path: 'toDay' })
  if (toDay >= lease.to_day)
    throw new Problem(422, 'meetings.lease_not_shorter', { params: { toDay: lease.to_day }, path: 'toDay' })
  await ctx.db
    .updateTable('meetings.lease')
    .set({ to_day: toDay, ended_reason: reason })
    .where('id', '=', leaseId)
    .execute()
  await ctx.emit({
    type: 'meetings.lease_ended',
    subjectType: 'meetings.room',
    subjectId: roomId,
    before: { leaseId, toDay: lease.to_day },
    after: { leaseId, toDay },
    reason,
  })
  return done
}

/** Registers what was built into a room. @throws Problem 404 */
export async function addFitOut(
  ctx: Ctx,
  { roomId, onDay, what, contractor, costFen }: InputOf<Actions['addFitOut']>,
): Promise<OutputOf<Actions['addFitOut']>> {
  await lockRoom(ctx, roomId)
  const { id } = await ctx.db
    .insertInto('meetings.fit_out')
    .values({
      room_id: roomId,
      on_day: onDay,
      what,
      contractor,
      cost_fen: costFen,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'meetings.fit_out_added',
    subjectType: 'meetings.room',
    subjectId: roomId,
    after: { fitOutId: id, onDay, what, contractor, costFen },
  })
  return { id }
}
