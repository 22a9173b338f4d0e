import { sql } from 'kysely'
import type { Actor, Ctx, EventInput, Upload } from './context.ts'
import { Problem } from './contract/problem.ts'
import type { Locale } from './contract/text.ts'
import type { Db } from './database/connect.ts'
import { writeEvents } from './events/write-event.ts'
import { sayText } from './i18n/say-text.ts'
import { moveState, openTransitions } from './move-state.ts'

export interface ContextInput {
  db: Db
  bureauId: string
  actor: Actor
  locale: Locale
  requestId: string
  now: Date
  upload?: Upload | null
  saidAt?: Date | null
}

/** Nobody with an account: a scanned code, a door screen. */
export const publicActor: Actor = {
  userId: null,
  userName: null,
  name: '访客',
  personId: null,
  unitId: null,
  roles: [],
  permissions: new Set(),
  source: 'public',
  sessionId: null,
  owes: null,
}

/** The system itself, for jobs and event handlers: it may do whatever its code does. */
export const systemActor: Actor = { ...publicActor, name: '系统', source: 'job' }

/** Makes the handler's view of one request. */
export function createContext(input: ContextInput): Ctx {
  let bureauId = input.bureauId
  let emitted = 0
  const { db, actor, locale, requestId, now } = input
  const ctx: Ctx = {
    db,
    get bureauId() {
      return bureauId
    },
    actor,
    locale,
    requestId,
    now,
    upload: input.upload ?? null,
    saidAt: input.saidAt ?? null,
    get emitted() {
      return emitted
    },
    say: (text) => sayText(text, locale),
    has: (permission) => actor.source === 'job' || actor.permissions.has(permission),
    require(permission) {
      if (!ctx.has(permission)) throw new Problem(403, 'kernel.forbidden')
    },
    emit: async (event: EventInput) => (await ctx.emitAll([event]))[0]!,
    emitAll(events) {
      emitted += events.length
      return writeEvents(db, { actor, requestId, saidAt: ctx.saidAt }, events)
    },
    move: (machine, transition, id, options) => moveState(ctx, machine, transition, id, options),
    can: (machine, row) => openTransitions(ctx, machine, row),
    async enterBureau(id) {
      if (bureauId) throw new TypeError('already inside a bureau')
      await sql`select set_config('app.bureau', ${id}, true)`.execute(db)
      bureauId = id
    },
  }
  return ctx
}
