import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Text } from '#kernel/contract/text.ts'
import { approvalEvents } from '../event-words.ts'
import type { approvals } from '../module.ts'
import { type Answer, answers } from '../words.ts'
import { sayFacts } from './describe-matter.ts'
import { visibleApprovals } from './policy.ts'
import { readViews } from './read-views.ts'
import { approvalRowsOf, readUnitNames, selectApprovals } from './select-approvals.ts'
import type { FindSubject } from './subject-book.ts'

type Action = (typeof approvals.actions)['readApproval']
type Detail = OutputOf<Action>

/** One approval with its facts, its way and its story. @throws Problem 404 for what the actor must not know of */
export async function readApproval(
  ctx: Ctx,
  { approvalId }: InputOf<Action>,
  findSubject: FindSubject,
): Promise<Detail> {
  const found = await selectApprovals(ctx)
    .where('a.id', '=', approvalId)
    .where(visibleApprovals(ctx))
    .executeTakeFirst()
  if (!found) throw new Problem(404, 'kernel.not_found')
  const [row] = await approvalRowsOf(ctx, [found], findSubject)
  const [approval] = await readViews(ctx, [approvalId])
  const units = await readUnitNames(ctx, [found], findSubject)
  const facts = sayFacts(findSubject(found.type), found, units)
  return { row: row!, approval: approval!, facts, history: await readHistory(ctx, approvalId) }
}

interface Told {
  id: string
  at: string
  actor_name: string
  type: keyof typeof approvalEvents
  reason: string | null
  after: { answer?: Answer; inPlaceOf?: string; people?: string[] } | null
}

/** What happened, the latest first; which step opened for whom is in the steps themselves. */
async function readHistory(ctx: Ctx, approvalId: string): Promise<Detail['history']> {
  const { rows } = await sql<Told>`
    select id, at, actor_name, type, reason, after from kernel.event
    where bureau_id = kernel.bureau() and subject_id = ${approvalId} and type like 'approvals.%'
    order by at desc, id desc limit 200`.execute(ctx.db)
  return rows.map(({ id, at, actor_name: actorName, reason, ...told }) => ({
    id,
    at,
    actorName,
    title: titleOf(told),
    reason,
  }))
}

function titleOf({ type, after }: Pick<Told, 'type' | 'after'>): Text {
  const { zh, en } = approvalEvents[type] ?? { zh: '变更', en: 'Changed' }
  if (after?.answer) {
    const answer = answers[after.answer]
    return after.inPlaceOf
      ? { zh: `代${after.inPlaceOf}${answer.zh}`, en: `${answer.en} in the place of ${after.inPlaceOf}` }
      : answer
  }
  const people = after?.people?.join('、')
  return people ? { zh: `${zh}：${people}`, en: `${en}: ${people}` } : { zh, en }
}
