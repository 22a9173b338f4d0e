import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { bookings } from '../module.ts'
import { requireSpeaker } from './booking-can.ts'
import { checkClaims } from './create-booking.ts'
import { findRecord, lockSeries } from './lock-booking.ts'
import { inScope } from './pick-scope.ts'

type Action = (typeof bookings.actions)['changeBooking']

/**
 * Title, privacy and headcount: neither time nor place, so nothing is split, moved, asked again or told to anybody,
 * however many dates it is about.
 */
export async function changeBooking(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const seen = await findRecord(ctx, input.bookingId)
  requireSpeaker(ctx, seen)
  const scope = input.scope ?? 'this'
  const { first, records, resources } = await lockSeries(ctx, seen, (one) => inScope(ctx, one, scope, true))
  if (first.state === 'CANCELLED' || first.state === 'RELEASED') throw new Problem(409, 'bookings.over')
  if (input.headcount)
    for (const { claims } of records) checkClaims(resources, { claims, headcount: input.headcount })
  const set = {
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.private === undefined ? {} : { private: input.private }),
    ...(input.headcount === undefined ? {} : { headcount: input.headcount }),
  }
  const fields = Object.keys(set) as (keyof typeof set)[]
  const changed = records.filter((record) => fields.some((field) => record[field] !== set[field]))
  if (changed.length === 0) return { changed: 0 }
  await ctx.db
    .updateTable('bookings.booking')
    .set(set)
    .where(
      'id',
      'in',
      changed.map(({ id }) => id),
    )
    .execute()
  if (scope === 'all' && input.title !== undefined)
    await ctx.db
      .updateTable('bookings.series')
      .set({ title: input.title })
      .where('id', '=', first.series_id!)
      .execute()
  await ctx.emitAll(
    changed.map((record) => ({
      type: 'bookings.changed',
      subjectType: 'bookings.booking',
      subjectId: record.id,
      before: Object.fromEntries(fields.map((field) => [field, record[field]])),
      after: set,
    })),
  )
  return { changed: changed.length }
}
