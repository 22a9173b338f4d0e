import { Type } from 'typebox'
import { Id, Moment, Nullable, TextPair } from './contract/action.ts'
import { allRoles, type Office, offices, type Role } from './contract/roles.ts'

export const RoleName = Type.Unsafe<Role>(Type.String({ enum: [...allRoles] }))
export const UserName = Type.String({ minLength: 2, maxLength: 64 })
export const Password = Type.String({ minLength: 1, maxLength: 128 })

export const Session = Type.Object({
  userId: Id,
  userName: Type.String(),
  name: Type.String(),
  personId: Nullable(Id),
  unitId: Nullable(Id),
  unitName: Nullable(Type.String()),
  roles: Type.Array(RoleName),
  permissions: Type.Array(Type.String()),
  bureau: Type.Object({ id: Id, name: Type.String(), demo: Type.Boolean() }),
  centre: Type.Boolean(),
  /** What must be done before anything else. */
  owes: Nullable(Type.Union([Type.Literal('password'), Type.Literal('second-factor')])),
  secondFactor: Type.Boolean(),
  /** When the password must be changed, once that is near. */
  passwordEndsAt: Nullable(Moment),
  /** After so many seconds without a touch of the person the session ends; 0: never. */
  idleSeconds: Type.Integer(),
  /** The three administrators are separate. */
  separate: Type.Boolean(),
})

export const Token = Type.Object({
  id: Id,
  title: Type.String(),
  createdAt: Moment,
  lastUsedAt: Nullable(Moment),
  expiresAt: Moment,
  /** Null: everything its owner may do. */
  scopes: Nullable(Type.Array(Type.String())),
})

/** `read` for every read, `orders.read`, `orders.write`. */
export const TokenScopes = Type.Array(Type.String({ pattern: '^(read|[a-z][a-z-]{1,40}\\.(read|write))$' }), {
  minItems: 1,
  maxItems: 60,
})

/** Whose doings: of one of the three administrators, or of any. */
export const AuditOffice = Type.Unsafe<Office | 'any'>(Type.String({ enum: [...offices, 'any'] }))

export const Account = Type.Object({
  id: Id,
  userName: Type.String(),
  name: Type.String(),
  personId: Nullable(Id),
  roles: Type.Array(RoleName),
  disabled: Type.Boolean(),
  secondFactor: Type.Boolean(),
  lockedUntil: Nullable(Moment),
})

export const StoredFile = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
})

export const ImportRemark = Type.Object({
  line: Type.Integer(),
  column: Type.String(),
  code: Type.String(),
  message: Type.String(),
})

export const ImportReport = Type.Object({
  rows: Type.Integer(),
  accepted: Type.Integer(),
  changed: Type.Integer(),
  written: Type.Boolean(),
  refused: Type.Array(ImportRemark),
  warnings: Type.Array(ImportRemark),
})

export const HistoryEntry = Type.Object({
  id: Id,
  at: Moment,
  actorName: Type.String(),
  type: Type.String(),
  title: TextPair,
  subjectType: Type.String(),
  subjectId: Nullable(Id),
  reason: Nullable(Type.String()),
  before: Type.Unknown(),
  after: Type.Unknown(),
})

export const SavedView = Type.Object({
  id: Id,
  list: Type.String(),
  name: Type.String(),
  query: Type.String(),
  shared: Type.Boolean(),
  mine: Type.Boolean(),
})

export const ImportKindName = Type.String({ pattern: '^[a-z][a-z-]{1,40}$' })

/** An import behind the page. `rowsRead` of the file, `rowsTaken` by the module so far; the rest once it is over. */
export const ImportRun = Type.Object({
  id: Id,
  kind: Type.String(),
  fileName: Type.String(),
  mode: Type.String(),
  partial: Type.Boolean(),
  state: Type.Union(
    (['queued', 'running', 'done', 'cancelled', 'failed', 'interrupted'] as const).map((state) =>
      Type.Literal(state),
    ),
  ),
  startedAt: Moment,
  endedAt: Nullable(Moment),
  rowsRead: Type.Integer(),
  rowsTaken: Type.Integer(),
  accepted: Type.Integer(),
  changed: Type.Integer(),
  refused: Type.Integer(),
  written: Type.Boolean(),
  /** Why the file as a whole was not taken, in the reader's language. */
  problem: Nullable(Type.String()),
})

export const ImportFinding = Type.Object({
  position: Type.Integer(),
  refused: Type.Boolean(),
  line: Type.Integer(),
  column: Type.String(),
  code: Type.String(),
  message: Type.String(),
})
