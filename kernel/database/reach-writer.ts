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

/**
 * What a pool needs to find the one of several servers that takes writes: new connections go where the last one
 * succeeded, and to the next server after one was refused or met a standby.
 */
export function reachWriter(servers: readonly string[]): Pick<pg.PoolConfig, 'Client' | 'onConnect'> {
  let current = 0
  const good = new WeakSet<pg.ClientBase>()
  class Client extends pg.Client {
    constructor(config: pg.ClientConfig = {}) {
      const mine = current
      super({ ...config, connectionString: servers[mine] })
      this.once('end', () => {
        if (!good.has(this) && current === mine) current = (mine + 1) % servers.length
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
