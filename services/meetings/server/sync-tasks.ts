import { checklistFor } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { clausesOf } from '../clauses.ts'
import { type PlannedTask, planTasks } from '../plan-tasks.ts'
import { taskStates } from '../states.ts'
import type { MeetingClass, Service } from '../words.ts'

/** While the meeting is to take place; a waiting one has no place yet, and one that ended keeps what was done. */
const alive = ['CONFIRMED', 'OFFERED', 'CHECKED_IN', 'ENDED']
const open = ['PLANNED', 'STARTED']

/**
 * Brings the tasks of a meeting in line with its booking and needs: adds what is missing, moves what has not begun,
 * brings back what was cancelled, cancels what is no longer needed. Again, it changes nothing.
 */
export async function syncTasks(ctx: Ctx, meetingId: string): Promise<void> {
  const meeting = await readMeeting(ctx, meetingId)
  if (!meeting) return
  const wanted = alive.includes(meeting.state) ? planFor(meeting) : []
  const there = await ctx.db
    .selectFrom('meetings.task')
    .select(['id', 'kind', 'round', 'state', 'starts_at', 'due_at'])
    .where('meeting_id', '=', meetingId)
    .orderBy('id')
    .forUpdate()
    .execute()
  const known = new Map(there.map((task) => [`${task.kind}/${task.round}`, task]))
  const missing: PlannedTask[] = []
  for (const task of wanted) {
    const own = known.get(`${task.kind}/${task.round}`)
    known.delete(`${task.kind}/${task.round}`)
    if (!own) missing.push(task)
    else if (own.state === 'CANCELLED')
      await ctx.move(taskStates, 'restore', own.id, { set: { ...timesOf(task), started_at: null } })
    else if (own.state === 'PLANNED' && differs(own, task))
      await ctx.db.updateTable('meetings.task').set(timesOf(task)).where('id', '=', own.id).execute()
  }
  for (const task of known.values())
    if (open.includes(task.state)) await ctx.move(taskStates, 'cancel', task.id, { reason: meeting.state })
  // Over already when it became known: nothing was planned, so nothing is due.
  if (missing.length > 0 && meeting.state !== 'ENDED') await addTasks(ctx, meetingId, missing)
}

const timesOf = (task: PlannedTask) => ({ starts_at: task.startsAt, due_at: task.dueAt })

function differs(own: { starts_at: string; due_at: string }, task: PlannedTask): boolean {
  return (
    new Date(own.starts_at).getTime() !== task.startsAt.getTime() ||
    new Date(own.due_at).getTime() !== task.dueAt.getTime()
  )
}

function readMeeting(ctx: Ctx, meetingId: string) {
  return ctx.db
    .selectFrom('meetings.meeting as m')
    .innerJoin('bookings.booking as b', (join) =>
      join.onRef('b.bureau_id', '=', 'm.bureau_id').onRef('b.id', '=', 'm.booking_id'),
    )
    .select(['b.state', 'b.starts_at', 'b.ends_at', 'b.ended_at', 'b.headcount', 'b.rank'])
    .select(['m.services', 'm.created_at'])
    .where('m.booking_id', '=', meetingId)
    .executeTakeFirst()
}

function planFor(meeting: NonNullable<Awaited<ReturnType<typeof readMeeting>>>): PlannedTask[] {
  const from = new Date(meeting.starts_at)
  const agreed = new Date(meeting.ends_at)
  // One that ended early is cleaned up from then on.
  const ended = meeting.ended_at ? new Date(meeting.ended_at) : agreed
  return planTasks({
    from,
    to: ended > from && ended < agreed ? ended : agreed,
    headcount: meeting.headcount,
    class: meeting.rank as MeetingClass,
    services: meeting.services as Service[],
    bookedAt: new Date(meeting.created_at),
  })
}

async function addTasks(ctx: Ctx, meetingId: string, tasks: readonly PlannedTask[]): Promise<void> {
  const due = await mandatoryLines(ctx, tasks)
  await ctx.db
    .insertInto('meetings.task')
    .values(
      tasks.map((task, index) => ({
        meeting_id: meetingId,
        kind: task.kind,
        step: task.step,
        round: task.round,
        ...timesOf(task),
        state: taskStates.initial,
        lines_due: due[index]!,
        created_at: ctx.now,
      })),
    )
    .execute()
  await ctx.emit({
    type: 'meetings.tasks_planned',
    subjectType: 'meetings.meeting',
    subjectId: meetingId,
    after: { tasks: tasks.map(({ kind, round }) => `${kind}/${round}`) },
  })
}

/** How many mandatory lines the checklist of each task has, at the standard in force now. */
export async function mandatoryLines(
  ctx: Ctx,
  tasks: readonly Pick<PlannedTask, 'kind' | 'step'>[],
): Promise<number[]> {
  const codes = tasks.map(clausesOf)
  const lines = (await checklistFor(ctx, [...new Set(codes.flat())])).filter(({ mandatory }) => mandatory)
  return codes.map((own) => lines.filter(({ clauseCode }) => own.includes(clauseCode)).length)
}
