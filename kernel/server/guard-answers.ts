import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const aYear = 31_536_000

/** The policy of every answer: scripts, styles, pictures and connections are ours; nobody frames us. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  // Ant Design writes its styles at run time, two of its parts without the nonce it is given (SECURITY.md says more).
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/**
 * Gives every answer the headers by which browsers guard it: the content policy, no guessing of types, no framing, and
 * behind TLS the order to stay there. What nobody marked otherwise is kept by no cache.
 */
export async function guardAnswers(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    hsts: false,
    crossOriginEmbedderPolicy: false,
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', policy)
    if (request.protocol === 'https')
      reply.header('strict-transport-security', `max-age=${aYear}; includeSubDomains`)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
