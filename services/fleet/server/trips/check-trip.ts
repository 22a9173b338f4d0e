import { expectChecklist, recordChecklist } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { tripActions } from '../../actions/trip-actions.ts'
import { type LockedTrip, lockOwnTrip } from './lock-trip.ts'
import { recordStep, stepTime } from './record-step.ts'
import { checkClauses, lacksOf, readTripCheck, sayLines, scoreOfCheck } from './trip-check.ts'

type Actions = typeof tripActions

/**
 * Answers lines of the check before leaving; the checklist keeps the version of the standard the trip was dispatched
 * under. A safety line that is not met is told to the dispatcher, and keeps the vehicle in.
 * @throws Problem 403, 404; 409 `fleet.trip_has_left`; 422 by line
 */
export async function recordTripCheck(
  ctx: Ctx,
  { tripId, answers }: InputOf<Actions['recordTripCheck']>,
): Promise<OutputOf<Actions['recordTripCheck']>> {
  const trip = await lockOwnTrip(ctx, tripId)
  if (trip.state !== 'ASSIGNED') throw new Problem(409, 'fleet.trip_has_left')
  const before = await readTripCheck(ctx, trip)
  const known = new Set(before.map(({ line }) => line.id))
  const stray = answers.findIndex(({ lineId }) => !known.has(lineId))
  if (stray >= 0) throw new Problem(422, 'standards.unknown_line', { path: `answers.${stray}` })
  const time = await stepTime(ctx, trip)
  await expectChecklist(ctx, subjectOf(trip), checkClauses, trip.created_at)
  await recordChecklist(ctx, subjectOf(trip), [...answers], time.at)
  const lines = await readTripCheck(ctx, trip)
  const { missing, failed } = lacksOf(lines)
  const toldOf = new Set(lacksOf(before).failed.map(({ id }) => id))
  if (failed.some(({ id }) => !toldOf.has(id)))
    await emit(ctx, trip, 'fleet.trip_check_failed', { lines: sayLines(ctx, failed) })
  if (missing.length === 0 && lacksOf(before).missing.length > 0) {
    await recordStep(ctx, trip, 'CHECKED', time)
    await emit(ctx, trip, 'fleet.trip_checked', { failed: failed.length })
  }
  return { score: scoreOfCheck(lines), mayLeave: missing.length + failed.length === 0 }
}

const subjectOf = (trip: LockedTrip) => ({
  type: 'fleet.trip',
  id: trip.id,
  label: trip.number,
  href: `/fleet/trips/${trip.id}`,
  dueAt: new Date(trip.starts_at),
})

const emit = (ctx: Ctx, { id, number }: LockedTrip, type: string, more: Record<string, unknown>) =>
  ctx.emit({ type, subjectType: 'fleet.trip', subjectId: id, after: { number, ...more } })

/** @throws Problem 422 naming the lines that are not answered or not met */
export async function requireChecked(ctx: Ctx, trip: LockedTrip): Promise<void> {
  const { missing, failed } = lacksOf(await readTripCheck(ctx, trip))
  for (const [code, lines] of [
    ['fleet.check_failed', failed],
    ['fleet.check_incomplete', missing],
  ] as const) {
    if (lines.length === 0) continue
    throw new Problem(422, code, {
      params: { lines: sayLines(ctx, lines) },
      path: 'check',
      extra: { lines: lines.map(({ id }) => id) },
    })
  }
}
