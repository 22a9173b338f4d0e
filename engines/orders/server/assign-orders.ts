import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { fillText } from '#kernel/i18n/say-text.ts'
import { kernelProblems } from '#kernel/problems.ts'
import type { orders } from '../module.ts'
import { orderProblems } from '../problems.ts'
import { assignOrder } from './assign-order.ts'

type Actions = typeof orders.actions
type Results = OutputOf<Actions['assignOrders']>['results']

/** 批量派单: each row by itself, so that one refusal takes nothing from the others. */
export async function assignOrders(
  ctx: Ctx,
  input: InputOf<Actions['assignOrders']>,
): Promise<OutputOf<Actions['assignOrders']>> {
  const results: Results = []
  // In order of id, so that two people's bulk assignments wait for each other instead of blocking both.
  for (const orderId of [...input.orderIds].sort()) {
    await sql`savepoint one_row`.execute(ctx.db)
    try {
      const { number } = await assignOrder(ctx, { ...input, orderId })
      await sql`release savepoint one_row`.execute(ctx.db)
      results.push({ orderId, number, ok: true, code: null, message: null })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await sql`rollback to savepoint one_row`.execute(ctx.db)
      results.push({ orderId, number: null, ok: false, code: error.code, message: wordsOf(ctx, error) })
    }
  }
  return { results }
}

function wordsOf(ctx: Ctx, problem: Problem): string {
  const words =
    orderProblems[problem.code] ?? kernelProblems[problem.code] ?? kernelProblems['kernel.bad_input']!
  return fillText(ctx.say(words), problem.params)
}
