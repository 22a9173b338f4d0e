import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemErrorCode } from '#kernel/database/start-problem.ts'

/** A running PostgreSQL server: its first process and the folder of its socket. */
export type Postmaster = { pid: number; cluster: string; socketFolder: string }

/** What PostgreSQL writes about itself into postmaster.pid; `status` is '' in the first moments. */
export type PidFile = {
  pid: number
  socketFolder: string
  status: '' | 'starting' | 'stopping' | 'ready'
}

/** Reads postmaster.pid; undefined when no server runs or one was stopped properly. */
export function readPidFile(cluster: string): PidFile | undefined {
  const text = readIfThere(path.join(cluster, 'postmaster.pid'))
  if (text === undefined) return undefined
  const lines = text.split('\n').map((line) => line.trim())
  const status = lines[7]
  return {
    pid: Number(lines[0]),
    socketFolder: lines[4] ?? '',
    status: status === 'starting' || status === 'stopping' || status === 'ready' ? status : '',
  }
}

/**
 * True when the process is alive and is the PostgreSQL server of this cluster, not another one that got its number.
 * A dead process that nobody has reaped yet has no command line any more, and so counts as gone.
 */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false
  if (!fs.existsSync('/proc/self/cmdline')) {
    const listing = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
    return listing.stdout.includes('postgres') && listing.stdout.includes(`-D ${cluster} `)
  }
  const command = readIfThere(`/proc/${pid}/cmdline`)?.split('\0') ?? []
  if (!command[0]?.endsWith('postgres')) return false
  return command.includes(cluster) || workingFolder(pid) === cluster
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(systemErrorCode(error))) return undefined
    throw error
  }
}

/** Tells the cluster of a server whose data folder was renamed under it; root in a container may not ask. */
function workingFolder(pid: number): string | undefined {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`)
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(systemErrorCode(error))) return undefined
    throw error
  }
}

/**
 * Removes lock files whose process number belongs to another program by now (after a reboot, or in a container).
 * PostgreSQL itself sees through the numbers of dead processes, but not through these.
 */
export function removeStaleLocks(cluster: string, stale: PidFile): void {
  if (isPostmasterOf(cluster, stale.pid)) return
  const aside = path.join(cluster, `postmaster.pid.stale-${process.pid}`)
  try {
    fs.renameSync(path.join(cluster, 'postmaster.pid'), aside)
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return // PostgreSQL or another start was faster
    throw error
  }
  const took = Number(fs.readFileSync(aside, 'utf8').split('\n')[0])
  if (took === stale.pid) {
    fs.rmSync(aside)
    fs.rmSync(path.join(cluster, '.s.PGSQL.5432.lock'), { force: true })
  } else {
    fs.renameSync(aside, path.join(cluster, 'postmaster.pid')) // that was a fresh one: put it back
  }
}

/** What became of a server that was asked to start: its own process, and everything it said before its log file took over. */
export type Launch = { child: ChildProcess; said: () => string; ended: () => boolean }

/** Starts PostgreSQL in its own process group, so that Ctrl-C reaches houqin only, which then stops it in order. */
export function launchPostmaster(
  program: string,
  cluster: string,
  account: { uid: number; gid: number } | undefined,
  settings: Record<string, string>,
): Launch {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(program, ['-D', cluster, ...options], {
    ...account,
    detached: true,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  let ended = false
  child.stderr.on('data', (text: Buffer) => (output += text))
  child.on('error', (error) => {
    output += error.message
    ended = true
  })
  child.on('exit', () => (ended = true))
  child.unref()
  return { child, said: () => output, ended: () => ended }
}

/**
 * Stops a server: fast shutdown, which ends all sessions and writes everything out; after a minute an immediate one,
 * which loses nothing acknowledged either but makes the next start recover. Resolves when it is gone.
 */
export async function stopPostmaster(server: Pick<Postmaster, 'pid' | 'cluster'>): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!sendSignal(server, signal)) return
    for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(20)) {
      if (!isPostmasterOf(server.cluster, server.pid)) return
    }
  }
  throw new Error(`PostgreSQL (process ${server.pid}) does not stop`)
}

/** Sends a signal unless the server is gone; answers whether it was there. */
export function sendSignal(
  server: Pick<Postmaster, 'pid' | 'cluster'>,
  signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL',
): boolean {
  if (!isPostmasterOf(server.cluster, server.pid)) return false
  try {
    return process.kill(server.pid, signal)
  } catch (error) {
    if (systemErrorCode(error) === 'ESRCH') return false
    throw error
  }
}
