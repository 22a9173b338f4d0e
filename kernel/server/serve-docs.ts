import { randomBytes } from 'node:crypto'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import type { Installation } from './installation.ts'

/** `/openapi.json` from the descriptors, and `/docs`, a reference that needs no network. */
export async function serveDocs(app: FastifyInstance, installation: Installation): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'houqin',
        version: installation.version,
        description:
          'Service cloud of a government logistics centre. The web application uses this same API.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'houqin.session_token' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
      tags: installation.modules.map(({ module }) => ({
        name: module.name,
        description: `${module.title.zh} · ${module.title.en}`,
      })),
    },
  })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  const { default: reference } = await import('@scalar/fastify-api-reference')
  await app.register(async (docs) => {
    // The reference's page brings a script and a style of its own: they are let in by this answer's word, nothing else is.
    docs.addHook('onSend', async (_request, reply, payload) => {
      const nonce = randomBytes(16).toString('base64')
      reply.header(
        'content-security-policy',
        `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'`,
      )
      const html = String(reply.getHeader('content-type')).includes('text/html')
      if (!html || typeof payload !== 'string') return payload
      return payload.replaceAll(/<script\b/g, `<script nonce="${nonce}"`)
    })
    await docs.register(reference, {
      routePrefix: '/docs',
      configuration: { url: '/openapi.json', withDefaultFonts: false, hideClientButton: true },
    })
  })
}
