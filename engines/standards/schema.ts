import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { Borrowing, BorrowingInput, SourceRemoval } from './borrowing-schema.ts'
import { FormFinding, PartName } from './form/finding.ts'

export const families = ['GENERAL_FOUNDATION', 'SERVICE_SUPPORT', 'SERVICE_PROVISION'] as const
export const Family = Type.Enum(families)
export const VersionState = Type.Union([
  Type.Literal('draft'),
  Type.Literal('issued'),
  Type.Literal('withdrawn'),
])

/** What a reading must lie within; one of the bounds may be absent. */
export const Limit = Type.Object({
  min: Nullable(Type.Number()),
  max: Nullable(Type.Number()),
  unit: Type.String({ minLength: 1, maxLength: 20 }),
})

/** One line of a checklist, at the version it was written in. */
export const ChecklistLine = Type.Object({
  id: Id,
  versionId: Id,
  clauseCode: Type.String(),
  clauseTitle: TextPair,
  text: TextPair,
  mandatory: Type.Boolean(),
  needsPhoto: Type.Boolean(),
  allowsNa: Type.Boolean(),
  limit: Nullable(Limit),
})
export type ChecklistLine = Static<typeof ChecklistLine>

export const Result = Type.Union([Type.Literal('OK'), Type.Literal('NOT_OK'), Type.Literal('NA')])

/** What somebody found at one line. `photoId` is an uploaded file; `reading` is needed where the line has a limit. */
export const ChecklistAnswer = Type.Object({
  lineId: Id,
  result: Result,
  reading: Type.Optional(Nullable(Type.Number({ minimum: -1e9, maximum: 1e9 }))),
  remark: Type.Optional(Type.String({ maxLength: 1000 })),
  photoId: Type.Optional(Nullable(Id)),
})
export type ChecklistAnswer = Static<typeof ChecklistAnswer>

/** A line as it was carried out. */
export const ExecutedLine = Type.Object({
  line: ChecklistLine,
  result: Result,
  reading: Nullable(Type.Number()),
  remark: Type.String(),
  photoId: Nullable(Id),
  by: Type.String(),
  at: Moment,
})
export type ExecutedLine = Static<typeof ExecutedLine>

/** How a checklist came out; see `scoreChecklist`. */
export const ChecklistScore = Type.Object({
  base: Type.Integer(),
  ok: Type.Integer(),
  notOk: Type.Integer(),
  notApplicable: Type.Integer(),
  missing: Type.Integer(),
  score: Nullable(Type.Number()),
  full: Type.Boolean(),
})
export type ChecklistScore = Static<typeof ChecklistScore>

const Line = Type.Object({
  text: Type.String({ minLength: 1, maxLength: 200 }),
  textEn: Type.Optional(Type.String({ maxLength: 400 })),
  mandatory: Type.Boolean(),
  needsPhoto: Type.Optional(Type.Boolean()),
  allowsNa: Type.Optional(Type.Boolean()),
  limit: Type.Optional(Nullable(Limit)),
})

/** A clause as a person writes it. */
export const ClauseInput = Type.Object({
  code: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,40}$' }),
  title: Type.String({ minLength: 1, maxLength: 100 }),
  titleEn: Type.Optional(Type.String({ maxLength: 200 })),
  body: Type.String({ minLength: 1, maxLength: 2000 }),
  bodyEn: Type.Optional(Type.String({ maxLength: 4000 })),
  lines: Type.Array(Line, { maxItems: 30 }),
})
export type ClauseInput = Static<typeof ClauseInput>

/** 范围, 责任岗位 …: what a version says besides its clauses. */
export const PartInput = Type.Object({
  part: PartName,
  body: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
  bodyEn: Type.Optional(Type.String({ maxLength: 4000 })),
})

/**
 * A version's wording. What is left out of `parts`, `borrowed` and `removedSources` altogether stays as it is: in the
 * draft, or for a new version in the one before. `borrowed` are the sources this version brings; those of earlier
 * versions are kept unless `removedSources` names them.
 */
export const VersionInput = {
  source: Type.String({ minLength: 1, maxLength: 300 }),
  changeNote: Type.Optional(Type.String({ maxLength: 1000 })),
  clauses: Type.Array(ClauseInput, { minItems: 1, maxItems: 200 }),
  parts: Type.Optional(Type.Array(PartInput, { maxItems: 4 })),
  borrowed: Type.Optional(Type.Array(BorrowingInput, { maxItems: 200 })),
  removedSources: Type.Optional(Type.Array(SourceRemoval, { maxItems: 200 })),
}

/** How often a clause's mandatory lines were met; N/A is left out. */
export const Conformity = Type.Object({
  base: Type.Integer(),
  ok: Type.Integer(),
  rate: Nullable(Type.Number()),
})

export const ClauseView = Type.Object({
  id: Id,
  code: Type.String(),
  title: TextPair,
  body: TextPair,
  lines: Type.Array(ChecklistLine),
  uses: Type.Array(Type.Object({ label: TextPair, href: Type.String() })),
  conformity: Conformity,
  /** What it was taken from; with the sources that this very version removed. */
  borrowed: Type.Array(Borrowing),
})

export const VersionRow = Type.Object({
  id: Id,
  number: Type.Integer(),
  state: VersionState,
  /** Whether it is the one in force today. */
  inForce: Type.Boolean(),
  source: Type.String(),
  changeNote: Type.String(),
  createdBy: Type.String(),
  createdAt: Moment,
  issuedAt: Nullable(Moment),
  withdrawnAt: Nullable(Moment),
  /** What the check of form found at its issue; null for a draft, and where there was no check yet. */
  findings: Nullable(Type.Array(FormFinding)),
  can: Type.Record(Type.String(), Type.Boolean()),
})

/** The node of the standard system a document hangs on. */
const NodeName = Type.Object({ id: Id, code: Type.String(), title: TextPair })

export const stages = ['DRAFT', 'IN_FORCE', 'TO_IMPROVE', 'WITHDRAWN'] as const

export const DocumentRow = Type.Object({
  id: Id,
  code: Type.String(),
  title: TextPair,
  /** Of the root its node stands under; null where people added a root of their own. */
  family: Nullable(Family),
  node: NodeName,
  /** 草拟 → 现行 → 待完善: in force, with a proposal that no version has taken up. */
  stage: Type.Enum(stages),
  currentVersion: Nullable(Type.Integer()),
  issuedAt: Nullable(Moment),
  clauses: Type.Integer(),
  lines: Type.Integer(),
  conformity: Conformity,
  can: Type.Record(Type.String(), Type.Boolean()),
})

export const DocumentView = Type.Object({
  id: Id,
  code: Type.String(),
  title: TextPair,
  family: Nullable(Family),
  node: NodeName,
  versions: Type.Array(VersionRow),
  /** The version shown below. */
  version: Nullable(VersionRow),
  clauses: Type.Array(ClauseView),
  parts: Type.Array(Type.Object({ part: PartName, body: TextPair })),
  /** Sources of the whole standard; those of a clause stand with it. */
  borrowed: Type.Array(Borrowing),
  can: Type.Record(Type.String(), Type.Boolean()),
})
