import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Body, LicenceClass, VehicleClass } from '../../words.ts'
import type { Asked, Zones } from './distances.ts'
import { type Fatigue, readFatigue } from './fatigue-limits.ts'
import { type Journey, journeyOf, minuteOf } from './journey.ts'
import { readZones } from './read-zones.ts'

export interface VehicleFacts {
  id: string
  plate: string
  class: VehicleClass
  body: Body
  seats: number
  pool: string
  state: string
}

export interface DriverFacts {
  id: string
  name: string
  licence: LicenceClass
  licenceUntil: string
  pool: string
  state: string
}

/** A living trip as it stands in the way of others. */
export interface Planned {
  tripId: string
  number: string
  vehicleId: string
  driverId: string
  state: string
  journey: Journey
}

/** What is known about vehicles and drivers around a time; judging asks nothing else. */
export interface Facts {
  vehicles: ReadonlyMap<string, VehicleFacts>
  drivers: ReadonlyMap<string, DriverFacts>
  /** Living trips of a vehicle or a driver, by its id, in order. */
  plannedOf: ReadonlyMap<string, readonly Planned[]>
  zones: Zones
  fatigue: Fatigue | null
}

interface Wanted {
  /** Null: all. */
  vehicleIds: readonly string[] | null
  driverIds: readonly string[] | null
  from: Date
  to: Date
  /** Trips that are about to change: not in their own way. */
  except?: readonly string[]
}

/** Trips of a day before and after say where somebody is and how long they have driven. */
const around = 86_400_000

export async function loadFacts(ctx: Ctx, wanted: Wanted): Promise<Facts> {
  const zones = await readZones(ctx)
  const vehicles = await readVehicles(ctx, wanted.vehicleIds)
  const drivers = await readDrivers(ctx, wanted.driverIds)
  const plannedOf = new Map<string, Planned[]>()
  const add = (id: string, one: Planned) => plannedOf.set(id, [...(plannedOf.get(id) ?? []), one])
  for (const one of await readPlanned(ctx, zones, wanted)) {
    add(one.vehicleId, one)
    add(one.driverId, one)
  }
  return { vehicles, drivers, plannedOf, zones, fatigue: await readFatigue(ctx, wanted.from) }
}

async function readVehicles(ctx: Ctx, ids: readonly string[] | null): Promise<Map<string, VehicleFacts>> {
  const { rows } = await sql<VehicleFacts>`
    select id, plate, class, body, seats, pool, state from fleet.vehicle
    where bureau_id = kernel.bureau() and ${ids === null ? sql`state = 'IN_USE'` : sql`id = any(${[...ids]}::uuid[])`}
    order by plate`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function readDrivers(ctx: Ctx, ids: readonly string[] | null): Promise<Map<string, DriverFacts>> {
  const { rows } = await sql<DriverFacts>`
    select id, name, licence_class as licence, licence_until::text as "licenceUntil", pool, state from fleet.driver
    where bureau_id = kernel.bureau() and ${ids === null ? sql`state = 'ACTIVE'` : sql`id = any(${[...ids]}::uuid[])`}
    order by staff_no`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

type PlannedRow = Omit<Planned, 'journey'> & { startsAt: string; endsAt: string; requests: Asked[] | null }

async function readPlanned(ctx: Ctx, zones: Zones, wanted: Wanted): Promise<Planned[]> {
  const { vehicleIds, driverIds, except = [] } = wanted
  const from = new Date(wanted.from.getTime() - around)
  const to = new Date(wanted.to.getTime() + around)
  const whose =
    vehicleIds && driverIds
      ? sql`(t.vehicle_id = any(${[...vehicleIds]}::uuid[]) or t.driver_id = any(${[...driverIds]}::uuid[]))`
      : sql`true`
  const { rows } = await sql<PlannedRow>`
    select t.id as "tripId", t.number, t.vehicle_id as "vehicleId", t.driver_id as "driverId", t.state,
      t.starts_at as "startsAt", coalesce(t.returned_at, t.ends_at) as "endsAt", (
        select json_agg(json_build_object('origin', r.origin, 'stops', r.stops, 'destination', r.destination, 'reach', r.reach,
          'distanceKm', r.distance_km, 'way', r.way))
        from fleet.trip_request x join fleet.request r on r.bureau_id = x.bureau_id and r.id = x.request_id
        where x.bureau_id = t.bureau_id and x.trip_id = t.id and x.removed_at is null) as requests
    from fleet.trip t
    where t.bureau_id = kernel.bureau() and t.state <> 'CANCELLED' and t.starts_at >= ${new Date(from.getTime() - 31 * around)}
      and t.starts_at < ${to} and t.ends_at > ${from} and t.id <> all(${[...except]}::uuid[]) and ${whose}
    order by t.starts_at, t.id`.execute(ctx.db)
  return rows.map(({ startsAt, endsAt, requests, ...trip }) => {
    // Come back earlier than it left in its minute: it still was somewhere.
    const span = { from: minuteOf(startsAt), to: Math.max(minuteOf(startsAt) + 1, minuteOf(endsAt)) }
    return { ...trip, journey: journeyOf(zones, span, requests?.length ? requests : [somewhere]) }
  })
}

/** A trip that nobody's request stands for any more: as if around the corner. */
const somewhere: Asked = {
  origin: '',
  stops: [],
  destination: '',
  reach: 'DISTRICT',
  distanceKm: null,
  way: 'RETURN',
}
