import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { mask } from '#kernel/contract/sensitive.ts'
import { containing } from '#kernel/database/containing.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { orders } from '../module.ts'
import type { Complaint as ComplaintSchema } from '../quality-schema.ts'
import { complaintStates } from '../states.ts'

type Actions = typeof orders.actions
type Complaint = Static<typeof ComplaintSchema>

/** Complaints the actor may see: all with the right to see all, else the own ones and those they answer for. */
function selectComplaints(ctx: Ctx) {
  const me = ctx.actor.personId
  const query = ctx.db
    .selectFrom('orders.complaint as c')
    .innerJoin('directory.person as owner', (join) =>
      join.onRef('owner.bureau_id', '=', 'c.bureau_id').onRef('owner.id', '=', 'c.owner_id'),
    )
    .leftJoin('directory.unit as unit', (join) =>
      join.onRef('unit.bureau_id', '=', 'c.bureau_id').onRef('unit.id', '=', 'c.unit_id'),
    )
    .leftJoin('orders.service_order as o', (join) =>
      join.onRef('o.bureau_id', '=', 'c.bureau_id').onRef('o.id', '=', 'c.order_id'),
    )
    .selectAll('c')
    .select(['owner.name as owner_name', 'unit.name as unit_name', 'o.number as order_number'])
  if (ctx.has('orders.read-all')) return query
  const unit = ctx.has('orders.read-unit') ? ctx.actor.unitId : null
  return query.where((row) =>
    row.or([
      row('c.complainant_person_id', '=', me),
      row('c.owner_id', '=', me),
      ...(unit ? [row('c.unit_id', '=', unit)] : []),
    ]),
  )
}

type Selection = Awaited<ReturnType<ReturnType<typeof selectComplaints>['execute']>>[number]

function isOwn(ctx: Ctx, row: Selection): boolean {
  return row.complainant_person_id !== null && row.complainant_person_id === ctx.actor.personId
}

function complaintOf(ctx: Ctx, row: Selection): Complaint {
  return {
    id: row.id,
    number: row.number,
    channel: row.channel as Complaint['channel'],
    order: row.order_id && row.order_number ? { id: row.order_id, number: row.order_number } : null,
    matter: matterOf(row),
    line: row.line,
    about: row.about,
    words: row.words,
    complainantName: row.complainant_name,
    complainantPhone: isOwn(ctx, row) ? row.complainant_phone : mask(row.complainant_phone),
    unit: row.unit_id && row.unit_name ? { id: row.unit_id, name: row.unit_name } : null,
    owner: { id: row.owner_id, name: row.owner_name },
    state: row.state,
    registeredAt: row.registered_at,
    dueAt: row.due_at,
    overdue: row.state === 'OPEN' && new Date(row.due_at) < ctx.now,
    answeredAt: row.answered_at,
    answer: row.answer,
    justified: row.justified,
    closedAt: row.closed_at,
    can: ctx.can(complaintStates, row),
  }
}

function matterOf({ matter_type, matter_id, matter_label, matter_path }: Selection): Complaint['matter'] {
  if (!matter_type || !matter_id || !matter_label || !matter_path) return null
  return { type: matter_type, id: matter_id, label: matter_label, path: matter_path }
}

type Filters = Omit<InputOf<Actions['exportComplaints']>, 'format'>

/** The visible complaints that pass the filters. */
export function filterComplaints(ctx: Ctx, filters: Filters) {
  let query = selectComplaints(ctx)
  if (filters.state) query = query.where('c.state', '=', filters.state)
  if (filters.overdue)
    query = query.where('c.state', '=', 'OPEN').where('c.due_at', '<', ctx.now.toISOString())
  if (filters.line) query = query.where('c.line', '=', filters.line)
  if (filters.search) {
    const like = containing(filters.search)
    query = query.where((row) =>
      row.or(
        (['c.number', 'c.about', 'c.words', 'c.complainant_name', 'c.matter_label'] as const).map((column) =>
          row(column, 'ilike', like),
        ),
      ),
    )
  }
  if (filters.from)
    query = query.where(
      sql<boolean>`c.registered_at >= (${filters.from}::date::timestamp at time zone 'Asia/Shanghai')`,
    )
  if (filters.to)
    query = query.where(
      sql<boolean>`c.registered_at < ((${filters.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`,
    )
  return query
}

/** Newest first. */
export async function listComplaints(
  ctx: Ctx,
  input: InputOf<Actions['listComplaints']>,
): Promise<OutputOf<Actions['listComplaints']>> {
  const { items, next } = await keysetPage(filterComplaints(ctx, input), input, {
    by: [{ column: 'registered_at', ref: 'c.registered_at', direction: 'desc' }],
    idRef: 'c.id',
  })
  return { items: items.map((row) => complaintOf(ctx, row)), next }
}

/** @throws Problem 404 */
export async function readComplaint(ctx: Ctx, complaintId: string): Promise<Complaint> {
  const row = await selectComplaints(ctx).where('c.id', '=', complaintId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return complaintOf(ctx, row)
}

/** The complainant's number, in clear. @throws Problem 404 */
export async function readComplaintPhone(
  ctx: Ctx,
  input: InputOf<Actions['readComplaintPhone']>,
): Promise<OutputOf<Actions['readComplaintPhone']>> {
  const row = await selectComplaints(ctx).where('c.id', '=', input.complaintId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return { id: row.id, personId: row.complainant_person_id, phone: row.complainant_phone }
}
