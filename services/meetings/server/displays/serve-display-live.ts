import type { FastifyInstance } from 'fastify'
import { Problem } from '#kernel/contract/problem.ts'
import { createContext, publicActor } from '#kernel/create-context.ts'
import type { Announcement } from '#kernel/events/listen-events.ts'
import { readCode } from '#kernel/identity/secret.ts'
import { streamCounter } from '#kernel/server/count-streams.ts'
import type { Installation } from '#kernel/server/installation.ts'
import { limitByAddress } from '#kernel/server/limit-calls.ts'
import { openLink } from './open-link.ts'

/** Screens a server keeps streams for, and streams of one screen (one that reconnects has two for a moment). */
const limits = { most: 500, anAccount: 4 }
const beatMs = 20_000
const mostUnread = 16 * 1024

/**
 * `/api/public/displays/:code/live`: says that something was booked, moved or ended in the bureau, without a word what;
 * the screen then reads what it may show. Ends when the address is revoked.
 */
export function serveDisplayLive(app: FastifyInstance, installation: Installation): void {
  const places = streamCounter(limits)
  const streams = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of streams) end()
  })
  const schema = { hide: true }
  const config = { rateLimit: limitByAddress(600) }
  app.get<{ Params: { code: string } }>(
    '/api/public/displays/:code/live',
    { schema, config },
    async (request, reply) => {
      places.checkRoom()
      const { code } = request.params
      const bureauId = await checkCode(installation, code)
      const leave = places.take(code)
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      raw.write('retry: 2000\n\nevent: hello\ndata: {}\n\n')
      const change = () => {
        if (raw.writableLength > mostUnread) raw.destroy()
        else raw.write('event: changed\ndata: {}\n\n')
      }
      const tell = ({ subjectType }: Announcement) => {
        if (subjectType.startsWith('bookings.') || subjectType === 'meetings.room') change()
      }
      const end = () => raw.end(`retry: ${500 + Math.floor(Math.random() * 3000)}\n\n`)
      const beat = setInterval(() => {
        raw.write(': still here\n\n')
        // A database that is away ends no screen; an address that is revoked does.
        void checkCode(installation, code).catch((error) => error instanceof Problem && end())
      }, beatMs)
      const hub = installation.announcements
      streams.add(end)
      hub.on(bureauId, tell)
      hub.on('missed', change)
      raw.once('close', () => {
        leave()
        clearInterval(beat)
        streams.delete(end)
        hub.off(bureauId, tell)
        hub.off('missed', change)
      })
    },
  )
}

/** @returns the bureau of a screen's address @throws Problem 404, 410 */
async function checkCode(installation: Installation, code: string): Promise<string> {
  const bureauId = readCode(code)?.bureauId
  if (!bureauId) throw new Problem(404, 'meetings.link_unknown')
  const now = installation.clock()
  await installation.database.transaction({ bureauId, mode: 'read', now }, (db) =>
    openLink(
      createContext({ db, bureauId, actor: publicActor, locale: 'zh-CN', requestId: 'display', now }),
      'DISPLAY',
      code,
    ),
  )
  return bureauId
}
