import { readItemVersion } from '#engines/catalogue/server/api.ts'
import type { OrderRecord } from '#engines/orders/server/api.ts'
import {
  type ChecklistLine,
  type ChecklistSubject,
  checklistFor,
  type ExecutedLine,
  readChecklist,
} from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'

export interface OrderLine {
  line: ChecklistLine
  executed: ExecutedLine | null
}

/** The order as the standards engine knows it. */
export function subjectOf(order: OrderRecord): ChecklistSubject {
  return {
    type: 'orders.service_order',
    id: order.id,
    label: order.number,
    href: `/repairs/${order.id}`,
    unitId: order.client_unit_id,
    siteId: order.site_id,
  }
}

/**
 * The lines of a repair with what was found: those of its service item's clauses as they were when the order was
 * taken, so that a standard issued later changes nothing for it.
 */
export async function readOrderChecklist(ctx: Ctx, order: OrderRecord): Promise<OrderLine[]> {
  const executed = await readChecklist(ctx, subjectOf(order))
  const results = new Map(executed.map((one) => [one.line.id, one]))
  const item = order.item_version_id ? await readItemVersion(ctx, order.item_version_id) : null
  const lines = item ? await checklistFor(ctx, { clauseCodes: item.clauseCodes }, order.created_at) : []
  return lines.map((line) => ({ line, executed: results.get(line.id) ?? null }))
}
