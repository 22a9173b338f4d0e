import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { uuidv7 } from 'uuidv7'
import { Problem } from '../contract/problem.ts'
import { problemAnswerer } from './answer-problem.ts'
import type { Installation } from './installation.ts'
import { limitCalls } from './limit-calls.ts'
import { registerActions } from './register-actions.ts'
import { serveDocs } from './serve-docs.ts'
import { serveHealth } from './serve-health.ts'
import { serveLive } from './serve-live.ts'
import { serveSignIn } from './serve-sign-in.ts'
import { serveWeb } from './serve-web.ts'

export interface AppOptions {
  logger: FastifyServerOptions['logger']
  /** Folder of the built web application; null serves the API only. */
  webFolder: string | null
  /** Calls a minute and caller; tests lift it. */
  callsPerMinute?: number
  trustProxy?: boolean
}

/** Builds the HTTP application of an installation; it does not listen yet. */
export async function buildApp(installation: Installation, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger,
    genReqId: () => uuidv7(),
    bodyLimit: 1024 * 1024,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    requestTimeout: 120_000,
    // A stream that a sleeping phone holds open must not hold up the end; who had no answer sends again.
    forceCloseConnections: true,
    // Input is checked after the permission, see register-actions.
    schemaErrorFormatter: () => new Error('unreachable'),
  })
  app.setValidatorCompiler(() => () => true)
  const texts = Object.assign({}, ...installation.modules.map(({ module }) => module.problems ?? {}))
  app.setErrorHandler(problemAnswerer(texts))
  const unknown = (request: FastifyRequest, reply: FastifyReply) =>
    problemAnswerer(texts)(new Problem(404, 'kernel.no_such_address'), request, reply)
  // An empty JSON body is an empty input, not a fault: phones send it so.
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, {})
    try {
      done(
        null,
        JSON.parse(body as string, (key, value) => (key === '__proto__' ? undefined : value)),
      )
    } catch (error) {
      done(new Problem(400, 'kernel.bad_json', { cause: error }))
    }
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Ant Design writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    hsts: false,
    crossOriginEmbedderPolicy: false,
  })
  await limitCalls(app, options.callsPerMinute ?? 1200)
  await app.register(compress, { global: true, threshold: 1024 })
  await app.register(multipart, { limits: { files: 1, fields: 20, fieldSize: 100_000 } })
  await serveDocs(app, installation)
  serveHealth(app, installation)
  serveSignIn(app, installation)
  serveLive(app, installation)
  for (const serverModule of installation.modules) registerActions(app, installation, serverModule)
  if (options.webFolder) await serveWeb(app, options.webFolder, unknown)
  else app.setNotFoundHandler(unknown)
  return app
}
