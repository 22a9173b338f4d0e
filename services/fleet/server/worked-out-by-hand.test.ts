import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../module.ts'
import { dispatchStory } from './dispatch/dispatch-story.ts'
import { answersTo } from './register/upkeep-story.ts'

const { actions } = fleet
const at = (words: string) => new Date(`2026-${words}:00+08:00`)

describe('what a pencil says of a small fleet', () => {
  const world = useWorld()
  const story = dispatchStory(world)
  const dispatcher = () => world.as('dispatcher')
  let trips = 0

  /** A trip that was driven, without a request. @returns its id */
  const driven = (vehicleId: string, driverId: string, from: string, to: string, km: number) =>
    world.ctx('system', async (ctx) => {
      const { rows } = await sql<{ id: string }>`with booking as (
          insert into bookings.booking (line, title, state, unit_id, organiser_name, starts_at, ends_at, ended_at, closed_at)
          select 'fleet', '出车', 'ENDED', id, '林小满', ${at(from)}, ${at(to)}, ${at(to)}, ${at(to)}
          from directory.unit where code = 'U001' returning id)
        insert into fleet.trip (id, number, vehicle_id, driver_id, state, starts_at, ends_at, left_at, returned_at,
          odometer_out_km, odometer_in_km, created_by)
        select id, ${`PC-H-${++trips}`}, ${vehicleId}, ${driverId}, 'COMPLETED', ${at(from)}, ${at(to)}, ${at(from)},
          ${at(to)}, 12000, ${12_000 + km}, '调度' from booking returning id`.execute(ctx.db)
      return rows[0]!.id
    })

  async function figure(id: string) {
    const days = '?from=2026-03-02&to=2026-03-02'
    const director = world.as('director')
    const { body } = await director.get(`/api/metrics/${id}${days}`)
    const { body: behind } = await director.get(`/api/metrics/${id}/records${days}`)
    return { value: body.value as number, rows: behind.items as { label: string; value: number }[] }
  }

  it('[FLEET-05] the share of trips that are shared, and the use of the vehicles, mean over those in use', async () => {
    const { vehicles, drivers } = await story.furnish()
    const [first, second] = [vehicles[0]!, vehicles[1]!]
    const shared = [await story.approved('10:00', '12:20'), await story.approved('10:00', '12:20')]
    await story.assign(first, drivers[0]!, shared)
    // Two went, one was taken out again: it is shared no longer.
    const apart = [await story.approved('14:00', '15:10'), await story.approved('14:00', '15:10')]
    const single = await story.assign(second, drivers[1]!, apart)
    await dispatcher().call(actions.takeOutOfTrip, {
      tripId: single.id,
      requestId: apart[0]!,
      reason: '改乘班车',
    })
    // Shared but cancelled: neither a trip nor use.
    const pair = [await story.approved('14:00', '16:00'), await story.approved('14:00', '16:00')]
    const gone = await story.assign(first, drivers[2]!, pair)
    await dispatcher().call(actions.cancelTrip, { tripId: gone.id, reason: '取消', requests: 'CANCEL' })
    // Over midnight: one hour of it belongs to the day.
    await story.assign(second, drivers[3]!, [await story.approved('23:00', '03-03 01:00')])
    world.clock.set('2026-03-03T09:00:00+08:00')
    const pooled = await figure('trips.pooled.rate')
    expect(pooled.rows.map(({ value }) => value).toSorted()).toEqual([0, 0, 100])
    expect(pooled.value).toBeCloseTo(100 / 3, 6)
    // 08:30–12:00 and 14:00–17:30 are 420 minutes: 140 of the first vehicle, 70 + 60 of the second, none of two others.
    const use = await figure('vehicles.utilisation.rate')
    const byPlate = Object.fromEntries(
      use.rows.map(({ label, value }) => [label, Math.round(value * 1e4) / 1e4]),
    )
    expect(byPlate).toEqual({ 粤B10001: 33.3333, 粤B10002: 30.9524, 粤B10003: 0, 粤B10004: 0 })
    expect(use.value).toBeCloseTo((140 / 420 + 130 / 420) * 25, 6)
    await world.as('manager').call(actions.retireVehicle, {
      vehicleId: vehicles[3]!,
      retiredOn: '2026-03-03',
      reason: '报废',
    })
    expect((await figure('vehicles.utilisation.rate')).value).toBeCloseTo(((270 / 420) * 100) / 3, 6)
  })

  it('[FLEET-02] the order of proposals: the fitting seats first, then whose turn it is by hours and km', async () => {
    const { vehicles, drivers } = await story.furnish()
    await dispatcher().call(actions.changeVehicle, { vehicleId: vehicles[1]!, seats: 7 })
    const [jiang, wang, mei, qiu] = drivers as [string, string, string, string]
    await driven(vehicles[0]!, jiang, '02-10T08:00', '02-10T16:00', 80)
    await driven(vehicles[0]!, mei, '02-11T08:00', '02-11T12:00', 40)
    await driven(vehicles[0]!, qiu, '02-12T08:00', '02-12T10:00', 20)
    // Longer ago than thirty days: it no longer weighs.
    await driven(vehicles[0]!, wang, '01-12T06:00', '01-12T22:00', 600)
    const requestId = await story.approved('10:00', '12:00')
    const proposals = async () => (await dispatcher().call(actions.listProposals, { requestId })).items
    const before = await proposals()
    // By hand, hours/48 min and km/40 against the means of 210 min and 35 km: 王远 −5.25, 邱明 −2.25, 汪梅 +0.75, 蒋康 +6.75.
    // Seats left × 0.8: 1.6, 3.2, the bus 12.8; the car of another class costs its warning of 60. The bus takes 蒋康, who
    // alone may still drive it.
    expect(before.map(({ plate, driverName, needsWords }) => [plate, driverName, needsWords])).toEqual([
      ['粤B10001', '王远', false],
      ['粤B10002', '邱明', false],
      ['粤B10004', '蒋康', false],
      ['粤B10003', '汪梅', true],
    ])
    const turns = before.map(({ reasons }) => reasons.find(({ code }) => code.includes('turn'))?.code)
    expect(turns).toEqual(['turn', 'turn', 'not_turn', 'not_turn'])
    // Twenty hours later it is no longer his turn.
    await driven(vehicles[0]!, wang, '02-20T02:00', '02-20T22:00', 200)
    expect((await proposals()).slice(0, 2).map(({ plate, driverName }) => [plate, driverName])).toEqual([
      ['粤B10001', '邱明'],
      ['粤B10002', '汪梅'],
    ])
  })

  it('[FLEET-04] maintenance every so many hours: soon, over, and new after it was done, though the days are far off', async () => {
    const { vehicles, drivers } = await story.furnish()
    const vehicleId = vehicles[0]!
    await dispatcher().call(actions.makePlan, {
      vehicleId,
      title: '液压保养',
      everyHours: 10,
      everyDays: 180,
      fromDay: '2026-03-01',
      fromKm: 12_000,
    })
    const plan = async () => {
      const [one] = (await dispatcher().call(actions.readVehicle, { vehicleId })).plans!
      return [one!.light, one!.due, one!.words.zh.split('；').at(-1)]
    }
    const drive = (from: string, to: string) => driven(vehicleId, drivers[0]!, from, to, 10)
    // Before the plan began; and another vehicle's hours.
    await drive('02-28T08:00', '02-28T13:00')
    await driven(vehicles[1]!, drivers[1]!, '03-01T08:00', '03-01T20:00', 10)
    await drive('03-01T08:00', '03-01T16:30')
    expect(await plan()).toEqual(['FINE', '2026-08-28', '还可行驶 2 小时'])
    await drive('03-01T17:00', '03-01T17:30')
    expect(await plan()).toEqual(['SOON', '2026-08-28', '还可行驶 1 小时'])
    await drive('03-02T06:00', '03-02T08:15')
    expect(await plan()).toEqual(['OVERDUE', '2026-03-02', '已超 1 小时'])
    const { items } = await dispatcher().call(actions.listDue, { kind: ['MAINTENANCE'] })
    expect(items.map(({ name, title, light }) => [name, title, light])).toEqual([
      ['粤B10001', '液压保养', 'OVERDUE'],
    ])
    world.clock.set('2026-03-03T09:00:00+08:00')
    const planId = (await dispatcher().call(actions.readVehicle, { vehicleId })).plans![0]!.id
    await dispatcher().call(actions.recordMaintenance, {
      vehicleId,
      kind: 'UPKEEP',
      planId,
      onDay: '2026-03-03',
      km: 12_100,
      what: '换液压油',
      answers: answersTo((await dispatcher().call(actions.listUpkeepLines, { kind: 'UPKEEP' })).lines),
    })
    expect(await plan()).toEqual(['FINE', '2026-08-30', '还可行驶 10 小时'])
  })

  it('positions go after their thirty days and no earlier; the trip and its kilometres stay', async () => {
    const { vehicles, drivers } = await story.furnish()
    const tripId = await driven(vehicles[0]!, drivers[0]!, '01-28T08:00', '02-02T12:00', 40)
    const days = ['01-28', '01-30', '02-01', '02-02']
    await world.ctx('system', (ctx) =>
      sql`insert into fleet.track_point (trip_id, at, lat, lon, datum)
        select ${tripId}, d, 22.5, 114, 'WGS-84' from unnest(${days.map((day) => at(`${day}T10:00`))}::timestamptz[]) d`.execute(
        ctx.db,
      ),
    )
    const left = () =>
      world.ctx('system', async (ctx) => {
        const { rows } = await sql<{ day: string }>`
          select to_char(at at time zone 'Asia/Shanghai', 'MM-DD') as day from fleet.track_point
          where trip_id = ${tripId} order by at`.execute(ctx.db)
        return rows.map(({ day }) => day)
      })
    await world.staySignedIn()
    world.clock.set('2026-02-27T09:00:00+08:00')
    await world.runJob('privacy.carry-out')
    expect(await left()).toEqual(days)
    world.clock.set('2026-03-02T12:00:00+08:00')
    await world.runJob('privacy.carry-out')
    expect(await left()).toEqual(['02-01', '02-02'])
    world.clock.set('2026-03-06T09:00:00+08:00')
    await world.runJob('privacy.carry-out')
    expect(await left()).toEqual([])
    const trip = await world.as('auditor').call(actions.readTrip, { tripId })
    expect([trip.state, trip.distanceKm]).toEqual(['COMPLETED', 40])
  })
})
