import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'

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

/** A version's wording. */
export const VersionInput = {
  source: Type.String({ minLength: 1, maxLength: 300 }),
  changeNote: Type.Optional(Type.String({ maxLength: 1000 })),
  clauses: Type.Array(ClauseInput, { minItems: 1, maxItems: 200 }),
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
  can: Type.Record(Type.String(), Type.Boolean()),
})

export const DocumentRow = Type.Object({
  id: Id,
  code: Type.String(),
  title: TextPair,
  family: Family,
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
  family: Family,
  versions: Type.Array(VersionRow),
  /** The version shown below. */
  version: Nullable(VersionRow),
  clauses: Type.Array(ClauseView),
  can: Type.Record(Type.String(), Type.Boolean()),
})
