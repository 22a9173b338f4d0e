import { sql } from 'kysely'
import {
  type ChecklistSubject,
  checklistFor,
  expectChecklist,
  readChecklist,
  recordChecklist,
} from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { type DispatchClause, dispatchClauseCodes } from '../../dispatch-clauses.ts'
import type { CheckLine } from '../trips/trip-check.ts'
import { answerOf, judgeDispatch } from './judge-dispatch.ts'
import { type CheckedTrip, findCheckedTrip, readDispatchFacts } from './read-dispatch-facts.ts'

/** The trip is the subject of its driver's check as well, so that its dispatch has a name of its own under the same id. */
export const dispatchSubject = 'fleet.dispatch'

/**
 * Looks at a trip's dispatch by the standard HQ/CL-003, in the version in force when the trip was made, and writes what the
 * system found as an executed checklist. Done again, the newest counts. Nothing is written where no version was in force.
 */
export async function checkDispatch(ctx: Ctx, tripId: string): Promise<void> {
  // Two nodes that look at one trip: whoever writes last has also looked last.
  await sql`select from fleet.trip where id = ${tripId} for no key update`.execute(ctx.db)
  const trip = await findCheckedTrip(ctx, tripId)
  if (!trip) return
  const lines = await checklistFor(ctx, dispatchClauseCodes, trip.created_at)
  if (lines.length === 0) return
  const verdicts = judgeDispatch(await readDispatchFacts(ctx, trip))
  const answers = lines.flatMap((line) => {
    const verdict = verdicts.get(line.clauseCode as DispatchClause)
    return answerOf(line, verdict, ctx.say) ?? []
  })
  const subject = await subjectOf(ctx, trip)
  await expectChecklist(ctx, subject, dispatchClauseCodes, trip.created_at)
  await recordChecklist(ctx, subject, answers)
}

async function subjectOf(ctx: Ctx, trip: CheckedTrip): Promise<ChecklistSubject> {
  const { rows } = await sql<{ unit_id: string }>`
    select q.unit_id from fleet.trip_request w join fleet.request q on q.bureau_id = w.bureau_id and q.id = w.request_id
    where w.bureau_id = kernel.bureau() and w.trip_id = ${trip.id} and w.removed_at is null order by q.number limit 1`.execute(
    ctx.db,
  )
  return {
    type: dispatchSubject,
    id: trip.id,
    label: trip.number,
    href: `/fleet/trips/${trip.id}`,
    unitId: rows[0]?.unit_id ?? null,
    dueAt: new Date(trip.starts_at),
  }
}

/** The lines of the dispatch standard for a trip, with what the system found. The caller has checked that it may be seen. */
export async function readDispatchCheck(
  ctx: Ctx,
  trip: { id: string; created_at: string },
): Promise<CheckLine[]> {
  const executed = await readChecklist(ctx, { type: dispatchSubject, id: trip.id })
  if (executed.length === 0) return []
  const results = new Map(executed.map((one) => [one.line.id, one]))
  const lines = await checklistFor(ctx, dispatchClauseCodes, trip.created_at)
  return lines.map((line) => ({ line, executed: results.get(line.id) ?? null }))
}

/** Days after its deadline in which an emergency's approval is still looked at again. */
const lookBackDays = 3

/** Every night: an emergency whose time for the approval ran out. */
export async function checkOverdueApprovals(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ trip_id: string }>`
    select distinct w.trip_id from fleet.request q
    join fleet.trip_request w on w.bureau_id = q.bureau_id and w.request_id = q.id and w.removed_at is null
    where q.bureau_id = kernel.bureau() and q.after_approval is not null
      and q.approve_by between ${ctx.now}::timestamptz - make_interval(days => ${lookBackDays}) and ${ctx.now}::timestamptz
    order by w.trip_id`.execute(ctx.db)
  for (const { trip_id } of rows) await checkDispatch(ctx, trip_id)
}

const onTrip: EventHandler = async (ctx, { subjectId }) => {
  if (subjectId) await checkDispatch(ctx, subjectId)
}

/** The approval of an emergency came, or was refused: its trip is looked at again. */
const onRequest: EventHandler = async (ctx, { subjectId }) => {
  if (!subjectId) return
  const found = await ctx.db
    .selectFrom('fleet.trip_request')
    .select('trip_id')
    .where('request_id', '=', subjectId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (found) await checkDispatch(ctx, found.trip_id)
}

/** After its commit every trip that is made or rearranged is looked at by the standard. */
export const checkDispatches: Record<string, EventHandler[]> = {
  'fleet.trip_planned': [onTrip],
  'fleet.trip_rearranged': [onTrip],
  'fleet.emergency_approved': [onRequest],
  'fleet.emergency_refused': [onRequest],
}
