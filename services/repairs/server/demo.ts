import { DAY, localDayOf } from '#engines/calendar/local-day.ts'
import { refreshClocks, tellDemoNews } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { refreshStatistics } from '#kernel/import/refresh-statistics.ts'
import { chanceFrom } from './demo/chance.ts'
import { type DemoBureau, readDemoBureau } from './demo/demo-bureau.ts'
import { insertCodes, insertFollowUps, insertOffers } from './demo/insert-aftercare.ts'
import { insertComplaints } from './demo/insert-complaints.ts'
import { insertHistory } from './demo/insert-history.ts'
import { insertPictures } from './demo/insert-pictures.ts'
import { insertReflections } from './demo/insert-reflections.ts'
import { insertWorks, type KeptWork } from './demo/insert-works.ts'
import { insertChecklists, insertOrders, insertRatings, insertRecords } from './demo/insert-year.ts'
import { type DemoLife, liveOrder } from './demo/live-order.ts'
import { type DemoWork, planMajors } from './demo/plan-majors.ts'
import { planOpen } from './demo/plan-open.ts'
import { planYear } from './demo/plan-year.ts'
import { uuidAt } from './demo/uuid-at.ts'
import type { Lived } from './demo/work-records.ts'
import { linkRepeats } from './link-repeats.ts'

/**
 * A year of repairs of the demo bureau up to now, the same every time: seasons, repeats, late ones, ratings, costs,
 * major works in every phase, and what is open in every state. Written row by row as the engine would have left
 * them, from ledgers that its own clocks read.
 */
export async function fillDemo(ctx: Ctx): Promise<void> {
  const bureau = await readDemoBureau(ctx)
  if (!bureau) return
  const chance = chanceFrom(20_260_301)
  const majors = planMajors(bureau, chance, ctx.now)
  const ordinary = planYear(bureau, chance, ctx.now).map((fault, place) => {
    // Some of them were the staff member's own.
    const own = place % 290 === 37 && fault.requester
    return liveOrder(bureau, chance, own ? { ...fault, requester: bureau.staff } : fault, { now: ctx.now })
  })
  const lives = [...majors.map(({ life }) => life), ...ordinary, ...planOpen(bureau, chance, ctx.now)]
  const lived = numbered(lives)
  const late = await insertOrders(ctx, bureau, lived)
  await insertWorks(ctx, bureau, keptWorks(majors, lived), chance)
  await insertRecords(ctx, lived, chance)
  await insertRatings(ctx, lived, chance, late)
  await insertChecklists(ctx, lived, chance, await insertPictures(ctx, lived, chance))
  await insertFollowUps(ctx, bureau, lived, chance)
  await insertCodes(ctx, bureau)
  await insertOffers(ctx, bureau, lived)
  await insertHistory(ctx, lived, chance)
  await insertComplaints(ctx, bureau, lived, chance)
  await insertReflections(ctx, lived, chance)
  await closeTheBooks(ctx, bureau, lived)
  await tellDemoNews(ctx, new Date(ctx.now.getTime() - 14 * DAY))

  /** Numbers run by the day, as they are given out. */
  function numbered(all: readonly DemoLife[]): Lived[] {
    const count = new Map<string, number>()
    return all
      .toSorted((one, other) => one.fault.at.getTime() - other.fault.at.getTime())
      .map((life, place) => {
        const day = localDayOf(life.fault.at).replaceAll('-', '')
        const next = (count.get(day) ?? 0) + 1
        count.set(day, next)
        const number = `WX-${day}-${String(next).padStart(4, '0')}`
        return { id: uuidAt(life.fault.at, place, chance), number, life }
      })
  }
}

function keptWorks(majors: readonly DemoWork[], lived: readonly Lived[]): KeptWork[] {
  const ids = new Map(lived.map(({ id, life }) => [life, id]))
  return majors.map((work) => ({ ...work, id: ids.get(work.life)! }))
}

/** What follows from the rows: repeats, the clocks of what is open, and the next number of today. */
async function closeTheBooks(ctx: Ctx, bureau: DemoBureau, lived: readonly Lived[]): Promise<void> {
  // A year was written at once: whatever reads it below is to know how much there is.
  await refreshStatistics(ctx, ['orders.service_order', 'orders.hop', 'repairs.repair', 'kernel.event'])
  await linkRepeats(
    ctx,
    lived.map(({ id }) => id),
  )
  for (const { id, life } of lived) {
    const last = life.hops.at(-1)!.kind
    if (!['finished', 'confirmed', 'closed'].includes(last)) await refreshClocks(ctx, id)
  }
  const series = `WX-${localDayOf(ctx.now).replaceAll('-', '')}`
  const today = lived.filter(({ number }) => number.startsWith(series)).length
  await ctx.db.insertInto('kernel.counter').values({ series, value: today }).execute()
  await ctx.emit({
    type: 'repairs.demo_filled',
    subjectType: 'directory.unit',
    subjectId: bureau.deskUnitId,
    after: { orders: lived.length },
  })
}
