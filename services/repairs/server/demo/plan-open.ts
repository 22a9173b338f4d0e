import { addWorkingMinutes } from '#engines/calendar/add-working-minutes.ts'
import type { FaultKind } from '../../words.ts'
import type { Chance } from './chance.ts'
import type { DemoBureau, DemoPerson } from './demo-bureau.ts'
import { faultBook } from './fault-book.ts'
import { type DemoHop, type DemoLife, liveOrder, type Stop } from './live-order.ts'
import type { PlannedFault } from './plan-year.ts'

/** One order to be seen in a state: `age` in working minutes, `who` reported it, `by` works on it. */
interface Scene {
  kind: FaultKind
  pick: number
  age: number
  stop: Stop
  who?: 'staff' | 'caller' | 'code'
  by?: 'worker'
  urgent?: boolean
  pauseReason?: DemoHop['pauseReason']
  share?: number
}

const scenes: readonly Scene[] = [
  { kind: 'PLUMBING_ELECTRIC', pick: 2, age: 0, stop: 'received', who: 'staff' },
  { kind: 'ELEVATOR', pick: 0, age: 4, stop: 'received', who: 'caller', urgent: true },
  { kind: 'DOORS_WINDOWS', pick: 1, age: 18, stop: 'received', who: 'code' },
  { kind: 'AIR_CONDITIONING', pick: 1, age: 40, stop: 'assigned', by: 'worker' },
  { kind: 'PLUMBING_ELECTRIC', pick: 3, age: 55, stop: 'assigned', by: 'worker', who: 'caller' },
  { kind: 'PLUMBING_ELECTRIC', pick: 1, age: 130, stop: 'accepted', by: 'worker' },
  { kind: 'PLUMBING_ELECTRIC', pick: 0, age: 210, stop: 'started', by: 'worker', who: 'staff' },
  { kind: 'AIR_CONDITIONING', pick: 3, age: 700, stop: 'paused', by: 'worker', pauseReason: 'PARTS' },
  { kind: 'AIR_CONDITIONING', pick: 0, age: 1380, stop: 'started', by: 'worker' },
  { kind: 'PLUMBING_ELECTRIC', pick: 7, age: 25, stop: 'offered' },
  { kind: 'PLUMBING_ELECTRIC', pick: 5, age: 12, stop: 'offered', who: 'code' },
  { kind: 'DOORS_WINDOWS', pick: 4, age: 900, stop: 'paused', pauseReason: 'USER' },
  { kind: 'ROOF_WALLS', pick: 0, age: 1500, stop: 'paused', pauseReason: 'WEATHER' },
  { kind: 'NETWORK', pick: 2, age: 480, stop: 'started' },
  { kind: 'NETWORK', pick: 0, age: 90, stop: 'accepted' },
  { kind: 'DOORS_WINDOWS', pick: 0, age: 160, stop: 'started', who: 'caller' },
  { kind: 'OTHER', pick: 0, age: 300, stop: 'assigned' },
  { kind: 'ROOF_WALLS', pick: 3, age: 600, stop: 'started' },
  { kind: 'PLUMBING_ELECTRIC', pick: 6, age: 620, stop: 'finished', who: 'staff', by: 'worker', share: 0.4 },
  { kind: 'DOORS_WINDOWS', pick: 3, age: 500, stop: 'finished', who: 'staff', share: 0.3 },
  { kind: 'AIR_CONDITIONING', pick: 4, age: 800, stop: 'finished', share: 0.3 },
  { kind: 'NETWORK', pick: 1, age: 380, stop: 'finished', share: 0.5 },
]

/** What is open at this moment: every state is there, and a late one. */
export function planOpen(bureau: DemoBureau, chance: Chance, now: Date): DemoLife[] {
  return scenes.map((scene) =>
    liveOrder(bureau, chance, faultOf(bureau, chance, scene, now), {
      now,
      stop: scene.stop,
      answer: Math.min(5, Math.max(1, Math.floor(scene.age / 3))),
      share: scene.share ?? 0.1,
      ...(scene.by === 'worker' ? { worker: bureau.worker } : {}),
      ...(scene.pauseReason ? { pauseReason: scene.pauseReason } : {}),
    }),
  )
}

function faultOf(bureau: DemoBureau, chance: Chance, scene: Scene, now: Date): PlannedFault {
  const person: DemoPerson =
    scene.who === 'staff' ? bureau.staff : chance.pick(bureau.clients.filter(({ keyPerson }) => !keyPerson))
  const fault = faultBook[scene.kind][scene.pick]!
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  return {
    at:
      scene.urgent || scene.age === 0
        ? minutesAgo(scene.age + 6)
        : addWorkingMinutes(bureau.calendar, now, -scene.age),
    kind: scene.kind,
    fault,
    urgent: scene.urgent ?? false,
    channel: scene.who === 'caller' ? 'PHONE' : scene.who === 'code' ? 'QR' : 'WEB',
    requester: scene.who === 'code' ? null : person,
    room: (person.roomId && bureau.roomById.get(person.roomId)) || chance.pick(bureau.rooms),
    words: fault.words,
  }
}
