import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { seatActions } from '../../actions/seat-actions.ts'
import { checkPlan } from '../../seating/check-plan.ts'
import { refusePlan } from '../../seating/problems.ts'
import { seatAll } from '../../seating/protocol-order.ts'
import type { SeatingPlan } from '../../seating/schema.ts'
import { protocolRanks } from '../../seats-words.ts'
import { findListed, isCalledOff, lockListed } from '../attendance/find-list.ts'
import { emitFor } from '../find-meeting.ts'
import type { MeetingSelection } from '../select-meetings.ts'
import { readPlan, type StoredPlan } from './read-plan.ts'

type Actions = typeof seatActions

/** @throws Problem 403, 404 */
export async function readSeats(
  ctx: Ctx,
  { meetingId }: InputOf<Actions['readSeats']>,
): Promise<OutputOf<Actions['readSeats']>> {
  const meeting = await findListed(ctx, meetingId)
  const stored = await readPlan(ctx, meeting)
  return {
    ...stored,
    ranks: [...protocolRanks],
    can: { save: ctx.has('meetings.attendance') && !isCalledOff(meeting) },
  }
}

/**
 * Keeps a plan. Who has not seen the newest one is given it instead of overwriting it.
 * @throws Problem 403, 404, 409 `meetings.seats_changed` with `current`, 422 for a plan that cannot be
 */
export async function saveSeats(
  ctx: Ctx,
  { meetingId, version, plan }: InputOf<Actions['saveSeats']>,
): Promise<OutputOf<Actions['saveSeats']>> {
  const meeting = await lockListed(ctx, meetingId)
  const stored = await readPlan(ctx, meeting)
  requireNewest(stored, version)
  const defect = checkPlan(plan)
  if (defect) throw refusePlan(defect)
  const known = new Set(stored.people.map(({ id }) => id))
  const stray = Object.values(plan.taken).find(({ id }) => !known.has(id))
  if (stray)
    throw new Problem(422, 'meetings.seats_unknown_person', {
      params: { name: stray.name },
      path: 'plan.taken',
    })
  return { version: await writePlan(ctx, meeting, stored, plan) }
}

/** Seats everybody anew by rank, then as listed. @throws Problem 403, 404, 409 `meetings.seats_changed` */
export async function seatByOrder(
  ctx: Ctx,
  { meetingId, version }: InputOf<Actions['seatByOrder']>,
): Promise<OutputOf<Actions['seatByOrder']>> {
  const meeting = await lockListed(ctx, meetingId)
  const stored = await readPlan(ctx, meeting)
  requireNewest(stored, version)
  const { plan, remainder } = seatAll(stored.plan, stored.people, protocolRanks)
  return {
    version: await writePlan(ctx, meeting, stored, plan),
    left: remainder.map(({ name }) => name),
  }
}

function requireNewest(stored: StoredPlan, version: number): void {
  if (stored.version === version) return
  throw new Problem(409, 'meetings.seats_changed', {
    params: { by: stored.changedBy ?? '' },
    path: 'version',
    extra: { current: { version: stored.version, plan: stored.plan, by: stored.changedBy } },
  })
}

/** Writes the plan under the meeting's lock. @returns its version */
async function writePlan(
  ctx: Ctx,
  meeting: MeetingSelection,
  stored: StoredPlan,
  { layout, dimensions, evenRule, taken }: SeatingPlan,
): Promise<number> {
  const version = stored.version + 1
  const values = {
    version,
    layout,
    dimensions: JSON.stringify(dimensions),
    even_rule: evenRule,
    changed_at: ctx.now,
    changed_by: ctx.actor.name,
  }
  await ctx.db
    .insertInto('meetings.seat_plan')
    .values({ meeting_id: meeting.id, ...values })
    .onConflict((clash) => clash.columns(['bureau_id', 'meeting_id']).doUpdateSet(values))
    .execute()
  await ctx.db.deleteFrom('meetings.seat').where('meeting_id', '=', meeting.id).execute()
  const seats = Object.entries(taken).map(([seat_id, { id }]) => ({
    meeting_id: meeting.id,
    seat_id,
    participant_id: id,
  }))
  if (seats.length > 0) await ctx.db.insertInto('meetings.seat').values(seats).execute()
  await emitFor(ctx, meeting.id, 'meetings.seats_saved', {
    after: { version, layout, dimensions, seated: seats.length },
  })
  return version
}
