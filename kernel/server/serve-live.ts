import type { FastifyInstance } from 'fastify'
import { Problem } from '../contract/problem.ts'
import type { Announcement } from '../events/listen-events.ts'
import { scopesAllow } from '../identity/token-scope.ts'
import { type StreamLimits, streamCounter } from './count-streams.ts'
import type { Installation } from './installation.ts'

/** Bytes that may wait for a client who does not read; then its stream is cut, and it asks again when it is awake. */
const mostUnread = 64 * 1024

/** `/api/live`: what changed in my bureau, as server-sent events with ids only; pages read what they may see. */
export function serveLive(app: FastifyInstance, installation: Installation, limits?: StreamLimits): void {
  const hub = installation.announcements
  const places = streamCounter(limits)
  const streams = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of streams) end()
  })
  app.get('/api/live', { schema: { hide: true } }, async (request, reply) => {
    places.checkRoom()
    const caller = await installation.findActor(request, installation.clock())
    if (!caller) throw new Problem(401, 'kernel.sign_in_first')
    if (!scopesAllow(caller.scopes, 'live.read'))
      throw new Problem(403, 'kernel.token_scope', { params: { scope: 'read' } })
    const leave = places.take(caller.actor.userId ?? request.ip)
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 3000\n\nevent: hello\ndata: {}\n\n')
    const tell = ({ id, type, subjectType, subjectId, userId }: Announcement) => {
      if (userId && userId !== caller.actor.userId) return
      if (reply.raw.writableLength > mostUnread) return void reply.raw.destroy()
      reply.raw.write(`id: ${id}\ndata: ${JSON.stringify({ type, subjectType, subjectId })}\n\n`)
    }
    // Announcements were lost on the way from the database: the page fetches what it shows again.
    const miss = () => reply.raw.write('event: missed\ndata: {}\n\n')
    // This server stops: pages come back to it or to another one, not all in the same moment.
    const end = () => reply.raw.end(`retry: ${500 + Math.floor(Math.random() * 3000)}\n\n`)
    const beat = setInterval(() => {
      reply.raw.write(': still here\n\n')
      // A session that ended elsewhere, or by idleness, hears no more; a database that is away ends nobody's.
      void installation.findActor(request, installation.clock()).then(
        (still) => still ?? end(),
        () => undefined,
      )
    }, 20_000)
    streams.add(end)
    hub.on(caller.bureauId, tell)
    hub.on('missed', miss)
    reply.raw.once('close', () => {
      leave()
      clearInterval(beat)
      streams.delete(end)
      hub.off(caller.bureauId, tell)
      hub.off('missed', miss)
    })
  })
}
