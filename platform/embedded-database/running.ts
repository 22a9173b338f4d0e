import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { StartProblem, systemErrorCode } from '#kernel/database/start-problem.ts'
import type { Account } from './account.ts'
import { diskFull } from './cluster.ts'
import { connectTo } from './guard.ts'
import type { EmbeddedPlace } from './place.ts'
import {
  isPostmasterOf,
  type Launch,
  launchPostmaster,
  type Postmaster,
  readPidFile,
  removeStaleLocks,
  stopPostmaster,
} from './postmaster.ts'
import { startSettings } from './settings.ts'

/** How long a server that says it is ready may leave connections unanswered before it is stopped. */
const ANSWER_PATIENCE_MS = 10_000
/** How long to wait for the last processes of a server that was killed, and for starts beside this one. */
const RETRY_PATIENCE_MS = 20_000
const PROGRESS_EVERY_MS = 10_000

/**
 * Answers the cluster's running server and a session on it: one that runs already (a killed houqin leaves one behind),
 * or a new one. Waits out a recovery or a shutdown however long it takes. Throws a StartProblem when it cannot run.
 */
export async function ensureRunning(
  place: EmbeddedPlace,
  fast: boolean,
  log: (line: string) => void,
): Promise<{ server: Postmaster; client: pg.Client }> {
  const { cluster } = place
  const settings = startSettings(socketFolderFor(cluster, place.account), fast)
  const began = Date.now()
  let reported = began
  let readySince = 0
  let launch: Launch | undefined
  for (;;) {
    const file = readPidFile(cluster)
    if (file && isPostmasterOf(cluster, file.pid)) {
      const server = { pid: file.pid, cluster, socketFolder: file.socketFolder }
      const client = file.status === 'ready' ? await tryConnect(server.socketFolder) : undefined
      if (client) return { server, client }
      if (file.status !== 'ready') readySince = 0
      else readySince ||= Date.now()
      if (readySince && Date.now() - readySince > ANSWER_PATIENCE_MS) await stopPostmaster(server)
    } else if (!launch || launch.ended()) {
      if (launch) refuseFailure(cluster, launch.said(), Date.now() - began)
      if (file) removeStaleLocks(cluster, file)
      launch = launchPostmaster(place.binaries.postgres, cluster, place.account, settings)
    }
    if (Date.now() - reported > PROGRESS_EVERY_MS) {
      reported = Date.now()
      log('数据库正在恢复，请稍候…… / The database is recovering, please wait …')
    }
    await sleep(launch ? 20 : 50)
  }
}

/** Undefined when the server does not take connections just now. */
async function tryConnect(socketFolder: string): Promise<pg.Client | undefined> {
  try {
    return await connectTo(socketFolder, 'postgres')
  } catch (error) {
    // Going down, starting over, or its socket is gone: the caller looks again, and loses patience by itself.
    if (error instanceof Error) return undefined
    throw error
  }
}

/** Throws the reason why a start ended, unless it is one that passes by itself. */
function refuseFailure(cluster: string, said: string, sinceMs: number): void {
  const passing = /lock file ".*" already exists|pre-existing shared memory|is another postmaster/i.test(said)
  if (passing && sinceMs < RETRY_PATIENCE_MS) return
  const text = `${said}\n${/FATAL|PANIC/.test(said) ? '' : lastLog(cluster)}`
  if (/No space left|Disk quota exceeded/i.test(text)) throw diskFull(cluster)
  const line = text.split('\n').findLast((each) => /FATAL|PANIC/.test(each)) ?? said.trim().split('\n').at(-1)
  const reason = line?.replace(/^.*(FATAL|PANIC):\s*/, '') || 'no message'
  throw new StartProblem(
    `数据库无法启动：${reason}（日志在 ${cluster}/log）`,
    `The database does not start: ${reason} (its log is in ${cluster}/log)`,
  )
}

/** The end of the newest log file, which takes over from standard error early during a start. */
function lastLog(cluster: string): string {
  const folder = path.join(cluster, 'log')
  if (!fs.existsSync(folder)) return ''
  const files = fs.readdirSync(folder).map((name) => path.join(folder, name))
  const newest = files.sort((a, b) => fs.statSync(a).mtimeMs - fs.statSync(b).mtimeMs).at(-1)
  return newest ? fs.readFileSync(newest, 'utf8').slice(-4_000) : ''
}

/**
 * The folder of the server's socket: the cluster itself, which only its owner can enter. The system limits the
 * length of a socket's path (to 103 bytes on macOS), so a long one gets a private folder in /tmp instead.
 */
export function socketFolderFor(cluster: string, account: Account | undefined): string {
  if (Buffer.byteLength(path.join(cluster, '.s.PGSQL.5432')) <= 100) return cluster
  const owner = account?.uid ?? process.getuid?.() ?? 0
  const hash = createHash('sha256').update(cluster).digest('hex').slice(0, 12)
  const folder = path.join(fs.realpathSync('/tmp'), `houqin-${owner}-${hash}`)
  try {
    fs.mkdirSync(folder, { mode: 0o700 })
    if (account) fs.lchownSync(folder, account.uid, account.gid)
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error
  }
  const found = fs.lstatSync(folder)
  if (found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0) return folder
  throw new StartProblem(
    `${folder} 已被其他用户占用：请删除它，或用 HOUQIN_DATA 指定路径较短的数据文件夹。`,
    `${folder} belongs to somebody else: delete it, or name a data folder with a shorter path in HOUQIN_DATA.`,
  )
}
