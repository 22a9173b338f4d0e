import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import { approvalStates } from '../states.ts'
import { type Answer, answers } from '../words.ts'
import type { ApprovalRecord } from './lock-approval.ts'

interface Settled {
  mine: boolean
  name: string
  inPlaceOf: string | null
  answer: Answer
  at: string
}

/** Why somebody who answers has nothing to answer any more, in words that say who decided what, and when. */
export async function explainRefusal(ctx: Ctx, approval: ApprovalRecord): Promise<Problem> {
  if (approval.requester_person_id && approval.requester_person_id === ctx.actor.personId)
    return new Problem(403, 'approvals.own_request')
  const settled = await lastSettled(ctx, approval)
  if (settled?.mine) {
    const outcome = ctx.say(answers[settled.answer])
    return new Problem(409, 'approvals.answered_before', { params: { outcome } })
  }
  if (settled) {
    const name = settled.inPlaceOf
      ? ctx.say({
          zh: `${settled.name}（代${settled.inPlaceOf}）`,
          en: `${settled.name} for ${settled.inPlaceOf}`,
        })
      : settled.name
    const outcome = ctx.say(answers[settled.answer])
    return new Problem(409, 'approvals.already_decided', {
      params: { name, at: localMinute(settled.at), outcome },
    })
  }
  if (approval.state !== 'PENDING') {
    const outcome = ctx.say(approvalStates.states[approval.state as keyof typeof approvalStates.states].title)
    return new Problem(409, 'approvals.already_ended', { params: { outcome } })
  }
  return new Problem(403, 'approvals.not_asked')
}

/** The last step of this round in which the actor was asked, or could have answered for somebody: who settled it. */
async function lastSettled(ctx: Ctx, approval: ApprovalRecord): Promise<Settled | undefined> {
  const { rows } = await sql<Settled>`
    with step as (
      select t.id from approvals.approval_step t join approvals.seat s on s.bureau_id = t.bureau_id and s.step_id = t.id
      where t.bureau_id = kernel.bureau() and t.approval_id = ${approval.id} and t.round = ${approval.round}
        and (s.person_id = ${ctx.actor.personId}::uuid or exists (select from approvals.substitute u
          where u.bureau_id = s.bureau_id and u.by_person_id = ${ctx.actor.personId}::uuid
            and u.from_person_id = s.person_id and approvals.stands_in(u, ${approval.type})))
      order by t.position desc limit 1
    )
    select coalesce(s.answered_by_person_id = ${ctx.actor.personId}::uuid, false) as mine, s.answered_by_name as name,
      case when s.in_place then s.person_name end as "inPlaceOf", s.answer, s.answered_at as at
    from step join approvals.seat s on s.bureau_id = kernel.bureau() and s.step_id = step.id
    where s.answer is not null
    order by s.answered_by_person_id = ${ctx.actor.personId}::uuid desc nulls last, s.answered_at desc, s.id desc
    limit 1`.execute(ctx.db)
  return rows[0]
}
