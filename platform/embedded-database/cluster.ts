import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { StartProblem, systemErrorCode } from '#kernel/database/start-problem.ts'
import { EMBEDDED_MAJOR_VERSION } from './binaries.ts'
import { type EmbeddedPlace, giveTo, linkCluster } from './place.ts'
import { clusterSettings } from './settings.ts'

/** A half-made cluster of a process that no longer runs is certainly abandoned after this long. */
const ABANDONED_AFTER_MS = 10 * 60_000

/**
 * Makes sure that the place has a cluster of our major version and answers its real path. A new one is made
 * aside and renamed, so that an interrupted making leaves nothing that looks like a database.
 */
export async function ensureCluster(place: EmbeddedPlace, folder: string, fast: boolean): Promise<string> {
  removeAbandoned(path.dirname(place.cluster))
  if (fs.existsSync(place.cluster) && fs.readdirSync(place.cluster).length > 0) {
    refuseOtherVersion(place.cluster)
    return place.cluster
  }
  const unfinished = `${place.cluster}.init-${process.pid}-${randomUUID().slice(0, 8)}`
  try {
    fs.mkdirSync(unfinished, { mode: 0o700 })
    giveTo(place.account, unfinished)
    await initialise(place, unfinished, fast)
    return publish(unfinished, place.cluster, folder)
  } catch (error) {
    throw systemErrorCode(error) === 'ENOSPC' ? diskFull(place.cluster) : error
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true })
  }
}

/** The problem to report when the disk below the cluster is full. */
export function diskFull(cluster: string): StartProblem {
  return new StartProblem(
    `磁盘已满，数据库 ${cluster} 无法写入：请腾出空间后重新启动。`,
    `The disk is full and the database ${cluster} cannot be written: make room and start again.`,
  )
}

function publish(unfinished: string, cluster: string, folder: string): string {
  try {
    fs.renameSync(unfinished, cluster)
  } catch (error) {
    // A start beside this one was faster; its cluster is as good as ours.
    if (!['ENOTEMPTY', 'EEXIST'].includes(systemErrorCode(error))) throw error
  }
  return linkCluster(folder, cluster)
}

function refuseOtherVersion(cluster: string): void {
  const file = path.join(cluster, 'PG_VERSION')
  const version = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : ''
  if (version === EMBEDDED_MAJOR_VERSION) return
  if (version === '') {
    throw new StartProblem(
      `${cluster} 不是数据库文件夹（缺少 PG_VERSION）：请移走它，或用 HOUQIN_DATA 指定另一个文件夹。`,
      `${cluster} is not a database (PG_VERSION is missing): move it away or name another folder in HOUQIN_DATA.`,
    )
  }
  throw new StartProblem(
    `数据库 ${cluster} 是 PostgreSQL ${version} 建立的，本程序自带 ${EMBEDDED_MAJOR_VERSION}：请用原版本的 pg_dump 导出后导入，或换一个 HOUQIN_DATA。`,
    `The database ${cluster} was made by PostgreSQL ${version} and houqin brings ${EMBEDDED_MAJOR_VERSION}: move the data over with pg_dump of the old version, or use another HOUQIN_DATA.`,
  )
}

/** Runs initdb: UTF-8 with the built-in C.UTF-8 rules, so that sorting is the same on every machine. */
async function initialise(place: EmbeddedPlace, cluster: string, fast: boolean): Promise<void> {
  const options = [
    ...['--pgdata', cluster, '--username', 'postgres', '--encoding', 'UTF8', '--locale', 'C'],
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions'],
    // Only who can enter the cluster's private folder reaches the socket, so the file system is the lock.
    ...['--auth-local', 'trust', '--auth-host', 'reject'],
    ...(fast ? ['--no-sync'] : []),
    ...Object.entries(clusterSettings()).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
  ]
  const { code, output } = await run(place, options)
  if (code === 0) return
  if (/No space left|Disk quota exceeded/i.test(output)) throw diskFull(place.cluster)
  const reason = output.split('\n').findLast((line) => /error|fatal|could not/i.test(line)) ?? `code ${code}`
  throw new StartProblem(
    `数据库初始化失败：${reason.trim()}`,
    `The database could not be initialised: ${reason.trim()}`,
  )
}

function run(place: EmbeddedPlace, options: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(place.binaries.initdb, options, {
      ...place.account,
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (text: Buffer) => (output += text))
    child.stderr.on('data', (text: Buffer) => (output += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Removes what an initialisation that was killed left behind. */
function removeAbandoned(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    const maker = /^postgres\.init-(\d+)-/.exec(name)?.[1]
    if (!maker) continue
    const leftover = path.join(folder, name)
    const age = Date.now() - (fs.statSync(leftover, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    const isOurs = Number(maker) === process.pid // a number used again: ours is not made yet
    if (isOurs || age > ABANDONED_AFTER_MS || !isAlive(Number(maker))) {
      fs.rmSync(leftover, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return systemErrorCode(error) !== 'ESRCH'
  }
}
