import { sql } from 'kysely'
import { localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { dayAfter } from '../register/due-light.ts'
import { adviseLimits } from '../register/vehicle-limits.ts'

/**
 * The books of the demo bureau: papers of which some run out, upkeep by plan, violations and an accident found from trips, the
 * month's roster, leave that waits, insurers and a round. Every vehicle gets what its place in the list says, the same every time.
 */
export async function fillDemoRegister(ctx: Ctx): Promise<void> {
  const today = localDayOf(ctx.now)
  await askCaps(ctx, today)
  await insertPapers(ctx, today)
  await insertUpkeep(ctx, today)
  await insertIncidents(ctx)
  await insertRoster(ctx, today)
  await askLeave(ctx, today)
  await insertRound(ctx, today)
}

const keeper = '周明'
/** Vehicles that are not retired, with their place in the list. */
const placed = sql`(select v.*, row_number() over (order by v.plate) as n from fleet.vehicle v
  where v.bureau_id = kernel.bureau() and v.state <> 'RETIRED')`

/** What was bought in the last three years was asked against the caps when it came into the book. */
async function askCaps(ctx: Ctx, today: string): Promise<void> {
  const bought = await ctx.db
    .selectFrom('fleet.vehicle')
    .selectAll()
    .where('purchased_on', '>=', dayAfter(today, -1096))
    .orderBy('plate')
    .execute()
  await adviseLimits(
    ctx,
    bought.map((vehicle) => ({ ...vehicle, price_fen: Number(vehicle.price_fen) })),
  )
}

/** Insurance and inspection end spread over the year; a few have run out or are about to. */
async function insertPapers(ctx: Ctx, today: string): Promise<void> {
  await sql`insert into fleet.vehicle_paper (vehicle_id, kind, number, holder, valid_from, valid_until, cost_fen, created_at, created_by)
    select v.id, k.kind, k.prefix || right(v.plate, 5), k.holder, d.until - 364, d.until, k.cost_fen, ${ctx.now}, ${keeper}
    from ${placed} v
    cross join (values ('COMPULSORY_INSURANCE', 'JQ', '青山财险', 0, 95000), ('COMMERCIAL_INSURANCE', 'SY', '青山财险', 0, 286000),
      ('INSPECTION', 'NJ', '清波检测站', 5, 18000)) k (kind, prefix, holder, shift, cost_fen)
    cross join lateral (select (${today}::date + ((v.n * 9 + k.shift * 7) % 360)::integer - 4) as until) d`.execute(
    ctx.db,
  )
  await sql`insert into fleet.vehicle_paper (vehicle_id, kind, number, holder, created_at, created_by)
    select v.id, k.kind, k.number || case when k.kind = 'FUEL_CARD' then right(v.plate, 5) else '' end, k.holder, ${ctx.now}, ${keeper}
    from ${placed} v cross join (values ('KEY', '1号', ''), ('KEY', '2号', ''), ('FUEL_CARD', 'YK', '区机关加油站')) k (kind, number, holder)
    where k.kind <> 'FUEL_CARD' or v.energy <> 'ELECTRIC'`.execute(ctx.db)
  await sql`insert into fleet.hand_out (paper_id, driver_id, holder_name, out_at, out_by)
    select p.id, d.id, d.name, ${ctx.now}::timestamptz - make_interval(days => d.n::integer), ${keeper}
    from (select id, row_number() over (order by id) as n from fleet.vehicle_paper where bureau_id = kernel.bureau()
      and kind = 'KEY' and number = '1号') p
    join (select id, name, row_number() over (order by staff_no) as n from fleet.driver where bureau_id = kernel.bureau()
      and state = 'ACTIVE') d on d.n = p.n`.execute(ctx.db)
}

/**
 * A year of upkeep of every vehicle by plan, the last so long ago that some are due soon, and a few are over; a repair of every third,
 * and an inspection of each.
 */
async function insertUpkeep(ctx: Ctx, today: string): Promise<void> {
  await sql`insert into fleet.maintenance_plan (vehicle_id, title, every_days, every_km, from_day, from_km, created_at, created_by)
    select v.id, '小保养', 180, 7500, ${dayAfter(today, -500)}::date, 0, ${ctx.now}, ${keeper} from ${placed} v`.execute(
    ctx.db,
  )
  await sql`insert into fleet.maintenance_record (vehicle_id, kind, plan_id, on_day, km, shop, what, cost_fen, created_at, created_by)
    select p.vehicle_id, 'UPKEEP', p.id, d.day, d.km, '清波定点维修厂', '更换机油、机滤，检查制动', 52000 + v.n * 1000, ${ctx.now}, ${keeper}
    from fleet.maintenance_plan p join ${placed} v on v.id = p.vehicle_id
    cross join generate_series(0, 2) g (back)
    cross join lateral (select ${today}::date - (v.n * 5 % 190)::integer - g.back * 175 as day) a
    cross join lateral (select a.day, (select max(o.km) from fleet.odometer_reading o where o.bureau_id = kernel.bureau()
      and o.vehicle_id = p.vehicle_id and o.voided_at is null and kernel.local_day(o.at) <= a.day) as km) d
    where p.bureau_id = kernel.bureau() and d.km is not null and d.day >= v.purchased_on`.execute(ctx.db)
  await sql`insert into fleet.maintenance_record (vehicle_id, kind, on_day, shop, what, cost_fen, passed, created_at, created_by)
    select v.id, k.kind, d.day, k.shop, k.what, k.cost_fen + v.n * 500, k.passed, ${ctx.now}, ${keeper}
    from ${placed} v cross join (values ('REPAIR', 3, 41, '清波定点维修厂', '补胎，四轮定位', 36000, null::boolean),
      ('INSPECTION', 1, 83, '清波检测站', '年度检验', 18000, true)) k (kind, each, shift, shop, what, cost_fen, passed)
    cross join lateral (select ${today}::date - ((v.n * 7 + k.shift) % 330 + 5)::integer as day) d
    where v.n % k.each = 0 and d.day >= v.purchased_on`.execute(ctx.db)
}

/** Notices of the police for some trips of the last months, one accident without injured; who drove is the trip's driver. */
async function insertIncidents(ctx: Ctx): Promise<void> {
  const trips = sql`(select t.*, row_number() over (order by t.left_at desc, t.id) as n from fleet.trip t
    where t.bureau_id = kernel.bureau() and t.state = 'COMPLETED')`
  await sql`insert into fleet.violation (vehicle_id, driver_id, trip_id, found_by, notice_no, at, place, what, fine_fen, points,
      settled_on, created_at, created_by)
    select t.vehicle_id, t.driver_id, t.id, 'TRIP', 'WZ' || t.number, t.left_at + interval '10 minutes', '滨河大道与新湖路口',
      case when t.n % 2 = 0 then '不按导向车道行驶' else '违停' end, 20000, 0,
      case when t.n > 100 then kernel.local_day(t.left_at) + 10 end, ${ctx.now}, ${keeper}
    from ${trips} t where t.n in (37, 120, 260)`.execute(ctx.db)
  await sql`insert into fleet.accident (vehicle_id, driver_id, trip_id, found_by, at, place, what, blame, damage_fen, insured_fen,
      created_at, created_by)
    select t.vehicle_id, t.driver_id, t.id, 'TRIP', t.left_at + interval '15 minutes', '市行政中心停车场', '倒车剐蹭立柱', 'FULL',
      180000, 180000, ${ctx.now}, ${keeper}
    from ${trips} t where t.n = 210`.execute(ctx.db)
  // The police have not found yet who was to blame.
  await sql`insert into fleet.accident (vehicle_id, driver_id, trip_id, found_by, at, place, what, damage_fen, created_at, created_by)
    select t.vehicle_id, t.driver_id, t.id, 'TRIP', t.left_at + interval '20 minutes', '滨河大道由东向西', '被变道车辆剐蹭右后门',
      260000, ${ctx.now}, ${keeper}
    from ${trips} t where t.n = 24`.execute(ctx.db)
}

/** Night and holiday duty of this month and the next weeks, in turn. */
async function insertRoster(ctx: Ctx, today: string): Promise<void> {
  await sql`insert into fleet.duty (driver_id, day, shift, changed_at, changed_by)
    select d.id, g.day::date, case when extract(isodow from g.day) > 5 then 'HOLIDAY' else 'NIGHT' end, ${ctx.now}, ${keeper}
    from generate_series(date_trunc('month', ${today}::date), ${today}::date + 40, interval '1 day') with ordinality g (day, k)
    join (select id, row_number() over (order by staff_no) as n, count(*) over () as many from fleet.driver
      where bureau_id = kernel.bureau() and state = 'ACTIVE') d on d.n in (1 + (g.k * 2) % d.many, 1 + (g.k * 2 + 1) % d.many)`.execute(
    ctx.db,
  )
}

/** Somebody asks for leave, and the dispatcher has not decided. */
async function askLeave(ctx: Ctx, today: string): Promise<void> {
  const driver = await ctx.db
    .selectFrom('fleet.driver')
    .select(['id', 'name'])
    .where('state', '=', 'ACTIVE')
    .orderBy('staff_no')
    .offset(4)
    .limit(1)
    .executeTakeFirst()
  if (!driver) return
  await ctx.db
    .insertInto('fleet.driver_absence')
    .values({
      driver_id: driver.id,
      kind: 'PERSONAL',
      starts_at: startOfLocalDay(dayAfter(today, 6)),
      ends_at: startOfLocalDay(dayAfter(today, 8)),
      reason: '家中有事',
      state: 'ASKED',
      created_at: ctx.now,
      created_by: driver.name,
    })
    .execute()
}

/** Insurers of the pre-selection, and a round that is open. */
async function insertRound(ctx: Ctx, today: string): Promise<void> {
  const names = [
    '青山财险',
    '望湖财险',
    '清波保险',
    '远帆财险',
    '同舟保险',
    '安澜保险',
    '长堤财险',
    '云桥保险',
  ]
  await ctx.db
    .insertInto('fleet.insurer')
    .values(
      names.map((name) => ({
        name,
        from_day: dayAfter(today, -400),
        to_day: dayAfter(today, 600),
        created_at: ctx.now,
        created_by: keeper,
      })),
    )
    .execute()
  const { rows } = await sql<{
    number: string
  }>`select kernel.next_number('BX', ${today}::date) as number`.execute(ctx.db)
  const { id } = await ctx.db
    .insertInto('fleet.insurance_round')
    .values({
      number: rows[0]!.number,
      title: '下一年度车辆保险',
      terms: '交强险；商业险：车损、三者 200 万元、座位险。按车报总价。',
      quotes_until: new Date(ctx.now.getTime() + 9 * 86_400_000),
      state: 'INVITING',
      created_at: ctx.now,
      created_by: keeper,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into fleet.round_vehicle (round_id, vehicle_id) select ${id}, v.id from ${placed} v where v.n <= 20`.execute(
    ctx.db,
  )
  await sql`insert into fleet.round_invitation (round_id, insurer_id, invited_at, invited_by)
    select ${id}, i.id, ${ctx.now}, ${keeper} from fleet.insurer i where i.bureau_id = kernel.bureau()`.execute(
    ctx.db,
  )
}
