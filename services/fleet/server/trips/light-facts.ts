import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { addWorkingDays } from '#engines/calendar/working-days.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Body, LicenceClass } from '../../words.ts'
import { type Asked, isMeasured, legOf, thereAndBack, type Zones } from '../dispatch/distances.ts'
import { readZones } from '../dispatch/read-zones.ts'
import type { LightFacts } from './judge-light.ts'

interface FactRow {
  id: string
  imported: boolean
  starts_at: string
  ends_at: string
  left_at: string
  returned_at: string
  odometer_out_km: number
  distance_km: number
  gps_km: number | null
  vehicle_id: string
  seats: number
  body: Body
  driver_id: string
  licence_class: LicenceClass
  licence_until: string
  requests: (Asked & { id: string; number: string; approvedAt: string | null; emergency: boolean })[]
  previous: { km: number; tripId: string | null } | null
  photo_out: boolean
  photo_in: boolean
  no_receipt: number
  sealed: { id: string; title: string } | null
  parked: { place: string } | null
}

const photo = (source: 'TRIP_OUT' | 'TRIP_IN') => sql`exists (select from fleet.odometer_reading o
  where o.bureau_id = t.bureau_id and o.vehicle_id = t.vehicle_id and o.at between t.left_at and t.returned_at
    and o.trip_id = t.id and o.source = ${source} and o.voided_at is null and o.photo_id is not null)`

/** Everything the lights of these trips depend on, of those that are back; a few statements for many. */
export async function readLightFacts(ctx: Ctx, tripIds: readonly string[]): Promise<LightFacts[]> {
  const { rows } = await sql<FactRow>`
    select t.id, t.imported, t.starts_at, t.ends_at, t.left_at, t.returned_at, t.odometer_out_km, t.distance_km, t.gps_km::float8 as gps_km,
      t.vehicle_id, v.seats, v.body, t.driver_id, d.licence_class, d.licence_until::text as licence_until,
      coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'number', q.number, 'approvedAt', q.approved_at,
          'emergency', q.emergency, 'origin', q.origin, 'stops', q.stops, 'destination', q.destination, 'reach', q.reach,
          'distanceKm', q.distance_km, 'way', q.way) order by q.number)
        from fleet.trip_request w join fleet.request q on q.bureau_id = w.bureau_id and q.id = w.request_id
        where w.bureau_id = t.bureau_id and w.trip_id = t.id and w.removed_at is null), '[]') as requests,
      (select jsonb_build_object('km', o.km, 'tripId', o.trip_id) from fleet.odometer_reading o
        where o.bureau_id = t.bureau_id and o.vehicle_id = t.vehicle_id and o.at <= t.left_at and o.voided_at is null
          and o.trip_id is distinct from t.id order by o.at desc, o.km desc limit 1) as previous,
      ${photo('TRIP_OUT')} as photo_out, ${photo('TRIP_IN')} as photo_in,
      (select count(*)::int from fleet.trip_cost c where c.bureau_id = t.bureau_id and c.trip_id = t.id
        and c.corrects_id is null and c.receipt_id is null and (select sum(e.amount_fen) from fleet.trip_cost e
          where e.bureau_id = c.bureau_id and e.trip_id = c.trip_id and (e.id = c.id or e.corrects_id = c.id)) > 0) as no_receipt,
      (select jsonb_build_object('id', p.id, 'title', p.title) from fleet.sealed_vehicle s
        join fleet.sealing_period p on p.bureau_id = s.bureau_id and p.id = s.period_id
        where s.bureau_id = t.bureau_id and s.vehicle_id = t.vehicle_id and s.exempt_reason is null
          and p.starts_on <= kernel.local_day(t.returned_at) and p.ends_on >= kernel.local_day(t.left_at) order by p.starts_on limit 1) as sealed,
      (select jsonb_build_object('place', k.place) from fleet.parking_check k
        where k.bureau_id = t.bureau_id and k.vehicle_id = t.vehicle_id and k.elsewhere
          and k.at between t.returned_at and t.returned_at + interval '16 hours'
          and not exists (select from fleet.trip n where n.bureau_id = t.bureau_id and n.vehicle_id = t.vehicle_id
            and n.left_at between t.returned_at and k.at and n.id <> t.id) order by k.at limit 1) as parked
    from fleet.trip t
    join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    where t.bureau_id = kernel.bureau() and t.state = 'COMPLETED' and t.id = any(${[...tripIds]}::uuid[])`.execute(
    ctx.db,
  )
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const zones = await readZones(ctx)
  return rows.map((row) =>
    factsOf(row, addWorkingDays(calendar, localDayOf(new Date(row.left_at)), 1), zones),
  )
}

/** There and back where it was so asked; the requester's own kilometres where they are more than the table's. */
function expectedOf(zones: Zones, asked: Asked) {
  const km = Math.max(legOf(zones, asked).km, asked.distanceKm ?? 0)
  return { expectedKm: thereAndBack(zones, asked, km), measured: isMeasured(zones, asked) }
}

function factsOf(row: FactRow, approveUntil: string, zones: Zones): LightFacts {
  return {
    id: row.id,
    imported: row.imported,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    leftAt: new Date(row.left_at),
    returnedAt: new Date(row.returned_at),
    approveUntil,
    outKm: row.odometer_out_km,
    distanceKm: row.distance_km,
    gpsKm: row.gps_km,
    requests: row.requests.map(({ id, number, emergency, approvedAt, ...asked }) => ({
      ...{ id, number, emergency, ...expectedOf(zones, asked) },
      approvedAt: approvedAt === null ? null : new Date(approvedAt),
    })),
    previous: row.previous,
    vehicle: { id: row.vehicle_id, seats: row.seats, body: row.body },
    driver: { id: row.driver_id, licence: row.licence_class, licenceUntil: row.licence_until },
    photoOut: row.photo_out,
    photoIn: row.photo_in,
    costsWithoutReceipt: row.no_receipt,
    sealed: row.sealed,
    parkedElsewhere: row.parked,
  }
}
