import { setTimeout as sleep } from 'node:timers/promises'
import { openPool } from '#kernel/database/connect.ts'
import type { Phone } from './phone.ts'

/** One answer the server has given: an order with its number, or a step with the event it must have left. */
export type Acknowledged =
  | { kind: 'order'; mark: string; orderId: string; number: string }
  | { kind: 'step'; orderId: string; event: string }

/** Who takes part, and where it happens. */
export interface Scene {
  staff: Phone
  dispatcher: Phone
  worker: Phone
  siteId: string
  workerId: string
}

/** Where the writers' repairs are, and who does them, in the small world of the tests. */
export async function findPlace(url: string): Promise<Pick<Scene, 'siteId' | 'workerId'>> {
  const pool = openPool(url, { max: 1 })
  const { rows } = await pool.query<{ site: string; worker: string }>(
    `select s.id as site, p.id as worker from directory.site s join directory.person p using (bureau_id)
     join kernel.bureau b on b.id = s.bureau_id where b.code = 'qinglan' and s.code = 'P001' and p.staff_no = 'G003'`,
  )
  await pool.end()
  return { siteId: rows[0]!.site, workerId: rows[0]!.worker }
}

/**
 * A repair from the report to the rating, each step as the person who takes it.
 * @param mark stands in the description, so that a report made twice would show
 * @returns false when it was cut short by `stopped` or by a refusal
 */
export async function liveRepair(
  scene: Scene,
  mark: string,
  acknowledge: (answer: Acknowledged) => void,
  stopped: () => boolean,
  pause: () => number,
): Promise<boolean> {
  const { staff, dispatcher, worker } = scene
  const report = { siteId: scene.siteId, kind: 'OTHER', description: mark }
  const made = await staff.send('POST', '/api/repairs', report)
  if (!made) return false
  const orderId = String(made.id)
  acknowledge({ kind: 'order', mark, orderId, number: String(made.number) })
  const steps: [Phone, string, string, object?][] = [
    [dispatcher, `/api/orders/${orderId}/take-on`, 'orders.accepted'],
    [dispatcher, `/api/orders/${orderId}/assignment`, 'orders.assigned', { workerId: scene.workerId }],
    [worker, `/api/orders/${orderId}/start`, 'orders.started'],
    [worker, `/api/repairs/${orderId}/completion`, 'orders.finished', { result: 'NOT_NEEDED' }],
    [staff, `/api/orders/${orderId}/confirmation`, 'orders.completed'],
    [staff, `/api/orders/${orderId}/evaluation`, 'orders.evaluated', { overall: 5 }],
  ]
  for (const [phone, path, event, body] of steps) {
    await sleep(pause())
    if (stopped()) return false
    if (!(await phone.send('POST', path, body))) return false
    acknowledge({ kind: 'step', orderId, event })
  }
  return true
}
