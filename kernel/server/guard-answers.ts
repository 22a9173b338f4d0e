import { randomBytes } from 'node:crypto'
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply } from 'fastify'

declare module 'fastify' {
  interface FastifyReply {
    /** The one-time word by which this page's own styles are known. */
    styleNonce: string
  }
}

const aYear = 31_536_000

/** The policy of every answer: scripts, styles, pictures and connections are ours; nobody frames us. */
function policyOf(reply: FastifyReply): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    // Older browsers (before Chromium 75, Safari 15.4) know only this line; the two below replace it for all others.
    "style-src 'self' 'unsafe-inline'",
    // Ant Design writes its styles at run time, each marked with this answer's word.
    `style-src-elem 'self' 'nonce-${reply.styleNonce}'`,
    // The charts' hints carry style attributes; an attribute cannot load or run anything.
    "style-src-attr 'unsafe-inline'",
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
}

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
  app.decorateReply('styleNonce', '')
  app.addHook('onRequest', async (request, reply) => {
    reply.styleNonce = randomBytes(16).toString('base64')
    reply.header('content-security-policy', policyOf(reply))
    if (request.protocol === 'https')
      reply.header('strict-transport-security', `max-age=${aYear}; includeSubDomains`)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
