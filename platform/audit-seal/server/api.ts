export { checkHead, headWords, readHeads } from './check-head.ts'
export type { Fault } from './faults.ts'
export { beginProgress, verifyPart } from './verify-chain.ts'
