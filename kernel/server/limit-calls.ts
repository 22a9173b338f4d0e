import { createHash } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../contract/problem.ts'

const minute = 60_000
/** A whole agency calls from one address, behind its router: so many callers may use their full share at once. */
const callersAnAddress = 20

/** Pages and their parts cost the server next to nothing, and a page that lacks half its parts is broken. */
function isFileOfWeb({ url }: FastifyRequest): boolean {
  return !url.startsWith('/api/') && !url.startsWith('/docs')
}

/** One caller: what it signs in with, else its address. Only a digest is kept. */
function callerOf(request: FastifyRequest): string {
  const { authorization, cookie } = request.headers
  if (!authorization && !cookie) return request.ip
  return createHash('sha256')
    .update(`${request.ip} ${authorization ?? cookie}`)
    .digest('base64url')
}

/**
 * Limits calls a minute: each caller to `callsPerMinute`, each address to a multiple of that, so that inventing
 * credentials gains nothing. Actions for people without an account have their own, lower limits by address.
 */
export async function limitCalls(app: FastifyInstance, callsPerMinute: number): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: callsPerMinute,
    timeWindow: minute,
    allowList: isFileOfWeb,
    keyGenerator: callerOf,
  })
  const checkAddress = app.createRateLimit({
    max: callsPerMinute * callersAnAddress,
    timeWindow: minute,
    keyGenerator: ({ ip }) => ip,
  })
  app.addHook('onRequest', async (request) => {
    if (isFileOfWeb(request)) return
    const { isAllowed, ...limit } = await checkAddress(request)
    if (!isAllowed && 'isExceeded' in limit && limit.isExceeded)
      throw new Problem(429, 'kernel.too_many_requests')
  })
}

/** So many calls a minute and address, whatever they sign in with. */
export function limitByAddress(max: number) {
  return { max, timeWindow: minute, keyGenerator: ({ ip }: FastifyRequest) => ip }
}
