import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

/** Stands where a name stood. */
const nobody = '（已匿名）'

/** What a person asked for, was asked, and answered. */
export const approvalsPersonal: PersonalHook = {
  tables: ['approvals.approval', 'approvals.seat', 'approvals.substitute'],
  async collect(ctx, { personId }) {
    if (!personId) return []
    return [
      await sectionOf(
        ctx,
        text('提交的审批', 'Requests for approval'),
        sql`select label, facts, state, started_at, ended_at, ended_reason from approvals.approval
          where requester_person_id = ${personId} order by started_at`,
      ),
      await sectionOf(
        ctx,
        text('办理的审批', 'Approvals decided or asked for'),
        sql`select a.label, s.person_name, s.answered_by_name, s.answer, s.reason, s.asked_at, s.answered_at
          from approvals.seat s join approvals.approval_step t on t.bureau_id = s.bureau_id and t.id = s.step_id
          join approvals.approval a on a.bureau_id = t.bureau_id and a.id = t.approval_id
          where s.person_id = ${personId} or s.answered_by_person_id = ${personId} order by s.asked_at`,
      ),
      await sectionOf(
        ctx,
        text('代办', 'Substitutes'),
        sql`select from_day, to_day, reason, created_at, ended_at from approvals.substitute
          where from_person_id = ${personId} or by_person_id = ${personId} order by from_day`,
      ),
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        text('已办结申请里的姓名', 'Name in requests that have ended'),
        'ANONYMISED',
        text('审批记录是办事的依据，须保留', 'approvals are the basis of what was done and must stay'),
        sql`update approvals.approval set requester_name = ${nobody}, requester_person_id = null
          where requester_person_id = ${personId} and state not in ('PENDING', 'RETURNED')`,
      ),
      await partOf(
        ctx,
        text('办理审批的记录', 'Answers given'),
        'KEPT',
        text('谁批准了什么必须可查', 'who approved what must remain known'),
        countOf(sql`approvals.seat where person_id = ${personId} or answered_by_person_id = ${personId}`),
      ),
      await partOf(
        ctx,
        text('代办设置', 'Substitutes'),
        'KEPT',
        text(
          '说明谁代谁办理，与审批记录一起保留',
          'they say who answered for whom, and stay with the answers',
        ),
        countOf(sql`approvals.substitute where from_person_id = ${personId} or by_person_id = ${personId}`),
      ),
    ]
  },
}

export const approvalsRetention: readonly RetentionClass[] = [
  {
    name: 'approvals.requester',
    title: text('审批申请人', 'Who asked for approval'),
    what: text(
      '已办结申请里的姓名和本人关联；审批结果和谁批准的不变',
      'name and link to the requester in approvals that have ended; outcome and who decided stay',
    ),
    days: 3653,
    minimumDays: 1096,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis: {
      title: text(
        '个人信息保护法第十九条；十年为单位自定，可修改',
        'PIPL Art 19; ten years is the bureau’s own choice and can be changed',
      ),
      mark: 'C',
    },
    rows: {
      table: 'approvals.approval',
      from: "case when t.state not in ('PENDING', 'RETURNED') then t.ended_at end",
      pending: `t.requester_name <> '${nobody}'`,
      set: { requester_name: `'${nobody}'`, requester_person_id: 'null' },
      heldBy: ['id', 'requester_person_id'],
    },
  },
]
