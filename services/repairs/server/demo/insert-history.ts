import type { Ctx } from '#kernel/context.ts'
import type { Chance } from './chance.ts'
import { inParts } from './insert-year.ts'
import type { DemoHop } from './live-order.ts'
import { uuidAt } from './uuid-at.ts'
import type { Lived } from './work-records.ts'

const typeOf: Readonly<Record<Exclude<DemoHop['kind'], 'pledged'>, string>> = {
  received: 'orders.submitted',
  assigned: 'orders.assigned',
  accepted: 'orders.taken',
  started: 'orders.started',
  paused: 'orders.paused',
  resumed: 'orders.resumed',
  finished: 'orders.finished',
  confirmed: 'orders.completed',
  closed: 'orders.completed',
}
/** What an order that has ended keeps of its history here; its ledger tells the rest. */
const milestones: readonly DemoHop['kind'][] = ['received', 'finished', 'confirmed', 'closed']

/** The history: every step of what is open, the milestones of what has ended. */
export async function insertHistory(ctx: Ctx, lived: readonly Lived[], chance: Chance): Promise<void> {
  for (const part of inParts(historyRows(lived, chance), 3000))
    await ctx.db.insertInto('kernel.event').values(part).execute()
}

/** Its rows. */
export function historyRows(lived: readonly Lived[], chance: Chance) {
  return lived.flatMap(({ id, number, life }) => {
    const ended = ['confirmed', 'closed'].includes(life.hops.at(-1)!.kind)
    return life.hops.flatMap(({ kind, at, by, hands }, place) => {
      if (kind === 'pledged' || (ended && !milestones.includes(kind))) return []
      const offered = kind === 'assigned' && hands?.role === 'POOL'
      return [
        {
          id: uuidAt(at, place, chance),
          at,
          actor_name: by.name,
          source: 'session',
          type: offered ? 'orders.offered' : typeOf[kind],
          subject_type: 'orders.service_order',
          subject_id: id,
          after: JSON.stringify({ number }),
          request_id: 'demo',
        },
      ]
    })
  })
}
