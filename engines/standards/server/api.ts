/** What others may ask of the standards engine. */

export type { ChecklistAnswer, ChecklistLine, ChecklistScore, ExecutedLine } from '../schema.ts'
export { scoreChecklist } from '../score-checklist.ts'
export { checkProposal } from './check-proposal.ts'
export { ensureStandards } from './ensure-standards.ts'
export { expectChecklist } from './expect-checklist.ts'
export type { ChecklistSubject } from './open-checklist.ts'
export { type NewProposal, proposeChange } from './propose-change.ts'
export { readChecklist } from './read-checklist.ts'
export { recordChecklist } from './record-checklist.ts'
export { registerClauseUse } from './register-clause-use.ts'
export { checklistFor, clauseIds } from './select-checklist.ts'
export { conformityOf, type SubjectConformity, subjectFigure } from './subject-conformity.ts'
