import type pg from 'pg'
import { orderStates } from '#engines/orders/states.ts'
import type { Findings } from './findings.ts'
import type { Acknowledged } from './repair-life.ts'

interface Order {
  id: string
  number: string
  description: string
  state: string
}

interface Step {
  subject_id: string
  type: string
  from: string | null
  to: string | null
}

/** Orders whose description begins with the mark of this run. */
async function markedOrders(pool: pg.Pool, mark: string): Promise<Order[]> {
  const { rows } = await pool.query<Order>(
    `select id, number, description, state from orders.service_order where starts_with(description, $1)`,
    [mark],
  )
  return rows
}

async function stepsOf(pool: pg.Pool, ids: string[]): Promise<Map<string, Step[]>> {
  const { rows } = await pool.query<Step>(
    `select subject_id, type, before ->> 'state' as "from", after ->> 'state' as "to" from kernel.event
     where subject_id = any($1) and subject_type = 'orders.service_order' order by at, id`,
    [ids],
  )
  return Map.groupBy(rows, ({ subject_id }) => subject_id)
}

/** Every acknowledged write is there, and none is there twice. @returns how many orders there are */
export async function checkAcknowledged(
  pool: pg.Pool,
  mark: string,
  acknowledged: readonly Acknowledged[],
  findings: Findings,
): Promise<number> {
  const orders = await markedOrders(pool, mark)
  const byId = new Map(orders.map((order) => [order.id, order]))
  const steps = await stepsOf(pool, [...byId.keys()])
  for (const answer of acknowledged) {
    if (answer.kind === 'order') {
      const order = byId.get(answer.orderId)
      if (order?.number !== answer.number || order.description !== answer.mark)
        findings.add(`lost: ${answer.number} was acknowledged and is not there`)
      continue
    }
    const times = steps.get(answer.orderId)?.filter(({ type }) => type === answer.event).length ?? 0
    if (times !== 1)
      findings.add(`${answer.event} of ${answer.orderId}: acknowledged once, found ${times} times`)
  }
  const twice = [...Map.groupBy(orders, ({ description }) => description)].filter(
    ([, same]) => same.length > 1,
  )
  for (const [description, same] of twice) findings.add(`done twice: ${description}, ${same.length} orders`)
  const numbers = new Set(orders.map(({ number }) => number))
  if (numbers.size !== orders.length) findings.add('one number for two orders')
  for (const order of orders) checkStory(order, steps.get(order.id) ?? [], findings)
  return orders.length
}

/** The state of an order is where its history leads, by lawful steps only. */
function checkStory(order: Order, steps: readonly Step[], findings: Findings): void {
  const transitions = Object.values(orderStates.transitions)
  let state: string | null = null
  for (const { type, from, to } of steps) {
    if (to === null) continue
    const lawful =
      state === null
        ? type === 'orders.submitted' && to === orderStates.initial
        : from === state &&
          transitions.some(
            (one) => one.event === type && one.to === to && one.from.some((each) => each === from),
          )
    if (!lawful) findings.add(`${order.number}: ${type} from ${from} to ${to} while it was ${state}`)
    state = to
  }
  if (state !== order.state) findings.add(`${order.number} is ${order.state}, its history leads to ${state}`)
}
