import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'

/** One day's seal; hashes in hexadecimal. */
export const Seal = Type.Object({
  id: Id,
  number: Type.Integer(),
  day: Day,
  entries: Type.Integer(),
  /** Entries that an earlier seal should have had. */
  late: Type.Integer(),
  hash: Type.String(),
  sealedAt: Moment,
})

/** The first thing that does not fit, in words. */
export const Fault = Type.Object({
  code: Type.String(),
  words: TextPair,
  seal: Nullable(Type.Integer()),
  day: Nullable(Day),
  eventId: Nullable(Type.String()),
})

export const Verification = Type.Object({
  id: Id,
  askedAt: Moment,
  askedBy: Type.String(),
  seals: Type.Integer(),
  entries: Type.Integer(),
  entriesDone: Type.Integer(),
  fault: Nullable(Fault),
  finishedAt: Nullable(Moment),
})

export const Standing = Type.Object({
  last: Nullable(Seal),
  /** `code:number:hash`: kept elsewhere, it proves that the end of the chain was not cut off. */
  head: Nullable(Type.String()),
  /** Entries written since the last seal. */
  unsealed: Type.Integer(),
  late: Type.Integer(),
  verification: Nullable(Verification),
  can: Type.Object({ verify: Type.Boolean() }),
})

/** How far a verification is: it can stop anywhere and go on from here. */
export const Progress = Type.Object({
  /** The last seal that was found right, and its hash. */
  seal: Type.Integer(),
  previous: Type.String(),
  /** The last entry that was found right, and its hash. */
  position: Type.Integer(),
  chain: Type.String(),
  /** Seals up to here have lost their entries to the retention schedule. */
  erased: Type.Integer(),
})
export type Progress = Static<typeof Progress>
