import { sql } from 'kysely'
import { DAY, localDayOf } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { holidaysAhead } from '../trips/holidays-ahead.ts'
import { reconcileNightly } from '../trips/reconcile-trips.ts'
import { drawOdometer, insertPictures } from './draw-odometer.ts'

/** Days back in which trips have their photos and steps, as the nightly comparison looks at them. */
const livedDays = 45
/** One driver in so many forgets the photo. */
const forgets = 17

/**
 * What drivers and guards left behind: photos of the odometer, the steps of the last weeks, the seals of the last holiday,
 * where vehicles stood at night; then the lights, computed as every night.
 */
export async function fillDemoTrips(ctx: Ctx): Promise<void> {
  const since = new Date(ctx.now.getTime() - livedDays * DAY)
  await addPhotos(ctx, since)
  await addSteps(ctx, since)
  await sealLastHoliday(ctx)
  await checkParking(ctx)
  await reconcileNightly(ctx)
}

async function addPhotos(ctx: Ctx, since: Date): Promise<void> {
  const { rows } = await sql<{ id: string; tripId: string; at: string }>`
    select o.id, o.trip_id as "tripId", o.at from fleet.odometer_reading o
    where o.bureau_id = kernel.bureau() and o.trip_id is not null and o.photo_id is null and o.voided_at is null
      and o.at >= ${since}::timestamptz order by o.at, o.id`.execute(ctx.db)
  const wanted = rows.filter((_, place) => place % forgets !== forgets - 1)
  const files = await insertPictures(
    ctx,
    await drawOdometer(),
    wanted.map(({ tripId, at }) => ({ subjectType: 'fleet.trip', subjectId: tripId, at: new Date(at) })),
  )
  const pairs = wanted.map(({ id }, place) => ({ id, file: files[place] }))
  await sql`update fleet.odometer_reading o set photo_id = p.file
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p (id uuid, file uuid)
    where o.bureau_id = kernel.bureau() and o.id = p.id`.execute(ctx.db)
}

async function addSteps(ctx: Ctx, since: Date): Promise<void> {
  await sql`
    insert into fleet.trip_step (trip_id, kind, at, place, by_person_id, by_name)
    select t.id, s.kind, s.at, s.place, d.person_id, d.name
    from fleet.trip t join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    cross join lateral (values
      ('CHECKED', t.left_at - interval '8 minutes', ''),
      ('LEFT', t.left_at, ''),
      ('ARRIVED', t.left_at + (t.returned_at - t.left_at) / 3, coalesce((select q.destination from fleet.trip_request w
        join fleet.request q on q.bureau_id = w.bureau_id and q.id = w.request_id
        where w.bureau_id = t.bureau_id and w.trip_id = t.id order by q.starts_at limit 1), '')),
      ('WENT_ON', t.left_at + (t.returned_at - t.left_at) * 2 / 3, ''),
      ('RETURNED', t.returned_at, '')) as s (kind, at, place)
    where t.bureau_id = kernel.bureau() and t.left_at >= ${since}::timestamptz and s.at is not null`.execute(
    ctx.db,
  )
}

/** The last holiday that is over: all vehicles seen standing in, but for those on duty and one nobody looked at. */
async function sealLastHoliday(ctx: Ctx): Promise<void> {
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const longAgo = new Date(ctx.now.getTime() - 180 * DAY)
  const today = localDayOf(ctx.now)
  const last = holidaysAhead(calendar, longAgo).findLast(({ to }) => to < today)
  if (!last) return
  const { id } = await ctx.db
    .insertInto('fleet.sealing_period')
    .values({ title: last.title, starts_on: last.from, ends_on: last.to, created_by: '车队' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ vehicleId: string; used: boolean }>`
    select v.id as "vehicleId", exists (select from fleet.trip t where t.bureau_id = v.bureau_id and t.vehicle_id = v.id
      and (t.left_at at time zone 'Asia/Shanghai')::date between ${last.from}::date and ${last.to}::date) as used
    from fleet.vehicle v where v.bureau_id = kernel.bureau() and v.state <> 'RETIRED' order by v.plate`.execute(
    ctx.db,
  )
  const at = new Date(`${last.from}T08:30:00+08:00`)
  const standing = rows.filter(({ used }, place) => !used && place > 0)
  const files = await insertPictures(
    ctx,
    await drawOdometer(),
    standing.map(() => ({ subjectType: 'fleet.sealing', subjectId: id, at })),
  )
  const photoOf = new Map(standing.map(({ vehicleId }, place) => [vehicleId, files[place]!]))
  await ctx.db
    .insertInto('fleet.sealed_vehicle')
    .values(
      rows.map(({ vehicleId, used }) => {
        const photo = photoOf.get(vehicleId) ?? null
        return {
          period_id: id,
          vehicle_id: vehicleId,
          exempt_reason: used ? '节日值班和应急保障' : null,
          exempt_approved_by: used ? '中心主任办公会' : null,
          sealed_at: photo && at,
          sealed_by: photo && '门卫 陈建国',
          photo_id: photo,
        }
      }),
    )
    .execute()
}

/** Two weeks of evenings on which the guard walked past the places; now and then a vehicle was somewhere else. */
async function checkParking(ctx: Ctx): Promise<void> {
  await sql`update fleet.vehicle v set home_site_id = (select s.id from directory.site s where s.bureau_id = v.bureau_id
      order by s.code limit 1)
    where v.bureau_id = kernel.bureau() and v.home_site_id is null and v.state <> 'RETIRED'`.execute(ctx.db)
  await sql`
    insert into fleet.parking_check (vehicle_id, at, site_id, place, elsewhere, by_name, created_at)
    select v.id, evening.at, case when away then null else v.home_site_id end,
      case when away then '驾驶员住处附近' else coalesce(s.name, '机关大院') end, away and v.home_site_id is not null,
      '门卫 陈建国', evening.at
    from generate_series(1, 14) as back
    cross join lateral (select ((${localDayOf(ctx.now)}::date - back)::timestamp + interval '22 hours') at time zone 'Asia/Shanghai' as at) evening
    join lateral (select v.*, row_number() over (order by v.plate) as place from fleet.vehicle v
      where v.bureau_id = kernel.bureau() and v.state = 'IN_USE') v on (v.place + back) % 6 = 0
    cross join lateral (select (v.place * 7 + back) % 29 = 3 as away) seen
    left join directory.site s on s.bureau_id = v.bureau_id and s.id = v.home_site_id`.execute(ctx.db)
}
