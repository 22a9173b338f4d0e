import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { bookings } from '../module.ts'
import type { PlannedDate } from '../plan-series.ts'
import { requireSpeaker } from './booking-can.ts'
import { checkSpan } from './check-span.ts'
import { resourceIds, swapIn } from './create-booking.ts'
import { applyChoices } from './create-series.ts'
import { type About, judgeDates, planDates, seriesDateOf } from './judge-dates.ts'
import { findRecord, findRecords } from './lock-booking.ts'
import { type Locked, type LockedResource, resourceColumns } from './lock-resources.ts'
import { inScope } from './pick-scope.ts'
import { planMove, readSeriesRow } from './plan-move.ts'

type Actions = typeof bookings.actions
type Preview = OutputOf<Actions['previewSeries']>

/** Every date of a series before it is booked: moved, left out, clashing with its ways out. */
export async function previewSeries(ctx: Ctx, input: InputOf<Actions['previewSeries']>): Promise<Preview> {
  const span = checkSpan(ctx, input.from, input.to)
  const planned = await planDates(ctx, span, input)
  const resources = await readResources(ctx, input.resourceId)
  const claims = input.resourceId.map((resourceId, index) => ({
    resourceId,
    quantity: input.quantity?.[index] ?? 1,
  }))
  // A booking that becomes a series stays where it is: only the other dates are asked for.
  const own = (from: Date) => input.bookingId !== undefined && from.getTime() === span.from.getTime()
  const held = planned.filter(({ left, from }) => !left && !own(from)).map((date) => ({ ...date, claims }))
  return judge(ctx, resources, planned, held, {
    headcount: input.headcount ?? null,
    unitId: ctx.actor.unitId ?? '00000000-0000-0000-0000-000000000000',
    deed: 'add',
    except: input.bookingId ? [input.bookingId] : [],
  })
}

/** Every date of a series before it is moved, by the same plan as the move itself. @throws Problem 403, 404, 422 */
export async function previewMove(ctx: Ctx, input: InputOf<Actions['previewMove']>): Promise<Preview> {
  const first = await findRecord(ctx, input.bookingId)
  requireSpeaker(ctx, first)
  const records = await findRecords(ctx, inScope(ctx, first, input.scope, false))
  if (!first.series_id) throw new Problem(422, 'bookings.not_in_series', { path: 'scope' })
  const { dates } = await planMove(ctx, await readSeriesRow(ctx, first.series_id), first, records, input)
  const { swapFrom, swapTo } = input
  const swap = swapFrom && swapTo ? { from: swapFrom, to: swapTo } : undefined
  const { held } = applyChoices(ctx, dates, ({ record }) => swapIn(record.claims, swap), [])
  const resources = await readResources(
    ctx,
    held.flatMap(({ claims }) => resourceIds(claims)),
  )
  return judge(ctx, resources, dates, held, {
    headcount: first.headcount,
    unitId: first.unit_id,
    deed: 'change',
    except: dates.map(({ record }) => record.id),
  })
}

async function judge(
  ctx: Ctx,
  resources: Locked,
  planned: readonly PlannedDate[],
  held: Parameters<typeof judgeDates>[2],
  about: About,
): Promise<Preview> {
  const judged = new Map((await judgeDates(ctx, resources, held, about)).map((date) => [date.day, date]))
  const dates: Preview['dates'] = []
  for (const date of planned) dates.push(await seriesDateOf(ctx, date, judged.get(date.day), about))
  return { dates, clashes: dates.filter(({ clash }) => clash !== null).length }
}

/** Resources with their rules, without a lock: a preview promises nothing. @throws Problem 422 */
export async function readResources(ctx: Ctx, ids: readonly string[]): Promise<Map<string, LockedResource>> {
  const { rows } = await sql<LockedResource>`
    select ${resourceColumns} from bookings.resource r
    left join bookings.policy p on p.bureau_id = r.bureau_id and p.resource_id = r.id
    where r.bureau_id = kernel.bureau() and r.id = any(${[...ids]}::uuid[])`.execute(ctx.db)
  if (rows.length < new Set(ids).size)
    throw new Problem(422, 'bookings.unknown_resource', { path: 'resourceId' })
  return new Map(rows.map((row) => [row.id, row]))
}
