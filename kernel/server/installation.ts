import type { EventEmitter } from 'node:events'
import type { FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Database } from '../database/transaction.ts'
import type { SignedIn } from '../identity/find-actor.ts'
import type { SignIn } from '../identity/sign-in.ts'
import type { ServerModule } from '../server-module.ts'

/** Everything one running server is made of. */
export interface Installation {
  database: Database
  /** For what must not run inside a request's transaction: listening, jobs. */
  pool: pg.Pool
  signIn: SignIn
  /** The session token in a `Cookie` header, when it is signed by this installation. */
  sessionToken(header: string): string | null
  /** The same for a person who still has to show the second factor. */
  halfWayToken(header: string): string | null
  /** The `Set-Cookie` that hands a browser this session. */
  sessionCookie(token: string): string
  modules: readonly ServerModule[]
  /** Speaks of every committed event, by bureau id and as `any`. */
  announcements: EventEmitter
  findActor(request: Pick<FastifyRequest, 'headers'>, now: Date): Promise<SignedIn | null>
  /** How this node fares; whoever notices sets it. */
  node: { stopping: boolean; diskFull: boolean }
  /** The only clock; tests set it. */
  clock(): Date
  version: string
  /** Where people reach the server, if it is known; absent, it is where a request came to. */
  publicUrl: string | undefined
}
