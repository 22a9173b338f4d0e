import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { directory } from '../module.ts'
import { lockPerson } from './find-rows.ts'
import { today } from './today.ts'

type Action = (typeof directory.actions)['leavePerson']

/** Ends all posts on the day; what the person did stays. @throws Problem 404, 409 when gone already, 422 on an impossible day */
export async function leavePerson(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const person = await lockPerson(ctx, input.personId)
  if (person.left_on)
    throw new Problem(409, 'directory.already_left', { params: { name: person.name, day: person.left_on } })
  const begun = await ctx.db
    .selectFrom('directory.post')
    .select('from_day')
    .where('person_id', '=', person.id)
    .where('from_day', '>=', input.day)
    .where('from_day', '<=', today(ctx))
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  const since = begun?.from_day ?? person.joined_on
  if (since && (begun || input.day < since))
    throw new Problem(422, 'directory.left_before_joined', { path: 'day', params: { day: since } })
  // A post that was only planned never came to be.
  await ctx.db
    .deleteFrom('directory.post')
    .where('person_id', '=', person.id)
    .where('from_day', '>=', input.day)
    .execute()
  await ctx.db
    .updateTable('directory.post')
    .set({ to_day: input.day })
    .where('person_id', '=', person.id)
    .where(sql<boolean>`(to_day is null or to_day > ${input.day}::date)`)
    .execute()
  await ctx.db
    .updateTable('directory.person')
    .set({ left_on: input.day })
    .where('id', '=', person.id)
    .execute()
  await ctx.emit({
    type: 'directory.person_left',
    subjectType: 'directory.person',
    subjectId: person.id,
    before: { left_on: null },
    after: { left_on: input.day },
    reason: input.reason,
  })
  return done
}
