/** What others may ask of the standards engine. */

export type { ChecklistAnswer, ChecklistLine, ChecklistScore, ExecutedLine } from '../schema.ts'
export { scoreChecklist } from '../score-checklist.ts'
export { ensureStandards } from './ensure-standards.ts'
export { type NewProposal, proposeChange } from './propose-change.ts'
export { readChecklist } from './read-checklist.ts'
export { type ChecklistSubject, recordChecklist } from './record-checklist.ts'
export { registerClauseUse } from './register-clause-use.ts'
export { checklistFor, clauseIds } from './select-checklist.ts'
