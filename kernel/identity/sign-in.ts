import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { databaseTrouble } from '../database/database-trouble.ts'

export interface SignInOptions {
  /** On the schema `identity`. */
  pool: pg.Pool
  secret: string
  /** Where people reach the server, if it is known; only this origin may then sign in. */
  publicUrl: string | undefined
}

/** The longest a bureau may let a session live; its own rule (`kernel.security`) is asked on every request. */
export const longestSessionSeconds = 30 * 86_400

/**
 * Sign-in by user name and password, and second factor (better-auth); single sign-on is a room of its own. Accounts are made by an
 * administrator, never by signing up. Lock-out, ageing passwords and idle sessions are ours, see docs/adr/0012.
 */
export function createSignIn({ pool, secret, publicUrl }: SignInOptions): SignIn {
  const auth = betterAuth({
    appName: 'houqin',
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    secret,
    baseURL: publicUrl,
    basePath: '/api/auth',
    trustedOrigins: publicUrl ? [publicUrl] : undefined,
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8 },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 64, usernameValidator: isUserName }),
      twoFactor({ issuer: 'houqin' }),
    ],
    session: { expiresIn: longestSessionSeconds, disableSessionRefresh: true },
    // Attempts are counted in the database, by attemptGuard; the library would count in this process only.
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => uuidv7() },
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      cookiePrefix: 'houqin',
    },
    logger: { level: 'error', log: logFault },
    // What is no refusal (the database is away) is answered by our own error handler.
    onAPIError: { throw: true },
  })
  const cookieName = async () => (await auth.$context).authCookies.sessionToken.name
  return { handler: auth.handler, cookieName }
}

/** Faults of the library; that the database is away for a moment is told to the caller, not to the log. */
function logFault(level: string, message: string, ...details: unknown[]): void {
  if (!details.some(databaseTrouble)) console.error(`sign-in ${level}: ${message}`, ...details)
}

/** The sign-in library as the doors use it. */
export interface SignIn {
  handler(request: Request): Promise<Response>
  /** Of the session cookie; `__Secure-` stands before it where the site is served by https. */
  cookieName(): Promise<string>
}

/** The shape of a user name: `zhang.wei`, `G00001`. */
export function isUserName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._@-]{1,63}$/.test(name)
}
