import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { nothingRented } from '../../rentals/rental-stands.ts'
import { samePlace } from './same-place.ts'

export interface PoolOffer {
  requestId: string
  whose: string
  origin: string
  destination: string
  from: Date
  to: Date
  seatsLeft: number
  plate: string | null
  sameDestination: boolean
}

interface Ride {
  destination: string
  reach: string
  from: Date
  passengers: number
  /** Of the request that asks. */
  except?: string | undefined
}

interface Row {
  id: string
  requester_name: string
  unit_name: string
  origin: string
  destination: string
  reach: string
  starts_at: string
  ends_at: string
  seats_left: number
  plate: string | null
}

const nearMinutes = 30
/** Before a vehicle is chosen a car is reckoned with: five seats, one the driver's. */
const usualSeats = 5
const most = 3

/**
 * Approved or assigned requests going the same way near the time with seats left. What a trip is for is nobody else's
 * business, so it is not even read here; leaders' trips (重点服务对象) are not offered at all.
 */
export async function findPools(ctx: Ctx, ride: Ride): Promise<PoolOffer[]> {
  const near = nearMinutes * 60_000
  const { rows } = await sql<Row>`
    select q.id, q.requester_name, u.name as unit_name, q.origin, q.destination, q.reach, q.starts_at, q.ends_at, v.plate,
      coalesce(v.seats, ${usualSeats}) - 1 - coalesce(taken.passengers, q.passengers) as seats_left
    from fleet.request q
    join directory.unit u on u.bureau_id = q.bureau_id and u.id = q.unit_id
    left join directory.person p on p.bureau_id = q.bureau_id and p.id = q.requester_person_id
    left join fleet.trip_request tr on tr.bureau_id = q.bureau_id and tr.request_id = q.id and tr.removed_at is null
    left join fleet.trip t on t.bureau_id = tr.bureau_id and t.id = tr.trip_id and t.state = 'ASSIGNED'
    left join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    left join lateral (select sum(o.passengers)::integer as passengers from fleet.trip_request x
      join fleet.request o on o.bureau_id = x.bureau_id and o.id = x.request_id
      where x.bureau_id = t.bureau_id and x.trip_id = t.id and x.removed_at is null) taken on true
    where q.bureau_id = kernel.bureau() and q.state in ('APPROVED', 'ASSIGNED') and q.may_pool and not q.emergency
      and ${nothingRented}
      and not coalesce(p.key_person, false) and q.id is distinct from ${ride.except ?? null}::uuid
      and q.starts_at between ${new Date(ride.from.getTime() - near)} and ${new Date(ride.from.getTime() + near)}
    order by abs(extract(epoch from q.starts_at - ${ride.from}::timestamptz)), q.id limit 50`.execute(ctx.db)
  return rows
    .filter(({ seats_left }) => seats_left >= ride.passengers)
    .map((row) => ({
      ...offerOf(row),
      sameDestination: samePlace(row.destination, ride.destination),
      reach: row.reach,
    }))
    .filter(({ sameDestination, reach }) => sameDestination || reach === ride.reach)
    .sort((one, other) => Number(other.sameDestination) - Number(one.sameDestination))
    .slice(0, most)
    .map(({ reach: _, ...offer }) => offer)
}

function offerOf(row: Row): Omit<PoolOffer, 'sameDestination'> {
  return {
    requestId: row.id,
    whose: `${row.unit_name} ${row.requester_name}`,
    origin: row.origin,
    destination: row.destination,
    from: new Date(row.starts_at),
    to: new Date(row.ends_at),
    seatsLeft: row.seats_left,
    plate: row.plate,
  }
}
