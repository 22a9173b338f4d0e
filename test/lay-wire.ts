import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A wire to the suite's database that a test cuts. */
export interface Wire {
  /** The database's address by way of the wire. */
  url: string
  /** Ends every connection, and takes no new one. */
  cut(): Promise<void>
}

/** Lays a wire on this machine to a database, which may listen at a socket file. */
export async function layWire(databaseUrl: string): Promise<Wire> {
  const to = new URL(databaseUrl)
  const folder = to.searchParams.get('host')
  const port = to.port || '5432'
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = folder ? connect(`${folder}/.s.PGSQL.${port}`) : connect(Number(port), to.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
      one.pipe(other)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const who = `${to.username}${to.password ? `:${to.password}` : ''}`
  return {
    url: `postgres://${who}@127.0.0.1:${(server.address() as AddressInfo).port}${to.pathname}`,
    async cut() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
