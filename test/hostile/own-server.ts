import { type AddressInfo, connect, type Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type AppOptions, buildApp } from '#kernel/server/build-app.ts'
import type { World } from '#test/harness.ts'

export interface OwnServer {
  app: FastifyInstance
  port: number
  /** Sends these bytes on a socket of its own. @returns all that comes back until the other side closes, and when */
  say(bytes: string | Buffer): Promise<{ answer: string; afterMs: number }>
  open(): Promise<Socket>
  close(): Promise<void>
}

/** A server of the world's installation on a real port, with limits of its own. */
export async function ownServer(world: World, options: Partial<AppOptions> = {}): Promise<OwnServer> {
  const app = await buildApp(world.installation, {
    logger: false,
    webFolder: null,
    callsPerMinute: 1_000_000,
    ...options,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const open = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket))
      socket.once('error', reject)
    })
  return {
    app,
    port,
    open,
    async say(bytes) {
      const began = performance.now()
      const socket = await open()
      let answer = ''
      socket.setEncoding('utf8').on('data', (chunk) => {
        answer += chunk
      })
      // Whoever is cut off while still talking hears of it as an error.
      socket.on('error', () => socket.destroy())
      socket.write(bytes)
      await new Promise((resolve) => socket.once('close', resolve))
      return { answer, afterMs: performance.now() - began }
    },
    close: () => app.close(),
  }
}
