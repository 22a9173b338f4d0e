import { sql } from 'kysely'
import type { Static } from 'typebox'
import { bookingProblems } from '#engines/bookings/problems.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { fillText } from '#kernel/i18n/say-text.ts'
import { kernelProblems } from '#kernel/problems.ts'
import type { dispatchActions } from '../../actions/dispatch-actions.ts'
import type { PlanRow } from '../../dispatch-schema.ts'
import { fleetProblems } from '../../problems.ts'
import { createTrip } from './create-trip.ts'

type Actions = typeof dispatchActions
type Plan = OutputOf<Actions['readDayPlan']>
type KeptRow = Static<typeof PlanRow>
type Kept = Omit<Plan, 'mayAccept' | 'rows'> & { rows: KeptRow[] }

/** A plan as it was reckoned, each row with what has become of it since. @throws Problem 404 */
export async function readDayPlan(ctx: Ctx, { planId }: InputOf<Actions['readDayPlan']>): Promise<Plan> {
  const plan = await findPlan(ctx, planId)
  const fates = await readFates(
    ctx,
    plan.rows.flatMap(({ requestIds }) => requestIds),
  )
  return {
    ...plan,
    rows: plan.rows.map((row) => ({ ...row, ...rowNow(row.requestIds.map((id) => fates.get(id))) })),
    mayAccept: plan.scope === 'OPEN' && ctx.has('fleet.dispatch'),
  }
}

async function findPlan(ctx: Ctx, planId: string): Promise<Kept> {
  const { rows } = await sql<Kept>`
    select id, day::text as day, scope, outcome, asked_at as "askedAt", asked_by as "askedBy", own, planned, rows,
      unserved, bound, objective, gap, size, seconds
    from fleet.day_plan where bureau_id = kernel.bureau() and id = ${planId}`.execute(ctx.db)
  const [plan] = rows
  if (!plan) throw new Problem(404, 'kernel.not_found')
  return plan
}

interface Fate {
  id: string
  state: string
  tripId: string | null
  trip: string | null
}

/** Where requests stand by now, and the trip that takes each. */
async function readFates(ctx: Ctx, requestIds: readonly string[]): Promise<Map<string, Fate>> {
  const { rows } = await sql<Fate>`
    select q.id, q.state, t.id as "tripId", t.number as trip from fleet.request q
    left join (fleet.trip_request w join fleet.trip t on t.bureau_id = w.bureau_id and t.id = w.trip_id
        and t.state <> 'CANCELLED')
      on w.bureau_id = q.bureau_id and w.request_id = q.id and w.removed_at is null
    where q.bureau_id = kernel.bureau() and q.id = any(${[...requestIds]}::uuid[]) order by t.number`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** A row can be taken while all of it waits; who took it, and by which way, does not matter. */
function rowNow(fates: readonly (Fate | undefined)[]): Pick<Plan['rows'][number], 'state' | 'trips'> {
  const trips = new Map(
    fates.flatMap((fate) => (fate?.tripId && fate.trip ? [[fate.tripId, fate.trip] as const] : [])),
  )
  const all = (is: (fate: Fate) => boolean) => fates.every((fate) => fate !== undefined && is(fate))
  const state = all(({ tripId }) => tripId !== null)
    ? 'ASSIGNED'
    : all((fate) => fate.state === 'APPROVED')
      ? 'OPEN'
      : 'CHANGED'
  return { state, trips: [...trips].map(([id, number]) => ({ id, number })) }
}

export async function listDayPlans(
  ctx: Ctx,
  { day }: InputOf<Actions['listDayPlans']>,
): Promise<OutputOf<Actions['listDayPlans']>> {
  const { rows } = await sql<OutputOf<Actions['listDayPlans']>['items'][number]>`
    select id, scope, asked_at as "askedAt", asked_by as "askedBy" from fleet.day_plan
    where bureau_id = kernel.bureau() and day = ${day}::date order by id desc limit 50`.execute(ctx.db)
  return { items: rows }
}

/** Assigns what a plan says, whole or row by row; a row that is refused leaves the others as they are. */
export async function acceptDayPlan(
  ctx: Ctx,
  input: InputOf<Actions['acceptDayPlan']>,
): Promise<OutputOf<Actions['acceptDayPlan']>> {
  const plan = await findPlan(ctx, input.planId)
  if (plan.scope !== 'OPEN') throw new Problem(409, 'fleet.plan_to_compare')
  const wanted = plan.rows.filter(({ key }) => input.keys?.includes(key) ?? true)
  const items: OutputOf<Actions['acceptDayPlan']>['items'] = []
  for (const row of wanted) {
    // A savepoint each: what one row has begun is undone with its refusal.
    await sql`savepoint plan_row`.execute(ctx.db)
    try {
      const { id, number } = await createTrip(ctx, {
        ...row,
        from: undefined,
        to: undefined,
        note: input.note,
      })
      items.push({ key: row.key, tripId: id, number, refused: null })
      await sql`release savepoint plan_row`.execute(ctx.db)
    } catch (error) {
      await sql`rollback to savepoint plan_row`.execute(ctx.db)
      if (!(error instanceof Problem)) throw error
      items.push({ key: row.key, tripId: null, number: null, refused: wordsOf(ctx, error) })
    }
  }
  await ctx.emit({
    type: 'fleet.day_plan_accepted',
    subjectType: 'fleet.day_plan',
    subjectId: plan.id,
    after: {
      taken: items.filter(({ tripId }) => tripId).length,
      refused: items.filter(({ refused }) => refused).length,
    },
  })
  return { items }
}

function wordsOf(ctx: Ctx, { code, params }: Problem): string {
  const words =
    fleetProblems[code] ??
    bookingProblems[code] ??
    kernelProblems[code] ??
    kernelProblems['kernel.bad_input']!
  return fillText(ctx.say(words), params)
}
