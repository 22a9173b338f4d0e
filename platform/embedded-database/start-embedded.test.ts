import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { chooseAccount, isRoot } from './account.ts'
import { isPostmasterOf, readPidFile } from './postmaster.ts'
import {
  type EmbeddedDatabase,
  findEmbeddedBinaries,
  StartProblem,
  startEmbeddedDatabase,
} from './start-embedded.ts'

const root = fs.mkdtempSync('/tmp/houqin-embedded-')
const lines: string[] = []
const log = (line: string) => lines.push(line)
const running: EmbeddedDatabase[] = []
const children: ChildProcess[] = []

async function start(folder: string, join = false): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ folder, log, fast: true, join })
  running.push(database)
  return database
}

/** Starts the database in a process of its own, as a server does; answers the process once it is ready. */
async function startElsewhere(folder: string): Promise<ChildProcess> {
  const module = JSON.stringify(path.join(import.meta.dirname, 'start-embedded.ts'))
  const script = `import { startEmbeddedDatabase } from ${module}
    await startEmbeddedDatabase({ folder: process.argv[1], log() {}, fast: true })
    process.stdout.write('ready')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, folder], { stdio: 'pipe' })
  children.push(child)
  const errors: string[] = []
  child.stderr.on('data', (text) => errors.push(String(text)))
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', () => reject(new Error(errors.join(''))))
  })
  return child
}

async function killHard(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

async function ask<Row extends object>(database: EmbeddedDatabase, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const answer = await client.query<Row>(sql)
  await client.end()
  return answer.rows
}

function problemOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'no problem',
    (error: unknown) => (error instanceof StartProblem ? error.message : `not a StartProblem: ${error}`),
  )
}

const pidIn = (folder: string) => readPidFile(path.join(folder, 'postgres'))?.pid ?? 0

beforeAll(() => fs.chmodSync(root, 0o711))
afterEach(async () => {
  await Promise.all(running.splice(0).map((database) => database.stop()))
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

describe.sequential('the embedded database', () => {
  const folder = path.join(root, 'data')

  test('is initialised, started, and stopped without leaving a process', async () => {
    const database = await start(folder)
    const [row] = await ask<Record<string, string>>(
      database,
      `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('server_encoding') AS encoding,
         current_setting('listen_addresses') AS network, current_setting('log_timezone') AS log_zone`,
    )
    expect(row).toEqual({ major: 18, encoding: 'UTF8', network: '', log_zone: 'Asia/Shanghai' })
    await ask(database, 'CREATE TABLE kept (line text)')
    const pid = pidIn(folder)
    expect(isPostmasterOf(path.join(folder, 'postgres'), pid)).toBe(true)
    await database.stop()
    // Ended is ended; until this process has noticed, the list still names what is left of it.
    const left = () => spawnSync('pgrep', ['-s', String(pid)], { encoding: 'utf8' }).stdout
    await expect.poll(left, { timeout: 5000 }).toBe('')
    expect(fs.existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  test('survives kill -9 of its server: the next start adopts it with every committed row', async () => {
    const server = await startElsewhere(folder)
    const before = pidIn(folder)
    await ask(await start(folder, true), `INSERT INTO kept VALUES ('acknowledged')`)
    await killHard(server)
    const database = await start(folder)
    expect(pidIn(folder)).toBe(before)
    expect(await ask(database, 'SELECT line FROM kept')).toEqual([{ line: 'acknowledged' }])
    await database.stop()
    expect(isPostmasterOf(path.join(folder, 'postgres'), before)).toBe(false)
  })

  test('refuses a second server on the folder, and lets a command join the first', async () => {
    await startElsewhere(folder)
    expect(await problemOf(start(folder))).toMatch(/houqin already runs on the data folder .*\(process \d+\)/)
    const joined = await start(folder, true)
    await joined.stop()
    expect(isPostmasterOf(path.join(folder, 'postgres'), pidIn(folder))).toBe(true)
  })

  test('of two starts at the same moment on a new folder one wins and the other says why not', async () => {
    const fresh = path.join(root, 'twice')
    const both = await Promise.allSettled([startElsewhere(fresh), startElsewhere(fresh)])
    const refused = both.filter((each) => each.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(String(refused[0]?.reason)).toContain('houqin already runs')
    await Promise.all(children.splice(0).map((child) => child.exitCode === null && killHard(child)))
    await start(fresh)
  })

  test('is no more stopped by stale locks, whether their process is dead or another program', async () => {
    await (await start(folder)).stop() // the server that the killed process above left
    const pidFile = path.join(folder, 'postgres', 'postmaster.pid')
    const socketLock = path.join(folder, 'postgres', '.s.PGSQL.5432.lock')
    const sleeper = spawn(
      'sleep',
      ['60'],
      isRoot() ? { ...chooseAccount(), stdio: 'ignore' } : { stdio: 'ignore' },
    )
    children.push(sleeper)
    for (const pid of [4_194_000, sleeper.pid]) {
      const text = `${pid}\n${folder}/postgres\n1700000000\n5432\n${folder}/postgres\n\n  1 1\nready   \n`
      for (const file of [pidFile, socketLock]) fs.writeFileSync(file, text)
      const database = await start(folder)
      expect(await ask(database, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1 }])
      await database.stop()
    }
    expect(sleeper.exitCode).toBe(null)
  })

  test('comes back when its processes are killed under a running server', async () => {
    const database = await start(folder)
    const before = pidIn(folder)
    process.kill(before, 'SIGKILL')
    await expect
      .poll(() => ask(database, 'SELECT line FROM kept').catch(() => 'away'), {
        timeout: 8_000,
        interval: 50,
      })
      .toEqual([{ line: 'acknowledged' }])
    expect(pidIn(folder)).not.toBe(before)
  })

  test('clears away an initialisation that was interrupted', async () => {
    const fresh = path.join(root, 'interrupted')
    const leftover = path.join(fresh, 'postgres.init-4194001-abc')
    fs.mkdirSync(path.join(leftover, 'base'), { recursive: true })
    await start(fresh)
    expect(fs.readdirSync(fresh)).toEqual(['postgres'])
  })

  test('says in one line what to do about another version, no database, and a folder that cannot be written', async () => {
    fs.writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '17\n')
    expect(await problemOf(start(folder))).toMatch(
      /PostgreSQL 17 .*HOUQIN_DATA$|PostgreSQL 17 .*another HOUQIN_DATA\.$/,
    )
    fs.writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '18\n')

    const other = path.join(root, 'other')
    fs.mkdirSync(path.join(other, 'postgres', 'holiday-pictures'), { recursive: true })
    expect(await problemOf(start(other))).toContain('is not a database')

    fs.writeFileSync(path.join(root, 'file'), '')
    const message = await problemOf(start(path.join(root, 'file', 'data')))
    expect(message).toContain('cannot be written (ENOTDIR)')
    expect(message).not.toContain('\n')
  })

  test.runIf(isRoot())(
    'of root goes below /var/lib/houqin when its account cannot enter the folder',
    async () => {
      const home = path.join(root, 'home')
      fs.mkdirSync(home, { mode: 0o700 })
      const hidden = path.join(home, 'data')
      const database = await start(hidden)
      const cluster = fs.realpathSync(path.join(hidden, 'postgres'))
      expect(cluster).toMatch(/^\/var\/lib\/houqin\/.+\/postgres$/)
      expect(lines.join('\n')).toContain(cluster)
      expect(fs.statSync(home).mode & 0o777).toBe(0o700)
      await ask(database, 'CREATE TABLE there ()')
      await database.stop()
      expect(await ask(await start(hidden), 'SELECT * FROM there')).toEqual([])
      await running.splice(0)[0]?.stop()
      fs.rmSync(path.dirname(cluster), { recursive: true })
    },
  )

  test('has its programs with the library links that npm may not have made', () => {
    const { folder: programs, initdb } = findEmbeddedBinaries()
    const list = path.join(programs, 'pg-symlinks.json')
    const links: { target: string }[] = fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : []
    for (const { target } of links) expect(fs.existsSync(path.join(programs, '..', target))).toBe(true)
    expect(spawnSync(initdb, ['--version'], { encoding: 'utf8' }).stdout).toContain('PostgreSQL) 18')
  })
})
