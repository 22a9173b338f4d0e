import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { majorEventActions } from '../../actions/major-event-actions.ts'
import type { EventDetail } from '../../major-event-schema.ts'
import { majorEventStates } from '../../major-event-words.ts'
import { mainFirst } from '../further-rooms.ts'
import { readableMeetings } from '../policy.ts'
import { mayFinish } from './milestones.ts'
import { selectNeeds } from './needs.ts'
import { eventRowOf, selectEvents } from './select-events.ts'

/** An event and all its parts together: counts, and what is late. @throws Problem 404 */
export async function readEvent(
  ctx: Ctx,
  { eventId }: InputOf<(typeof majorEventActions)['readEvent']>,
): Promise<EventDetail> {
  const row = await selectEvents(ctx).where('e.id', '=', eventId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const parts = await readParts(ctx, eventId)
  const needs = await selectNeeds(
    ctx,
    sql`n.event_id = ${eventId} or n.meeting_id in (select x.meeting_id from meetings.event_meeting x
      where x.bureau_id = n.bureau_id and x.event_id = ${eventId})`,
  )
  const manage = ctx.has('meetings.manage-events')
  const open = row.state !== 'CLOSED'
  return {
    ...eventRowOf(row),
    ownerPersonId: row.owner_person_id,
    note: row.note,
    closedAt: row.closed_at,
    parts,
    totals: totalsOf(parts, needs),
    milestoneList: await readMilestones(ctx, eventId, open),
    guestList: manage ? await readGuests(ctx, eventId) : null,
    needs,
    can: { ...ctx.can(majorEventStates, row), change: manage && open },
  }
}

interface PartRow {
  id: string
  number: string
  title: string
  readable: boolean
  state: EventDetail['parts'][number]['state']
  starts_at: string
  ends_at: string
  room: string | null
  headcount: number | null
  attended: number | null
  tasks: { all: number; done: number; late: number }
}

async function readParts(ctx: Ctx, eventId: string): Promise<EventDetail['parts']> {
  const { rows } = await sql<PartRow>`
    select b.id, m.number, b.title, ${readableMeetings(ctx)} as readable, b.state, b.starts_at, b.ends_at,
      (select r.name from bookings.claim c join bookings.resource r on r.bureau_id = c.bureau_id
        and r.id = c.resource_id and r.kind = 'ROOM'
        where c.bureau_id = b.bureau_id and c.booking_id = b.id order by ${mainFirst()} limit 1) as room,
      b.headcount, meetings.attended(b.bureau_id, b.id) as attended,
      (select jsonb_build_object('all', count(*), 'done', count(*) filter (where t.state = 'DONE'),
          'late', count(*) filter (where t.state = 'MISSED'
            or (t.state in ('PLANNED', 'STARTED') and t.due_at < ${ctx.now})))
        from meetings.task t where t.bureau_id = b.bureau_id and t.meeting_id = b.id
        and t.state <> 'CANCELLED') as tasks
    from meetings.event_meeting x
    join meetings.meeting m on m.bureau_id = x.bureau_id and m.booking_id = x.meeting_id
    join bookings.booking b on b.bureau_id = x.bureau_id and b.id = x.meeting_id
    where x.bureau_id = kernel.bureau() and x.event_id = ${eventId}
    order by b.starts_at, b.id`.execute(ctx.db)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.readable ? row.title : null,
    state: row.state,
    from: new Date(row.starts_at).toISOString(),
    to: new Date(row.ends_at).toISOString(),
    room: row.room,
    headcount: row.headcount,
    attended: row.attended,
    tasks: row.tasks,
  }))
}

function totalsOf(parts: EventDetail['parts'], needs: EventDetail['needs']): EventDetail['totals'] {
  const sum = (values: number[]) => values.reduce((whole, one) => whole + one, 0)
  const held = parts.filter(({ state }) => state === 'ENDED')
  const of = (kind: EventDetail['needs'][number]['kind']) =>
    sum(needs.filter((need) => need.kind === kind).map(({ quantity }) => quantity))
  return {
    held: held.length,
    cancelled: parts.filter(({ state }) => state === 'CANCELLED' || state === 'RELEASED').length,
    attendances: sum(held.map(({ attended, headcount }) => attended ?? headcount ?? 0)),
    tasks: sum(parts.map(({ tasks }) => tasks.all)),
    tasksDone: sum(parts.map(({ tasks }) => tasks.done)),
    tasksLate: sum(parts.map(({ tasks }) => tasks.late)),
    meals: of('MEALS'),
    passes: of('PASSES'),
    vehicles: of('VEHICLES'),
  }
}

async function readMilestones(
  ctx: Ctx,
  eventId: string,
  open: boolean,
): Promise<EventDetail['milestoneList']> {
  const rows = await ctx.db
    .selectFrom('meetings.milestone')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const today = localDayOf(ctx.now)
  const manage = ctx.has('meetings.manage-events')
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    dueOn: row.due_on,
    ownerPersonId: row.owner_person_id,
    ownerName: row.owner_name,
    doneAt: row.done_at,
    doneBy: row.done_by,
    late: row.done_at === null && row.due_on < today,
    can: {
      finish: open && row.done_at === null && mayFinish(ctx, row),
      reopen: open && row.done_at !== null && mayFinish(ctx, row),
      change: open && row.done_at === null && manage,
    },
  }))
}

async function readGuests(ctx: Ctx, eventId: string): Promise<NonNullable<EventDetail['guestList']>> {
  const rows = await ctx.db
    .selectFrom('meetings.event_guest')
    .select(['id', 'name', 'unit_name'])
    .where('event_id', '=', eventId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, unit_name }) => ({ id, name, unit: unit_name }))
}
