import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { directory } from '../module.ts'
import { requireClosable } from './close-place.ts'
import { lockUnit } from './find-rows.ts'

type Action = (typeof directory.actions)['closeUnit']

/** @throws Problem 404, 409 while it has people or units below it, or is closed already; 422 on an impossible day */
export async function closeUnit(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const unit = await lockUnit(ctx, input.unitId)
  requireClosable(unit, input.day)
  const { rows } = await sql<{ people: number; children: number }>`
    select
      (select count(distinct post.person_id) from directory.post
        where unit_id = ${unit.id} and (to_day is null or to_day > ${input.day}::date)) as people,
      (select count(*) from directory.unit
        where parent_id = ${unit.id} and (closed_on is null or closed_on > ${input.day}::date)) as children
  `.execute(ctx.db)
  const { people, children } = rows[0]!
  if (people + children > 0)
    throw new Problem(409, 'directory.unit_in_use', { params: { name: unit.name, people, children } })
  await ctx.db.updateTable('directory.unit').set({ closed_on: input.day }).where('id', '=', unit.id).execute()
  await ctx.emit({
    type: 'directory.unit_closed',
    subjectType: 'directory.unit',
    subjectId: unit.id,
    before: { closed_on: null },
    after: { closed_on: input.day },
    reason: input.reason,
  })
  return done
}
