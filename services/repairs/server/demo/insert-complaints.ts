import { DAY, localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import { addWorkingDays } from '#engines/calendar/working-days.ts'
import { settingOf } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Chance } from './chance.ts'
import { type BookedComplaint, complaintBook } from './complaint-book.ts'
import type { DemoBureau } from './demo-bureau.ts'
import { uuidAt } from './uuid-at.ts'
import type { Lived } from './work-records.ts'

const hour = 3_600_000

/** The year's complaints and suggestions in every state, each with its history. */
export async function insertComplaints(
  ctx: Ctx,
  bureau: DemoBureau,
  lived: readonly Lived[],
  chance: Chance,
): Promise<void> {
  const { complaintDays } = await settingOf(ctx)
  /** So many working days from a day, during the morning. */
  const onDay = (day: string, days: number) =>
    new Date(startOfLocalDay(addWorkingDays(bureau.calendar, day, days)).getTime() + 10 * hour)
  for (const [place, one] of complaintBook.entries()) {
    const registered = onDay(localDayOf(ctx.now), -one.daysAgo)
    const day = localDayOf(registered)
    const answered = one.answeredAfter ? onDay(day, one.answeredAfter) : null
    const closed = answered && one.closedAfter ? onDay(localDayOf(answered), one.closedAfter) : null
    const id = uuidAt(registered, place, chance)
    const about = orderOf(lived, one, registered)
    const person = one.own ? bureau.staff : (about?.life.fault.requester ?? chance.pick(bureau.clients))
    const owner = bureau.dispatcher
    const number = `TS-${day.replaceAll('-', '')}-0001`
    await ctx.db
      .insertInto('orders.complaint')
      .values({
        id,
        number,
        channel: one.channel,
        order_id: about?.id ?? null,
        line: 'repairs',
        about: one.about,
        words: one.words,
        complainant_name: person.name,
        complainant_phone: person.mobile,
        complainant_person_id: person.id,
        unit_id: person.unitId,
        owner_id: owner.id,
        state: closed ? 'CLOSED' : answered ? 'ANSWERED' : 'OPEN',
        registered_at: registered,
        due_at: new Date(onDay(day, complaintDays).getTime() - 10 * hour + DAY - 1000),
        answered_at: answered,
        answer: one.answer ?? null,
        justified: one.justified ?? null,
        closed_at: closed,
        by_name: one.own ? person.name : owner.name,
      })
      .execute()
    const steps = [
      { type: 'orders.complaint_registered', at: registered, by: one.own ? person.name : owner.name },
      ...(answered ? [{ type: 'orders.complaint_answered', at: answered, by: owner.name }] : []),
      ...(closed ? [{ type: 'orders.complaint_closed', at: closed, by: owner.name }] : []),
    ]
    await ctx.db
      .insertInto('kernel.event')
      .values(
        steps.map(({ type, at, by }, step) => ({
          id: uuidAt(at, step, chance),
          at,
          actor_name: by,
          source: 'session',
          type,
          subject_type: 'orders.complaint',
          subject_id: id,
          after: JSON.stringify({ number, about: one.about }),
          reason: type === 'orders.complaint_closed' ? '提出人认可' : null,
          request_id: 'demo',
        })),
      )
      .execute()
  }
}

/** The last order of the kind that was finished for somebody before the complaint came. */
function orderOf(lived: readonly Lived[], one: BookedComplaint, before: Date): Lived | undefined {
  if (!one.order) return undefined
  return lived.findLast(
    ({ life }) =>
      life.fault.kind === one.order &&
      life.fault.requester !== null &&
      life.hops.some(({ kind, at }) => kind === 'finished' && at < before),
  )
}
