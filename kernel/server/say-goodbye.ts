import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Milliseconds that requests under way have to finish when the server stops. */
const longestGoodbye = 10_000

/**
 * When the server stops, whoever waits for an answer still gets it, and a connection on which nobody waits is closed:
 * also one that a browser opened in advance and never used, which Node itself would leave open. A phone that sleeps
 * over its request does not hold up the end; it sends again under the same key.
 */
export function sayGoodbye(app: FastifyInstance): void {
  let closing = false
  const quiet = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    quiet.add(socket)
    socket.once('close', () => quiet.delete(socket))
  })
  app.server.on('request', ({ socket }, response) => {
    quiet.delete(socket)
    response.once('close', () => {
      if (closing && !app.server.listening) socket.destroySoon()
      else if (!socket.destroyed) quiet.add(socket)
    })
  })
  app.addHook('preClose', async () => {
    closing = true
    // An application that never listened has nobody to say goodbye to.
    if (!app.server.listening) return
    const late = setTimeout(() => app.server.closeAllConnections(), longestGoodbye)
    app.server.once('close', () => clearTimeout(late))
    // Once it no longer listens, none can come after these.
    setImmediate(() => {
      for (const socket of quiet) socket.destroySoon()
    })
  })
}
