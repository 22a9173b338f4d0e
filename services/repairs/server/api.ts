/** What others may ask of the repairs. */
export { type NewRepair, openRepair } from './open-repair.ts'
export { repairsContribution, repairsSummary } from './summarise-repairs.ts'
