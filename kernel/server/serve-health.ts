import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { databaseTrouble } from '../database/database-trouble.ts'
import type { Watched } from '../server-module.ts'
import type { Installation } from './installation.ts'

/** Milliseconds the database may take to answer before a balancer had better ask another node. */
const patience = 3000

/** `/healthz` the process lives, `/readyz` it takes calls and its database answers, `/metrics` for Prometheus. */
export function serveHealth(app: FastifyInstance, installation: Installation): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'houqin_http_request_seconds',
    help: 'Duration of HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  const quiet = { schema: { hide: true }, config: { rateLimit: false as const } }
  app.get('/healthz', quiet, async () => ({ status: 'ok', version: installation.version }))
  app.get('/readyz', quiet, async (request, reply) => {
    if (installation.node.stopping) return reply.code(503).send({ status: 'stopping' })
    const giveUp = new AbortController()
    try {
      const late = setTimeout(patience, null, { signal: giveUp.signal }).then(() => {
        throw new Error(`no answer in ${patience} ms`)
      })
      await Promise.race([installation.pool.query('select 1'), late])
      const status = installation.node.diskFull ? 'disk full, reading only' : 'ready'
      const notes = await notesOf(installation, request)
      return { status, ...(notes.length > 0 ? { notes } : {}) }
    } catch (error) {
      return reply.code(503).send({ status: 'database away', reason: (error as Error).message })
    } finally {
      giveUp.abort()
    }
  })
  app.get('/metrics', quiet, async (_request, reply) =>
    reply
      .header('content-type', registry.contentType)
      .send((await registry.metrics()) + (await gaugesOf(installation))),
  )
}

/** What the rooms say of themselves. */
function watchedOf({ modules, database, clock }: Installation): Promise<Watched[]> {
  const asked = modules.flatMap(({ watch }) => (watch ? [watch] : []))
  return database.asOwner(async (db) => {
    const answers: Watched[] = []
    for (const watch of asked) answers.push(await watch(db, clock()))
    return answers
  })
}

/** The rooms' remarks. A room that cannot say how it stands is a defect to look for, and no reason to send people away. */
async function notesOf(installation: Installation, request: FastifyRequest): Promise<string[]> {
  try {
    return (await watchedOf(installation)).flatMap((one) => one.notes)
  } catch (error) {
    if (databaseTrouble(error)) throw error
    request.log.error({ err: error }, 'a room cannot say how it stands')
    return ['a room cannot say how it stands; see the log']
  }
}

/**
 * The rooms' gauges in Prometheus' text form; none while the database is away or its disk full, which `/readyz` reports.
 * @throws whatever else went wrong, so that a scrape that lacks a gauge is a failed one and not a quiet one
 */
async function gaugesOf(installation: Installation): Promise<string> {
  const answers = await watchedOf(installation).catch((error: unknown) => {
    if (databaseTrouble(error)) return []
    throw error
  })
  return answers
    .flatMap(({ gauges }) => gauges)
    .map(({ name, help, value }) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`)
    .join('')
}
