import { type Static, Type } from 'typebox'
import { Day, Id, Nullable, TextPair } from '#kernel/contract/action.ts'

/** `\S`: something must be said, blanks do not count. */
const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

/** An outside source that a standard, or one clause of it, was taken from. */
const source = {
  title: words(200),
  /** `DB3301/T 0298-2024`; many sources have none. */
  number: Type.Optional(Type.String({ maxLength: 60 })),
  article: Type.Optional(Type.String({ maxLength: 60 })),
  organisation: words(100),
  borrowedOn: Day,
  /** How it was fitted to this house. */
  adaptation: words(1000),
}

/** As a person writes it; `clauseCode` null when the whole standard was borrowed. */
export const BorrowingInput = Type.Object({ clauseCode: Nullable(Type.String({ maxLength: 41 })), ...source })
export type BorrowingInput = Static<typeof BorrowingInput>

/** A source that this version does not keep any more, and why. */
export const SourceRemoval = Type.Object({ borrowingId: Id, reason: words(1000) })
export type SourceRemoval = Static<typeof SourceRemoval>

/** A source as it stands beside a version or a clause. */
export const Borrowing = Type.Object({
  id: Id,
  title: Type.String(),
  number: Type.String(),
  article: Type.String(),
  organisation: Type.String(),
  borrowedOn: Day,
  adaptation: Type.String(),
  /** The version that brought it; later ones keep it. */
  since: Type.Integer(),
  /** Why the shown version does not keep it any more; null while it is kept. */
  removal: Nullable(Type.String()),
})
export type Borrowing = Static<typeof Borrowing>

/** One use of a source in the list by source. */
export const BorrowedClause = Type.Object({
  ...Borrowing.properties,
  documentId: Id,
  documentCode: Type.String(),
  documentTitle: TextPair,
  /** Null when the whole standard was borrowed. */
  clauseCode: Nullable(Type.String()),
  clauseTitle: Nullable(TextPair),
})
export type BorrowedClause = Static<typeof BorrowedClause>

export const BorrowedSource = Type.Object({
  title: Type.String(),
  number: Type.String(),
  organisation: Type.String(),
  kept: Type.Integer(),
  clauses: Type.Array(BorrowedClause),
})
