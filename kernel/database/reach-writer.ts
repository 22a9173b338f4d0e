import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/**
 * The servers an address names. Several stand as PostgreSQL's own programs write them,
 * `postgres://user@one:5432,two:5432/houqin`: a primary and its standbys, whichever is which today.
 * @returns one address for each
 */
export function serversOf(url: string): string[] {
  const [, scheme, user = '', hosts, rest] = /^(\w+:\/\/)([^@/?]*@)?([^/?]*)(.*)$/s.exec(url) ?? []
  if (!hosts?.includes(',')) return [url]
  return hosts.split(',').map((host) => `${scheme}${user}${host}${rest}`)
}

/** Where each address led last; all pools on it learn from each other. */
const places = new Map<string, { current: number }>()
function placeOf(servers: readonly string[]): { current: number } {
  const known = places.get(servers.join()) ?? { current: 0 }
  places.set(servers.join(), known)
  return known
}

/** Tries the servers of a pool until one takes writes, each twice. @throws what the last one said */
export async function findWriter(pool: pg.Pool, url: string): Promise<void> {
  const servers = serversOf(url)
  for (let left = 2 * servers.length - 1; servers.length > 1; left--) {
    try {
      const client = await pool.connect()
      return client.release()
    } catch (error) {
      if (left === 0) throw error
      await sleep(100)
    }
  }
}

/**
 * What a pool needs to find the one of several servers that takes writes: new connections go where the last one
 * succeeded, and to the next server after one was refused or met a standby.
 */
export function reachWriter(servers: readonly string[]): Pick<pg.PoolConfig, 'Client' | 'onConnect'> {
  const place = placeOf(servers)
  const good = new WeakSet<pg.ClientBase>()
  class Client extends pg.Client {
    constructor(config: pg.ClientConfig = {}) {
      const mine = place.current
      super({ ...config, connectionString: servers[mine] })
      this.once('end', () => {
        if (!good.has(this) && place.current === mine) place.current = (mine + 1) % servers.length
      })
    }
  }
  async function onConnect(client: pg.ClientBase): Promise<void> {
    const { rows } = await client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby')
    if (rows[0]!.standby) throw new Error('Connection terminated: this server is a standby')
    good.add(client)
  }
  return { Client, onConnect }
}
