import compress from '@fastify/compress'
import multipart from '@fastify/multipart'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { uuidv7 } from 'uuidv7'
import { Problem } from '../contract/problem.ts'
import { brokenAnswerer } from './answer-broken.ts'
import { problemAnswerer } from './answer-problem.ts'
import { checkOrigin } from './check-origin.ts'
import type { StreamLimits } from './count-streams.ts'
import { guardAnswers } from './guard-answers.ts'
import type { Installation } from './installation.ts'
import { limitCalls } from './limit-calls.ts'
import { acceptJson } from './parse-json.ts'
import { type UploadLimits, uploadReader } from './read-upload.ts'
import { registerActions } from './register-actions.ts'
import { sayGoodbye } from './say-goodbye.ts'
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
  /** Where people reach the server, if that is known. */
  publicUrl?: string
  /** Smaller limits, for tests. */
  streams?: StreamLimits
  uploads?: UploadLimits
  patience?: Patience
}

/** Milliseconds a client may take: for its headers, for a whole request, and between two on one connection. */
export interface Patience {
  headers: number
  request: number
  idle: number
}
const usualPatience: Patience = { headers: 20_000, request: 120_000, idle: 30_000 }
/** Bytes of all headers together. */
const mostHeaderBytes = 16 * 1024

/** Builds the HTTP application of an installation; it does not listen yet. */
export async function buildApp(installation: Installation, options: AppOptions): Promise<FastifyInstance> {
  const texts = Object.assign({}, ...installation.modules.map(({ module }) => module.problems ?? {}))
  const patience = options.patience ?? usualPatience
  const app = Fastify({
    logger: options.logger,
    genReqId: () => uuidv7(),
    bodyLimit: 1024 * 1024,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    http: {
      headersTimeout: patience.headers,
      // Node looks for the slow ones this often.
      connectionsCheckingInterval: Math.min(5000, patience.headers),
      maxHeaderSize: mostHeaderBytes,
    },
    clientErrorHandler: brokenAnswerer(texts),
    frameworkErrors: problemAnswerer(texts),
    // Streams are ended by serve-live, requests under way by say-goodbye.
    forceCloseConnections: 'idle',
    // Input is checked after the permission, see register-actions.
    schemaErrorFormatter: () => new Error('unreachable'),
  })
  sayGoodbye(app)
  app.setValidatorCompiler(() => () => true)
  app.setErrorHandler(problemAnswerer(texts))
  const unknown = (request: FastifyRequest, reply: FastifyReply) =>
    problemAnswerer(texts)(new Problem(404, 'kernel.no_such_address'), request, reply)
  acceptJson(app)
  await guardAnswers(app)
  checkOrigin(app, options.publicUrl)
  await limitCalls(app, options.callsPerMinute ?? 1200)
  await app.register(compress, { global: true, threshold: 1024, globalDecompression: false })
  await app.register(multipart, { limits: { files: 1, fields: 20, fieldSize: 100_000 } })
  await serveDocs(app, installation)
  serveHealth(app, installation)
  serveSignIn(app, installation)
  for (const { doors } of installation.modules) doors?.(app, installation)
  serveLive(app, installation, options.streams)
  const readUpload = uploadReader(options.uploads)
  for (const serverModule of installation.modules)
    registerActions(app, installation, serverModule, readUpload)
  if (options.webFolder) await serveWeb(app, options.webFolder, unknown)
  else app.setNotFoundHandler(unknown)
  return app
}
