import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
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

/**
 * Sign-in by user name and password (better-auth). Accounts are made by an administrator, never by signing up.
 * House rules for passwords, two factors and single sign-on attach here.
 */
export function createSignIn({ pool, secret, publicUrl }: SignInOptions) {
  return betterAuth({
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    secret,
    baseURL: publicUrl,
    basePath: '/api/auth',
    trustedOrigins: publicUrl ? [publicUrl] : undefined,
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8 },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 64, usernameValidator: isUserName })],
    session: { expiresIn: 60 * 60 * 24 * 7, updateAge: 60 * 60 * 24 },
    advanced: {
      database: { generateId: () => uuidv7() },
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      cookiePrefix: 'houqin',
    },
    logger: { level: 'error', log: logFault },
    // What is no refusal (the database is away) is answered by our own error handler.
    onAPIError: { throw: true },
  })
}

/** Faults of the library; that the database is away for a moment is told to the caller, not to the log. */
function logFault(level: string, message: string, ...details: unknown[]): void {
  if (!details.some(databaseTrouble)) console.error(`sign-in ${level}: ${message}`, ...details)
}

export type SignIn = ReturnType<typeof createSignIn>

/** The shape of a user name: `zhang.wei`, `G00001`. */
export function isUserName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._@-]{1,63}$/.test(name)
}
