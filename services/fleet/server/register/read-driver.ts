import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { driverActions } from '../../actions/driver-actions.ts'
import { type PaperKind, paperKinds } from '../../register-words.ts'
import { seesBooks } from './books-policy.ts'
import { dayAfter } from './due-light.ts'
import { fitnessOf } from './fitness.ts'
import { historyOf, reasonOf } from './read-vehicle.ts'
import { readAbsences } from './select-absences.ts'
import { driverRowOf, isSelf, selectDrivers } from './select-drivers.ts'

type Actions = typeof driverActions
type Detail = OutputOf<Actions['readDriver']>

/** One driver; a driver may open himself only. @throws Problem 404 */
export async function readDriver(
  ctx: Ctx,
  { driverId }: InputOf<Actions['readDriver']>,
): Promise<OutputOf<Actions['readDriver']>> {
  const row = await selectDrivers(ctx).where('d.id', '=', driverId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const fitness = await fitnessOf(ctx, {
    vehicleIds: [],
    driverIds: [driverId],
    from: ctx.now,
    to: new Date(ctx.now.getTime() + 1),
  })
  return {
    ...driverRowOf(ctx, row),
    personId: row.person_id,
    // Whoever dispatches rings him; the others do not need it.
    phone: isSelf(ctx, row) || ctx.has('fleet.dispatch') ? row.phone || null : null,
    reasons: (fitness.get(driverId) ?? []).map(reasonOf),
    absences: await readAbsences(ctx, driverId),
    duties: await readDuties(ctx, driverId),
    holds: await readHolds(ctx, driverId),
    history: seesBooks(ctx) ? await historyOf(ctx, driverId) : null,
  }
}

/** The driver who is signed in, null for somebody who is none. */
export async function readOwnDriver(ctx: Ctx): Promise<OutputOf<Actions['readOwnDriver']>> {
  if (!ctx.actor.personId) return { driver: null }
  const own = await ctx.db
    .selectFrom('fleet.driver')
    .select('id')
    .where('person_id', '=', ctx.actor.personId)
    .orderBy('state')
    .executeTakeFirst()
  return { driver: own ? await readDriver(ctx, { driverId: own.id }) : null }
}

/** From today on, so far as the roster goes. */
async function readDuties(ctx: Ctx, driverId: string): Promise<Detail['duties']> {
  const today = localDayOf(ctx.now)
  const rows = await ctx.db
    .selectFrom('fleet.duty')
    .select(['day', 'shift'])
    .where('driver_id', '=', driverId)
    .where('day', '>=', today)
    .where('day', '<', dayAfter(today, 62))
    .orderBy('day')
    .execute()
  return rows.map(({ day, shift }) => ({ day, shift: shift as Detail['duties'][number]['shift'] }))
}

interface HoldRow {
  id: string
  plate: string
  vehicleId: string
  kind: string
  number: string
  since: string
}

/** Keys and fuel cards in his hands. */
async function readHolds(ctx: Ctx, driverId: string): Promise<Detail['holds']> {
  const { rows } = await sql<HoldRow>`
    select h.id, v.plate, v.id as "vehicleId", p.kind, p.number, h.out_at as since from fleet.hand_out h
    join fleet.vehicle_paper p on p.bureau_id = h.bureau_id and p.id = h.paper_id
    join fleet.vehicle v on v.bureau_id = p.bureau_id and v.id = p.vehicle_id
    where h.bureau_id = kernel.bureau() and h.driver_id = ${driverId} and h.back_at is null
    order by h.out_at, h.id`.execute(ctx.db)
  return rows.map((row) => ({ ...row, kind: ctx.say(paperKinds[row.kind as PaperKind]) }))
}
