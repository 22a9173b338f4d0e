import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { ensureResource } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'

const { actions } = fleet
const [vehicleCount, driverCount, requestCount] = [20, 18, 1000]

/** Twenty cars, eighteen drivers and a thousand approved requests at random times of two days, written as the system. */
async function furnishDays(ctx: Ctx) {
  const vehicles: string[] = []
  const drivers: string[] = []
  for (let n = 0; n < vehicleCount; n++) {
    const plate = `粤B2${String(n).padStart(4, '0')}`
    vehicles.push(
      await ensureResource(ctx, { kind: 'VEHICLE', code: plate, name: plate, capacity: 4, href: '' }),
    )
  }
  for (let n = 0; n < driverCount; n++)
    drivers.push(await ensureResource(ctx, { kind: 'DRIVER', code: `E${n}`, name: `驾驶员${n}`, href: '' }))
  await sql`
    insert into fleet.vehicle (id, plate, class, body, energy, displacement_ml, price_fen, purchased_on, seats, state)
    select r.id, r.code, 'EMERGENCY_SUPPORT', 'CAR', 'PETROL', 1600, 11800000, '2020-03-01', 5, 'IN_USE'
    from bookings.resource r where r.bureau_id = kernel.bureau() and r.id = any(${vehicles}::uuid[])`.execute(
    ctx.db,
  )
  await sql`
    insert into fleet.driver (id, staff_no, name, licence_class, licence_until, state)
    select r.id, r.code, r.name, 'C1', '2030-12-31', 'ACTIVE'
    from bookings.resource r where r.bureau_id = kernel.bureau() and r.id = any(${drivers}::uuid[])`.execute(
    ctx.db,
  )
  const spans = fc.sample(
    fc.record({
      day: fc.nat(1),
      quarter: fc.nat(40),
      length: fc.integer({ min: 2, max: 12 }),
      people: fc.integer({ min: 1, max: 3 }),
    }),
    { numRuns: requestCount, seed: 20_260_302 },
  )
  const { rows } = await sql<{ id: string }>`
    insert into fleet.request (number, unit_id, requester_name, purpose, reason, passengers, origin, destination, reach, way,
      starts_at, ends_at, state)
    select 'YC-T-' || n, (select id from directory.unit where bureau_id = kernel.bureau() and name = '财政局'), '林小满', 'MEETING',
      '开会', people, '一号办公楼', '区政府', 'DISTRICT', 'RETURN', begins, begins + make_interval(mins => length * 15), 'APPROVED'
    from jsonb_to_recordset(${JSON.stringify(
      spans.map(({ day, quarter, ...one }, n) => ({ n, ...one, offset: day * 1440 + quarter * 15 })),
    )}::jsonb) as x (n integer, length integer, people integer, "offset" integer),
      lateral (select timestamptz '2026-03-04 08:00+08' + make_interval(mins => "offset") as begins) b
    returning id`.execute(ctx.db)
  return { vehicles, drivers, requests: rows.map(({ id }) => id) }
}

