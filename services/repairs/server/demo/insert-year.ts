import type { Ctx } from '#kernel/context.ts'
import type { Chance } from './chance.ts'
import type { DemoBureau } from './demo-bureau.ts'
import { hopRows, orderRow } from './order-row.ts'
import { uuidAt } from './uuid-at.ts'
import { checklistResults, type Lived, ratings, workRecords } from './work-records.ts'

/** Rows in parts that fit one statement. */
export function inParts<T>(rows: readonly T[], size = 400): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < rows.length; start += size) parts.push(rows.slice(start, start + size))
  return parts
}

/** The orders, their ledgers and the repairs themselves. @returns ids of those that came late */
export async function insertOrders(
  ctx: Ctx,
  bureau: DemoBureau,
  lived: readonly Lived[],
): Promise<Set<string>> {
  const late = new Set<string>()
  for (const part of inParts(lived)) {
    const rows = part.map(({ life, id, number }) => orderRow(bureau, life, { id, number, now: ctx.now }))
    for (const { id, on_time } of rows) if (on_time === false) late.add(id)
    await ctx.db.insertInto('orders.service_order').values(rows).execute()
    const repairs = part.map(({ id, life }) => ({
      order_id: id,
      fault_kind: life.fault.kind,
      grade: life.grade,
      cause: life.hops.some(({ kind }) => kind === 'finished') ? life.fault.fault.cause : '',
    }))
    await ctx.db.insertInto('repairs.repair').values(repairs).execute()
  }
  const hops = lived.flatMap(({ id, life }) => hopRows(life, id))
  for (const part of inParts(hops, 2000)) await ctx.db.insertInto('orders.hop').values(part).execute()
  return late
}

/** What was written down while working. */
export async function insertRecords(ctx: Ctx, lived: readonly Lived[], chance: Chance): Promise<void> {
  const { visits, labour, costs } = workRecords(lived, chance)
  for (const part of inParts(visits, 2000)) await ctx.db.insertInto('repairs.visit').values(part).execute()
  for (const part of inParts(labour, 2000)) await ctx.db.insertInto('repairs.labour').values(part).execute()
  for (const part of inParts(costs, 2000)) await ctx.db.insertInto('orders.cost').values(part).execute()
}

/** Ratings with their dimensions; the order shows the overall one. */
export async function insertRatings(
  ctx: Ctx,
  lived: readonly Lived[],
  chance: Chance,
  late: ReadonlySet<string>,
): Promise<void> {
  const rated = ratings(lived, chance, late).map((one) => ({ ...one, id: uuidAt(one.at, 0, chance) }))
  for (const part of inParts(rated, 1000)) {
    const evaluations = part.map(({ id, orderId, at, overall, comment, requester }) => ({
      id,
      order_id: orderId,
      at,
      overall,
      comment,
      by_person_id: requester.id,
      by_name: requester.name,
    }))
    await ctx.db.insertInto('orders.evaluation').values(evaluations).execute()
  }
  const scores = rated.flatMap(({ id, dimensions }) =>
    dimensions.map((one) => ({ ...one, evaluation_id: id })),
  )
  for (const part of inParts(scores, 4000))
    await ctx.db.insertInto('orders.evaluation_score').values(part).execute()
  await ctx.db
    .updateTable('orders.service_order as o')
    .from('orders.evaluation as e')
    .set((row) => ({ overall_rating: row.ref('e.overall') }))
    .whereRef('e.order_id', '=', 'o.id')
    .whereRef('e.bureau_id', '=', 'o.bureau_id')
    .execute()
}

/** The checklists as they were carried out; `photoOf` gives a picture where a line demands one. */
export async function insertChecklists(
  ctx: Ctx,
  lived: readonly Lived[],
  chance: Chance,
  photos: ReadonlyMap<string, string>,
): Promise<void> {
  const done = checklistResults(lived, chance).map((one) => ({
    ...one,
    checklistId: uuidAt(one.at, 0, chance),
  }))
  const checklists = done.map(({ checklistId, id, number, life, at }) => ({
    id: checklistId,
    subject_type: 'orders.service_order',
    subject_id: id,
    subject_label: number,
    href: `/repairs/${id}`,
    unit_id: life.fault.requester?.unitId ?? null,
    site_id: life.fault.room.siteId,
    first_at: at,
    last_at: at,
  }))
  for (const part of inParts(checklists, 2000))
    await ctx.db.insertInto('standards.executed_checklist').values(part).execute()
  const results = done.flatMap(({ checklistId, id, life, results: lines }) => {
    const pictured = new Set(life.item.lines.filter((line) => line.needsPhoto).map((line) => line.id))
    return lines.map((line) => ({
      ...line,
      checklist_id: checklistId,
      photo_id: pictured.has(line.line_id) ? (photos.get(id) ?? null) : null,
    }))
  })
  for (const part of inParts(results, 4000))
    await ctx.db.insertInto('standards.checklist_result').values(part).execute()
}
