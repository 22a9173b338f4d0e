import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'houqin-start-'))
const running = new Set<ChildProcess>()

interface Started {
  process: ChildProcess
  output(): string
  /** The address once it listens; rejects with the output when the process ends before. */
  address: Promise<string>
  ended: Promise<number | null>
}

/** Starts the server as the operator does, on a data folder of the test. */
function start(settings: Record<string, string>): Started {
  const child = spawn(process.execPath, ['app/server.ts'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      HOST: '127.0.0.1',
      PORT: '0',
      HOUQIN_DEMO: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let seen = ''
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  const address = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      seen += chunk
      const found = /http:\/\/localhost:(\d+)/.exec(seen)
      if (found) resolve(`http://127.0.0.1:${found[1]}`)
    }
    child.stdout!.on('data', read)
    child.stderr!.on('data', read)
    void ended.then(() => reject(new Error(seen)))
  })
  address.catch(() => undefined)
  return { process: child, output: () => seen, address, ended }
}

const setUp = {
  bureauName: '试验区机关事务中心',
  bureauCode: 'trial',
  adminName: '管理员',
  username: 'trial-admin',
  password: 'A-long-passw0rd',
}

async function post(url: string, body: unknown) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

describe('starting', () => {
  afterAll(async () => {
    for (const child of running) child.kill('SIGTERM')
    await Promise.all([...running].map((child) => once(child, 'exit')))
    rmSync(folder, { recursive: true, force: true })
  })

  it('on an empty database opens the set-up, once; what was acknowledged outlives kill -9; Ctrl-C ends all', async () => {
    const data = join(folder, 'data')
    const first = start({ HOUQIN_DATA: data })
    const address = await first.address
    expect(await (await fetch(`${address}/api/installation`)).json()).toMatchObject({
      setUpNeeded: true,
      demo: false,
    })
    expect((await post(`${address}/api/installation/bureau`, setUp)).status).toBe(200)
    first.process.kill('SIGKILL')
    await first.ended

    const second = start({ HOUQIN_DATA: data })
    const again = await second.address
    expect(await (await fetch(`${again}/api/installation`)).json()).toMatchObject({ setUpNeeded: false })
    const { username, password } = setUp
    expect((await post(`${again}/api/auth/sign-in/username`, { username, password })).status).toBe(200)
    const refused = await post(`${again}/api/installation/bureau`, {
      ...setUp,
      bureauCode: 'second',
      username: 'second',
    })
    expect(refused.status).toBe(409)
    second.process.kill('SIGINT')
    expect(await second.ended).toBe(0)
  })

  it('says in one line that the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const server = start({ HOUQIN_DATA: join(folder, 'data'), PORT: String(port) })
    expect(await server.ended).toBe(1)
    taken.close()
    expect(server.output().trim().split('\n').at(-1)).toMatch(/端口被占用.*the port is taken/)
  })

  it('says in one line that the database is away', async () => {
    const server = start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })
    expect(await server.ended).toBe(1)
    expect(server.output().trim().split('\n').at(-1)).toMatch(/连不上数据库.*DATABASE_URL/)
  })

  it('refuses a port that is none', async () => {
    const server = start({ PORT: 'eighty' })
    expect(await server.ended).toBe(1)
    expect(server.output()).toContain('PORT is not a port number: eighty')
  })

  it('says in one line that the data folder is of another version', async () => {
    const data = join(folder, 'old')
    const made = start({ HOUQIN_DATA: data })
    await made.address
    made.process.kill('SIGTERM')
    await made.ended
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), '12\n')
    const server = start({ HOUQIN_DATA: data })
    expect(await server.ended).toBe(1)
    expect(server.output().trim().split('\n').at(-1)).toMatch(/12.*18|18.*12/)
  })
})
