import { approvals } from '#engines/approvals/module.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { fleet } from '#services/fleet/module.ts'
import { ask } from './ask.ts'

const { actions } = fleet
type Board = OutputOf<typeof actions.readBoard>
export type Request = OutputOf<typeof actions.listRequests>['items'][number]

/** Where people of the demo bureau go, and how long they are away, in minutes. */
const goals = [
  ['区档案馆', 70],
  ['区行政服务大厅', 80],
  ['望湖社区服务站', 90],
  ['清河街道办事处', 100],
  ['澜北工业园', 140],
  ['临湖镇政府', 150],
] as const
const minute = 60_000

/** A Wednesday far ahead for which nobody has asked for anything yet. */
export async function freeDay(): Promise<string> {
  const day = new Date(Date.now() + 60 * 86_400_000)
  const isFree = async () => (await requestsOf(day.toISOString().slice(0, 10))).length === 0
  while (day.getUTCDay() !== 3 || !(await isFree())) day.setTime(day.getTime() + 86_400_000)
  return day.toISOString().slice(0, 10)
}

/** Asks for so many rides over that day from eight o’clock on, and has them approved. @returns ids, by time */
export async function approvedRides(day: string, count: number, more: object = {}): Promise<string[]> {
  const begins = Date.parse(`${day}T08:00:00+08:00`)
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const [destination, away] = goals[n % goals.length]!
    const from = begins + Math.floor((n * 9 * 4) / count) * 15 * minute
    const { id } = await ask('staff', actions.submitRequest, {
      purpose: 'MEETING',
      reason: `参加第 ${n + 1} 场工作会`,
      passengers: 1 + (n % 4),
      origin: '一号办公楼',
      destination,
      reach: 'DISTRICT',
      way: 'RETURN',
      from: new Date(from).toISOString(),
      to: new Date(from + away * minute).toISOString(),
      mayPool: n % 3 > 0,
      ...more,
    })
    ids.push(id)
  }
  // The head of the unit; and on a day off the centre too.
  for (const role of ['liaison', 'manager'] as const) await approve(role, ids)
  return ids
}

async function approve(role: 'liaison' | 'manager', requestIds: readonly string[]): Promise<void> {
  const wanted = new Set(requestIds.map((id) => `/fleet/requests/${id}`))
  const approvalIds: string[] = []
  let cursor: string | null = null
  do {
    const page: OutputOf<typeof approvals.actions.listInbox> = await ask(role, approvals.actions.listInbox, {
      type: 'fleet.request',
      limit: 200,
      ...(cursor ? { cursor } : {}),
    })
    approvalIds.push(...page.items.filter(({ href }) => wanted.has(href)).map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  if (approvalIds.length === 0) return
  await ask(role, approvals.actions.decideMany, { approvalIds, answer: 'APPROVE' })
}

/** Every request that begins on that day, as the database has it. */
export async function requestsOf(day: string): Promise<Request[]> {
  const { items, next } = await ask('auditor', actions.listRequests, { from: day, to: day, limit: 200 })
  if (next) throw new Error('more requests on that day than one page holds')
  return items
}

export const boardOf = (day: string): Promise<Board> => ask('dispatcher', actions.readBoard, { day })

/** What must never be: a request in two trips or in none of its own, a vehicle or a driver in two places. */
export function faultsOf({ trips }: Board, requests: readonly Request[]): string[] {
  const faults: string[] = []
  for (const { id, number, state } of requests) {
    const taken = trips.filter((trip) => trip.requests.some((one) => one.id === id))
    const wanted = state === 'ASSIGNED' ? 1 : 0
    if (taken.length !== wanted) faults.push(`${number} is ${state} and in ${taken.length} trips`)
  }
  for (const [n, one] of trips.entries())
    for (const other of trips.slice(n + 1)) {
      const shared = one.vehicleId === other.vehicleId || one.driverId === other.driverId
      if (shared && one.from < other.to && other.from < one.to)
        faults.push(`${one.number} and ${other.number} share a vehicle or a driver at once`)
    }
  for (const trip of trips) if (trip.requests.length === 0) faults.push(`${trip.number} takes nobody`)
  return faults
}
