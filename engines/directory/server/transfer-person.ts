import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { directory } from '../module.ts'
import { lockPerson, requireUnit, unitName } from './find-rows.ts'
import { today } from './today.ts'

type Action = (typeof directory.actions)['transferPerson']

/**
 * A new post from a day. The main post before it ends on that day; the person's unit follows at once, or by the
 * nightly job when the day is yet to come.
 * @throws Problem 404, 409 when the person has left or another post is planned later, 422 on an impossible day
 */
export async function transferPerson(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const person = await lockPerson(ctx, input.personId)
  if (person.left_on)
    throw new Problem(409, 'directory.already_left', { params: { name: person.name, day: person.left_on } })
  const unit = await requireUnit(ctx, input.unitId)
  const main = input.main ?? true
  if (main) await endMainPost(ctx, person.id, input.fromDay)
  const { id } = await ctx.db
    .insertInto('directory.post')
    .values({
      person_id: person.id,
      unit_id: input.unitId,
      title: input.title ?? null,
      main,
      from_day: input.fromDay,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (main && input.fromDay <= today(ctx)) {
    await ctx.db
      .updateTable('directory.person')
      .set({ unit_id: input.unitId, title: input.title ?? null })
      .where('id', '=', person.id)
      .execute()
  }
  await ctx.emit({
    type: 'directory.person_transferred',
    subjectType: 'directory.person',
    subjectId: person.id,
    before: { unit: await unitName(ctx, person.unit_id), title: person.title },
    after: {
      unit: unit.name,
      unit_id: input.unitId,
      title: input.title ?? null,
      from_day: input.fromDay,
      main,
    },
    reason: input.reason,
  })
  return { id }
}

async function endMainPost(ctx: Ctx, personId: string, day: string): Promise<void> {
  const later = await ctx.db
    .selectFrom('directory.post')
    .select('from_day')
    .where('person_id', '=', personId)
    .where('main', '=', true)
    .where('from_day', '>=', day)
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  if (later?.from_day) {
    const planned = later.from_day > today(ctx)
    throw new Problem(
      planned ? 409 : 422,
      planned ? 'directory.post_planned' : 'directory.transfer_before_post',
      {
        path: 'fromDay',
        params: { day: later.from_day },
      },
    )
  }
  await ctx.db
    .updateTable('directory.post')
    .set({ to_day: day })
    .where('person_id', '=', personId)
    .where('main', '=', true)
    .where(sql<boolean>`(to_day is null or to_day > ${day}::date)`)
    .execute()
}
