import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { judgeStep } from '../judge-step.ts'
import type { approvals } from '../module.ts'
import { approvalStates, stepStates } from '../states.ts'
import type { Answer, Mode } from '../words.ts'
import { emptySeats, endApproval } from './end-approval.ts'
import { explainRefusal } from './explain-refusal.ts'
import { type ApprovalRecord, lockApproval, readOpenStep } from './lock-approval.ts'
import { openNextStep } from './open-step.ts'
import { requireVisible } from './policy.ts'
import type { FindSubject } from './subject-book.ts'

type Actions = typeof approvals.actions
type Decided = OutputOf<Actions['decide']>

/**
 * Answers in the own name and for everybody whose substitute the actor is in this step. Whoever comes second finds the
 * step decided and changes nothing.
 * @throws Problem 404 unknown to the actor; 403 `approvals.own_request`, `approvals.not_asked`; 409
 *   `approvals.already_decided`, `approvals.already_ended`, `approvals.answered_before`; 422 `approvals.reason_needed`
 */
export async function decide(
  ctx: Ctx,
  { approvalId, answer, reason }: InputOf<Actions['decide']>,
  findSubject: FindSubject,
): Promise<Decided> {
  const approval = await lockApproval(ctx, approvalId)
  await requireVisible(ctx, approvalId)
  const seats = await findSeats(ctx, approvalId)
  if (seats.length === 0) throw await explainRefusal(ctx, approval)
  const why = reason?.trim() || null
  if (answer !== 'APPROVE' && !why) throw new Problem(422, 'approvals.reason_needed', { path: 'reason' })
  await writeAnswers(ctx, approval, seats, answer, why)
  return settle(ctx, approval, why, findSubject)
}

interface OwnSeat {
  id: string
  name: string
  inPlace: boolean
}

async function findSeats(ctx: Ctx, approvalId: string): Promise<OwnSeat[]> {
  const { personId } = ctx.actor
  if (!personId) return []
  const { rows } = await sql<OwnSeat>`
    select seat_id as id, for_name as name, for_person_id <> ${personId}::uuid as "inPlace"
    from approvals.answerable(${personId}::uuid) where approval_id = ${approvalId} order by 3, 1`.execute(
    ctx.db,
  )
  return rows
}

async function writeAnswers(
  ctx: Ctx,
  approval: ApprovalRecord,
  seats: readonly OwnSeat[],
  answer: Answer,
  reason: string | null,
): Promise<void> {
  for (const { id, name, inPlace } of seats) {
    await ctx.db
      .updateTable('approvals.seat')
      .set({
        answer,
        answered_at: ctx.now,
        answered_by_person_id: ctx.actor.personId,
        answered_by_name: ctx.actor.name,
        in_place: inPlace,
        reason,
      })
      .where('id', '=', id)
      .execute()
    await ctx.emit({
      type: 'approvals.answered',
      subjectType: 'approvals.approval',
      subjectId: approval.id,
      after: { answer, seatId: id, ...(inPlace ? { inPlaceOf: name } : {}) },
      ...(reason ? { reason } : {}),
    })
  }
}

const transitions = { PASSED: 'pass', REFUSED: 'refuse', RETURNED: 'return' } as const

/** What the answers make of the step, and of the whole. */
async function settle(
  ctx: Ctx,
  approval: ApprovalRecord,
  reason: string | null,
  findSubject: FindSubject,
): Promise<Decided> {
  const step = (await readOpenStep(ctx, approval.id))!
  const verdict = judgeStep(
    { mode: step.mode as Mode, asked: step.asked!, needed: step.needed! },
    step.seats.map(({ kind, answer }) => ({
      kind: kind as 'ASKED' | 'ESCALATED',
      answer: answer as Answer | null,
    })),
  )
  if (!verdict)
    return { state: 'PENDING', words: ctx.say(text('已答复，等其他人', 'Answered; others are awaited')) }
  await emptySeats(ctx, step.id)
  await ctx.move(stepStates, transitions[verdict], step.id, {
    set: { ended_at: ctx.now },
    note: { approvalId: approval.id },
    ...(reason ? { reason } : {}),
  })
  if (verdict === 'PASSED' && (await openNextStep(ctx, approval)))
    return {
      state: 'PENDING',
      words: ctx.say(text('已同意，交下一步办理', 'Approved; it goes on to the next step')),
    }
  const outcome = verdict === 'PASSED' ? 'APPROVED' : verdict
  const by = { name: ctx.actor.name, reason }
  await endApproval(ctx, approval, outcome, by)
  await findSubject(approval.type)?.decided(ctx, approval.subject_id, outcome, by)
  return { state: outcome, words: ctx.say(approvalStates.states[outcome].title) }
}
