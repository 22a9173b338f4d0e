import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startEmbeddedDatabase } from '#platform/embedded-database/start-embedded.ts'

type Settings = Record<string, string>

/** A real server in a process of its own, used as people use it. */
export interface Operated {
  address: string
  setUp(): Promise<void>
  /** Saves a list view under each name, one after the other. @returns those that were acknowledged */
  write(names: string[]): Promise<string[]>
  /** Goes on saving until it is stopped. */
  keepWriting(prefix: string): { count(): number; stop(): Promise<string[]> }
  /** The names of all that is saved. */
  written(): Promise<string[]>
  /** Has the database finish the piece of its log it is at, and waits until that is copied away. */
  flushLog(): Promise<void>
  kill(signal: NodeJS.Signals): Promise<void>
}

const environment = (settings: Settings) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  HOST: '127.0.0.1',
  PORT: '0',
  HOUQIN_DEMO: '0',
  ...settings,
})

/** Runs a command of an operator to its end. */
export async function runCommand(
  script: string,
  words: string[],
  settings: Settings,
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [script, ...words], {
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const read = (text: Buffer) => (output += text)
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const [code] = await once(child, 'close')
  return { code: code as number, output }
}

const account = { username: 'operator', password: 'Langes-Kennwort-7' }

/** Starts the server and waits until it listens. */
export async function operate(settings: Settings): Promise<Operated> {
  const child = spawn(process.execPath, ['app/server.ts'], {
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    let seen = ''
    const read = (chunk: Buffer) => {
      seen += chunk
      const port = /http:\/\/localhost:(\d+)/.exec(seen)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(() => reject(new Error(seen)))
  })
  let cookie = ''
  async function send(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(address + path, {
      method,
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...(cookie ? { cookie } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  }
  async function signIn(): Promise<void> {
    if (cookie) return
    const answer = await send('POST', '/api/auth/sign-in/username', account)
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    if (!cookie) throw new Error(`cannot sign in: ${await answer.text()}`)
  }
  async function save(name: string): Promise<boolean> {
    const answer = await send('POST', '/api/views', { list: 'load', name, query: 'q=1' })
    if (answer.status !== 200) throw new Error(await answer.text())
    return true
  }
  return {
    address,
    async setUp() {
      const names = { bureauName: '试验区机关事务中心', bureauCode: 'trial', adminName: '管理员' }
      const answer = await send('POST', '/api/installation/bureau', { ...names, ...account })
      if (answer.status !== 200) throw new Error(await answer.text())
    },
    async write(names) {
      await signIn()
      for (const name of names) await save(name)
      return names
    },
    keepWriting(prefix) {
      let going = true
      const acknowledged: string[] = []
      const work = (async () => {
        await signIn()
        for (let n = 1; going; n++) {
          if (await save(`${prefix}-${n}`)) acknowledged.push(`${prefix}-${n}`)
          await sleep(pace)
        }
      })()
      return {
        count: () => acknowledged.length,
        async stop() {
          going = false
          await work
          return acknowledged
        },
      }
    },
    async written() {
      await signIn()
      const answer = await send('GET', '/api/views?list=load')
      const { items } = (await answer.json()) as { items: { name: string }[] }
      return items.map(({ name }) => name)
    },
    async flushLog() {
      await flushLog(settings.HOUQIN_DATA!)
    },
    async kill(signal) {
      child.kill(signal)
      await ended
    },
  }
}

/** Milliseconds between two writes of one writer: a few of them stay below the calls a person may make in a minute. */
const pace = 200

async function flushLog(folder: string): Promise<void> {
  const { url } = await startEmbeddedDatabase({ folder, log: () => undefined, join: true })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(`select pg_walfile_name(pg_switch_wal() - 1) as name`)
    for (;;) {
      const archived = await client.query('select last_archived_wal from pg_stat_archiver')
      if ((archived.rows[0].last_archived_wal ?? '') >= rows[0].name) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  } finally {
    await client.end()
  }
}
