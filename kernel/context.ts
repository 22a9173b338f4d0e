import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Role } from './contract/roles.ts'
import type { StateMachine } from './contract/states.ts'
import type { Locale, Text } from './contract/text.ts'
import type { Db } from './database/connect.ts'

/** Who is acting. `userId` is null for the system's own jobs and for people without an account. */
export interface Actor {
  userId: string | null
  userName: string | null
  /** As written into the history. */
  name: string
  personId: string | null
  unitId: string | null
  roles: readonly Role[]
  permissions: ReadonlySet<string>
  source: 'session' | 'token' | 'job' | 'import' | 'public'
  /** Of `identity.session`; null without one. */
  sessionId: string | null
  /** What this person must do before anything else. */
  owes: Duty | null
}

/** A new password, because the old one has aged; a second factor, because the role needs one. */
export type Duty = 'password' | 'second-factor'

/** One thing that happened: it becomes history, and handlers hear of it after the commit. */
export interface EventInput {
  type: string
  subjectType: string
  subjectId: string | null
  before?: unknown
  after?: unknown
  reason?: string
}

export interface Upload {
  fileName: string
  bytes: Buffer
}

export interface MoveOptions {
  /** Columns written together with the state. */
  set?: Record<string, unknown>
  reason?: string
  /** More for the history than the changed columns. */
  note?: Record<string, unknown>
}

/** Everything a handler may use. `db` is the transaction; there is no other handle to the data. */
export interface Ctx {
  readonly db: Db
  readonly bureauId: string
  readonly actor: Actor
  readonly locale: Locale
  readonly requestId: string
  /** The one moment of this request; never `new Date()`. */
  readonly now: Date
  readonly upload: Upload | null
  /** When the caller says it was done, where that was earlier (a phone without a signal); not to be trusted as it is. */
  readonly saidAt: Date | null
  /** How many events this request has written. */
  readonly emitted: number
  /** A text in the reader's language. */
  say(text: Text): string
  has(permission: string): boolean
  /** @throws Problem 403 `kernel.forbidden` */
  require(permission: string): void
  emit(event: EventInput): Promise<string>
  /** Several at once, a few hundred at most: for sheets, where one by one would take too long. */
  emitAll(events: readonly EventInput[]): Promise<string[]>
  /**
   * The only way to change a state: locks the row, checks permission (403) and from-state (409), writes state,
   * history and event. @returns the row after the change
   */
  move<Table extends keyof DB & string, T extends string>(
    machine: StateMachine<string, T, Table>,
    transition: NoInfer<T>,
    id: string,
    options?: MoveOptions,
  ): Promise<Selectable<DB[Table]>>
  /** Which transitions are open for a row in this state and this actor; row rules are the caller's to add. */
  can<T extends string>(machine: StateMachine<string, T>, row: { state: string }): Record<T, boolean>
  /** Lets an action without a session act inside a bureau it has proven to know (a signed code). */
  enterBureau(bureauId: string): Promise<void>
}
