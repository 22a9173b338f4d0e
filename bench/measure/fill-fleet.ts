import { openPool } from '#kernel/database/connect.ts'

/** Cars and drivers; as many as one bureau has. */
const cars = 50
/** Trips of a car on one day: an hour each, an hour apart, so that nobody is tired or late. */
const tripsPerDay = 5

export interface FleetSlot {
  requestId: string
  vehicleId: string
  driverId: string
  from: string
  to: string
}

/**
 * Fills a database with fifty cars, fifty drivers and so many approved requests, from a month ahead on, each with a car
 * and a driver that nobody else asks for at its time. Straight into the tables.
 */
export async function fillFleet(url: string, count: number): Promise<FleetSlot[]> {
  const pool = openPool(url, { max: 1 })
  const client = await pool.connect()
  try {
    const { rows: bureaus } = await client.query('select id from kernel.bureau limit 1')
    const bureau = bureaus[0].id as string
    await client.query('begin')
    await client.query(`select set_config('app.bureau', $1, true)`, [bureau])
    await client.query('set local session_replication_role = replica')
    const resources = async (kind: string, code: string) => {
      const { rows } = await client.query(
        `insert into bookings.resource (bureau_id, kind, code, name, capacity)
         select $1, $2, $3 || n, $3 || n, case when $2 = 'VEHICLE' then 4 end from generate_series(10001, 10000 + $4::integer) n
         returning id`,
        [bureau, kind, code, cars],
      )
      return rows.map(({ id }) => id as string)
    }
    const vehicles = await resources('VEHICLE', '粤C')
    const drivers = await resources('DRIVER', 'B')
    await client.query(
      `insert into fleet.vehicle (bureau_id, id, plate, class, body, energy, displacement_ml, price_fen, purchased_on, seats, state)
       select bureau_id, id, code, 'EMERGENCY_SUPPORT', 'CAR', 'PETROL', 1600, 11800000, '2020-03-01', 5, 'IN_USE'
       from bookings.resource where id = any($1::uuid[])`,
      [vehicles],
    )
    await client.query(
      `insert into fleet.driver (bureau_id, id, staff_no, name, licence_class, licence_until, state)
       select bureau_id, id, code, name, 'C1', '2099-12-31', 'ACTIVE' from bookings.resource where id = any($1::uuid[])`,
      [drivers],
    )
    const { rows } = await client.query(
      `insert into fleet.request (bureau_id, number, unit_id, requester_name, purpose, reason, passengers, origin, destination,
         reach, way, starts_at, ends_at, state)
       select $1, 'YC-B-' || n, (select id from directory.unit order by code limit 1), '林小满', 'MEETING', '到区政府开会', 2,
         '一号办公楼', '区政府', 'DISTRICT', 'RETURN', at, at + interval '1 hour', 'APPROVED'
       from generate_series(0, $2::integer - 1) n, lateral (select (date_trunc('day', now() at time zone 'Asia/Shanghai')
         + interval '30 days' + (n / $3 / $4) * interval '1 day'
         + (8 + 2 * (n / $3 % $4)) * interval '1 hour') at time zone 'Asia/Shanghai' as at) slot
       returning id, starts_at, ends_at, substring(number from 6)::integer as n`,
      [bureau, count, cars, tripsPerDay],
    )
    await client.query('commit')
    await client.query('vacuum analyze fleet.request, fleet.vehicle, fleet.driver, bookings.resource')
    return rows
      .map(({ id, starts_at, ends_at, n }) => ({
        requestId: id as string,
        vehicleId: vehicles[n % cars]!,
        driverId: drivers[n % cars]!,
        from: new Date(starts_at).toISOString(),
        to: new Date(ends_at).toISOString(),
        n: n as number,
      }))
      .sort((a, b) => a.n - b.n)
  } finally {
    client.release()
    await pool.end()
  }
}
