import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '#kernel/database/connect.ts'
import { isRoot } from '#platform/embedded-database/account.ts'
import { isPostmasterOf, readPidFile } from '#platform/embedded-database/postmaster.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database/start-embedded.ts'
import { type Operated, operate, runCommand } from '#test/operate.ts'
import { BackupProblem } from './backup-problem.ts'
import { archiveNow } from './server/ensure-archive.ts'
import { giveUpStuckArchive } from './server/give-up-archive.ts'
import { performRun } from './server/perform-run.ts'
import { type RestoreOptions, restoreBackup } from './server/restore-backup.ts'
import { beginRun } from './server/run-log.ts'

const root = fs.mkdtempSync(path.join(tmpdir(), 'houqin-backup-'))
const data = path.join(root, '数 据')
const backups = path.join(root, "备 份's")
const elsewhere = path.join(root, 'elsewhere')
const own = { HOUQIN_DATA: data, HOUQIN_BACKUP: backups }

/** A backup as the server and the command make it. */
async function backUp(to?: string) {
  const { url, stop } = await startEmbeddedDatabase({ folder: data, log: () => undefined, join: true })
  const place = { url, folder: backups, houqin: 'test', clock: () => new Date() }
  const begin = (client: pg.Client) => beginRun(client, 'backup', 'command', 'tester')
  return performRun(place, begin, to ? { to } : {}).finally(stop)
}

/** A restore into another folder that must not succeed. @returns its words */
function refusal(options: Partial<RestoreOptions>): Promise<string> {
  const usual = {
    from: backups,
    data: elsewhere,
    moment: null,
    force: false,
    now: new Date(),
    log: () => undefined,
  }
  return problemOf(restoreBackup({ ...usual, ...options }))
}

function problemOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'no problem',
    (error: unknown) => (error instanceof BackupProblem ? error.message : `not a BackupProblem: ${error}`),
  )
}

const backupNames = () => fs.readdirSync(backups).filter((name) => /^\d{8}-\d{6}$/.test(name))
const archive = () => {
  const below = path.join(backups, 'wal')
  return path.join(
    below,
    fs
      .readdirSync(below)
      .filter((name) => !name.endsWith('-away'))
      .sort()
      .at(-1)!,
  )
}
const segments = () =>
  fs
    .readdirSync(archive())
    .filter((name) => /^[0-9A-F]{24}\.gz$/.test(name))
    .sort()

/** A restored database begins an archive of its own, so its server makes a backup at once. */
async function backedUpByItself(count: number): Promise<void> {
  await expect.poll(() => backupNames().length, { timeout: 240_000 }).toBe(count)
}

/** Kills the server and its database as a power cut would. */
async function cutPower(server: Operated): Promise<void> {
  const cluster = path.join(data, 'postgres')
  const pid = readPidFile(cluster)?.pid ?? 0
  await server.kill('SIGKILL')
  if (isPostmasterOf(fs.realpathSync(cluster), pid)) process.kill(pid, 'SIGKILL')
  await expect.poll(() => isPostmasterOf(fs.realpathSync(cluster), pid), { timeout: 60_000 }).toBe(false)
}

