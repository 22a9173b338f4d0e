import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Actor, Duty } from '../context.ts'
import type { Module } from '../contract/module.ts'
import type { Role } from '../contract/roles.ts'
import type { Database } from '../database/transaction.ts'
import { sessionTokenOf } from './session-cookie.ts'

export interface SignedIn {
  bureauId: string
  actor: Actor
  /** Of a token; null is everything its owner may do, and so is a session. */
  scopes: readonly string[] | null
  /** The person gave the password a moment ago. */
  fresh: boolean
}

/** Finds what a role may do; `separate` while the three administrators are separate. */
export type PermissionsOf = (roles: readonly Role[], separate: boolean) => ReadonlySet<string>

/** Which permissions roles have, from the descriptors; the sets are shared between requests. */
export function permissionsByRole(modules: readonly Module[]): PermissionsOf {
  const known = new Map<string, ReadonlySet<string>>()
  const all = modules.flatMap(({ permissions }) => Object.entries(permissions))
  return (roles, separate) => {
    const key = `${separate} ${[...roles].sort()}`
    const found = known.get(key)
    if (found) return found
    const held = all.filter(([, { roles: usual, whenSeparate }]) =>
      (separate ? (whenSeparate ?? usual) : usual).some((role) => roles.includes(role)),
    )
    const set = new Set(held.map(([name]) => name))
    known.set(key, set)
    return set
  }
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** How long after the password was given the most delicate things may be done. */
const freshMs = 15 * 60_000
/** When somebody was last seen is noted this often. */
const seenEveryMs = 60_000

interface MemberRow {
  bureau_id: string
  user_id: string
  user_name: string
  name: string
  person_id: string | null
  unit_id: string | null
  roles: Role[]
  separate: boolean
  /** Of the token or the session. */
  id: string
  seen_at: string | null
}

interface SessionRow extends MemberRow {
  given_at: string | null
  owes: Duty | null
}

interface TokenRow extends MemberRow {
  scopes: string[] | null
}

const member = `m.bureau_id, m.user_id, m.user_name, m.name, m.person_id, m.unit_id, m.roles,
  p.separated_at is not null as separate`

/** Session, account and the bureau's rules in one look; $1 token, $2 now. */
const sessionText = `
  select ${member}, s.id, s.last_seen_at as seen_at,
    -- At a provider the password may have been given hours ago: what needs a fresh one asks for it here.
    case when s.by_provider then s.confirmed_at else greatest(s."createdAt", s.confirmed_at) end as given_at,
    case
      when not s.by_provider and (m.must_change_password or (p.password_days > 0
        and m.password_changed_at < $2::timestamptz - make_interval(days => p.password_days))) then 'password'
      when not s.second_factor_by_provider and m.roles && p.two_factor_roles and not u."twoFactorEnabled" and (p.separated_at is not null
        or m.created_at < $2::timestamptz - make_interval(hours => p.two_factor_grace_hours)) then 'second-factor'
    end as owes
  from identity.session s
    join identity."user" u on u.id = s."userId"
    join kernel.member m on m.user_id = s."userId" and m.disabled_at is null
    join kernel.security p on p.bureau_id = m.bureau_id
  where s.token = $1 and s."expiresAt" > $2
    and s."createdAt" > $2::timestamptz - make_interval(secs => p.session_seconds)
    and (p.idle_seconds = 0
      or coalesce(s.active_at, s."createdAt") > $2::timestamptz - make_interval(secs => p.idle_seconds))`

const tokenText = `
  select ${member}, t.id, t.last_used_at as seen_at, t.scopes
  from kernel.token t
    join kernel.member m on m.user_id = t.user_id and m.disabled_at is null
    join kernel.security p on p.bureau_id = m.bureau_id
  where t.hash = $1 and t.revoked_at is null and t.expires_at > $2`

export interface ActorFinderOptions {
  database: Database
  permissionsOf: PermissionsOf
  /** Of the sign-in library's session cookie. */
  cookieName: string
  secret: string
}

/** Tells who is calling, in one round trip: a session cookie, or `Authorization: Bearer <personal token>`. */
export function actorFinder({ database, permissionsOf, cookieName, secret }: ActorFinderOptions) {
  /** Not in the request's way; a note that is lost is made a minute later. */
  function noteSeen(name: string, text: string, { id, seen_at }: MemberRow, now: Date): void {
    if (seen_at !== null && Date.parse(seen_at) > now.getTime() - seenEveryMs) return
    database.ask({ name, text, values: [id, now] }).catch((error: unknown) => {
      process.emitWarning(`could not note who was seen: ${String(error)}`)
    })
  }

  function actorOf(row: MemberRow, more: Pick<Actor, 'source' | 'sessionId' | 'owes'>): Actor {
    return {
      userId: row.user_id,
      userName: row.user_name,
      name: row.name,
      personId: row.person_id,
      unitId: row.unit_id,
      roles: row.roles,
      permissions: permissionsOf(row.roles, row.separate),
      ...more,
    }
  }

  async function byToken(token: string, now: Date): Promise<SignedIn | null> {
    const values = [hashToken(token), now]
    const [row] = await database.ask<TokenRow>({ name: 'actor by token', text: tokenText, values })
    if (!row) return null
    noteSeen('token used', 'update kernel.token set last_used_at = $2 where id = $1', row, now)
    const actor = actorOf(row, { source: 'token', sessionId: null, owes: null })
    return { bureauId: row.bureau_id, actor, scopes: row.scopes, fresh: false }
  }

  async function bySession(token: string, now: Date): Promise<SignedIn | null> {
    const values = [token, now]
    const [row] = await database.ask<SessionRow>({ name: 'actor by session', text: sessionText, values })
    if (!row) return null
    noteSeen('session seen', 'update identity.session set last_seen_at = $2 where id = $1', row, now)
    const actor = actorOf(row, { source: 'session', sessionId: row.id, owes: row.owes })
    const fresh = row.given_at !== null && Date.parse(row.given_at) > now.getTime() - freshMs
    return { bureauId: row.bureau_id, actor, scopes: null, fresh }
  }

  return async function findActor(
    request: Pick<FastifyRequest, 'headers'>,
    now: Date,
  ): Promise<SignedIn | null> {
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')
    if (bearer) return byToken(bearer[1]!, now)
    const token = sessionTokenOf(request.headers.cookie ?? '', cookieName, secret)
    return token === null ? null : bySession(token, now)
  }
}
