import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { DeliveredEvent, EventHandler } from '#kernel/server-module.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { approvalNotices } from '../notices.ts'
import { escalationCauses } from '../words.ts'
import { describeMatter } from './describe-matter.ts'
import { readOpenStep } from './lock-approval.ts'
import { readUnitNames, type SelectedApproval, selectApprovals } from './select-approvals.ts'
import type { FindSubject } from './subject-book.ts'

interface Telling {
  ctx: Ctx
  event: DeliveredEvent
  approval: SelectedApproval
  /** What it is about, in one sentence. */
  sentence: Text
}

const about = ({ approval }: Telling) => ({
  href: `/approvals/${approval.id}` as const,
  subjectType: 'approvals.approval',
  subjectId: approval.id,
})
const same = (words: string): Text => ({ zh: words, en: words })

/** Those who may answer now: who was asked and has not answered, and who stands in for them today. */
async function whoMayAnswer(ctx: Ctx, approval: SelectedApproval): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with asked as (select s.bureau_id, s.person_id from approvals.seat s
      join approvals.approval_step t on t.bureau_id = s.bureau_id and t.id = s.step_id and t.state = 'OPEN'
      where t.bureau_id = kernel.bureau() and t.approval_id = ${approval.id} and s.answer is null and s.emptied_at is null)
    select person_id as id from asked where person_id is not null
    union select u.by_person_id from asked join approvals.substitute u on u.bureau_id = asked.bureau_id
      and u.from_person_id = asked.person_id and approvals.stands_in(u, ${approval.type})
      and u.by_person_id is distinct from ${approval.requester_person_id}::uuid`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

async function tellAsked(telling: Telling): Promise<void> {
  const { ctx, event, approval, sentence } = telling
  const step = await readOpenStep(ctx, approval.id)
  // Decided before the news went out: nobody need be told of a queue that is empty again.
  if (!step?.due_at || (event.subjectType === 'approvals.approval_step' && event.subjectId !== step.id))
    return
  const due = localMinute(step.due_at)
  await tell(ctx, approvalNotices, 'approvals.asked', {
    ...about(telling),
    to: { personIds: await whoMayAnswer(ctx, approval) },
    by: event.actorId,
    title: { zh: `请审批：${approval.label}`, en: `Please decide: ${approval.label}` },
    body: { zh: `${sentence.zh}请在 ${due} 前办理`, en: `${sentence.en} Due ${due}` },
  })
}

async function tellDueSoon(telling: Telling): Promise<void> {
  const { ctx, approval } = telling
  const step = await readOpenStep(ctx, approval.id)
  if (!step?.due_at) return
  const due = localMinute(step.due_at)
  await tell(ctx, approvalNotices, 'approvals.due_soon', {
    ...about(telling),
    to: { personIds: await whoMayAnswer(ctx, approval) },
    by: null,
    title: { zh: `快到时限：${approval.label}`, en: `Nearly due: ${approval.label}` },
    body: { zh: `请在 ${due} 前办理，超时将上报`, en: `Decide it by ${due}, or it is passed upwards` },
  })
}

/** Both sides hear of it: who is called in, and who was asked and did not answer; and the requester, whose matter it is. */
async function tellEscalated(telling: Telling): Promise<void> {
  const { ctx, event, approval, sentence } = telling
  const { because, people } = event.after as { because: keyof typeof escalationCauses; people: string[] }
  const cause = escalationCauses[because]
  const whom = people.join('、')
  await tell(ctx, approvalNotices, 'approvals.escalated', {
    ...about(telling),
    to: { personIds: [...(await whoMayAnswer(ctx, approval)), approval.requester_person_id] },
    by: null,
    title: { zh: `审批上报：${approval.label}`, en: `Passed upwards: ${approval.label}` },
    body: {
      zh: `${cause.zh}${whom && `${whom}办理`}。${sentence.zh}`,
      en: `${cause.en}${whom && ` to ${whom}`}. ${sentence.en}`,
    },
  })
}

const outcomes = {
  'approvals.approved': { zh: '已同意', en: 'Approved' },
  'approvals.refused': { zh: '不同意', en: 'Refused' },
  'approvals.returned': { zh: '退回补充', en: 'Returned for completion' },
} as const

async function tellRequester(telling: Telling): Promise<void> {
  const { ctx, event, approval } = telling
  // Nobody was asked, so there is no decision to tell of.
  if (!approval.requester_person_id || !approval.route_id) return
  const outcome = outcomes[event.type as keyof typeof outcomes]
  const by = approval.ended_by ?? event.actorName
  const reason = event.reason ? same(event.reason) : null
  await tell(
    ctx,
    approvalNotices,
    event.type === 'approvals.returned' ? 'approvals.returned' : 'approvals.decided',
    {
      ...about(telling),
      to: { personIds: [approval.requester_person_id] },
      by: event.actorId,
      title: { zh: `${outcome.zh}：${approval.label}`, en: `${outcome.en}: ${approval.label}` },
      body: reason
        ? { zh: `${by}：${reason.zh}`, en: `${by}: ${reason.en}` }
        : { zh: `${by}已办结`, en: `Decided by ${by}` },
    },
  )
}

/** Who is told of what happens to an approval; event → what tells of it. */
export function tellOfApprovals(findSubject: FindSubject): Record<string, EventHandler[]> {
  const handler =
    (work: (telling: Telling) => Promise<void>): EventHandler =>
    async (ctx, event) => {
      const note = event.after as { approvalId?: string } | null
      const id = event.subjectType === 'approvals.approval' ? event.subjectId : note?.approvalId
      const approval = id ? await selectApprovals(ctx).where('a.id', '=', id).executeTakeFirst() : undefined
      if (!approval) return
      const units = await readUnitNames(ctx, [approval], findSubject)
      const sentence = describeMatter(findSubject(approval.type), approval, units)
      await work({ ctx, event, approval, sentence })
    }
  return {
    'approvals.step_opened': [handler(tellAsked)],
    'approvals.due_soon': [handler(tellDueSoon)],
    'approvals.escalated': [handler(tellEscalated)],
    'approvals.approved': [handler(tellRequester)],
    'approvals.refused': [handler(tellRequester)],
    'approvals.returned': [handler(tellRequester)],
  }
}
