import { sql } from 'kysely'
import { answers } from '#engines/approvals/words.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'
import type { supervisionActions } from '../../../actions/supervision-actions.ts'
import { fleetEvents } from '../../../event-words.ts'
import { routeOf } from '../../../route-words.ts'
import type { CaseChain } from '../../../supervision-schema.ts'
import { costKinds, readingSources } from '../../../words.ts'
import { readDecisions } from '../../trips/read-decisions.ts'

type Action = (typeof supervisionActions)['readCase']
type Step = CaseChain['steps'][number]

/** A trip from asking to paying: who asked, who approved, who drove, what the odometer said and what it cost. @throws Problem 404 */
export async function readCase(ctx: Ctx, { tripId }: InputOf<Action>): Promise<OutputOf<Action>> {
  const { rows } = await sql<{
    number: string
    plate: string
    driver: string
    light: string | null
    created_at: string
    created_by: string
  }>`
    select t.number, v.plate, d.name as driver, t.light, t.created_at, t.created_by from fleet.trip t
    join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    where t.bureau_id = kernel.bureau() and t.id = ${tripId}`.execute(ctx.db)
  const [trip] = rows
  if (!trip) throw new Problem(404, 'kernel.not_found')
  const { number, plate, driver, light } = trip
  const steps = [
    step(trip.created_at, 'PLAN', text('排定派车单', 'Trip planned'), trip.created_by, `${plate} ${driver}`),
    ...(await requestSteps(ctx, tripId)),
    ...(await readingSteps(ctx, tripId)),
    ...(await costSteps(ctx, tripId)),
    ...(await historySteps(ctx, tripId)),
  ]
  steps.sort((one, other) => one.at.localeCompare(other.at))
  return { tripId, number, plate, driver, light, steps }
}

function step(
  at: string,
  kind: Step['kind'],
  title: Text,
  who: string,
  detail = '',
  more: { fileId?: string | null; href?: string } = {},
): Step {
  return {
    at: new Date(at).toISOString(),
    kind,
    title,
    who,
    detail,
    fileId: more.fileId ?? null,
    href: more.href ?? null,
  }
}

async function requestSteps(ctx: Ctx, tripId: string): Promise<Step[]> {
  const { rows } = await sql<{
    id: string
    number: string
    unit: string
    name: string
    reason: string
    origin: string
    stops: string[]
    destination: string
    submitted_at: string
    approved_at: string | null
  }>`
    select q.id, q.number, u.name as unit, q.requester_name as name, q.reason, q.origin, q.stops, q.destination, q.submitted_at, q.approved_at
    from fleet.trip_request r join fleet.request q on q.bureau_id = r.bureau_id and q.id = r.request_id
    join directory.unit u on u.bureau_id = q.bureau_id and u.id = q.unit_id
    where r.bureau_id = kernel.bureau() and r.trip_id = ${tripId} and r.removed_at is null`.execute(ctx.db)
  const decisions = await readDecisions(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const href = `/fleet/requests/${row.id}`
    const asked = step(
      row.submitted_at,
      'REQUEST',
      text(`用车申请 ${row.number}`, `Request ${row.number}`),
      `${row.unit} ${row.name}`,
      ctx.say(text(`${row.reason}，${routeOf(row)}`, `${row.reason}, ${routeOf(row)}`)),
      { href },
    )
    const decided = (decisions.get(row.id) ?? []).map((one) =>
      step(
        one.at,
        'APPROVAL',
        text(`${answers[one.answer].zh} ${row.number}`, `${answers[one.answer].en}: ${row.number}`),
        one.inPlaceOf
          ? ctx.say(text(`${one.by}（代${one.inPlaceOf}）`, `${one.by} (in the place of ${one.inPlaceOf})`))
          : one.by,
        [one.step, one.reason].filter(Boolean).join(ctx.say(text('，', ', '))),
        { href },
      ),
    )
    if (decided.length > 0) return [asked, ...decided]
    const approved =
      row.approved_at &&
      step(
        row.approved_at,
        'APPROVAL',
        text(`审批通过 ${row.number}`, `Approved ${row.number}`),
        row.unit,
        '',
        { href },
      )
    return approved ? [asked, approved] : [asked]
  })
}

async function readingSteps(ctx: Ctx, tripId: string): Promise<Step[]> {
  const rows = await ctx.db
    .selectFrom('fleet.odometer_reading')
    .select(['at', 'km', 'source', 'created_by', 'photo_id', 'voided_at', 'void_reason'])
    .where('trip_id', '=', tripId)
    .execute()
  return rows.map((row) => {
    const title = readingSources[row.source as keyof typeof readingSources]
    const said = row.voided_at
      ? ctx.say(text(`${row.km} km（作废：${row.void_reason}）`, `${row.km} km (voided: ${row.void_reason})`))
      : `${row.km} km`
    return step(row.at, 'READING', title, row.created_by, said, { fileId: row.photo_id })
  })
}

async function costSteps(ctx: Ctx, tripId: string): Promise<Step[]> {
  const rows = await ctx.db
    .selectFrom('fleet.trip_cost')
    .select(['at', 'kind', 'amount_fen', 'litres', 'energy_kwh', 'receipt_id', 'by_name', 'note'])
    .where('trip_id', '=', tripId)
    .execute()
  return rows.map((row) => {
    const amount = [
      `¥${(row.amount_fen / 100).toFixed(2)}`,
      row.litres && `${row.litres} L`,
      row.energy_kwh && `${row.energy_kwh} kWh`,
      row.note,
    ]
    const title = costKinds[row.kind as keyof typeof costKinds]
    return step(row.at, 'COST', title, row.by_name, amount.filter(Boolean).join('，'), {
      fileId: row.receipt_id,
    })
  })
}

const told = new Map<string, Text>(Object.entries(fleetEvents))
/** What stands above already, from the tables themselves. */
const known = ['fleet.trip_planned', 'fleet.trip_left', 'fleet.trip_completed', 'fleet.trip_cost_added']

async function historySteps(ctx: Ctx, tripId: string): Promise<Step[]> {
  const rows = await ctx.db
    .selectFrom('kernel.event')
    .select(['at', 'type', 'actor_name', 'reason'])
    .where('subject_type', '=', 'fleet.trip')
    .where('subject_id', '=', tripId)
    .where('type', 'not in', known)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ at, type, actor_name, reason }) => {
    const title = told.get(type)
    return title ? [step(at, 'HISTORY', title, actor_name, reason ?? '')] : []
  })
}
