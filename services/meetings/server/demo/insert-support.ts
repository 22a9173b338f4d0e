import { uuidv7 } from 'uuidv7'
import { type ChecklistLine, checklistFor } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { clausesOf } from '../../clauses.ts'
import { type PlannedTask, planTasks } from '../../plan-tasks.ts'
import { taskKinds } from '../../words.ts'
import { type Chance, inParts } from './chance.ts'
import type { KeptMeeting } from './insert-meetings.ts'
import type { DemoRoom } from './insert-rooms.ts'

export interface Attendant {
  id: string
  name: string
}

interface DemoTask extends PlannedTask {
  id: string
  meeting: KeptMeeting
  owner: Attendant | null
  state: 'PLANNED' | 'STARTED' | 'DONE' | 'MISSED'
  lines: ChecklistLine[]
}

/** Two houses further off have their usual attendants, and the sound of the largest room there is one person's. */
export async function insertUsual(
  ctx: Ctx,
  rooms: readonly DemoRoom[],
  attendants: readonly Attendant[],
): Promise<void> {
  const own = rooms.filter(({ name }) => /^(湖滨会议楼|东门办公楼)/.test(name))
  const sites = [...new Set(own.map(({ siteId }) => siteId))]
  const [, ...others] = attendants
  const named = sites.flatMap((site_id, index) => {
    const person = others[index]
    return person ? [{ site_id, person_id: person.id, room_id: null, kind: null as string | null }] : []
  })
  const [largest] = [...own].sort((one, other) => other.capacity - one.capacity)
  const sound = others[sites.length]
  const rows = [
    ...named,
    ...(largest && sound
      ? [{ site_id: largest.siteId, room_id: largest.id, kind: 'AV_TEST', person_id: sound.id }]
      : []),
  ].map((row) => ({ ...row, set_by: '吴敏华' }))
  if (rows.length > 0) await ctx.db.insertInto('meetings.usual_attendant').values(rows).execute()
}

const weeksBack = 4
const minute = 60_000
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute)

/** The tasks of the last weeks and of what is to come, with what was found by clause and what was left out. */
export async function insertSupport(
  ctx: Ctx,
  kept: readonly KeptMeeting[],
  attendants: readonly Attendant[],
  chance: Chance,
): Promise<void> {
  const since = new Date(ctx.now.getTime() - weeksBack * 7 * 86_400_000)
  const served = kept.filter(
    ({ from, state }) => from > since && ['ENDED', 'CHECKED_IN', 'CONFIRMED'].includes(state),
  )
  const linesOf = await readLines(ctx)
  const tasks = served.flatMap((meeting) => {
    const own = chance.pick(attendants)
    return planTasks(meeting).map((task) => livedTask(ctx.now, meeting, task, own, linesOf(task), chance))
  })
  for (const part of inParts(tasks.map(rowOf), 1500))
    await ctx.db.insertInto('meetings.task').values(part).execute()
  await insertChecklists(
    ctx,
    tasks.filter(({ state, lines }) => state === 'DONE' && lines.length > 0),
  )
  await insertOmissions(
    ctx,
    tasks.filter(({ state }) => state === 'MISSED'),
  )
}

/** The lines of a task, read once for each kind and step; those that ask for a photo stay unanswered by the demo. */
async function readLines(ctx: Ctx): Promise<(task: PlannedTask) => ChecklistLine[]> {
  const all = await checklistFor(ctx, [
    ...new Set(
      (Object.keys(taskKinds) as PlannedTask['kind'][]).flatMap((kind) =>
        (['TAKE_ON', 'SET_UP', 'IN_SESSION', 'RESET'] as const).flatMap((step) => clausesOf({ kind, step })),
      ),
    ),
  ])
  return (task) => {
    const codes = clausesOf(task)
    return all.filter(({ clauseCode, needsPhoto }) => codes.includes(clauseCode) && !needsPhoto)
  }
}

