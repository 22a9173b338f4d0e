import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { directory } from '../module.ts'
import { requireFreeCampus } from './create-campus.ts'
import { differences } from './differences.ts'
import { lockCampus } from './find-rows.ts'

type Action = (typeof directory.actions)['changeCampus']

/** @throws Problem 404, 409 when code or name is taken */
export async function changeCampus(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const campus = await lockCampus(ctx, input.campusId)
  const { code, name, address } = input
  const { before, after, changed } = differences(campus, { code, name, address })
  if (!changed) return done
  await requireFreeCampus(ctx, { code, name }, campus.id)
  await ctx.db.updateTable('directory.campus').set(after).where('id', '=', campus.id).execute()
  await ctx.emit({
    type: 'directory.campus_changed',
    subjectType: 'directory.campus',
    subjectId: campus.id,
    before,
    after,
  })
  return done
}
