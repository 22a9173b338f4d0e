import { Type } from 'typebox'
import { download, Id, Nothing, Nullable, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  AnswerName,
  ApprovalRow,
  ApprovalState,
  ApprovalView,
  Format,
  Reason,
  TextSentence,
  TypeName,
} from './schema.ts'

const inboxFilters = {
  type: Type.Optional(TypeName),
  unitId: Type.Optional(Id),
  overdue: Type.Optional(Type.Boolean()),
}
const listFilters = {
  ...inboxFilters,
  state: Type.Optional(Type.Array(ApprovalState, { maxItems: 5 })),
  search: Type.Optional(Type.String({ maxLength: 100 })),
  sort: Type.Optional(Type.Enum(['started', '-started'])),
}
const Answered = Type.Object({ state: ApprovalState, words: Type.String() })

/** What waits for me, what I asked for, and everything for those who watch. */
export const decideActions = {
  listInbox: read({
    path: '/approvals/inbox',
    permission: 'approvals.decide',
    input: Type.Object({ ...paging, ...inboxFilters }),
    output: PageOf(ApprovalRow),
    summary: text(
      '等我办理的审批，以本人或代他人的名义',
      'What waits for me, in my own name or in another’s place',
    ),
  }),
  countInbox: read({
    path: '/approvals/inbox/count',
    permission: 'approvals.decide',
    input: Nothing,
    output: Type.Object({ waiting: Type.Integer(), overdue: Type.Integer() }),
    summary: text('等我办理的件数', 'How many wait for me'),
  }),
  exportInbox: download({
    path: '/approvals/inbox/export',
    permission: 'approvals.decide',
    input: Type.Object({ ...inboxFilters, format: Format }),
    summary: text('导出等我办理的审批', 'Export what waits for me'),
  }),
  listMine: read({
    path: '/approvals/mine',
    permission: 'approvals.decide',
    input: Type.Object({ ...paging, ...listFilters }),
    output: PageOf(ApprovalRow),
    summary: text('我提交的审批', 'What I asked for'),
  }),
  exportMine: download({
    path: '/approvals/mine/export',
    permission: 'approvals.decide',
    input: Type.Object({ ...listFilters, format: Format }),
    summary: text('导出我提交的审批', 'Export what I asked for'),
  }),
  listApprovals: read({
    path: '/approvals',
    permission: 'approvals.read-all',
    input: Type.Object({ ...paging, ...listFilters }),
    output: PageOf(ApprovalRow),
    summary: text('全部审批', 'Every approval'),
  }),
  exportApprovals: download({
    path: '/approvals/export',
    permission: 'approvals.read-all',
    input: Type.Object({ ...listFilters, format: Format }),
    summary: text('导出审批', 'Export approvals'),
  }),
  readApproval: read({
    path: '/approvals/:approvalId',
    permission: 'signed-in',
    input: Type.Object({ approvalId: Id }),
    output: Type.Object({
      row: ApprovalRow,
      approval: ApprovalView,
      facts: Type.Array(Type.Object({ title: TextSentence, value: TextSentence })),
      history: Type.Array(
        Type.Object({
          id: Id,
          at: Type.String({ format: 'date-time' }),
          actorName: Type.String(),
          title: TextSentence,
          reason: Nullable(Type.String()),
        }),
      ),
    }),
    summary: text('一份审批和它的经过', 'One approval with its story'),
  }),
  decide: write({
    path: '/approvals/:approvalId/decision',
    permission: 'approvals.decide',
    input: Type.Object({ approvalId: Id, answer: AnswerName, reason: Type.Optional(Reason) }),
    output: Answered,
    summary: text('同意、不同意或退回', 'Approve, refuse or return'),
  }),
  decideMany: write({
    path: '/approvals/decisions',
    permission: 'approvals.decide',
    input: Type.Object({
      approvalIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
      answer: AnswerName,
      reason: Type.Optional(Reason),
    }),
    output: Type.Object({
      results: Type.Array(
        Type.Object({ approvalId: Id, label: Type.String(), ok: Type.Boolean(), words: Type.String() }),
      ),
    }),
    summary: text('批量办理，每件各有结果', 'Decide many, with a result for each'),
  }),
  withdraw: write({
    path: '/approvals/:approvalId/withdrawal',
    permission: 'approvals.decide',
    input: Type.Object({ approvalId: Id, reason: Reason }),
    output: Type.Object({ done: Type.Literal(true) }),
    summary: text('撤回我的申请', 'Withdraw the own request'),
  }),
}
