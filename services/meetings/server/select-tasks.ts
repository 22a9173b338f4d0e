import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import type { taskActions } from '../actions/task-actions.ts'
import type { TaskRow } from '../schema.ts'
import { type TaskState, taskStates } from '../states.ts'
import type { Layout, MeetingClass, Service, Step, TaskKind } from '../words.ts'
import { readableTasks } from './policy.ts'

/** The tasks the actor may see, each with the meeting it is for. */
export function selectTasks(ctx: Ctx) {
  return ctx.db
    .selectFrom('meetings.task as t')
    .innerJoin('meetings.meeting as m', (join) =>
      join.onRef('m.bureau_id', '=', 't.bureau_id').onRef('m.booking_id', '=', 't.meeting_id'),
    )
    .innerJoin('bookings.booking as b', (join) =>
      join.onRef('b.bureau_id', '=', 'm.bureau_id').onRef('b.id', '=', 'm.booking_id'),
    )
    .leftJoin('directory.person as owner', (join) =>
      join.onRef('owner.bureau_id', '=', 't.bureau_id').onRef('owner.id', '=', 't.owner_person_id'),
    )
    .selectAll('t')
    .select(['owner.name as owner_name', 'm.number', 'm.layout', 'm.services', 'm.note as meeting_note'])
    .select(['b.title', 'b.rank', 'b.starts_at as begins_at', 'b.ends_at', 'b.headcount'])
    .select([
      sql<{
        room: string
        site: string | null
      } | null>`(select jsonb_build_object('room', r.name, 'site', s.name)
        from bookings.resource r
        left join directory.site s on s.bureau_id = r.bureau_id and s.id = r.site_id
        where r.bureau_id = t.bureau_id and r.kind = 'ROOM' and (r.id = t.room_id or t.room_id is null
          and r.id in (select c.resource_id from bookings.claim c
            where c.bureau_id = b.bureau_id and c.booking_id = b.id and not exists (select from meetings.further_room f
              where f.bureau_id = c.bureau_id and f.meeting_id = c.booking_id and f.room_id = c.resource_id)))
        order by r.code limit 1)`.as('place'),
    ])
    .where(readableTasks(ctx))
}
type Query = ReturnType<typeof selectTasks>
export type TaskSelection = Awaited<ReturnType<Query['execute']>>[number]

/** Whether the task is the actor's to do: their own, the pool's, or they are the desk. */
export function isForActor(ctx: Ctx, task: { owner_person_id: string | null }): boolean {
  if (ctx.has('meetings.dispatch')) return true
  if (!ctx.has('meetings.work')) return false
  return task.owner_person_id === null || task.owner_person_id === ctx.actor.personId
}

/** What this actor may do with this task now. */
export function taskCan(
  ctx: Ctx,
  task: { state: string; owner_person_id: string | null },
): Record<string, boolean> {
  const open = ctx.can(taskStates, task)
  const mine = isForActor(ctx, task)
  return {
    start: open.start && mine,
    check: task.state === 'STARTED' && mine,
    finish: open.finish && mine,
    assign: ctx.has('meetings.dispatch') && (task.state === 'PLANNED' || task.state === 'STARTED'),
  }
}

/** A selected task as lists and answers show it. */
export function taskRowOf(ctx: Ctx, row: TaskSelection): TaskRow {
  return {
    id: row.id,
    kind: row.kind as TaskKind,
    step: row.step as Step,
    round: row.round,
    startsAt: row.starts_at,
    dueAt: row.due_at,
    state: row.state as TaskState,
    former: row.former,
    owner: row.owner_person_id && row.owner_name ? { id: row.owner_person_id, name: row.owner_name } : null,
    startedAt: row.started_at,
    doneAt: row.done_at,
    doneBy: row.done_by,
    note: row.note,
    linesDue: row.lines_due,
    linesAnswered: row.lines_answered,
    meeting: {
      id: row.meeting_id,
      number: row.number,
      title: row.title,
      class: row.rank as MeetingClass,
      from: row.begins_at,
      to: row.ends_at,
      headcount: row.headcount,
      roomName: row.place?.room ?? '',
      siteName: row.place?.site ?? '',
      layout: row.layout as Layout | null,
      services: row.services as Service[],
      note: row.meeting_note,
    },
    can: taskCan(ctx, row),
  }
}

type Filters = Omit<InputOf<(typeof taskActions)['exportTasks']>, 'format'>
const startOfDay = (day: string) => new Date(`${day}T00:00:00+08:00`)
const aDay = 86_400_000

/** Narrows the tasks by the filters of the board and its export. */
export function filterTasks(ctx: Ctx, filters: Filters): Query {
  let query = selectTasks(ctx)
  if (filters.state?.length) query = query.where('t.state', 'in', filters.state)
  if (filters.kind) query = query.where('t.kind', '=', filters.kind)
  if (filters.ownerId) query = query.where('t.owner_person_id', '=', filters.ownerId)
  if (filters.unowned !== undefined)
    query = query.where('t.owner_person_id', filters.unowned ? 'is' : 'is not', null)
  if (filters.siteId)
    query = query.where(
      sql<boolean>`exists (select from meetings.room r where r.bureau_id = t.bureau_id and r.site_id = ${filters.siteId}
        and (r.id = t.room_id or t.room_id is null and r.id in (select c.resource_id from bookings.claim c
          where c.bureau_id = b.bureau_id and c.booking_id = b.id)))`,
    )
  if (filters.from) query = query.where('t.starts_at', '>=', startOfDay(filters.from).toISOString())
  if (filters.to)
    query = query.where('t.starts_at', '<', new Date(startOfDay(filters.to).getTime() + aDay).toISOString())
  return query
}