// Half a minute on a quiet machine; a busy one may take its time.
describe.sequential('backup and restore', { timeout: 600_000 }, () => {
  let server: Operated
  const before: string[] = []
  let moment = ''

  beforeAll(() => fs.chmodSync(root, 0o711))
  afterAll(async () => {
    await server?.kill('SIGTERM')
    fs.rmSync(root, { recursive: true, force: true })
  })

  it('copies a server that is being written to, one backup at a time, and restores it to a moment, to the row', async () => {
    server = await operate(own)
    await server.setUp()
    const writers = [1, 2, 3].map((n) => server.keepWriting(`w${n}`))
    await expect.poll(() => writers.every(({ count }) => count() > 3), { timeout: 240_000 }).toBe(true)
    const both = [problemOf(backUp()), problemOf(backUp())]
    expect((await Promise.all(both)).sort()).toEqual([
      'no problem',
      expect.stringMatching(/Another backup or verification is under way/),
    ])
    for (const writer of writers) before.push(...(await writer.stop()))
    moment = new Date().toISOString()
    expect(before.length).toBeGreaterThan(10)
    expect((await server.written()).sort()).toEqual([...before].sort())
    const after = await server.write(['after-1', 'after-2', 'after-3'])
    await server.flushLog()
    await cutPower(server)
    fs.rmSync(path.join(data, 'postgres'), { recursive: true })

    const restored = await runCommand('app/restore.ts', ['--from', backups, '--to-time', moment], own)
    expect(restored, restored.output).toMatchObject({ code: 0 })
    server = await operate(own)
    expect((await server.written()).sort()).toEqual([...before].sort())
    expect(before).not.toContain(after[0])
  })

  it('refuses a folder that holds a database, and a running one even when forced', async () => {
    expect(await refusal({ data })).toMatch(/holds a database already: .*--force/)
    expect(await refusal({ data, force: true })).toMatch(/is running \(process \d+\): stop houqin first/)
  })

  it('forced, keeps what was there, and brings back even what was never copied away', async () => {
    await backedUpByItself(2)
    await server.write(['archived'])
    await server.flushLog()
    await server.write(['only in the server'])
    await server.kill('SIGTERM')
    const words = ['--from', backups, '--to-latest', '--force']
    const restored = await runCommand('app/restore.ts', words, own)
    expect(restored, restored.output).toMatchObject({ code: 0 })
    const aside = fs.readdirSync(data).filter((name) => name.startsWith('postgres.before-restore-'))
    expect(aside).toHaveLength(1)
    expect(restored.output).toContain(aside[0])
    server = await operate(own)
    expect((await server.written()).sort()).toEqual([...before, 'archived', 'only in the server'].sort())
  })

  it('finds a damaged file, a damaged and a missing piece of the log, by name, and changes nothing', async () => {
    await backedUpByItself(3)
    for (const name of ['one', 'two', 'three']) {
      await server.write([name])
      await server.flushLog()
    }
    await server.kill('SIGTERM')
    const newest = path.join(backups, backupNames().sort().at(-1)!)
    const victim = path.join(newest, 'data', 'global', 'pg_control')
    const sound = fs.readFileSync(victim)
    fs.writeFileSync(victim, Buffer.from(sound.map((byte, at) => (at === 100 ? byte ^ 1 : byte))))
    expect(await refusal({})).toContain(`The file ${victim} of the backup is damaged`)
    fs.rmSync(victim)
    expect(await refusal({})).toContain(`The file ${victim} of the backup is missing`)
    fs.writeFileSync(victim, sound)

    const middle = segments().at(-2)!
    const piece = path.join(archive(), middle)
    const packed = fs.readFileSync(piece)
    fs.writeFileSync(piece, packed.subarray(0, packed.length - 9))
    expect(await refusal({})).toContain(`The archived log ${piece} is damaged`)
    fs.rmSync(piece)
    expect(await refusal({})).toMatch(
      new RegExp(`lacks ${middle.replace('.gz', '')} and what comes after it`),
    )
    expect(fs.readdirSync(elsewhere)).toEqual([])
    fs.writeFileSync(piece, packed)
  })

  it('says in one line what is wrong with a moment, and where no backup is', async () => {
    expect(await refusal({ moment: new Date('2199-01-01') })).toContain('is in the future')
    expect(await refusal({ moment: new Date('2001-01-01') })).toContain('begin at')
    expect(await refusal({ moment: new Date(Date.now() - 1) })).toMatch(/end at .*--to-latest/)
    expect(await refusal({ from: root })).toContain('There is no backup in')
  })

  it.runIf(isRoot())('on a full disk leaves nothing that looks like a backup', async ({ skip }) => {
    const small = path.join(root, 'small')
    fs.mkdirSync(small)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=755', 'tmpfs', small])
    if (mounted.status !== 0) return skip(`no mount here: ${mounted.stderr}`)
    try {
      expect(await problemOf(backUp(small))).toMatch(
        /disk of the backup folder .* is full and this backup was undone/,
      )
      expect(fs.readdirSync(small)).toEqual(['README.txt'])
      expect(await problemOf(backUp('/proc/houqin/deeper'))).toMatch(
        /\/proc\/houqin\/deeper cannot be used \(ENOENT\)/,
      )
    } finally {
      spawnSync('umount', [small])
    }
  })

  it('gives the log up before it fills the database’s own disk, and the next backup begins anew', async () => {
    const { url, stop } = await startEmbeddedDatabase({ folder: data, log: () => undefined, join: true })
    const pool = openPool(url, { max: 1 })
    const cluster = path.join(data, 'postgres')
    const former = archive()
    try {
      expect(await giveUpStuckArchive(pool, 0)).toBe(false)
      fs.renameSync(former, `${former}-away`)
      await pool.query('create table public.change (n int); select pg_switch_wal()')
      const failed = async () =>
        (await pool.query('select failed_count from pg_stat_archiver')).rows[0].failed_count
      await expect.poll(failed, { timeout: 240_000 }).toBeGreaterThan(0)
      expect(await giveUpStuckArchive(pool)).toBe(false) // little has piled up yet
      expect(await giveUpStuckArchive(pool, 0)).toBe(true)
      expect(await archiveNow(cluster)).toBe(null)
      expect(await problemOf(backUp())).toBe('no problem')
      expect(await archiveNow(cluster)).toBe(archive())
      expect(archive()).not.toBe(former)
    } finally {
      await pool.end()
      await stop()
    }
  })

  it('restores for trial on demand, without the server', async () => {
    const nothing = await runCommand('app/backup.ts', [], { HOUQIN_DATA: elsewhere })
    expect(nothing).toMatchObject({ code: 1, output: expect.stringContaining('There is no database in') })
    const tried = await runCommand('app/backup.ts', ['--verify'], own)
    expect(tried, tried.output).toMatchObject({ code: 0 })
    expect(tried.output).toMatch(/the backup can be restored: .* rows/)
    expect(fs.readdirSync(backups).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
