import type { Chance } from '#services/repairs/server/demo/chance.ts'
import type { DemoBureau } from '#services/repairs/server/demo/demo-bureau.ts'
import { historyRows } from '#services/repairs/server/demo/insert-history.ts'
import { hopRows, orderRow } from '#services/repairs/server/demo/order-row.ts'
import { uuidAt } from '#services/repairs/server/demo/uuid-at.ts'
import { type Lived, ratings, workRecords } from '#services/repairs/server/demo/work-records.ts'
import { repeatDays } from '#services/repairs/words.ts'
import type { CopyRow } from './copy-rows.ts'

/** The tables of an order, in the order of their references. */
export const orderTables = [
  'orders.service_order',
  'repairs.repair',
  'orders.hop',
  'repairs.visit',
  'repairs.labour',
  'orders.cost',
  'orders.evaluation',
  'orders.evaluation_score',
  'kernel.event',
] as const

export type RowsByTable = Record<(typeof orderTables)[number], CopyRow[]>

interface Earlier {
  id: string
  at: Date
  /** For two reports of one moment. */
  before: Earlier | null
}

/** Finds which earlier fault of the same kind in the same room a report repeats; reports come in order of time. */
export function repeatFinder(): (one: Lived) => string | null {
  const latest = new Map<string, Earlier>()
  return ({ id, life: { fault } }) => {
    const spot = `${fault.room.id} ${fault.kind}`
    const known = latest.get(spot) ?? null
    const earlier = known && known.at >= fault.at ? known.before : known
    latest.set(spot, { id, at: fault.at, before: earlier })
    const age = earlier ? fault.at.getTime() - earlier.at.getTime() : Number.POSITIVE_INFINITY
    return earlier && age <= repeatDays * 86_400_000 ? earlier.id : null
  }
}

/** Everything that is kept of some orders, as the engine would have left it; also what its triggers would have summed up. */
export function rowsOfOrders(
  bureau: DemoBureau,
  lived: readonly Lived[],
  chance: Chance,
  now: Date,
  repeatOf: (one: Lived) => string | null,
): RowsByTable {
  const orders = lived.map(({ id, number, life }) => orderRow(bureau, life, { id, number, now }))
  const late = new Set(orders.filter(({ on_time }) => on_time === false).map(({ id }) => id))
  const { visits, labour, costs } = workRecords(lived, chance)
  const rated = ratings(lived, chance, late).map((one) => ({ ...one, id: uuidAt(one.at, 0, chance) }))
  const ratingOf = new Map(rated.map(({ orderId, overall }) => [orderId, overall]))
  const costOf = new Map<string, number>()
  for (const { order_id, quantity, unit_price_fen } of costs)
    costOf.set(order_id, (costOf.get(order_id) ?? 0) + quantity * unit_price_fen)
  const named = <Row extends { at: Date }>(row: Row) => ({ id: uuidAt(row.at, 0, chance), ...row })
  return {
    'orders.service_order': orders.map((row) => ({
      ...row,
      cost_fen: costOf.get(row.id) ?? 0,
      overall_rating: ratingOf.get(row.id) ?? null,
    })),
    'repairs.repair': lived.map((one) => ({
      order_id: one.id,
      fault_kind: one.life.fault.kind,
      grade: one.life.grade,
      cause: one.life.hops.some(({ kind }) => kind === 'finished') ? one.life.fault.fault.cause : '',
      repeat_of_id: repeatOf(one),
    })),
    'orders.hop': lived.flatMap(({ id, life }) => hopRows(life, id).map(named)),
    'repairs.visit': visits.map((row) => ({ id: uuidAt(row.arrived_at, 0, chance), ...row })),
    'repairs.labour': labour.map(named),
    'orders.cost': costs.map(named),
    'orders.evaluation': rated.map(({ id, orderId, at, overall, comment, requester }) => ({
      id,
      order_id: orderId,
      at,
      overall,
      comment,
      by_person_id: requester.id,
      by_name: requester.name,
    })),
    'orders.evaluation_score': rated.flatMap(({ id, at, dimensions }) =>
      dimensions.map((one, place) => ({ id: uuidAt(at, place, chance), evaluation_id: id, ...one })),
    ),
    'kernel.event': historyRows(lived, chance),
  }
}
