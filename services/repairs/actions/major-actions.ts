import { Type } from 'typebox'
import { Day, Done, Id, Moment, Nullable, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Fen, Verdict, Words } from '../schema.ts'

const orderId = Id
const permission = 'repairs.manage-works'
const Contractor = Type.String({ minLength: 2, maxLength: 100 })
const Note = Type.String({ maxLength: 2000 })
const Made = Type.Object({ id: Id })

/** The project route of a major work: survey, quotes, choice, works, verification. */
export const majorActions = {
  surveyWork: write({
    path: '/repairs/:orderId/surveys',
    permission,
    input: Type.Object({
      orderId,
      contractor: Contractor,
      surveyedAt: Type.Optional(Moment),
      findings: Words,
    }),
    output: Made,
    summary: text('登记现场勘查', 'Record a survey by a contractor'),
  }),
  addQuote: write({
    path: '/repairs/:orderId/quotes',
    permission,
    input: Type.Object({ orderId, contractor: Contractor, amountFen: Fen, content: Type.Optional(Note) }),
    output: Made,
    summary: text('登记报价', 'Record a quote'),
  }),
  chooseContractor: write({
    path: '/repairs/:orderId/choice',
    permission,
    input: Type.Object({ orderId, quoteId: Id, reason: Type.Optional(Note) }),
    output: Done,
    summary: text('选定施工单位', 'Choose the contractor'),
  }),
  startWorks: write({
    path: '/repairs/:orderId/works',
    permission,
    input: Type.Object({ orderId, startedOn: Type.Optional(Day), plannedTo: Day }),
    output: Done,
    summary: text('开工', 'Start the works'),
  }),
  finishWorks: write({
    path: '/repairs/:orderId/works-completion',
    permission,
    input: Type.Object({ orderId, finishedOn: Type.Optional(Day), note: Type.Optional(Note) }),
    output: Done,
    summary: text('施工完成', 'Finish the works'),
  }),
  planVerification: write({
    path: '/repairs/:orderId/verification-plan',
    permission,
    input: Type.Object({
      orderId,
      /** 雨后: what must happen before the result can be judged. */
      condition: Type.String({ minLength: 1, maxLength: 100 }),
      dueOn: Type.Optional(Nullable(Day)),
    }),
    output: Done,
    summary: text('约定验证条件', 'Plan the verification'),
  }),
  verifyWorks: write({
    path: '/repairs/:orderId/verifications',
    permission,
    input: Type.Object({
      orderId,
      /** How the condition was met: 7月9日暴雨后 */
      condition: Type.String({ minLength: 1, maxLength: 200 }),
      result: Verdict,
      note: Type.Optional(Note),
    }),
    output: Made,
    summary: text('登记验证结果', 'Record a verification'),
  }),
}
