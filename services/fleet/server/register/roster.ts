import { sql } from 'kysely'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { isWorkingDay } from '#engines/calendar/working-days.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { driverActions } from '../../actions/driver-actions.ts'
import type { AbsenceKind, Shift } from '../../register-words.ts'
import { visibleDrivers } from './books-policy.ts'
import { dayAfter } from './due-light.ts'

type Actions = typeof driverActions
type Roster = OutputOf<Actions['readRoster']>

/** The days of a month, 'YYYY-MM'. */
export function daysOfMonth(month: string): string[] {
  const days: string[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = dayAfter(day, 1)) days.push(day)
  return days
}

interface DriverRow {
  id: string
  name: string
  staff_no: string
  duties: { day: string; shift: Shift }[]
  absences: { from: string; to: string; kind: AbsenceKind }[]
}

/** Who is on duty when in a month, with the leave that was granted; a driver sees his own line. */
export async function readRoster(
  ctx: Ctx,
  { month }: InputOf<Actions['readRoster']>,
): Promise<OutputOf<Actions['readRoster']>> {
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const days = daysOfMonth(month)
  const [first, last] = [days[0]!, days.at(-1)!]
  const { rows } = await sql<DriverRow>`
    select d.id, d.name, d.staff_no,
      coalesce((select jsonb_agg(jsonb_build_object('day', u.day, 'shift', u.shift) order by u.day) from fleet.duty u
        where u.bureau_id = d.bureau_id and u.driver_id = d.id and u.day between ${first}::date and ${last}::date), '[]') as duties,
      coalesce((select jsonb_agg(jsonb_build_object('from', kernel.local_day(a.starts_at),
          'to', kernel.local_day(a.ends_at - interval '1 second'), 'kind', a.kind) order by a.starts_at)
        from fleet.driver_absence a where a.bureau_id = d.bureau_id and a.driver_id = d.id and a.state = 'GRANTED'
          and kernel.local_day(a.starts_at) <= ${last}::date
          and kernel.local_day(a.ends_at - interval '1 second') >= ${first}::date), '[]') as absences
    from fleet.driver d
    where d.bureau_id = kernel.bureau() and (d.left_on is null or d.left_on >= ${first}::date) and ${visibleDrivers(ctx)}
    order by d.staff_no, d.id limit 300`.execute(ctx.db)
  return {
    days: days.map((day) => ({ day, working: isWorkingDay(calendar, day) })),
    drivers: rows.map(({ staff_no, ...driver }): Roster['drivers'][number] => ({
      ...driver,
      staffNo: staff_no,
    })),
    can: { change: ctx.has('fleet.keep-register') },
  }
}

/** 排班: sets or clears duties, all of them or none. @throws Problem 422 `fleet.unknown_driver`, `fleet.duty_on_leave` */
export async function setDuties(
  ctx: Ctx,
  { duties }: InputOf<Actions['setDuties']>,
): Promise<OutputOf<Actions['setDuties']>> {
  const ids = [...new Set(duties.map(({ driverId }) => driverId))].sort()
  const drivers = await ctx.db
    .selectFrom('fleet.driver')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .where('state', '=', 'ACTIVE')
    .orderBy('id')
    .forUpdate()
    .execute()
  const names = new Map(drivers.map(({ id, name }) => [id, name]))
  for (const [index, { driverId, day, shift }] of duties.entries()) {
    const name = names.get(driverId)
    if (!name) throw new Problem(422, 'fleet.unknown_driver', { path: `duties.${index}.driverId` })
    if (shift && shift !== 'OFF') await refuseOnLeave(ctx, { driverId, name, day, index })
    if (shift === null)
      await ctx.db.deleteFrom('fleet.duty').where('driver_id', '=', driverId).where('day', '=', day).execute()
    else await writeDuty(ctx, driverId, day, shift)
  }
  await ctx.emit({
    type: 'fleet.duties_set',
    subjectType: 'fleet.duty',
    subjectId: null,
    after: { duties },
  })
  return done
}

async function writeDuty(ctx: Ctx, driverId: string, day: string, shift: Shift): Promise<void> {
  const set = { shift, changed_at: ctx.now, changed_by: ctx.actor.name }
  await ctx.db
    .insertInto('fleet.duty')
    .values({ driver_id: driverId, day, ...set })
    .onConflict((clash) => clash.columns(['bureau_id', 'driver_id', 'day']).doUpdateSet(set))
    .execute()
}

interface Planned {
  driverId: string
  name: string
  day: string
  index: number
}

async function refuseOnLeave(ctx: Ctx, { driverId, name, day, index }: Planned): Promise<void> {
  const { rows } = await sql`select from fleet.driver_absence where bureau_id = kernel.bureau()
    and driver_id = ${driverId} and state = 'GRANTED'
    and ${day}::date between kernel.local_day(starts_at) and kernel.local_day(ends_at - interval '1 second')`.execute(
    ctx.db,
  )
  if (rows.length > 0)
    throw new Problem(422, 'fleet.duty_on_leave', { params: { name, day }, path: `duties.${index}.day` })
}
