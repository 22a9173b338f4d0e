import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { bookings } from '../module.ts'
import { bookingStates } from '../states.ts'
import { requireSpeaker } from './booking-can.ts'
import { checkNotice, checkPolicy } from './check-policy.ts'
import { checkSpan } from './check-span.ts'
import { checkClaims, conflict, resourceIds } from './create-booking.ts'
import { findPieces, type Wanted } from './find-pieces.ts'
import { type BookingRecord, findRecord, lockBooking, spanOf } from './lock-booking.ts'
import type { Locked } from './lock-resources.ts'
import { moveSeries } from './move-series.ts'
import { claimsAfter } from './plan-move.ts'
import { promoteWaiting } from './promote-waiting.ts'
import { holdPieces } from './write-bookings.ts'

type Action = (typeof bookings.actions)['moveBooking']

/**
 * Another time, another place, or both; all of it or nothing. Who waits for what becomes free gets it at once.
 * @throws Problem 409 `bookings.conflict` with alternatives, `bookings.series_conflict` with the dates that clash
 */
export async function moveBooking(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const first = await findRecord(ctx, input.bookingId)
  requireSpeaker(ctx, first)
  if (input.scope && input.scope !== 'this') return moveSeries(ctx, first, { ...input, scope: input.scope })
  const target = targetOf(ctx, first, input)
  const { record, resources } = await lockBooking(ctx, first.id, {
    resourceIds: resourceIds(target.claims),
    spans: [target],
  })
  requireMovable(ctx, record)
  await checkTarget(ctx, record, resources, target)
  if (!isElsewhere(record, target)) return { moved: 0, skipped: 0 }
  const [found] = await findPieces(ctx, [target], [record.id])
  const taken = found!.find(({ pieces }) => pieces === null)
  if (taken && record.state !== 'WAITING')
    throw await conflict(ctx, target, taken, record.headcount, [record.id])
  await putElsewhere(ctx, record, target)
  if (!taken) {
    if (record.state === 'WAITING') await ctx.move(bookingStates, 'promote', record.id)
    await holdPieces(ctx, record.id, found!)
  }
  if (record.series_id)
    await ctx.db.updateTable('bookings.booking').set({ detached: true }).where('id', '=', record.id).execute()
  await promoteWaiting(ctx, resources, [spanOf(record)])
  return { moved: 1, skipped: 0 }
}

function targetOf(
  ctx: Ctx,
  record: BookingRecord,
  input: Pick<InputOf<Action>, 'from' | 'to' | 'claims' | 'swap'>,
): Wanted {
  const claims = claimsAfter(record, input)
  const now = spanOf(record)
  // A beginning alone moves the whole.
  const length = now.to.getTime() - now.from.getTime()
  const from = input.from ? new Date(input.from) : now.from
  const to = input.to ? new Date(input.to) : new Date(from.getTime() + length)
  // What has begun may still be made longer or shorter.
  if (record.state === 'CHECKED_IN' && from.getTime() === now.from.getTime()) {
    if (to <= ctx.now) throw new Problem(422, 'bookings.ends_before', { path: 'to' })
    return { from, to, claims }
  }
  return { ...checkSpan(ctx, from, to), claims }
}

/** @throws Problem 409 when it is over or holds a place that is only offered */
export function requireMovable(ctx: Ctx, record: BookingRecord): void {
  if (!['WAITING', 'CONFIRMED', 'CHECKED_IN'].includes(record.state) || spanOf(record).to <= ctx.now)
    throw new Problem(409, 'bookings.over')
}

/** The rules of what it leaves and of what it goes to. */
export async function checkTarget(
  ctx: Ctx,
  record: BookingRecord,
  resources: Locked,
  target: Wanted,
): Promise<void> {
  checkClaims(resources, { claims: target.claims, headcount: record.headcount })
  if (record.state === 'CONFIRMED')
    for (const id of resourceIds(record.claims))
      checkNotice(ctx, resources.get(id)!, spanOf(record).from, 'change')
  const judged = { ...target, unitId: record.unit_id, except: [record.id] }
  for (const id of resourceIds(target.claims)) await checkPolicy(ctx, resources.get(id)!, judged, 'change')
}

export function isElsewhere(record: BookingRecord, target: Wanted): boolean {
  const { from, to } = spanOf(record)
  const key = (claims: Wanted['claims']) =>
    claims
      .map(({ resourceId, quantity }) => `${resourceId}×${quantity}`)
      .sort()
      .join()
  return (
    from.getTime() !== target.from.getTime() ||
    to.getTime() !== target.to.getTime() ||
    key(record.claims) !== key(target.claims)
  )
}

/**
 * Writes time and claims of a locked booking; it holds nothing until it is given its pieces.
 * @param withSeries it moves as one of many: `bookings.series_moved` tells of all of them at once
 */
export async function putElsewhere(
  ctx: Ctx,
  record: BookingRecord,
  target: Wanted,
  withSeries = false,
): Promise<void> {
  await sql`delete from bookings.hold where bureau_id = kernel.bureau() and booking_id = ${record.id}`.execute(
    ctx.db,
  )
  await sql`delete from bookings.claim where bureau_id = kernel.bureau() and booking_id = ${record.id}
    and resource_id <> all(${resourceIds(target.claims)}::uuid[])`.execute(ctx.db)
  await ctx.db
    .insertInto('bookings.claim')
    .values(
      target.claims.map(({ resourceId, quantity }) => ({
        booking_id: record.id,
        resource_id: resourceId,
        quantity,
      })),
    )
    .onConflict((clash) =>
      clash
        .columns(['bureau_id', 'booking_id', 'resource_id'])
        .doUpdateSet((row) => ({ quantity: row.ref('excluded.quantity') })),
    )
    .execute()
  await ctx.db
    .updateTable('bookings.booking')
    .set({ starts_at: target.from, ends_at: target.to, warned_at: null })
    .where('id', '=', record.id)
    .execute()
  await ctx.emit({
    type: 'bookings.moved',
    subjectType: 'bookings.booking',
    subjectId: record.id,
    before: { from: record.starts_at, to: record.ends_at, claims: record.claims },
    after: {
      from: target.from,
      to: target.to,
      claims: target.claims,
      ...(withSeries ? { withSeries } : {}),
    },
  })
}
