import { randomBytes } from 'node:crypto'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
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
  let reference: Promise<FastifyInstance> | undefined
  const open = async (request: FastifyRequest, reply: FastifyReply) => {
    // The page names its parts relative to itself.
    if (request.url === '/docs') return reply.redirect('/docs/')
    reference ??= openReference()
    const page = await (await reference).inject({ url: request.url, headers: { host: request.host } })
    const type = String(page.headers['content-type'])
    // The page brings a script and a style of its own: they are let in by this answer's word, nothing else is.
    const nonce = randomBytes(16).toString('base64')
    reply.header(
      'content-security-policy',
      `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'`,
    )
    const html = type.includes('text/html')
    return reply
      .code(page.statusCode)
      .type(type)
      .send(html ? page.body.replaceAll(/<script\b/g, `<script nonce="${nonce}"`) : page.rawPayload)
  }
  for (const url of ['/docs', '/docs/*']) app.get(url, { schema: { hide: true } }, open)
}

/** The library is large and few open it, so it comes with its first reader, in an application of its own. */
async function openReference(): Promise<FastifyInstance> {
  const { default: reference } = await import('@scalar/fastify-api-reference')
  const app = Fastify({ routerOptions: { ignoreTrailingSlash: true } })
  await app.register(reference, {
    routePrefix: '/docs',
    configuration: { url: '/openapi.json', withDefaultFonts: false, hideClientButton: true },
  })
  return app
}
