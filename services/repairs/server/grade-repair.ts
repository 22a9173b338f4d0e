import { changeItem } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { workActions } from '../actions/work-actions.ts'
import { majorStates } from '../states.ts'
import { type FaultKind, type Grade, grades, itemCodeOf, skillOf } from '../words.ts'
import { emitFor, type FoundRepair, lockRepair } from './find-repair.ts'

type Action = (typeof workActions)['gradeRepair']

const ended = ['FINISHED', 'COMPLETED', 'VOIDED', 'MERGED']

/**
 * 定级: the grade decides the route. A major work becomes a project with the major works' pledge; back to a minor
 * one it goes only while no contractor was chosen.
 * @throws Problem 409 `repairs.same_grade`, `repairs.work_over`, `repairs.works_under_way`
 */
export async function gradeRepair(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const found = await lockRepair(ctx, input.orderId)
  const { order, repair } = found
  if (ended.includes(order.state)) throw new Problem(409, 'repairs.work_over')
  const before = repair.grade as Grade
  if (before === input.grade) {
    throw new Problem(409, 'repairs.same_grade', { params: { grade: ctx.say(grades[before]) } })
  }
  await changeRoute(ctx, found, before, input)
  await ctx.db
    .updateTable('repairs.repair')
    .set({ grade: input.grade })
    .where('order_id', '=', order.id)
    .execute()
  await emitFor(ctx, order.id, 'repairs.graded', {
    before: { grade: before },
    after: { grade: input.grade },
    ...(input.reason ? { reason: input.reason } : {}),
  })
  return done
}

async function changeRoute(
  ctx: Ctx,
  { order, repair }: FoundRepair,
  before: Grade,
  { grade, reason }: InputOf<Action>,
): Promise<void> {
  if (grade !== 'MAJOR_REPAIR' && before !== 'MAJOR_REPAIR') return
  const work = await ctx.db
    .selectFrom('repairs.major_work')
    .select('state')
    .where('id', '=', order.id)
    .forUpdate()
    .executeTakeFirst()
  if (grade !== 'MAJOR_REPAIR') {
    if (work && !['SURVEY', 'QUOTED'].includes(work.state)) throw new Problem(409, 'repairs.works_under_way')
    if (work) await ctx.move(majorStates, 'regrade', order.id, { ...(reason ? { reason } : {}) })
  } else if (work) await ctx.move(majorStates, 'resurvey', order.id, { ...(reason ? { reason } : {}) })
  else await ctx.db.insertInto('repairs.major_work').values({ id: order.id, state: 'SURVEY' }).execute()
  const kind = repair.fault_kind as FaultKind
  await changeItem(ctx, order, {
    itemCode: itemCodeOf(kind, grade),
    kind,
    skill: skillOf(kind),
    reason: reason || ctx.say(grades[grade]),
  })
}
