import { DAY, localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { addWorkingDays } from '#engines/calendar/working-days.ts'
import type { Ctx } from '#kernel/context.ts'
import { answerDays } from '../../opinion-words.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { DemoPerson } from './demo-life.ts'
import { type BookedOpinion, opinionBook } from './opinion-book.ts'

const hour = 3_600_000
const desk = '周明'

/** What riders said in the last year, in every state, each with its history. */
export async function fillDemoOpinions(ctx: Ctx, people: readonly DemoPerson[], staff: DemoPerson) {
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const chance = chanceFrom(6_2014)
  const lived = []
  for (const one of opinionBook) lived.push(await liveOpinion(ctx, one, { calendar, chance, people, staff }))
  const kept = await ctx.db
    .insertInto('fleet.opinion')
    .values(lived.map(({ row }) => row))
    .returning(['id', 'number'])
    .execute()
  const ids = new Map(kept.map(({ id, number }) => [number, id]))
  await ctx.db
    .insertInto('kernel.event')
    .values(
      lived.flatMap(({ row: { number }, steps }) =>
        steps.flatMap(({ type, at, by }) => (at ? [toldOf(ids.get(number)!, number, type, at, by)] : [])),
      ),
    )
    .execute()
}

interface Told {
  calendar: WorkCalendar
  chance: Chance
  people: readonly DemoPerson[]
  staff: DemoPerson
}

/** The row as the actions would have left it, and the steps to it. */
async function liveOpinion(ctx: Ctx, one: BookedOpinion, { calendar, chance, people, staff }: Told) {
  const onDay = (day: string, days: number, at = 10) =>
    new Date(startOfLocalDay(addWorkingDays(calendar, day, days)).getTime() + at * hour)
  const saidAt = onDay(localDayOf(ctx.now), -one.daysAgo, 9)
  const day = localDayOf(saidAt)
  const answeredAt = one.answeredAfter ? onDay(day, one.answeredAfter) : null
  const adoptedAt = one.adoptedAfter ? onDay(day, one.adoptedAfter, 15) : null
  const withdrawnAt = one.withdrawn ? new Date(saidAt.getTime() + hour) : null
  const ride = one.ride ? await rideBefore(ctx, saidAt, one.own ? staff : null) : undefined
  const person = one.own ? staff : (personOf(people, ride) ?? chance.pick(people))
  const named = one.anonymous ? null : person
  const row = {
    number: `YJ-${day.replaceAll('-', '')}-0001`,
    kind: one.kind,
    topic: one.topic,
    words: one.words,
    anonymous: one.anonymous ?? false,
    person_id: person.id,
    by_name: named?.name ?? null,
    unit_id: named?.unitId ?? null,
    request_id: ride?.id ?? null,
    said_at: saidAt,
    answer_by: new Date(startOfLocalDay(addWorkingDays(calendar, day, answerDays)).getTime() + DAY - 1000),
    state: adoptedAt ? 'ADOPTED' : answeredAt ? 'ANSWERED' : withdrawnAt ? 'WITHDRAWN' : 'OPEN',
    answered_at: answeredAt,
    answer: one.answer ?? null,
    answered_by: answeredAt && desk,
    adopted_at: adoptedAt,
    changed: one.changed ?? null,
    adopted_by: adoptedAt && desk,
    withdrawn_at: withdrawnAt,
  }
  return {
    row,
    steps: [
      { type: 'fleet.opinion_given', at: saidAt, by: person.name },
      { type: 'fleet.opinion_withdrawn', at: withdrawnAt, by: person.name },
      { type: 'fleet.opinion_answered', at: answeredAt, by: desk },
      { type: 'fleet.opinion_adopted', at: adoptedAt, by: desk },
    ],
  }
}

const toldOf = (id: string, number: string, type: string, at: Date, by: string) => ({
  at,
  type,
  actor_name: by,
  source: 'session',
  subject_type: 'fleet.opinion',
  subject_id: id,
  after: JSON.stringify({ number }),
  request_id: 'demo',
})

/** The last ride that was over by then; of this person, where one is given. */
function rideBefore(ctx: Ctx, before: Date, person: DemoPerson | null) {
  const rides = ctx.db
    .selectFrom('fleet.request')
    .select(['id', 'requester_person_id'])
    .where('state', '=', 'DONE')
    .where('ends_at', '<', before.toISOString())
    .orderBy('ends_at', 'desc')
    .orderBy('id')
    .limit(1)
  return (person ? rides.where('requester_person_id', '=', person.id) : rides).executeTakeFirst()
}

const personOf = (people: readonly DemoPerson[], ride: { requester_person_id: string | null } | undefined) =>
  people.find(({ id }) => id === ride?.requester_person_id)
