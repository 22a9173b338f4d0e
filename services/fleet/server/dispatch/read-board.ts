import { sql } from 'kysely'
import { readBlackouts } from '#engines/bookings/server/api.ts'
import { startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { dispatchActions } from '../../actions/dispatch-actions.ts'
import { rentalStands } from '../rentals/rental-stands.ts'
import { selectBoardTrips } from './select-trips.ts'

type Actions = typeof dispatchActions
type Board = OutputOf<Actions['readBoard']>

/** The board of a day: who drives what when, what is closed, and who waits for a vehicle. */
export async function readBoard(ctx: Ctx, { day }: InputOf<Actions['readBoard']>): Promise<Board> {
  const from = startOfLocalDay(day)
  const to = new Date(from.getTime() + 86_400_000)
  const vehicles = await readVehicles(ctx)
  const drivers = await readDrivers(ctx)
  const ids = [...vehicles, ...drivers].map(({ id }) => id)
  const span = sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`
  const blackouts = await readBlackouts(ctx, ids, span)
  return {
    day,
    vehicles,
    drivers,
    trips: await selectBoardTrips(
      ctx,
      sql`t.starts_at < ${to} and t.ends_at > ${from}
      and t.starts_at >= ${new Date(from.getTime() - 31 * 86_400_000)} and t.state <> 'CANCELLED'`,
    ),
    queue: await readQueue(ctx, from, to),
    rentals: await readRentals(ctx, from, to),
    blocked: [
      ...blackouts.map(({ resourceId, from, to, reason }) => ({ rowId: resourceId, from, to, reason })),
      ...(await readForeignHolds(ctx, ids, span)),
    ],
    mayDispatch: ctx.has('fleet.dispatch'),
  }
}

/** One trip with its story's necessities, for the panel beside the board. @throws Problem 404 */
export async function readBoardTrip(
  ctx: Ctx,
  { tripId }: InputOf<Actions['readBoardTrip']>,
): Promise<OutputOf<Actions['readBoardTrip']>> {
  const [trip] = await selectBoardTrips(ctx, sql`t.id = ${tripId}`)
  if (!trip) throw new Problem(404, 'kernel.not_found')
  return trip
}

async function readVehicles(ctx: Ctx): Promise<Board['vehicles']> {
  const { rows } = await sql<Board['vehicles'][number]>`
    select id, plate, class, body, seats, pool from fleet.vehicle
    where bureau_id = kernel.bureau() and state = 'IN_USE' order by pool, seats, plate`.execute(ctx.db)
  return rows
}

async function readDrivers(ctx: Ctx): Promise<Board['drivers']> {
  const { rows } = await sql<Board['drivers'][number]>`
    select id, name, staff_no as "staffNo", licence_class as licence, pool from fleet.driver
    where bureau_id = kernel.bureau() and state = 'ACTIVE' order by pool, staff_no`.execute(ctx.db)
  return rows
}

/** Who waits for a vehicle: first who gave way, then emergencies, then by the time they want to leave. */
async function readQueue(ctx: Ctx, from: Date, to: Date): Promise<Board['queue']> {
  const { rows } = await sql<Board['queue'][number]>`
    select r.id, r.number, r.starts_at as "from", r.ends_at as "to", r.origin, r.stops, r.destination, r.reach, r.way, r.purpose,
      r.reason, r.passengers, r.luggage, r.may_pool as "mayPool", r.emergency, r.vehicle_class as "vehicleClass",
      r.requester_name as "requesterName", u.name as "unitName",
      coalesce(r.approved_at, r.submitted_at) as "waitingSince", r.displaced_reason as "displacedReason"
    from fleet.request r join directory.unit u on u.bureau_id = r.bureau_id and u.id = r.unit_id
    where r.bureau_id = kernel.bureau() and r.state = 'APPROVED' and r.starts_at >= ${from} and r.starts_at < ${to}
    order by r.displaced_at nulls last, r.emergency desc, r.starts_at, r.id limit 500`.execute(ctx.db)
  return rows
}

/** Vehicles rented for the day: no row of the grid is theirs. */
async function readRentals(ctx: Ctx, from: Date, to: Date): Promise<Board['rentals']> {
  const { rows } = await sql<Board['rentals'][number]>`
    select n.id, n.number, n.state, n.plate, n.driver_name as "driverName", s.name as "supplierName",
      n.starts_at as "from", n.ends_at as "to", q.destination, u.name as "unitName"
    from fleet.rental n join fleet.rental_supplier s on s.bureau_id = n.bureau_id and s.id = n.supplier_id
    join fleet.request q on q.bureau_id = n.bureau_id and q.id = n.request_id
    join directory.unit u on u.bureau_id = q.bureau_id and u.id = q.unit_id
    where n.bureau_id = kernel.bureau() and ${rentalStands} and n.starts_at < ${to} and n.ends_at > ${from}
      and n.starts_at >= ${new Date(from.getTime() - 31 * 86_400_000)} order by n.starts_at, n.id limit 200`.execute(
    ctx.db,
  )
  return rows
}

/** Held by something that is no trip: booked by hand on the bookings' pages. */
async function readForeignHolds(
  ctx: Ctx,
  ids: readonly string[],
  span: ReturnType<typeof sql>,
): Promise<Board['blocked']> {
  const { rows } = await sql<Board['blocked'][number]>`
    select h.resource_id as "rowId", lower(h.occupied) as "from", upper(h.occupied) as "to",
      case when b.private then '' else b.title end as reason
    from bookings.holds_of(${[...ids]}::uuid[], ${span}) h
    join bookings.booking b on b.bureau_id = h.bureau_id and b.id = h.booking_id
    where not exists (select from fleet.trip t where t.bureau_id = h.bureau_id and t.id = h.booking_id)
    order by lower(h.occupied)`.execute(ctx.db)
  return rows
}
