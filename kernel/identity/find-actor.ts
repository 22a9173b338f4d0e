import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Actor } from '../context.ts'
import type { Module } from '../contract/module.ts'
import type { Role } from '../contract/roles.ts'
import type { Database } from '../database/transaction.ts'
import type { SignIn } from './sign-in.ts'

export interface SignedIn {
  bureauId: string
  actor: Actor
}

/** Which permissions each role has, from the descriptors. */
export function permissionsByRole(modules: readonly Module[]): Map<Role, Set<string>> {
  const byRole = new Map<Role, Set<string>>()
  for (const module of modules) {
    for (const [permission, { roles }] of Object.entries(module.permissions)) {
      for (const role of roles) byRole.set(role, (byRole.get(role) ?? new Set()).add(permission))
    }
  }
  return byRole
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

interface MemberRow {
  bureau_id: string
  user_id: string
  user_name: string
  name: string
  person_id: string | null
  unit_id: string | null
  roles: string[]
}

/** Tells who is calling: a session cookie, or `Authorization: Bearer <personal token>`; null for nobody. */
export function actorFinder(database: Database, signIn: SignIn, byRole: Map<Role, Set<string>>) {
  function signedIn(member: MemberRow, source: Actor['source']): SignedIn {
    const roles = member.roles as Role[]
    const permissions = new Set(roles.flatMap((role) => [...(byRole.get(role) ?? [])]))
    return {
      bureauId: member.bureau_id,
      actor: {
        userId: member.user_id,
        userName: member.user_name,
        name: member.name,
        personId: member.person_id,
        unitId: member.unit_id,
        roles,
        permissions,
        source,
      },
    }
  }

  async function byToken(token: string, now: Date): Promise<SignedIn | null> {
    const member = await database.asOwner(async (db) => {
      const used = await sql<MemberRow>`
        update kernel.token t set last_used_at = ${now}
        from kernel.member m
        where t.hash = ${hashToken(token)} and t.revoked_at is null and t.expires_at > ${now}
          and m.user_id = t.user_id and m.disabled_at is null
        returning m.bureau_id, m.user_id, m.user_name, m.name, m.person_id, m.unit_id, m.roles`.execute(db)
      return used.rows[0]
    })
    return member ? signedIn(member, 'token') : null
  }

  async function bySession(headers: Headers): Promise<SignedIn | null> {
    const session = await signIn.api.getSession({ headers })
    if (!session) return null
    const member = await database.asOwner((db) =>
      db
        .selectFrom('kernel.member')
        .select(['bureau_id', 'user_id', 'user_name', 'name', 'person_id', 'unit_id', 'roles'])
        .where('user_id', '=', session.user.id)
        .where('disabled_at', 'is', null)
        .executeTakeFirst(),
    )
    return member ? signedIn(member, 'session') : null
  }

  return async function findActor(request: FastifyRequest, now: Date): Promise<SignedIn | null> {
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')
    if (bearer) return byToken(bearer[1]!, now)
    if (!request.headers.cookie) return null
    return bySession(new Headers({ cookie: request.headers.cookie }))
  }
}
