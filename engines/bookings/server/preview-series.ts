import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { bookings } from '../module.ts'
import { checkSpan } from './check-span.ts'
import { findElsewhere } from './find-alternatives.ts'
import { judgeDates, planDates } from './judge-dates.ts'
import { type LockedResource, resourceColumns } from './lock-resources.ts'

type Action = (typeof bookings.actions)['previewSeries']

/** Every date of a series before it is booked: moved, left out, clashing with its ways out. */
export async function previewSeries(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const span = checkSpan(ctx, input.from, input.to)
  const planned = await planDates(ctx, span, input)
  const resources = await readResources(ctx, input.resourceId)
  const claims = input.resourceId.map((resourceId) => ({ resourceId, quantity: 1 }))
  const held = planned.filter(({ left }) => !left).map((date) => ({ ...date, claims }))
  const headcount = input.headcount ?? null
  const except = input.bookingId ? [input.bookingId] : []
  const unitId = ctx.actor.unitId ?? '00000000-0000-0000-0000-000000000000'
  const judged = await judgeDates(ctx, resources, held, { headcount, unitId, deed: 'add', except })
  const byDay = new Map(judged.map((date) => [date.day, date]))
  const dates: OutputOf<Action>['dates'] = []
  for (const { day, from, to, moved, left } of planned) {
    const taken = byDay.get(day)?.taken
    dates.push({
      day,
      from: from.toISOString(),
      to: to.toISOString(),
      moved,
      left,
      clash: byDay.get(day)?.clash ?? null,
      alternatives: taken
        ? await findElsewhere(ctx, { resourceId: taken.resourceId, from, to, headcount, except })
        : [],
    })
  }
  return { dates, clashes: judged.filter(({ clash }) => clash !== null).length }
}

/** Resources with their rules, without a lock: a preview promises nothing. @throws Problem 422 */
async function readResources(ctx: Ctx, ids: readonly string[]): Promise<Map<string, LockedResource>> {
  const { rows } = await sql<LockedResource>`
    select ${resourceColumns} from bookings.resource r
    left join bookings.policy p on p.bureau_id = r.bureau_id and p.resource_id = r.id
    where r.bureau_id = kernel.bureau() and r.id = any(${[...ids]}::uuid[])`.execute(ctx.db)
  if (rows.length < new Set(ids).size)
    throw new Problem(422, 'bookings.unknown_resource', { path: 'resourceId' })
  return new Map(rows.map((row) => [row.id, row]))
}
