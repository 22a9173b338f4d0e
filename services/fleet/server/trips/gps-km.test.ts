import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { type GpsPoint, gpsDeviation, gpsKmOf, kmBetween } from './gps-km.ts'
import { reconcileNightly } from './reconcile-trips.ts'
import { tripStory } from './trip-story.ts'

const { actions } = fleet
const start = Date.parse('2026-03-02T10:00:00+08:00')
const minute = 60_000
/** A kilometre of the meridian, in degrees. */
const kmLat = 1 / 111.195

/** So many points a minute apart, each `km` further north. */
const drive = (points: number, km: number, from = 0, lat = 22): GpsPoint[] =>
  Array.from({ length: points }, (_, n) => ({
    at: start + (from + n) * minute,
    lat: lat + n * km * kmLat,
    lon: 114,
  }))
const length = (points: readonly GpsPoint[], minutes: number) =>
  gpsKmOf(points, start, start + minutes * minute)

describe('kilometres by satellite', () => {
  it('are measured along the surface of the earth', () => {
    // Shenzhen to Guangzhou, about 105 km as the crow flies.
    const [one, other] = [
      { at: 0, lat: 22.5431, lon: 114.0579 },
      { at: 0, lat: 23.1291, lon: 113.2644 },
    ]
    expect(kmBetween(one, other)).toBeCloseTo(104.2, 0)
    expect(length(drive(61, 0.5), 60)).toBe(30)
  })

  it('do not count a jump nobody can drive, nor the trembling of a receiver at rest', () => {
    const away = (point: GpsPoint) => ({ ...point, lat: point.lat + 1 })
    const jumped = drive(61, 0.5).map((point, n) => (n === 30 || n === 31 ? away(point) : point))
    expect(length(jumped, 60)).toBe(30)
    const first = drive(61, 0.5).map((point, n) => (n === 0 ? away(point) : point))
    expect(length(first, 60)).toBe(29.5)
    const resting = drive(61, 0).map((point, n) => ({ ...point, lat: point.lat + (n % 2) * 0.0001 }))
    expect(length(resting, 60)).toBe(0)
  })

  it('say nothing where they cover too little of the trip; a terminal that slept while the car stood covers it', () => {
    expect(length([], 60)).toBeNull()
    expect(length(drive(2, 0.5), 1)).toBeNull()
    // Eleven minutes of a way nobody saw, in an hour, then in two.
    const hole = [...drive(20, 0.5), ...drive(30, 0.5, 30, 22 + 15 * kmLat)]
    expect(length(hole, 60)).toBeNull()
    const small = [...drive(20, 0.5), ...drive(91, 0.5, 30, 22 + 15 * kmLat)]
    expect(length(small, 120)).toBe(60)
    expect(length(drive(45, 0.5), 60)).toBeNull()
    const slept = [...drive(31, 0.5), ...drive(31, 0.5, 90, 22 + 15 * kmLat)]
    expect(length(slept, 120)).toBe(30)
    // What lies before leaving and after coming back is not the trip's.
    expect(length(drive(81, 0.5, -10), 60)).toBe(30)
  })

  it('are apart from the odometer by share or by kilometres, whichever is more', () => {
    expect([gpsDeviation(100, 90), gpsDeviation(100, 89.9)]).toEqual([null, 'SMALL'])
    expect([gpsDeviation(100, 70), gpsDeviation(100, 69.9)]).toEqual(['SMALL', 'LARGE'])
    expect([gpsDeviation(10, 13), gpsDeviation(10, 13.1), gpsDeviation(10, 20.1)]).toEqual([
      null,
      'SMALL',
      'LARGE',
    ])
  })
})

