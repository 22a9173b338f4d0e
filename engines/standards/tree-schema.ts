import { type Static, Type } from 'typebox'
import { Can, Id, Nullable, TextPair } from '#kernel/contract/action.ts'
import { Conformity, Family } from './schema.ts'

/** A document where it hangs. */
const HangingDocument = Type.Object({ id: Id, code: Type.String(), title: TextPair, inForce: Type.Boolean() })

/** A node of the standard system; counts take in everything below it. */
export const TreeNode = Type.Object({
  id: Id,
  parentId: Nullable(Id),
  /** 0 for a subsystem. */
  depth: Type.Integer(),
  code: Type.String(),
  title: TextPair,
  position: Type.Integer(),
  family: Nullable(Family),
  documents: Type.Integer(),
  inForce: Type.Integer(),
  /** No document at it or below it is in force. */
  missing: Type.Boolean(),
  planned: Type.Integer(),
  conformity: Conformity,
  /** Those that hang on this very node. */
  own: Type.Array(HangingDocument),
  can: Can,
})
export type TreeNode = Static<typeof TreeNode>

/** 草拟、现行、待完善: how the bureau stands with its standards. */
export const TreeTotals = Type.Object({
  documents: Type.Integer(),
  drafts: Type.Integer(),
  inForce: Type.Integer(),
  /** Of those in force, the ones with a proposal that no version has taken up yet. */
  toImprove: Type.Integer(),
  planned: Type.Integer(),
  /** Last nodes without a document in force. */
  missing: Type.Integer(),
})

/** What people write of a node. */
export const NodeInput = {
  code: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$' }),
  title: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  titleEn: Type.Optional(Type.String({ maxLength: 120 })),
  /** Null for a subsystem of its own. */
  parentId: Nullable(Id),
  position: Type.Integer({ minimum: 1, maximum: 999 }),
}
