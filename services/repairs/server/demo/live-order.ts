import { addWorkingMinutes } from '#engines/calendar/add-working-minutes.ts'
import type { Grade } from '../../words.ts'
import { skillOf } from '../../words.ts'
import type { Chance } from './chance.ts'
import type { DemoBureau, DemoItem, DemoPerson } from './demo-bureau.ts'
import type { PlannedFault } from './plan-year.ts'

export interface DemoHands {
  role: 'DESK' | 'POOL' | 'WORKER' | 'REQUESTER'
  personId: string | null
  unitId: string | null
}

/** One line of an order's ledger. */
export interface DemoHop {
  kind:
    | 'received'
    | 'pledged'
    | 'assigned'
    | 'accepted'
    | 'started'
    | 'paused'
    | 'resumed'
    | 'finished'
    | 'confirmed'
    | 'closed'
  at: Date
  by: { id: string | null; name: string }
  responds?: boolean
  hands?: DemoHands
  pauseReason?: 'PARTS' | 'USER' | 'WEATHER'
  note?: string
}

/** Where an order stands still, for those that are to be seen in that state. */
export type Stop = 'received' | 'assigned' | 'accepted' | 'started' | 'paused' | 'finished' | 'offered'

/** How an order went: what its ledger says, up to now. */
export interface DemoLife {
  fault: PlannedFault
  grade: Grade
  item: DemoItem
  hops: DemoHop[]
  worker: DemoPerson
  owner: DemoPerson
}

interface Wishes {
  now: Date
  grade?: Grade
  stop?: Stop
  worker?: DemoPerson
  pauseReason?: DemoHop['pauseReason']
  /** Share of the pledge the work takes; above one it is late. */
  share?: number
  /** Working minutes until somebody answers. */
  answer?: number
}

/** Plays one order from the report on; what would happen after now has not happened. */
export function liveOrder(bureau: DemoBureau, chance: Chance, fault: PlannedFault, wishes: Wishes): DemoLife {
  const grade = wishes.grade ?? (fault.urgent ? 'URGENT_REPAIR' : 'MINOR_REPAIR')
  const item = bureau.items.get(grade === 'MAJOR_REPAIR' ? 'major' : fault.kind)!
  const worker = wishes.worker ?? workerFor(bureau, chance, fault)
  const owner = chance.next() < 0.5 ? bureau.dispatcher : chance.pick(bureau.desk)
  const life = { fault, grade, item, worker, owner }
  const hops = script(bureau, chance, life, wishes).filter(({ at }) => at <= wishes.now)
  return { ...life, hops }
}

function workerFor(bureau: DemoBureau, chance: Chance, fault: PlannedFault): DemoPerson {
  const skill = skillOf(fault.kind)
  const able = bureau.repairers.filter(({ skills }) => skill === null || skills.includes(skill))
  return chance.pick(able.length > 0 ? able : bureau.repairers)
}

/** Everything that will happen to it, in order of time. */
function script(
  bureau: DemoBureau,
  chance: Chance,
  { fault, item, worker, owner }: Omit<DemoLife, 'hops'>,
  { stop, pauseReason, share, ...wishes }: Wishes,
): DemoHop[] {
  const urgency = fault.urgent ? 'URGENT' : 'NORMAL'
  const pledge = item.version.pledges.find((one) => one.urgency === urgency)!
  const after = (at: Date, minutes: number) =>
    fault.urgent ? new Date(at.getTime() + minutes * 60_000) : addWorkingMinutes(bureau.calendar, at, minutes)
  const desk: DemoHands = { role: 'DESK', personId: null, unitId: bureau.deskUnitId }
  const hands: DemoHands = { role: 'WORKER', personId: worker.id, unitId: null }
  const asker = fault.requester ?? { id: null, name: '扫码报修人' }
  const phoned = fault.channel === 'PHONE'
  const hops: DemoHop[] = [
    { kind: 'received', at: fault.at, by: phoned ? owner : asker, hands: desk, responds: phoned },
    { kind: 'pledged', at: fault.at, by: phoned ? owner : asker },
  ]
  if (stop === 'received') return hops
  const slow = chance.next() < 0.07
  const usual = slow
    ? pledge.respondMinutes + chance.between(5, 60)
    : chance.between(3, Math.ceil(pledge.respondMinutes * 0.8))
  const assignedAt = after(fault.at, wishes.answer ?? usual)
  if (stop === 'offered') {
    const pool: DemoHands = { role: 'POOL', personId: null, unitId: bureau.deskUnitId }
    return [...hops, { kind: 'assigned', at: assignedAt, by: owner, hands: pool, responds: true }]
  }
  const total = pledge.finishMinutes * (share ?? shareOf(chance))
  const acceptedAt = after(assignedAt, chance.between(2, 15))
  const startedAt = after(acceptedAt, chance.between(3, Math.max(4, Math.floor(total * 0.2))))
  hops.push(
    { kind: 'assigned', at: assignedAt, by: owner, hands, responds: true },
    { kind: 'accepted', at: acceptedAt, by: worker, hands, responds: true },
    { kind: 'started', at: startedAt, by: worker, responds: true },
  )
  const steps: readonly Stop[] = ['assigned', 'accepted', 'started']
  if (stop && steps.includes(stop)) return hops.slice(0, 3 + steps.indexOf(stop))
  let finishedAt = after(fault.at, Math.ceil(total))
  if (finishedAt <= startedAt) finishedAt = after(startedAt, 10)
  if (stop === 'paused' || chance.next() < 0.06) {
    const pausedAt = after(startedAt, 5)
    hops.push({
      kind: 'paused',
      at: pausedAt,
      by: worker,
      pauseReason: pauseReason ?? 'PARTS',
      note: '已联系供货',
    })
    if (stop === 'paused') return hops
    const held = chance.between(200, 1200)
    hops.push({ kind: 'resumed', at: after(pausedAt, held), by: worker })
    finishedAt = after(finishedAt > pausedAt ? finishedAt : after(pausedAt, 10), held)
  }
  const requester: DemoHands = { role: 'REQUESTER', personId: fault.requester?.id ?? null, unitId: null }
  hops.push({
    kind: 'finished',
    at: finishedAt,
    by: worker,
    hands: requester,
    responds: true,
    note: fault.fault.done,
  })
  if (stop === 'finished') return hops
  const answered = fault.requester !== null && chance.next() < 0.78
  hops.push(
    answered
      ? {
          kind: 'confirmed',
          at: addWorkingMinutes(bureau.calendar, finishedAt, chance.between(20, 900)),
          by: asker,
        }
      : {
          kind: 'closed',
          at: addWorkingMinutes(bureau.calendar, finishedAt, 4 * 420 + 60),
          by: { id: null, name: '系统' },
        },
  )
  return hops
}

/** Most are done well before the promise, one in sixteen after it. */
function shareOf(chance: Chance): number {
  if (chance.next() < 0.06) return 1.05 + chance.next() * 0.6
  return 0.08 + 0.72 * chance.next() ** 1.5
}
