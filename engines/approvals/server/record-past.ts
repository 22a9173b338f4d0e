import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { addWorkingMinutes } from '#engines/calendar/add-working-minutes.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { refreshStatistics } from '#kernel/import/refresh-statistics.ts'
import { chooseRoute } from '../choose-route.ts'
import type { RouteStep } from '../schema.ts'
import type { GivenFacts } from './begin-round.ts'
import type { Decider } from './find-deciders.ts'
import { type RouteRecord, readRoutes, widenFacts } from './read-routes.ts'
import type { NewApproval } from './start-approval.ts'

export interface PastApproval extends NewApproval {
  startedAt: Date
  endedAt: Date
  outcome: 'APPROVED' | 'REFUSED'
  /** Of a refusal. */
  reason: string | null
  /** Who answered a step; each asks one person. */
  decider(step: RouteStep): Decider
}

type Row = Record<string, unknown>
interface Written {
  approvals: Row[]
  steps: Row[]
  seats: Row[]
  events: (Row & { at: Date })[]
}

/**
 * Writes approvals that ended long ago as the actions would have left them, many to a statement, with their history: for
 * what a bureau brings along or a demo tells. What no route asks about gets none. Answers are spread over the time it took;
 * a refusal is the last step's. The approval's own history begins at `toldSince`; who decided before stands in its steps.
 */
export async function recordPast(
  ctx: Ctx,
  type: string,
  past: readonly PastApproval[],
  { toldSince }: { toldSince: Date },
): Promise<void> {
  const routes = await readRoutes(ctx, { type })
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const dueAfter = (from: Date, minutes: number) => addWorkingMinutes(calendar, from, minutes)
  const unitFacts = routes.flatMap(({ conditions }) =>
    conditions.filter(({ op }) => op === 'WITHIN' || op === 'NOT_WITHIN').map(({ fact }) => fact),
  )
  const written: Written = { approvals: [], steps: [], seats: [], events: [] }
  for (const one of past) {
    const route = chooseRoute(routes, await widenFacts(ctx, one.facts, unitFacts))
    if (route) writeOne(written, one, route, dueAfter)
  }
  await insertAll(ctx, { ...written, events: written.events.filter(({ at }) => at >= toldSince) })
}

/** Of the time to answer in, when it would have been reminded of. */
const remindAfter = 0.75

function writeOne(
  { approvals, steps, seats, events }: Written,
  one: PastApproval,
  route: RouteRecord,
  dueAfter: (from: Date, minutes: number) => Date,
): void {
  const approvalId = uuidv7()
  const told = (at: Date, who: string, event: string, after: object, reason: string | null = null) =>
    events.push({ at, actor_name: who, type: event, subject_id: approvalId, after, reason })
  const asked = { type: one.type, subjectId: one.subjectId, route: route.title, facts: one.facts }
  told(one.startedAt, one.requestedBy.name, 'approvals.started', asked)
  const took = one.endedAt.getTime() - one.startedAt.getTime()
  let opened = one.startedAt
  let last = ''
  for (const [n, step] of route.steps.entries()) {
    const ended = new Date(one.startedAt.getTime() + (took * (n + 1)) / route.steps.length)
    const { personId, name } = one.decider(step)
    const refused = one.outcome === 'REFUSED' && n === route.steps.length - 1
    const reason = refused ? one.reason : null
    const [stepId, seatId] = [uuidv7(), uuidv7()]
    steps.push({
      id: stepId,
      approval_id: approvalId,
      position: n + 1,
      route_step_id: step.id,
      state: refused ? 'REFUSED' : 'PASSED',
      opened_at: opened,
      due_at: dueAfter(opened, step.answerMinutes),
      remind_at: dueAfter(opened, Math.floor(step.answerMinutes * remindAfter)),
      ended_at: ended,
    })
    const answer = refused ? 'REFUSE' : 'APPROVE'
    seats.push({
      id: seatId,
      step_id: stepId,
      person_id: personId,
      person_name: name,
      asked_at: opened,
      answer,
      answered_at: ended,
      reason,
    })
    told(ended, name, 'approvals.answered', { answer, seatId }, reason)
    last = name
    opened = ended
  }
  const outcome = one.outcome === 'APPROVED' ? 'approvals.approved' : 'approvals.refused'
  told(one.endedAt, last, outcome, { state: one.outcome }, one.reason)
  approvals.push({
    id: approvalId,
    type: one.type,
    subject_id: one.subjectId,
    label: one.label.slice(0, 300),
    href: one.href,
    unit_id: one.unitId,
    requester_person_id: one.requestedBy.personId,
    requester_name: one.requestedBy.name,
    facts: one.facts satisfies GivenFacts,
    state: one.outcome,
    route_id: route.id,
    route_number: route.number,
    started_at: one.startedAt,
    ended_at: one.endedAt,
    ended_by: last,
    ended_reason: one.reason,
  })
}

async function insertAll(ctx: Ctx, { approvals, steps, seats, events }: Written): Promise<void> {
  const json = (rows: readonly Row[]) => sql`${JSON.stringify(rows)}::jsonb`
  await sql`insert into approvals.approval (id, type, subject_id, label, href, unit_id, requester_person_id, requester_name,
      facts, state, route_id, route_number, started_at, asked_at, ended_at, ended_by, ended_reason)
    select id, type, subject_id, label, href, unit_id, requester_person_id, requester_name, facts, state, route_id,
      route_number, started_at, started_at, ended_at, ended_by, ended_reason
    from jsonb_to_recordset(${json(approvals)}) as r (id uuid, type text, subject_id uuid, label text, href text,
      unit_id uuid, requester_person_id uuid, requester_name text, facts jsonb, state text, route_id uuid,
      route_number integer, started_at timestamptz, ended_at timestamptz, ended_by text, ended_reason text)`.execute(
    ctx.db,
  )
  // The plans by which the database follows references were made while these tables were nearly empty.
  await refreshStatistics(ctx, ['approvals.approval'])
  await sql`insert into approvals.approval_step (id, approval_id, round, position, route_step_id, state, opened_at, asked,
      needed, due_at, remind_at, ended_at)
    select id, approval_id, 1, position, route_step_id, state, opened_at, 1, 1, due_at, remind_at, ended_at
    from jsonb_to_recordset(${json(steps)}) as r (id uuid, approval_id uuid, position integer, route_step_id uuid,
      state text, opened_at timestamptz, due_at timestamptz, remind_at timestamptz, ended_at timestamptz)`.execute(
    ctx.db,
  )
  await refreshStatistics(ctx, ['approvals.approval_step'])
  await sql`insert into approvals.seat (id, step_id, person_id, person_name, kind, asked_at, answer, answered_at,
      answered_by_person_id, answered_by_name, reason)
    select id, step_id, person_id, person_name, 'ASKED', asked_at, answer, answered_at, person_id, person_name, reason
    from jsonb_to_recordset(${json(seats)}) as r (id uuid, step_id uuid, person_id uuid, person_name text,
      asked_at timestamptz, answer text, answered_at timestamptz, reason text)`.execute(ctx.db)
  await refreshStatistics(ctx, ['approvals.seat'])
  await sql`insert into kernel.event (at, actor_name, source, type, subject_type, subject_id, after, reason, request_id)
    select at, actor_name, 'session', type, 'approvals.approval', subject_id, after, reason, 'past'
    from jsonb_to_recordset(${json(events)}) as r (at timestamptz, actor_name text, type text, subject_id uuid,
      after jsonb, reason text)`.execute(ctx.db)
}
