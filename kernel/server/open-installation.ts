import { openPool } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { findWriter } from '../database/reach-writer.ts'
import { type SharedClock, shareClock } from '../database/shared-clock.ts'
import { type Database, databaseOn } from '../database/transaction.ts'
import { createAnnouncements } from '../events/listen-events.ts'
import { actorFinder, permissionsByRole } from '../identity/find-actor.ts'
import { installationSecret, setSigningKey } from '../identity/secret.ts'
import { sessionCookieOf, sessionTokenOf } from '../identity/session-cookie.ts'
import { createSignIn, longestSessionSeconds } from '../identity/sign-in.ts'
import type { ServerModule } from '../server-module.ts'
import type { Installation } from './installation.ts'

export interface OpenOptions {
  url: string
  modules: readonly ServerModule[]
  version: string
  publicUrl?: string
  /** Absent: the database's clock, which all nodes share. */
  clock?: () => Date
  /** Hears of what an operator should know and nobody asked for. */
  report?: (error: Error) => void
  /** The suite hands in a database whose every transaction it undoes. */
  database?: Database
  poolSize?: number
}

/**
 * Connects to the database and brings it to this release.
 * @returns the installation and how to close it
 * @throws StartProblem when the server is too old or of another version
 */
export async function openInstallation(
  options: OpenOptions,
): Promise<Installation & { close(): Promise<void> }> {
  const pool = openPool(options.url, { max: options.poolSize ?? 16 })
  const identityPool = openPool(options.url, { max: 4, schema: 'identity' })
  let shared: SharedClock | undefined
  const close = async () => {
    shared?.stop()
    await Promise.all([pool.end(), identityPool.end()])
  }
  try {
    await findWriter(pool, options.url)
    await migrate(
      pool,
      options.modules.map(({ module, migrations }) => ({ module: module.name, folder: migrations })),
    )
    if (!options.clock) shared = await shareClock(pool, options.report ?? (() => undefined))
    const secret = await installationSecret(pool)
    setSigningKey(secret)
    const node = { stopping: false, diskFull: false }
    const announcements = createAnnouncements()
    const written = () => void announcements.emit('written')
    const database = options.database ?? databaseOn(pool, () => !node.diskFull, written)
    const signIn = createSignIn({ pool: identityPool, secret, publicUrl: options.publicUrl })
    const permissionsOf = permissionsByRole(options.modules.map(({ module }) => module))
    const cookieName = await signIn.cookieName()
    return {
      database,
      pool,
      signIn,
      sessionToken: (header) => sessionTokenOf(header, cookieName, secret),
      halfWayToken: (header) =>
        sessionTokenOf(header, cookieName.replace('session_token', 'two_factor'), secret),
      sessionCookie: (token) => sessionCookieOf(token, cookieName, secret, longestSessionSeconds),
      modules: options.modules,
      announcements,
      node,
      findActor: actorFinder({ database, permissionsOf, cookieName, secret }),
      clock: options.clock ?? shared!.now,
      version: options.version,
      publicUrl: options.publicUrl,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
