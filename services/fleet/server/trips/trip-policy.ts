import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { tripStates } from '../../states.ts'

/**
 * Whether the actor may read trip `t`: the desk, direction and supervision all of them; a driver the own ones; whoever
 * asked for it, and the liaison of the unit that did.
 */
export function readableTrips(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.actor.source === 'job' || ctx.has('fleet.read-board')) return sql<boolean>`true`
  const { personId, unitId, roles } = ctx.actor
  const asked: RawBuilder<unknown>[] = []
  const ways: RawBuilder<unknown>[] = []
  if (personId) {
    ways.push(sql`exists (select from fleet.driver own where own.bureau_id = t.bureau_id and own.id = t.driver_id
      and own.person_id = ${personId}::uuid)`)
    asked.push(sql`q.requester_person_id = ${personId}::uuid`)
  }
  if (unitId && roles.includes('liaison'))
    asked.push(sql`q.unit_id in (select directory.unit_and_below(${unitId}::uuid))`)
  if (asked.length > 0)
    ways.push(sql`exists (select from fleet.trip_request w
      join fleet.request q on q.bureau_id = w.bureau_id and q.id = w.request_id
      where w.bureau_id = t.bureau_id and w.trip_id = t.id and w.removed_at is null
        and (${sql.join(asked, sql` or `)}))`)
  if (ways.length === 0) return sql<boolean>`false`
  return sql<boolean>`(${sql.join(ways, sql` or `)})`
}

/** Whether the steps of a trip are the actor's: its driver's own, and the desk's for a driver without a phone. */
export function drivesFor(ctx: Ctx, trip: { driver_person_id: string | null }): boolean {
  if (ctx.has('fleet.dispatch')) return true
  return (
    ctx.has('fleet.drive') && trip.driver_person_id !== null && trip.driver_person_id === ctx.actor.personId
  )
}

interface Facts {
  state: string
  driver_person_id: string | null
  imported: boolean
  light: string | null
  verified_at: string | null
}

const spendable: readonly string[] = ['UNDER_WAY', 'WAITING', 'COMPLETED']

/** What this actor may do with this trip now. */
export function tripCan(ctx: Ctx, trip: Facts): Record<string, boolean> {
  const open = ctx.can(tripStates, trip)
  const own = drivesFor(ctx, trip)
  const desk = ctx.has('fleet.dispatch')
  return {
    check: own && trip.state === 'ASSIGNED',
    leave: own && open.leave,
    wait: own && open.wait,
    resume: own && open.resume,
    comeBack: own && open.comeBack,
    addCost: own && spendable.includes(trip.state) && !trip.imported,
    correct: desk && spendable.includes(trip.state),
    verify: desk && trip.state === 'COMPLETED' && trip.light !== null && trip.verified_at === null,
    readPhones: own && trip.state !== 'COMPLETED' && trip.state !== 'CANCELLED',
  }
}

/** Photos of odometers, receipts and checks are seen by whoever may read the trip. */
export async function mayReadTripFiles(ctx: Ctx, tripId: string): Promise<boolean> {
  const { rows } = await sql`select from fleet.trip t where t.bureau_id = kernel.bureau() and t.id = ${tripId}
    and ${readableTrips(ctx)}`.execute(ctx.db)
  return rows.length > 0
}

/** Photos of standing vehicles are seen by whoever may read the vehicle book. */
export async function mayReadVehiclePhotos(ctx: Ctx): Promise<boolean> {
  return ctx.has('fleet.read-register')
}
