import type { Chance } from './chance.ts'
import { complaints, praises } from './fault-book.ts'
import type { DemoLife } from './live-order.ts'

/** An order that was inserted, with how it went. */
export interface Lived {
  id: string
  number: string
  life: DemoLife
}

const finishOf = ({ hops }: DemoLife) => hops.find(({ kind }) => kind === 'finished')
const startOf = ({ hops }: DemoLife) => hops.find(({ kind }) => kind === 'started')
const minutes = (count: number) => count * 60_000

/** Visits, labour and parts of what was worked on. */
export function workRecords(lived: readonly Lived[], chance: Chance) {
  const visits = []
  const labour = []
  const costs = []
  for (const { id, life } of lived) {
    const start = startOf(life)
    const finish = finishOf(life)
    if (!start) continue
    const by = { by_person_id: life.worker.id, by_name: life.worker.name }
    const spent = chance.between(15, 110)
    if (chance.next() < 0.7) {
      const leave = new Date(start.at.getTime() + minutes(spent))
      const left = finish && leave > finish.at ? finish.at : leave
      visits.push({
        order_id: id,
        ...by,
        arrived_at: start.at,
        left_at: finish ? left : null,
        met_name: life.fault.requester?.name ?? '',
        found: life.fault.fault.cause,
        done: finish ? life.fault.fault.done : '',
      })
    }
    if (!finish) continue
    labour.push({ order_id: id, ...by, at: finish.at, people: spent > 80 ? 2 : 1, minutes: spent })
    const part = life.fault.fault.part
    if (part && life.grade !== 'MAJOR_REPAIR' && chance.next() < 0.85) {
      const [title, unit, unit_price_fen] = part
      const quantity = chance.next() < 0.8 ? 1 : chance.between(2, 4)
      costs.push({ order_id: id, ...by, at: finish.at, kind: 'PART', title, quantity, unit, unit_price_fen })
    }
  }
  return { visits, labour, costs }
}

/** Who rated how: happy on the whole, less so when it came late. */
export function ratings(lived: readonly Lived[], chance: Chance, lateIds: ReadonlySet<string>) {
  const rated = []
  for (const { id, life } of lived) {
    const end = life.hops.at(-1)!
    const { requester } = life.fault
    if (end.kind !== 'confirmed' || !requester || chance.next() > 0.72) continue
    const weights = lateIds.has(id)
      ? { 5: 20, 4: 40, 3: 28, 2: 9, 1: 3 }
      : { 5: 71, 4: 24, 3: 4, 2: 1, 1: 0.2 }
    const overall = Number(chance.weigh(weights))
    const talks = chance.next() < 0.16
    const comment = !talks ? '' : chance.pick(overall >= 4 ? praises : complaints)
    const dimensions = life.item.version.dimensions.map(({ code }) => ({
      dimension: code,
      score: Math.max(1, Math.min(5, overall + (chance.next() < 0.12 ? -1 : 0))),
    }))
    rated.push({ orderId: id, at: end.at, overall, comment, requester, dimensions })
  }
  return rated
}

/** Every line of the checklist of what was finished; hardly ever was one not met. */
export function checklistResults(lived: readonly Lived[], chance: Chance) {
  return lived.flatMap(({ id, number, life }) => {
    const finish = finishOf(life)
    if (!finish || life.item.lines.length === 0) return []
    const results = life.item.lines.map((line) => {
      const result = line.allowsNa && chance.next() < 0.3 ? 'NA' : 'OK'
      const least = line.limit?.min ?? 0
      const reading = line.limit && result === 'OK' ? Math.round(least * (1 + chance.next()) * 10) / 10 : null
      return {
        line_id: line.id,
        version_id: line.versionId,
        result:
          !line.needsPhoto && result === 'OK' && reading === null && chance.next() < 0.02 ? 'NOT_OK' : result,
        reading,
        by_name: life.worker.name,
        at: finish.at,
      }
    })
    return [{ id, number, life, at: finish.at, results }]
  })
}
