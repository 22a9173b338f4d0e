/** What a service may ask of approvals. The wire shapes are in `../schema.ts`, the words in `../words.ts`. */
export { ensureRoute } from './ensure-route.ts'
export { approvalsServer } from './index.ts'
export { approvalsOf } from './read-views.ts'
export { type PastApproval, recordPast } from './record-past.ts'
export { type NewApproval, resubmitApproval, type Started, startApproval } from './start-approval.ts'
export type { ApprovalSubject, FactKind, Outcome } from './subject.ts'
export { withdrawApproval } from './withdraw-approval.ts'
