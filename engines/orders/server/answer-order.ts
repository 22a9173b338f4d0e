import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import type { OrderRow } from '../schema.ts'
import { orderCan } from './order-can.ts'
import { type OrderSelection, selectOrders } from './select-orders.ts'

const sealedTitle = text('受限事项', 'Restricted')
const masked = text('（受限）', '(restricted)')

/** Whether the words of a restricted order are hidden from this actor until they open it. */
export function isSealed(row: { restricted: boolean; opened: boolean }): boolean {
  return row.restricted && !row.opened
}

function refOf(id: string | null, name: string | null) {
  return id && name !== null ? { id, name } : null
}

const ended = ['FINISHED', 'COMPLETED', 'VOIDED', 'MERGED']

/** A selected order as lists and answers show it. */
export function orderRowOf(ctx: Ctx, row: OrderSelection): OrderRow {
  const sealed = isSealed(row)
  const open = !ended.includes(row.state)
  const hide = (words: string) => (sealed ? ctx.say(masked) : words)
  return {
    id: row.id,
    number: row.number,
    line: row.line,
    kind: row.kind,
    skill: row.skill,
    title: sealed ? ctx.say(sealedTitle) : row.title,
    // The table's checks hold these to the words of the contract.
    urgency: row.urgency as OrderRow['urgency'],
    channel: row.channel as OrderRow['channel'],
    state: row.state,
    restricted: row.restricted,
    sealed,
    clientUnit: { id: row.client_unit_id, name: row.client_name },
    site: { id: row.site_id, name: row.site_name },
    room: sealed ? null : refOf(row.room_id, row.room_name),
    placeText: sealed ? '' : row.place_text,
    requesterName: hide(row.requester_name),
    firstContactOwner: refOf(row.first_contact_owner_id, row.owner_name),
    holder: {
      role: row.holder_role as OrderRow['holder']['role'],
      personId: row.holder_person_id,
      name: holderName(row, sealed, ctx.say(masked)),
      phone: row.holder_role === 'WORKER' ? row.holder_mobile : null,
      since: row.held_since,
      dueAt: row.holder_due_at,
    },
    worker: refOf(row.worker_person_id, row.worker_name),
    pauseReason: row.pause_reason as OrderRow['pauseReason'],
    createdAt: row.created_at,
    respondedAt: row.responded_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    completedAt: row.completed_at,
    respondDueAt: row.respond_due_at,
    finishDueAt: row.finish_due_at,
    overdue: open && row.finish_due_at !== null && new Date(row.finish_due_at) < ctx.now,
    onTime: row.on_time,
    closingResult: row.closing_result as OrderRow['closingResult'],
    reminderCount: row.reminder_count,
    reopenCount: row.reopen_count,
    costFen: row.cost_fen,
    overallRating: row.overall_rating,
    can: orderCan(ctx, row),
  }
}

function holderName(row: OrderSelection, sealed: boolean, mask: string): string {
  if (row.holder_role === 'REQUESTER') return sealed ? mask : row.requester_name
  return row.holder_name ?? row.desk_name ?? ''
}

/** One order as an answer. @throws Problem 404 when the actor may not see it */
export async function readOrderRow(ctx: Ctx, orderId: string): Promise<OrderRow> {
  const row = await selectOrders(ctx).where('o.id', '=', orderId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return orderRowOf(ctx, row)
}

/** After a step that may have taken the order out of the actor's own sight: the answer is theirs all the same. */
export async function answerOrder(ctx: Ctx, orderId: string): Promise<OrderRow> {
  const row = await selectOrders(ctx).where('o.id', '=', orderId).executeTakeFirst()
  if (row) return orderRowOf(ctx, row)
  const unseen = await selectOrders(asSystem(ctx)).where('o.id', '=', orderId).executeTakeFirstOrThrow()
  return orderRowOf(ctx, { ...unseen, opened: false })
}

/** The same transaction, looked at without the actor's own limits. */
function asSystem(ctx: Ctx): Ctx {
  return Object.assign(Object.create(ctx) as Ctx, { actor: { ...ctx.actor, source: 'job' as const } })
}
