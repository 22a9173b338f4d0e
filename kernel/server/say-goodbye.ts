import type { FastifyInstance } from 'fastify'
import type { Installation } from './installation.ts'

/** Milliseconds that requests under way have to finish when the server stops. */
const longestGoodbye = 10_000
/** How often connections are looked at that have become idle meanwhile, and would stay open for minutes. */
const look = 50

/**
 * When the server stops, whoever waits for an answer still gets it. A phone that sleeps over its request does not hold
 * up the end; it sends again under the same key.
 */
export function sayGoodbye(app: FastifyInstance, { node }: Installation): void {
  app.addHook('preClose', async () => {
    node.stopping = true
    // An application that never listened has nobody to say goodbye to.
    if (!app.server.listening) return
    const idle = setInterval(() => app.server.closeIdleConnections(), look)
    const late = setTimeout(() => app.server.closeAllConnections(), longestGoodbye)
    app.server.once('close', () => {
      clearInterval(idle)
      clearTimeout(late)
    })
  })
}
