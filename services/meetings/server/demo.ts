import { sql } from 'kysely'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { chanceFrom } from './demo/chance.ts'
import { insertLoans } from './demo/insert-loans.ts'
import { insertMeetings, insertRatings } from './demo/insert-meetings.ts'
import { insertPeople } from './demo/insert-people.ts'
import { insertRooms } from './demo/insert-rooms.ts'
import { type Attendant, insertSupport, insertUsual } from './demo/insert-support.ts'
import { type DemoOrganiser, planMeetings } from './demo/plan-meetings.ts'

/**
 * Rooms and two years of meetings of the demo bureau, the same every time: seasons, cancellations, no-shows,
 * ratings, the support of the last weeks and of those to come, lists of people and a major event under way.
 */
export async function fillDemo(ctx: Ctx): Promise<void> {
  const organisers = await readOrganisers(ctx)
  const staff = await personOf(ctx, 'staff')
  const worker = await personOf(ctx, 'worker')
  if (organisers.length === 0 || !staff || !worker) return
  const chance = chanceFrom(20_140_630)
  const attendants = await readAttendants(ctx, worker)
  const rooms = await insertRooms(ctx)
  if (rooms.length === 0) return
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const kept = await insertMeetings(
    ctx,
    planMeetings({ calendar, rooms, organisers, staff, chance, now: ctx.now }),
  )
  await insertLoans(ctx, kept)
  await insertRatings(ctx, kept, chance)
  await insertSupport(ctx, kept, attendants, chance)
  await insertUsual(ctx, rooms, attendants)
  await insertPeople(ctx, staff, (await personOf(ctx, 'manager')) ?? staff)
  await ctx.emit({
    type: 'meetings.demo_filled',
    subjectType: 'meetings.room',
    subjectId: rooms[0]!.id,
    after: { meetings: kept.length },
  })
}

/** Who books rooms for the units that are served: a few people of each. */
async function readOrganisers(ctx: Ctx): Promise<DemoOrganiser[]> {
  const { rows } = await sql<DemoOrganiser>`
    select id, name, "unitId" from (
      select p.id, p.name, p.unit_id as "unitId", row_number() over (partition by p.unit_id order by p.staff_no) as place
      from directory.person p join directory.unit u on u.bureau_id = p.bureau_id and u.id = p.unit_id
      where u.kind = 'client' and p.left_on is null
    ) people where place <= 4 order by "unitId", place`.execute(ctx.db)
  return rows
}

async function personOf(ctx: Ctx, userName: string): Promise<DemoOrganiser | undefined> {
  const person = await ctx.db
    .selectFrom('kernel.member as m')
    .innerJoin('directory.person as p', (join) =>
      join.onRef('p.bureau_id', '=', 'm.bureau_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['p.id', 'p.name', 'p.unit_id as unitId'])
    .where('m.user_name', '=', userName)
    .executeTakeFirst()
  return person
}

/** The meeting attendants of the centre, who get the skill by which the desk finds them, and the demo's worker. */
async function readAttendants(ctx: Ctx, worker: Attendant): Promise<Attendant[]> {
  const { rows } = await sql<Attendant>`
    update directory.person set skills = array_append(skills, '会务')
    where title like '%会议服务员%' and left_on is null and not '会务' = any(skills)
    returning id, name`.execute(ctx.db)
  return [worker, ...rows.sort((one, other) => one.id.localeCompare(other.id)).slice(0, 9)]
}
