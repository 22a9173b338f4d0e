import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../contract/problem.ts'
import type { Installation } from './installation.ts'
import { limitByAddress } from './limit-calls.ts'

/** The doors of the sign-in library that are open; all others (signing up, mail) stay shut. */
const doors = ['/sign-in/username', '/sign-out', '/get-session', '/change-password']

/** The library knows of TLS only what is configured; a proxy in front that says so counts too. */
function behindTls(cookie: string, { protocol }: FastifyRequest): string {
  return protocol === 'https' && !/;\s*secure\b/i.test(cookie) ? `${cookie}; Secure` : cookie
}

/** Passes sign-in requests to the library as web-standard requests. */
export function serveSignIn(app: FastifyInstance, installation: Installation): void {
  for (const door of doors) {
    app.route({
      method: ['GET', 'POST'],
      url: `/api/auth${door}`,
      schema: { hide: true },
      config: { rateLimit: limitByAddress(60) },
      handler: async (request, reply) => {
        const headers = new Headers()
        for (const [name, value] of Object.entries(request.headers)) {
          if (value !== undefined && name !== 'content-length') headers.set(name, String(value))
        }
        const answer = await installation.signIn.handler(
          new Request(`${request.protocol}://${request.host}${request.url}`, {
            method: request.method,
            headers,
            body: request.method === 'POST' ? JSON.stringify(request.body ?? {}) : undefined,
          }),
        )
        // The library logs its faults and wraps those of the database; to whoever signs in they pass.
        if (answer.status >= 500) throw new Problem(503, 'kernel.busy')
        reply.code(answer.status)
        answer.headers.forEach((value, name) => {
          if (name !== 'set-cookie') reply.header(name, value)
        })
        for (const cookie of answer.headers.getSetCookie())
          reply.header('set-cookie', behindTls(cookie, request))
        return reply.send(answer.body ? await answer.text() : null)
      },
    })
  }
}
