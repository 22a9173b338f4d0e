import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../contract/problem.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
/** A name or an address with an optional port, as browsers and programs write it. */
const hostShape = /^([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i

/** Where a request came from, if its browser said so: `null` of a sandboxed page is nobody's. */
function cameFromElsewhere(request: FastifyRequest, publicUrl: string | undefined): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  // Programs and browsers' own plain requests send none; another site's page always does with a write.
  if (origin === undefined) return false
  if (publicUrl && origin === new URL(publicUrl).origin) return false
  return !URL.canParse(origin) || new URL(origin).host !== request.host.toLowerCase()
}

/**
 * Refuses what another site's page makes a browser send: 403 `kernel.cross_site` for writes that come neither from our
 * own pages nor with a token of their own; and 400 for a `Host` that is no name, from which addresses are built.
 * @param publicUrl where people reach the server, when a proxy in front gives it another name
 */
export function checkOrigin(app: FastifyInstance, publicUrl: string | undefined): void {
  app.addHook('onRequest', async (request) => {
    if (!hostShape.test(request.host)) throw new Problem(400, 'kernel.bad_request')
    if (safe.has(request.method)) return
    // A browser adds no bearer token by itself: whoever sends one means it.
    if (/^Bearer\s/i.test(request.headers.authorization ?? '')) return
    if (cameFromElsewhere(request, publicUrl)) throw new Problem(403, 'kernel.cross_site')
  })
}
