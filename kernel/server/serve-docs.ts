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
    // The reference's own page carries inline script and style; the strict policy of the application stays elsewhere.
    docs.addHook('onSend', async (_request, reply) => {
      reply.header(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'self'",
      )
    })
    await docs.register(reference, {
      routePrefix: '/docs',
      configuration: { url: '/openapi.json', withDefaultFonts: false, hideClientButton: true },
    })
  })
}
