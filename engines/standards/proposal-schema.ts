import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable } from '#kernel/contract/action.ts'

/** A change to a clause, proposed by somebody who worked to it. */
export const Proposal = Type.Object({
  id: Id,
  clauseId: Id,
  words: Type.String(),
  /** The order it was learnt from. */
  subject: Type.Object({ label: Type.String(), href: Type.String() }),
  proposedAt: Moment,
  proposedBy: Type.String(),
  state: Type.Enum(['open', 'accepted', 'declined']),
  decidedAt: Nullable(Moment),
  decidedBy: Nullable(Type.String()),
  /** Why it was accepted or declined. */
  decision: Nullable(Type.String()),
  can: Type.Record(Type.String(), Type.Boolean()),
})
export type Proposal = Static<typeof Proposal>