describe('a trip with positions', () => {
  const world = useWorld()
  const story = tripStory(world)

  /** Ten in the morning till noon, `km` by the odometer, `driven` along the points. */
  async function drivenTrip(km: number, driven: number) {
    const { trip } = await story.ready({ distanceKm: 60 })
    world.clock.set('2026-03-02T10:00:00+08:00')
    await world
      .as('worker')
      .call(actions.leaveTrip, { tripId: trip.id, km: 12_000, photoId: await story.photo('worker') })
    world.clock.set('2026-03-02T12:00:00+08:00')
    await world
      .as('worker')
      .call(actions.returnTrip, { tripId: trip.id, km: 12_000 + km, photoId: await story.photo('worker') })
    const points = drive(121, driven / 120).map(({ at, lat, lon }) => ({
      plate: '粤B10001',
      at: new Date(at).toISOString(),
      lat,
      lon,
    }))
    await world.as('admin').call(actions.takePositions, { points })
    return trip.id
  }
  const nightly = () => world.ctx('system', reconcileNightly)

  it('[FLEET-15] is red when the odometer says far more than its positions, and says both numbers', async () => {
    const tripId = await drivenTrip(90, 50)
    expect(await story.read('auditor', tripId)).toMatchObject({ light: 'GREEN', gpsKm: null })
    await nightly()
    expect(await story.read('auditor', tripId)).toMatchObject({
      light: 'RED',
      gpsKm: 50,
      reasons: [{ code: 'GPS_KM_LARGE', params: { km: 90, gps: 50 } }],
    })
  })

  it('takes positions of a driver whose phone has no signal yet, and keeps none that were not duty in the end', async () => {
    const { vehicles, drivers, trip } = await story.ready({ distanceKm: 60 })
    const points = drive(61, 0.5).map(({ at, lat, lon }) => ({
      ...{ plate: '粤B10001', lat, lon },
      at: new Date(at - 20 * minute).toISOString(),
    }))
    const keptOf = (tripId: string) =>
      world.ctx('system', async (ctx) => {
        const rows = await ctx.db
          .selectFrom('fleet.track_point')
          .select('at')
          .where('trip_id', '=', tripId)
          .execute()
        return rows.length
      })
    // A quarter past ten; nobody knows yet that the vehicle is out. The points run from 9:40 to 10:40.
    world.clock.set('2026-03-02T10:15:00+08:00')
    const taken = await world.as('admin').call(actions.takePositions, { points })
    expect(taken).toMatchObject({ kept: 46, dropped: 15 })
    await world
      .as('worker')
      .call(actions.leaveTrip, { tripId: trip.id, km: 12_000, photoId: await story.photo('worker') })
    world.clock.set('2026-03-02T10:30:00+08:00')
    await world
      .as('worker')
      .call(actions.returnTrip, { tripId: trip.id, km: 12_010, photoId: await story.photo('worker') })
    // Left at 10:15: ten minutes before that belong to it.
    expect(await keptOf(trip.id)).toBe(21)
    const request = await story.request({ from: story.at('14:00'), to: story.at('15:00') })
    const other = await story.dispatch(vehicles[0]!, drivers[0]!, [request.id])
    world.clock.set('2026-03-02T14:05:00+08:00')
    const [point] = points
    await world.as('admin').call(actions.takePositions, {
      points: [{ ...point!, at: '2026-03-02T14:04:00+08:00' }],
    })
    expect(await keptOf(other.id)).toBe(1)
    await world
      .as('dispatcher')
      .call(actions.cancelTrip, { tripId: other.id, reason: '会议取消', requests: 'CANCEL' })
    await nightly()
    expect(await keptOf(other.id)).toBe(0)
  })

  it('keeps its kilometres when the positions are gone, and the light with them', async () => {
    const tripId = await drivenTrip(56, 50)
    await nightly()
    expect(await story.read('auditor', tripId)).toMatchObject({ light: 'YELLOW', gpsKm: 50 })
    await world.ctx('system', async (ctx) => {
      await ctx.db.deleteFrom('fleet.track_point').where('trip_id', '=', tripId).execute()
    })
    world.clock.set('2026-03-20T12:00:00+08:00')
    await nightly()
    expect(await story.read('auditor', tripId)).toMatchObject({
      light: 'YELLOW',
      gpsKm: 50,
      reasons: [{ code: 'GPS_KM' }],
    })
    const track = await world.as('auditor').call(actions.lookAtTrack, { tripId, reason: '核对里程' })
    expect(track).toMatchObject({ gpsKm: 50, points: [] })
  })
})
