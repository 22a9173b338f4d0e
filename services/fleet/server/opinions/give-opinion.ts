import { sql } from 'kysely'
import { DAY, localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { addWorkingDays } from '#engines/calendar/working-days.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { opinionActions } from '../../actions/opinion-actions.ts'
import { opinionStates } from '../../opinion-states.ts'
import { answerDays } from '../../opinion-words.ts'
import { selectRequests } from '../requests/select-requests.ts'

type Action = (typeof opinionActions)['giveOpinion']

/**
 * What a rider thinks of vehicles or of their reform, with the day by which it is answered.
 * @throws Problem 422 `fleet.anonymous_ride`, `fleet.unknown_ride`
 */
export async function giveOpinion(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { kind, topic, words, anonymous = false, requestId } = input
  if (requestId) await checkRide(ctx, requestId, anonymous)
  const { rows } = await sql<{ number: string }>`
    select kernel.next_number('YJ', ${localDayOf(ctx.now)}::date) as number`.execute(ctx.db)
  const number = rows[0]!.number
  const answerBy = await promisedDay(ctx)
  const { id } = await ctx.db
    .insertInto('fleet.opinion')
    .values({
      number,
      kind,
      topic,
      words: words.trim(),
      anonymous,
      person_id: ctx.actor.personId,
      by_name: anonymous ? null : ctx.actor.name,
      unit_id: anonymous ? null : ctx.actor.unitId,
      request_id: requestId ?? null,
      said_at: ctx.now,
      answer_by: answerBy,
      state: opinionStates.initial,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'fleet.opinion_given',
    subjectType: 'fleet.opinion',
    subjectId: id,
    after: { number, kind, topic, anonymous },
  })
  return { id, number, answerBy: answerBy.toISOString() }
}

/** The requester stands on a ride, so nobody who wants no name may point at one. */
async function checkRide(ctx: Ctx, requestId: string, anonymous: boolean): Promise<void> {
  if (anonymous) throw new Problem(422, 'fleet.anonymous_ride', { path: 'requestId' })
  const ride = await selectRequests(ctx).where('q.id', '=', requestId).executeTakeFirst()
  if (!ride) throw new Problem(422, 'fleet.unknown_ride', { path: 'requestId' })
}

/** The end of the last working day. */
async function promisedDay(ctx: Ctx): Promise<Date> {
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const day = addWorkingDays(calendar, localDayOf(ctx.now), answerDays)
  return new Date(startOfLocalDay(day).getTime() + DAY - 1000)
}
