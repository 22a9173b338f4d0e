import { sql } from 'kysely'
import { bookings } from '#engines/bookings/module.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { meetingActions } from '../actions/meeting-actions.ts'
import { meetingsEvents } from '../event-words.ts'
import { findMeeting } from './find-meeting.ts'
import { meetingRowOf } from './select-meetings.ts'
import { selectTasks, taskRowOf } from './select-tasks.ts'

type Action = (typeof meetingActions)['readMeeting']
type Detail = OutputOf<Action>

/** Everything the page of one meeting shows, in one answer. @throws Problem 404 when the actor may not read it */
export async function readMeeting(ctx: Ctx, { meetingId }: InputOf<Action>): Promise<Detail> {
  const row = await findMeeting(ctx, meetingId)
  return {
    ...meetingRowOf(ctx, row),
    note: row.note,
    createdAt: row.created_at,
    accessories: await accessoriesOf(ctx, meetingId),
    support: await supportOf(ctx, meetingId),
    omissions: await omissionsOf(ctx, meetingId),
    reflections: await reflectionsOf(ctx, meetingId),
    ratingGiven: await ratingOf(ctx, meetingId),
    history: await historyOf(ctx, meetingId),
  }
}

async function accessoriesOf(ctx: Ctx, meetingId: string): Promise<Detail['accessories']> {
  return ctx.db
    .selectFrom('bookings.claim as c')
    .innerJoin('bookings.resource as r', (join) =>
      join.onRef('r.bureau_id', '=', 'c.bureau_id').onRef('r.id', '=', 'c.resource_id'),
    )
    .select(['r.id', 'r.name', 'c.quantity'])
    .where('c.booking_id', '=', meetingId)
    .where('r.kind', '=', 'EQUIPMENT')
    .orderBy('r.code')
    .execute()
}

async function supportOf(ctx: Ctx, meetingId: string): Promise<Detail['support']> {
  const rows = await selectTasks(ctx)
    .where('t.meeting_id', '=', meetingId)
    .where('t.state', '<>', 'CANCELLED')
    .orderBy('t.starts_at')
    .orderBy('t.id')
    .execute()
  return rows.map((row) => taskRowOf(ctx, row))
}

async function omissionsOf(ctx: Ctx, meetingId: string): Promise<Detail['omissions']> {
  const rows = await ctx.db
    .selectFrom('meetings.omission')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('found_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    taskId: row.task_id,
    lineId: row.line_id,
    what: row.what,
    foundAt: row.found_at,
    foundBy: row.found_by,
    remedy: row.remedy,
    remediedAt: row.remedied_at,
    remediedBy: row.remedied_by,
  }))
}

interface ReflectionRow {
  id: string
  at: string
  by_name: string
  note: string
  clause_id: string | null
  proposal: string | null
  code: string | null
  title_zh: string | null
  title_en: string | null
}

async function reflectionsOf(ctx: Ctx, meetingId: string): Promise<Detail['reflections']> {
  const { rows } = await sql<ReflectionRow>`
    select r.id, r.at, r.by_name, r.note, r.clause_id, r.proposal, c.code, v.title_zh, v.title_en
    from meetings.reflection r
    left join standards.clause c on c.bureau_id = r.bureau_id and c.id = r.clause_id
    left join lateral (select cv.title_zh, cv.title_en from standards.clause_version cv
      where cv.bureau_id = c.bureau_id and cv.clause_id = c.id order by cv.id desc limit 1) v on true
    where r.meeting_id = ${meetingId} order by r.at, r.id`.execute(ctx.db)
  return rows.map((row) => ({
    id: row.id,
    at: new Date(row.at).toISOString(),
    by: row.by_name,
    note: row.note,
    clause:
      row.clause_id && row.code
        ? {
            id: row.clause_id,
            code: row.code,
            title: { zh: row.title_zh ?? row.code, en: row.title_en || row.title_zh || row.code },
          }
        : null,
    proposal: row.proposal,
  }))
}

async function ratingOf(ctx: Ctx, meetingId: string): Promise<Detail['ratingGiven']> {
  const row = await ctx.db
    .selectFrom('meetings.rating')
    .select(['overall', 'comment', 'at', 'by_name'])
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return row ? { overall: row.overall, comment: row.comment, at: row.at, by: row.by_name } : null
}

const words: Readonly<Record<string, Text>> = { ...bookings.events, ...meetingsEvents }

/** What happened to the booking, to the meeting and to its tasks, oldest first. */
async function historyOf(ctx: Ctx, meetingId: string): Promise<Detail['history']> {
  const rows = await ctx.db
    .selectFrom('kernel.event')
    .select(['id', 'at', 'type', 'actor_name', 'reason'])
    .where((row) =>
      row.or([
        row('subject_id', '=', meetingId),
        row(
          'subject_id',
          'in',
          row.selectFrom('meetings.task').select('id').where('meeting_id', '=', meetingId),
        ),
      ]),
    )
    .where('type', 'in', Object.keys(words))
    .orderBy('at')
    .orderBy('id')
    .limit(300)
    .execute()
  return rows.map(({ id, at, type, actor_name, reason }) => ({
    id,
    at,
    type,
    title: words[type]!,
    actorName: actor_name,
    reason,
  }))
}
