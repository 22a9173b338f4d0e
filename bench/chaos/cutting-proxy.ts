import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A wire between phones and the server that can be cut. */
export interface CuttingProxy {
  readonly address: string
  /** Where it leads from now on. */
  leadTo(port: number): void
  /** Cuts every connection; what was under way gets no answer. @returns how many were cut */
  cut(): number
  close(): Promise<void>
}

/** Opens a wire on a free port of this machine. */
export async function openProxy(): Promise<CuttingProxy> {
  let target = 0
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo(port) {
      target = port
    },
    cut() {
      const count = open.size / 2
      for (const socket of open) socket.resetAndDestroy()
      return count
    },
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
