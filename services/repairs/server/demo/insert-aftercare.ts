import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { skillOf } from '../../words.ts'
import type { Chance } from './chance.ts'
import type { DemoBureau } from './demo-bureau.ts'
import type { Lived } from './work-records.ts'

/** Follow-up calls: eight in a hundred of each month's completed orders, those of this month still to be made. */
export async function insertFollowUps(
  ctx: Ctx,
  bureau: DemoBureau,
  lived: readonly Lived[],
  chance: Chance,
): Promise<void> {
  const thisMonth = localDayOf(ctx.now).slice(0, 7)
  const outcomes = { SATISFIED: 86, NEUTRAL: 9, UNSATISFIED: 3, NOT_REACHED: 2 }
  const said = {
    SATISFIED: '满意，已解决',
    NEUTRAL: '已解决，等候稍久',
    UNSATISFIED: '又出现同样问题，已转重新处理',
    NOT_REACHED: '',
  }
  const rows = lived.flatMap(({ id, life }) => {
    const end = life.hops.at(-1)!
    if (!['confirmed', 'closed'].includes(end.kind) || chance.next() > 0.08) return []
    const month = localDayOf(end.at).slice(0, 7)
    const caller = bureau.desk.find(
      (person) => person.id !== life.owner.id && person.id !== bureau.dispatcher.id,
    )
    const planned = new Date(end.at.getTime() + 4 * 86_400_000)
    const outcome = chance.weigh(outcomes)
    const made = month !== thisMonth && planned < ctx.now && caller
    return [
      {
        order_id: id,
        month: `${month}-01`,
        planned_at: planned < ctx.now ? planned : ctx.now,
        due_on: localDayOf(new Date(planned.getTime() + 14 * 86_400_000)),
        done_at: made ? planned : null,
        outcome: made ? outcome : null,
        result: made ? said[outcome] : '',
        by_person_id: made ? caller.id : null,
        by_name: made ? caller.name : null,
      },
    ]
  })
  await ctx.db.insertInto('orders.follow_up').values(rows).execute()
}

/** Codes at the doors people pass; reports by code carry that of their place. */
export async function insertCodes(ctx: Ctx, bureau: DemoBureau): Promise<void> {
  const wanted = ['corridor', 'restroom', 'hall', 'dining', 'meeting']
  const places = bureau.rooms
    .filter(({ kind }) => wanted.includes(kind))
    .filter((_, place) => place % 3 === 0)
  await ctx.db
    .insertInto('repairs.place_code')
    .values(
      places.map(({ id, siteId }) => ({
        room_id: id,
        site_id: siteId,
        created_at: new Date(ctx.now.getTime() - 400 * 86_400_000),
        created_by: bureau.dispatcher.name,
      })),
    )
    .execute()
  await sql`
    update repairs.repair r set place_code_id = c.id
    from orders.service_order o
    join repairs.place_code c on c.bureau_id = o.bureau_id and c.room_id = o.room_id
    where r.bureau_id = kernel.bureau() and o.bureau_id = r.bureau_id and o.id = r.order_id
      and o.channel = 'QR'`.execute(ctx.db)
}

/** Offers of what nobody has claimed yet: to everybody with the skill, the demo worker among them. */
export async function insertOffers(ctx: Ctx, bureau: DemoBureau, lived: readonly Lived[]): Promise<void> {
  const offers = lived.flatMap(({ id, life }) => {
    const last = life.hops.at(-1)!
    if (last.hands?.role !== 'POOL') return []
    const skill = skillOf(life.fault.kind)
    const able = bureau.repairers.filter(({ skills }) => skill === null || skills.includes(skill))
    return able.map((person) => ({ order_id: id, person_id: person.id, at: last.at }))
  })
  if (offers.length > 0) await ctx.db.insertInto('orders.offer').values(offers).execute()
}
