import { localDayOf } from '#engines/calendar/local-day.ts'
import { chanceFrom } from '#services/repairs/server/demo/chance.ts'
import type { DemoBureau } from '#services/repairs/server/demo/demo-bureau.ts'
import { type DemoLife, liveOrder } from '#services/repairs/server/demo/live-order.ts'
import { type DemoWork, planMajors } from '#services/repairs/server/demo/plan-majors.ts'
import { planOpen } from '#services/repairs/server/demo/plan-open.ts'
import { uuidAt } from '#services/repairs/server/demo/uuid-at.ts'
import type { Lived } from '#services/repairs/server/demo/work-records.ts'
import { type RowsByTable, repeatFinder, rowsOfOrders } from './order-rows.ts'
import { faultsOfDays, spreadOverDays } from './plan-scale.ts'

export interface Scale {
  years: number
  ordersPerYear: number
  /** Each order stands for so many, and takes as many numbers. */
  copies: number
  seed: number
  now: Date
}

/** What is left to do when the rows are in. */
export interface Played {
  /** Ids of the orders that are still open, whose clocks the engine shall read. */
  open: string[]
  works: (DemoWork & { id: string })[]
  /** The last number given out today. */
  today: { series: string; count: number }
}

/** So many orders are written together. */
const ordersAPart = 4000

/**
 * Plays a bureau's years day by day, once for all its copies: the demo bureau's people, faults and habits, at any scale. Everything up to now
 * has happened, so the orders of the last days are open.
 */
export async function playBureau(
  bureau: DemoBureau,
  { years, ordersPerYear, copies, seed, now }: Scale,
  write: (rows: RowsByTable, count: number) => Promise<void>,
): Promise<Played> {
  const chance = chanceFrom(seed)
  const majors = planMajors(bureau, chance, now)
  const extras = [...majors.map(({ life }) => life), ...planOpen(bureau, chance, now)]
  const extrasOf = Map.groupBy(extras, ({ fault }) => localDayOf(fault.at))
  const faultsOf = faultsOfDays(bureau, chance)
  const repeatOf = repeatFinder()
  const open: string[] = []
  const workIds = new Map<DemoLife, string>()
  const todayIs = localDayOf(now)
  const today = { series: `WX-${todayIs.replaceAll('-', '')}`, count: 0 }
  let part: Lived[] = []

  /** Numbers run by the day, as they are given out. */
  function numberDay(day: string, lives: DemoLife[]): void {
    lives.sort((one, other) => one.fault.at.getTime() - other.fault.at.getTime())
    for (const [place, life] of lives.entries()) {
      const id = uuidAt(life.fault.at, place, chance)
      part.push({
        id,
        number: `WX-${day.replaceAll('-', '')}-${String(place * copies + 1).padStart(4, '0')}`,
        life,
      })
      if (!['finished', 'confirmed', 'closed'].includes(life.hops.at(-1)!.kind)) open.push(id)
      if (life.grade === 'MAJOR_REPAIR') workIds.set(life, id)
    }
    if (day === todayIs) today.count = lives.length * copies
  }
  async function flush(): Promise<void> {
    await write(rowsOfOrders(bureau, part, chance, now, repeatOf), part.length)
    part = []
  }
  for (const day of spreadOverDays(bureau.calendar, now, {
    years,
    ordersPerYear: ordersPerYear / copies,
  })) {
    const faults = faultsOf(day).filter(({ at }) => at < now)
    const lives = faults.map((fault) => liveOrder(bureau, chance, fault, { now }))
    const iso = new Date(day.day * 86_400_000).toISOString().slice(0, 10)
    numberDay(iso, [...lives, ...(extrasOf.get(iso) ?? [])])
    if (part.length >= ordersAPart) await flush()
  }
  await flush()
  const works = majors.flatMap((work) => {
    const id = workIds.get(work.life)
    return id ? [{ ...work, id }] : []
  })
  return { open, works, today }
}
