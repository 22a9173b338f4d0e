import { sql } from 'kysely'
import { dayNumber, isoDay, localDayOf, weekdayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { keepLines } from '../accounts/close-month.ts'
import { daysOfMonth, monthAfter } from '../accounts/month.ts'
import { publish } from '../accounts/publications.ts'
import { readSums } from '../accounts/read-sums.ts'
import { reconcileTrips } from '../trips/reconcile-trips.ts'
import { type Chance, chanceFrom } from './chance.ts'

/** What a meeting is about, by the month it is held in, January first. */
const topics = [
  '冬季行车安全和车辆防冻',
  '春节前安全教育和封存要求',
  '公务用车管理办法和单车核算',
  '防御性驾驶',
  '典型交通事故案例学习',
  '汛期涉水行驶和避险',
  '高温天气车辆自燃预防',
  '疲劳驾驶的危害和休息要求',
  '节油驾驶和胎压检查',
  '国庆假期封存和值班要求',
  '雾天夜间行车',
  '岁末年初行车安全',
]

/** Safety meetings, months closed, lists published, and tracks of the last week of one vehicle. */
export async function fillDemoAccounts(ctx: Ctx): Promise<void> {
  const chance = chanceFrom(7_2014)
  await insertSafetyMeetings(ctx, chance)
  const month = localDayOf(ctx.now).slice(0, 7)
  for (let back = 6; back >= 2; back--) await closeAs(ctx, monthAfter(month, -back))
  for (const back of [3, 2]) {
    const gone = monthAfter(month, -back)
    const [year, number] = gone.split('-').map(Number)
    await publish(ctx, { title: `${year}年${number}月公务用车公示`, ...daysOfMonth(gone) })
  }
  await insertTracks(ctx, chance)
}

/** Every seventh week one, as 2014 had seven. */
async function insertSafetyMeetings(ctx: Ctx, chance: Chance): Promise<void> {
  const drivers = await ctx.db.selectFrom('fleet.driver').select(['id', 'name']).orderBy('staff_no').execute()
  for (let place = 0; place < 11; place++) {
    const near = dayNumber(localDayOf(ctx.now)) - 9 - place * 49
    // A weekend's is held on the Friday before.
    const day = isoDay(near - Math.max(0, weekdayOf(near) - 5))
    const { id } = await ctx.db
      .insertInto('fleet.safety_meeting')
      .values({
        held_on: day,
        topic: topics[Number(day.slice(5, 7)) - 1]!,
        place: '车队会议室',
        note: '组织学习，结合近期出车情况逐条提醒。',
        created_by: '调度台',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const there = drivers.filter(() => chance.next() < 0.85)
    await ctx.db
      .insertInto('fleet.safety_attendance')
      .values(
        there.map((driver) => ({
          meeting_id: id,
          driver_id: driver.id,
          signed_at: new Date(`${day}T08:${String(chance.between(10, 29))}:00+08:00`),
          own: true,
          signed_by: driver.name,
        })),
      )
      .execute()
  }
}

async function closeAs(ctx: Ctx, month: string): Promise<void> {
  const { from } = daysOfMonth(month)
  await ctx.db
    .insertInto('fleet.account_month')
    .values({
      month: from,
      closed_at: new Date(`${monthAfter(month, 1)}-05T10:00:00+08:00`),
      closed_by: '郑立峰',
    })
    .execute()
  await keepLines(ctx, from, await readSums(ctx, daysOfMonth(month)))
}

/**
 * A terminal in each of the vehicles that were out last, and the points of those trips: there and back, by chance. By one of them the
 * way is a fifth shorter than by the odometer, which its light says.
 */
async function insertTracks(ctx: Ctx, chance: Chance): Promise<void> {
  const { rows } = await sql<{
    id: string
    vehicle_id: string
    left_at: string
    returned_at: string
    km: number
  }>`
    select id, vehicle_id, left_at, returned_at, distance_km as km from fleet.trip
    where bureau_id = kernel.bureau() and state = 'COMPLETED' order by returned_at desc limit 6`.execute(
    ctx.db,
  )
  const short = rows.find(({ km }) => km > 40)
  if (short) short.km *= 0.8
  const fitted = [...new Set(rows.map(({ vehicle_id }) => vehicle_id))]
  if (fitted.length === 0) return
  await ctx.db
    .insertInto('fleet.terminal')
    .values(
      fitted.map((vehicle_id, place) => ({
        number: String(13_800_001_000 + place),
        vehicle_id,
        fitted_by: '信息管理员',
      })),
    )
    .execute()
  await ctx.db
    .insertInto('fleet.track_point')
    .values(rows.flatMap((trip) => pointsOf(trip, chance)))
    .execute()
  await reconcileTrips(
    ctx,
    rows.map(({ id }) => id),
  )
}

/** A point a minute: out on a crooked way, a rest, and the same way back. About as long as the odometer says. */
function pointsOf(trip: { id: string; left_at: string; returned_at: string; km: number }, chance: Chance) {
  const from = Date.parse(trip.left_at)
  const minutes = Math.max(4, Math.floor((Date.parse(trip.returned_at) - from) / 60_000))
  const half = Math.floor(minutes * 0.35)
  const bearing = chance.next() * 2 * Math.PI
  const step = trip.km / 2 / Math.max(1, half) / 111
  const way = [{ lat: 22.7, lon: 114.1 }]
  for (let place = 1; place <= half; place++) {
    const turn = bearing + Math.sin(place / 4) * 0.7
    const last = way.at(-1)!
    way.push({
      lat: last.lat + step * Math.cos(turn),
      lon: last.lon + (step * Math.sin(turn)) / Math.cos((last.lat * Math.PI) / 180),
    })
  }
  return Array.from({ length: minutes + 1 }, (_, minute) => {
    const moving = minute <= half || minute >= minutes - half
    const place = minute <= half ? minute : minute >= minutes - half ? minutes - minute : half
    const { lat, lon } = way[Math.min(place, half)]!
    return {
      trip_id: trip.id,
      at: new Date(from + minute * 60_000),
      lat: Math.round(lat * 1e6) / 1e6,
      lon: Math.round(lon * 1e6) / 1e6,
      datum: 'WGS-84',
      speed_kmh: moving ? Math.min(80, Math.round(step * 111 * 60)) : 0,
    }
  })
}
