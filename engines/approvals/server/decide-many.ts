import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { fillText } from '#kernel/i18n/say-text.ts'
import { kernelProblems } from '#kernel/problems.ts'
import type { approvals } from '../module.ts'
import { approvalProblems } from '../problems.ts'
import { decide } from './decide.ts'
import type { FindSubject } from './subject-book.ts'

type Action = (typeof approvals.actions)['decideMany']
type Results = OutputOf<Action>['results']

/** 批量办理: each by itself, so that one that was decided meanwhile takes nothing from the others. */
export async function decideMany(
  ctx: Ctx,
  { approvalIds, answer, reason }: InputOf<Action>,
  findSubject: FindSubject,
): Promise<OutputOf<Action>> {
  const labels = await readLabels(ctx, approvalIds)
  const results: Results = []
  // In order of id, so that two people's bulk decisions wait for each other instead of blocking both.
  for (const approvalId of [...approvalIds].sort()) {
    await sql`savepoint one_row`.execute(ctx.db)
    try {
      const { words } = await decide(ctx, { approvalId, answer, ...(reason ? { reason } : {}) }, findSubject)
      await sql`release savepoint one_row`.execute(ctx.db)
      results.push({ approvalId, label: labels.get(approvalId) ?? '', ok: true, words })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await sql`rollback to savepoint one_row`.execute(ctx.db)
      // What the actor must not know of keeps its name, too.
      const label = error.status === 404 ? '' : (labels.get(approvalId) ?? '')
      results.push({ approvalId, label, ok: false, words: wordsOf(ctx, error) })
    }
  }
  return { results }
}

async function readLabels(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('approvals.approval')
    .select(['id', 'label'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, label }) => [id, label]))
}

function wordsOf(ctx: Ctx, problem: Problem): string {
  const words =
    approvalProblems[problem.code] ?? kernelProblems[problem.code] ?? kernelProblems['kernel.bad_input']!
  return fillText(ctx.say(words), problem.params)
}
