import { type Static, Type } from 'typebox'
import { Can, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'

const Grade = Type.Integer({ minimum: 1, maximum: 5 })

/** A standard that is still to be written, as people put it down. */
export const PlannedInput = {
  nodeId: Id,
  title: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  /** 急用优先: 1 can wait … 5 work stands still without it. */
  urgency: Grade,
  /** 先易后难: 1 hard … 5 easy to write. */
  ease: Grade,
  /** 由低到高: 1 a post's … 5 the whole centre's; the low ones come first. */
  level: Grade,
  reason: Type.Optional(Type.String({ maxLength: 1000 })),
}

export const PlannedRow = Type.Object({
  id: Id,
  title: Type.String(),
  node: Type.Object({ id: Id, code: Type.String(), title: TextPair }),
  urgency: Type.Integer(),
  ease: Type.Integer(),
  level: Type.Integer(),
  /** 0–100; the highest is written first. */
  score: Type.Integer(),
  reason: Type.String(),
  createdAt: Moment,
  createdBy: Type.String(),
  /** What became of it; null while it waits. */
  documentId: Nullable(Id),
  dropReason: Nullable(Type.String()),
  can: Can,
})
export type PlannedRow = Static<typeof PlannedRow>