function livedTask(
  now: Date,
  meeting: KeptMeeting,
  task: PlannedTask,
  own: Attendant,
  lines: ChecklistLine[],
  chance: Chance,
): DemoTask {
  const past = task.dueAt < later(now, -30)
  const running = !past && task.startsAt < now
  const state = past
    ? chance.next() < 0.015 && task.dueAt < later(now, -60)
      ? 'MISSED'
      : 'DONE'
    : running
      ? 'STARTED'
      : 'PLANNED'
  // What is to come next week is still the pool's, for the dispatcher to hand out.
  const owner = task.startsAt > later(now, 4 * 1440) ? null : own
  return { ...task, id: uuidv7(), meeting, owner, state, lines }
}

function rowOf(task: DemoTask) {
  const done = task.state === 'DONE'
  const begun = done || task.state === 'STARTED'
  const due = task.lines.filter(({ mandatory }) => mandatory).length
  return {
    id: task.id,
    meeting_id: task.meeting.id,
    kind: task.kind,
    step: task.step,
    round: task.round,
    starts_at: task.startsAt,
    due_at: task.dueAt,
    room_id: task.meeting.room.id,
    owner_person_id: task.owner?.id ?? null,
    state: task.state,
    started_at: begun ? task.startsAt : null,
    done_at: done ? task.dueAt : null,
    done_by: done ? task.owner!.name : null,
    done_by_person_id: done ? task.owner!.id : null,
    lines_due: due,
    lines_answered: done ? due : 0,
    created_at: task.meeting.bookedAt,
  }
}

async function insertChecklists(ctx: Ctx, done: readonly DemoTask[]): Promise<void> {
  const lists = done.map((task) => ({ ...task, checklistId: uuidv7() }))
  const heads = lists.map(({ checklistId, id, meeting, kind, dueAt }) => ({
    id: checklistId,
    subject_type: 'meetings.task',
    subject_id: id,
    subject_label: `${meeting.number} ${taskKinds[kind].zh}`,
    href: `/meetings/${meeting.id}`,
    unit_id: meeting.organiser.unitId,
    site_id: meeting.room.siteId,
    first_at: dueAt,
    last_at: dueAt,
    due_at: dueAt,
  }))
  for (const part of inParts(heads, 2000))
    await ctx.db.insertInto('standards.executed_checklist').values(part).execute()
  const asked = lists.flatMap(({ checklistId, lines }) =>
    lines.map((line) => ({ checklist_id: checklistId, line_id: line.id, version_id: line.versionId })),
  )
  for (const part of inParts(asked, 5000))
    await ctx.db.insertInto('standards.expected_line').values(part).execute()
  const answers = lists.flatMap(({ checklistId, lines, owner, dueAt }) =>
    lines.map((line) => ({
      checklist_id: checklistId,
      line_id: line.id,
      version_id: line.versionId,
      result: 'OK',
      reading: line.limit ? (line.limit.min ?? line.limit.max) : null,
      by_name: owner!.name,
      at: dueAt,
    })),
  )
  for (const part of inParts(answers, 5000))
    await ctx.db.insertInto('standards.checklist_result').values(part).execute()
}

async function insertOmissions(ctx: Ctx, missed: readonly DemoTask[]): Promise<void> {
  const rows = missed.map(({ id, meeting, kind, dueAt, owner }, index) => {
    const found = later(dueAt, 60)
    const remedied = index % 3 !== 0
    return {
      meeting_id: meeting.id,
      task_id: id,
      what: `${taskKinds[kind].zh}未按时完成`,
      found_at: found,
      found_by: '系统',
      remedy: remedied ? '当班主管现场补做，并向主办单位说明' : null,
      remedied_at: remedied ? later(found, 20) : null,
      remedied_by: remedied ? (owner?.name ?? '吴敏华') : null,
    }
  })
  if (rows.length > 0) await ctx.db.insertInto('meetings.omission').values(rows).execute()
}
