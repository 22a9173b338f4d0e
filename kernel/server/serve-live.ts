import type { FastifyInstance } from 'fastify'
import { Problem } from '../contract/problem.ts'
import type { Announcement } from '../events/listen-events.ts'
import { scopesAllow } from '../identity/token-scope.ts'
import type { Installation } from './installation.ts'

/** Streams a server may hold open; one more is refused politely and the page asks again later. */
const mostStreams = 2000

/** `/api/live`: what changed in my bureau, as server-sent events with ids only; pages read what they may see. */
export function serveLive(app: FastifyInstance, installation: Installation): void {
  const hub = installation.announcements
  let open = 0
  const streams = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of streams) end()
  })
  app.get('/api/live', { schema: { hide: true } }, async (request, reply) => {
    const caller = await installation.findActor(request, installation.clock())
    if (!caller) throw new Problem(401, 'kernel.sign_in_first')
    if (!scopesAllow(caller.scopes, 'live.read'))
      throw new Problem(403, 'kernel.token_scope', { params: { scope: 'read' } })
    if (open >= mostStreams) throw new Problem(503, 'kernel.busy')
    open++
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 3000\n\nevent: hello\ndata: {}\n\n')
    const tell = ({ id, type, subjectType, subjectId }: Announcement) =>
      reply.raw.write(`id: ${id}\ndata: ${JSON.stringify({ type, subjectType, subjectId })}\n\n`)
    const end = () => reply.raw.end()
    const beat = setInterval(() => {
      reply.raw.write(': still here\n\n')
      // A session that ended elsewhere, or by idleness, hears no more.
      void installation.findActor(request, installation.clock()).then((still) => still ?? end(), end)
    }, 20_000)
    streams.add(end)
    hub.on(caller.bureauId, tell)
    reply.raw.once('close', () => {
      open--
      clearInterval(beat)
      streams.delete(end)
      hub.off(caller.bureauId, tell)
    })
  })
}
