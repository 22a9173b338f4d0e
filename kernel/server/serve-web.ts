import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Answers what no route knows. */
type Answer = (request: FastifyRequest, reply: FastifyReply) => unknown

/** Whether a person's browser asks for a page, as against a program or a page asking for a part. */
function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !/^\/(api|assets)\//.test(url) && (headers.accept ?? '').includes('text/html')
}

/**
 * The built web application. Every address a browser opens that is not a file or the API gives the application, which
 * has its own words for pages that do not exist; everything else unknown is answered by `unknown`.
 */
export async function serveWeb(app: FastifyInstance, folder: string, unknown: Answer): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: 'index.html',
    setHeaders(reply, path) {
      // Files in assets/ carry their content's hash in their name.
      const named = path.includes(`${join('/', 'assets', '/')}`)
      reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    if (!asksForPage(request) || !existsSync(join(folder, 'index.html'))) return unknown(request, reply)
    // Not handed back: a reply is a promise of its own end, and whoever waits for it adds listeners to the answer.
    void reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
