import { sql } from 'kysely'
import { DAY, localDayOf } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { refreshStatistics } from '#kernel/import/refresh-statistics.ts'
import { fillDemoAccounts } from './demo/accounts.ts'
import { fillDemoAcquisitions } from './demo/acquisitions.ts'
import { approveDemoPast } from './demo/approve-past.ts'
import { askDemoRules } from './demo/ask-rules.ts'
import { chanceFrom } from './demo/chance.ts'
import type { DemoPerson, DemoVehicle } from './demo/demo-life.ts'
import { fillDemoDispatch } from './demo/dispatch.ts'
import { insertDrivers } from './demo/insert-drivers.ts'
import { insertHistory, insertTrips } from './demo/insert-trips.ts'
import { insertVehicles } from './demo/insert-vehicles.ts'
import { fillDemoOpinions } from './demo/opinions.ts'
import { numberRequests, planRequests } from './demo/plan-requests.ts'
import { daysBack, planYear, retirementDays } from './demo/plan-year.ts'
import { fillDemoRegister } from './demo/register.ts'
import { fillDemoRentals } from './demo/rentals.ts'
import { fillDemoRequests } from './demo/requests.ts'
import { fillDemoStandards } from './demo/standards.ts'
import { fillDemoTrips } from './demo/trips.ts'
import { linkInstruments } from './instruments/link-rules.ts'

/**
 * Forty vehicles, thirty drivers and a year and a half of requests and trips of the demo bureau, the same every time;
 * what each part keeps beside them follows, part by part.
 */
export async function fillDemo(ctx: Ctx): Promise<void> {
  const people = await readPeople(ctx)
  const staff = await personOf(ctx, 'staff')
  const worker = await personOf(ctx, 'worker')
  if (people.length === 0 || !staff || !worker) return
  const chance = chanceFrom(20_141_130)
  const firstDay = localDayOf(new Date(ctx.now.getTime() - daysBack * DAY))
  const vehicles = await insertVehicles(ctx, chance, firstDay, retirementDays(ctx.now))
  const drivers = await insertDrivers(
    ctx,
    { name: worker.name, personId: worker.id, phone: worker.mobile },
    chance,
  )
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const world = { calendar, vehicles, drivers, people, staff, chance, now: ctx.now }
  const trips = planYear(world)
  const requests = numberRequests(trips, planRequests(world))
  await insertTrips(ctx, trips, requests, { unitId: worker.unitId, name: '调度台' })
  await insertHistory(ctx, trips)
  // A year was written at once: whatever reads it below, the checks at the end among them, is to know how much there is.
  await refreshStatistics(ctx, [
    'bookings.resource',
    'bookings.booking',
    'bookings.claim',
    'bookings.hold',
    'fleet.vehicle',
    'fleet.driver',
    'fleet.request',
    'fleet.trip',
    'fleet.trip_request',
    'fleet.trip_cost',
    'fleet.odometer_reading',
  ])
  await ctx.emit({
    type: 'fleet.demo_filled',
    subjectType: 'fleet.vehicle',
    subjectId: vehicles[0]!.id,
    after: { vehicles: vehicles.length, drivers: drivers.length, trips: trips.length },
  })
  // What each part keeps beside the year above; the accounts last, as they close months of it.
  await fillDemoRegister(ctx)
  await buyDemoVehicles(ctx, vehicles)
  await fillDemoRentals(ctx, people)
  await fillDemoRequests(ctx)
  await fillDemoTrips(ctx)
  await fillDemoDispatch(ctx)
  await approveDemoPast(ctx)
  await fillDemoStandards(ctx)
  await fillDemoOpinions(ctx, people, staff)
  await fillDemoAccounts(ctx)
  await askDemoRules(ctx)
  await linkInstruments(ctx)
}

async function buyDemoVehicles(ctx: Ctx, vehicles: readonly DemoVehicle[]): Promise<void> {
  const keeper = await personOf(ctx, 'dispatcher')
  const manager = await personOf(ctx, 'manager')
  const director = await personOf(ctx, 'director')
  if (keeper && manager && director) await fillDemoAcquisitions(ctx, keeper, { manager, director }, vehicles)
}

/** Who asks for vehicles: a few people of each unit that is served. */
async function readPeople(ctx: Ctx): Promise<DemoPerson[]> {
  const { rows } = await sql<DemoPerson>`
    select id, name, unit_id as "unitId", coalesce(mobile, '') as mobile from (
      select p.id, p.name, p.unit_id, p.mobile, row_number() over (partition by p.unit_id order by p.staff_no) as place
      from directory.person p join directory.unit u on u.bureau_id = p.bureau_id and u.id = p.unit_id
      where u.kind = 'client' and p.left_on is null
    ) people where place <= 4 order by "unitId", place`.execute(ctx.db)
  return rows
}

async function personOf(ctx: Ctx, userName: string): Promise<DemoPerson | undefined> {
  const person = await ctx.db
    .selectFrom('kernel.member as m')
    .innerJoin('directory.person as p', (join) =>
      join.onRef('p.bureau_id', '=', 'm.bureau_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['p.id', 'p.name', 'p.unit_id as unitId', 'p.mobile'])
    .where('m.user_name', '=', userName)
    .executeTakeFirst()
  return person && { ...person, mobile: person.mobile ?? '' }
}
