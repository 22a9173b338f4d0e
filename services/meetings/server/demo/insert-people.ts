import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { addParticipants } from '../attendance/add-participants.ts'
import { addEventMeetings, addGuests } from '../major-events/event-parts.ts'
import { addMilestone, settleMilestone } from '../major-events/milestones.ts'
import { createEvent, startEvent } from '../major-events/write-event.ts'
import { seatByOrder } from '../seats/save-seats.ts'
import type { DemoOrganiser } from './plan-meetings.ts'

const day = 86_400_000
const dayFrom = (ctx: Ctx, days: number) => localDayOf(new Date(ctx.now.getTime() + days * day))

interface Upcoming {
  id: string
  headcount: number
}

/** Lists and a seat plan for the next meetings of `staff`, and a major event under way, as people would have entered them. */
export async function insertPeople(ctx: Ctx, staff: DemoOrganiser, owner: DemoOrganiser): Promise<void> {
  const mine = await nextMeetings(ctx, staff.id, 3)
  for (const { id, headcount } of mine) await listPeople(ctx, id, Math.min(headcount, 24))
  if (mine[0]) await seatByOrder(ctx, { meetingId: mine[0].id, version: 0 })
  const others = await nextMeetings(ctx, null, 5)
  if (others.length > 0) await makeEvent(ctx, others, owner)
}

/** The next confirmed meetings, of one person or of anybody. */
async function nextMeetings(ctx: Ctx, personId: string | null, count: number): Promise<Upcoming[]> {
  const { rows } = await sql<Upcoming>`
    select b.id, coalesce(b.headcount, 10) as headcount from bookings.booking b
    join meetings.meeting m on m.bureau_id = b.bureau_id and m.booking_id = b.id
    where b.bureau_id = kernel.bureau() and b.state = 'CONFIRMED' and b.starts_at > ${ctx.now}::timestamptz + interval '1 day'
      and (${personId}::uuid is null or b.organiser_person_id = ${personId}::uuid) and not b.private
    order by b.starts_at, b.id limit ${count}`.execute(ctx.db)
  return rows
}

async function listPeople(ctx: Ctx, meetingId: string, count: number): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from (select p.id, p.unit_id, row_number() over (partition by p.unit_id order by p.staff_no) as place
      from directory.person p join directory.unit u on u.bureau_id = p.bureau_id and u.id = p.unit_id
      where p.bureau_id = kernel.bureau() and u.kind = 'client' and p.left_on is null) people
    order by place, unit_id limit ${count}`.execute(ctx.db)
  if (rows.length === 0) return
  await addParticipants(ctx, { meetingId, items: rows.map(({ id }) => ({ personId: id })) })
}

async function makeEvent(ctx: Ctx, meetings: readonly Upcoming[], owner: DemoOrganiser): Promise<void> {
  const { id: eventId } = await createEvent(ctx, {
    title: '区人民代表大会会议服务保障',
    fromDay: dayFrom(ctx, -3),
    toDay: dayFrom(ctx, 14),
    ownerPersonId: owner.id,
    note: '会场、住地、用餐、车辆统一调度',
  })
  await startEvent(ctx, { eventId })
  await addEventMeetings(ctx, { eventId, meetingIds: meetings.map(({ id }) => id) })
  const { id: done } = await addMilestone(ctx, {
    eventId,
    title: '会场踏勘和音响复核',
    dueOn: dayFrom(ctx, -1),
  })
  await settleMilestone(ctx, { eventId, milestoneId: done, done: true })
  await addMilestone(ctx, {
    eventId,
    title: '代表座签和主席台座次定稿',
    dueOn: dayFrom(ctx, 2),
    ownerPersonId: owner.id,
  })
  await addMilestone(ctx, { eventId, title: '车证、餐券发放', dueOn: dayFrom(ctx, 5) })
  await addGuests(ctx, {
    eventId,
    list: '韩松林,清河乡代表团\n杜若涵,临湖镇代表团\n司马长明,区工商业联合会\n热依罕·艾山,区民族事务代表',
  })
}