describe('eight dispatchers at once', () => {
  const world = useWorld({ committing: true })

  it('[FLEET-02] a thousand random requests: no vehicle and no driver in two places, no request lost or twice', {
    timeout: 240_000,
  }, async () => {
    const { vehicles, drivers, requests } = await world.ctx('system', furnishDays)
    const faults: string[] = []
    const trips: string[] = []
    const expected = (status: number) => [200, 409, 422].includes(status)
    /** Each takes the next request of the queue as it is, and tries a few pairs by chance; some change their mind. */
    const dispatcher = async (who: number) => {
      const role = who % 2 ? 'manager' : 'dispatcher'
      const chance = fc.sample(fc.nat(9999), { numRuns: 8000, seed: 7 + who })
      let drawn = 0
      const draw = (most: number) => chance[drawn++ % chance.length]! % most
      const note = { note: '排班所需' }
      for (let n = 0; n < requests.length; n++) {
        // Every fifth request is wanted by two at once: the second is refused.
        if (n % 8 !== who && !(n % 5 === 0 && (n + 1) % 8 === who)) continue
        const answer = await world.as(role).post('/api/fleet/trips', {
          requestIds: [requests[n]!],
          vehicleId: vehicles[draw(vehicleCount)]!,
          driverId: drivers[draw(driverCount)]!,
          ...note,
        })
        if (!expected(answer.status)) faults.push(`${answer.status} ${JSON.stringify(answer.body)}`)
        if (answer.status === 200) trips.push(answer.body.id)
        if (draw(6) > 0 || trips.length === 0) continue
        const tripId = trips[draw(trips.length)]!
        const changed =
          draw(2) === 0
            ? await world
                .as(role)
                .post(`/api/fleet/trips/${tripId}/cancellation`, { reason: '改派', requests: 'QUEUE' })
            : await world.as(role).post(`/api/fleet/trips/${tripId}/rearrangement`, {
                vehicleId: vehicles[draw(vehicleCount)]!,
                driverId: drivers[draw(driverCount)]!,
                ...note,
              })
        if (!expected(changed.status)) faults.push(`${changed.status} ${JSON.stringify(changed.body)}`)
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, who) => dispatcher(who)))
    expect(faults).toEqual([])
    await world.deliver()
    const found = await world.ctx('system', readOutcome)
    expect(found).toMatchObject({ overlaps: 0, halves: 0, adrift: 0, strays: 0, requests: requestCount })
    expect(found.assigned + found.waiting).toBe(requestCount)
    expect(found.assigned).toBe(found.riders)
    expect(found.assigned).toBeGreaterThan(100)
    const board = await world.as('dispatcher').call(actions.readBoard, { day: '2026-03-04' })
    expect(board.vehicles).toHaveLength(vehicleCount)
  })
})

/** What the database says, asked past the code. */
async function readOutcome(ctx: Ctx) {
  const { rows } = await sql<Record<string, number>>`
    with living as (select * from fleet.trip where bureau_id = kernel.bureau() and state <> 'CANCELLED'),
    riding as (select x.* from fleet.trip_request x where x.bureau_id = kernel.bureau() and x.removed_at is null)
    select (select count(*)::int from living a join living b on a.id < b.id
        and (a.vehicle_id = b.vehicle_id or a.driver_id = b.driver_id)
        and a.starts_at < b.ends_at and b.starts_at < a.ends_at) as overlaps,
      (select count(*)::int from living t where (select count(distinct h.resource_id) from bookings.hold h
        where h.bureau_id = t.bureau_id and h.booking_id = t.id and h.resource_id in (t.vehicle_id, t.driver_id)) <> 2) as halves,
      (select count(*)::int from living t join bookings.booking b on b.bureau_id = t.bureau_id and b.id = t.id
        where b.state <> 'CONFIRMED' or (b.starts_at, b.ends_at) <> (t.starts_at, t.ends_at)) as adrift,
      (select count(*)::int from fleet.trip t join bookings.hold h on h.bureau_id = t.bureau_id and h.booking_id = t.id
        where t.bureau_id = kernel.bureau() and t.state = 'CANCELLED') as strays,
      (select count(*)::int from fleet.request where bureau_id = kernel.bureau()) as requests,
      (select count(*)::int from fleet.request r where bureau_id = kernel.bureau() and state = 'ASSIGNED') as assigned,
      (select count(*)::int from fleet.request r where bureau_id = kernel.bureau() and state = 'APPROVED'
        and not exists (select from riding x where x.request_id = r.id)) as waiting,
      (select count(*)::int from riding x join living t on t.id = x.trip_id
        join fleet.request r on r.id = x.request_id and r.state = 'ASSIGNED') as riders`.execute(ctx.db)
  return rows[0]! as Record<
    'overlaps' | 'halves' | 'adrift' | 'strays' | 'requests' | 'assigned' | 'waiting' | 'riders',
    number
  >
}
