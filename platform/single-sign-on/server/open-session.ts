import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { uuidv7 } from 'uuidv7'
import { longestSessionSeconds } from '#kernel/identity/sign-in.ts'
import type { Installation } from '#kernel/server/installation.ts'

export interface ProvenPerson {
  userId: string
  /** The provider vouches for a second factor. */
  secondFactorByProvider: boolean
}

/**
 * Opens a session for somebody whom a single sign-on provider has proven, as the sign-in library opens its own:
 * the rules of the bureau, signing out and the list of sessions hold for it too.
 * @returns the `Set-Cookie` that hands it to the browser
 */
export async function openSession(
  installation: Installation,
  request: Pick<FastifyRequest, 'ip' | 'headers'>,
  { userId, secondFactorByProvider }: ProvenPerson,
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const now = installation.clock()
  const end = new Date(now.getTime() + longestSessionSeconds * 1000)
  await installation.database.ask({
    name: 'session opened',
    text: `insert into identity.session (id, "userId", token, "expiresAt", "ipAddress", "userAgent", "createdAt",
        "updatedAt", by_provider, second_factor_by_provider)
      values ($1, $2, $3, $4, $5, $6, $7, $7, true, $8)`,
    values: [
      uuidv7(),
      userId,
      token,
      end,
      request.ip,
      request.headers['user-agent'] ?? '',
      now,
      secondFactorByProvider,
    ],
  })
  return installation.sessionCookie(token)
}
