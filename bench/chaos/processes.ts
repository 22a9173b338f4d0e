import { readdirSync, readFileSync } from 'node:fs'

/** A process of this machine, as /proc has it. */
interface Process {
  pid: number
  parent: number
  command: string
}

function readProcess(pid: number): Process | null {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold anything; what follows it is: state, parent.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    return { pid, parent, command }
  } catch (error) {
    // It ended while we looked.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

function allProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((found): found is Process => found !== null && found.command !== '')
}

/** First processes of the PostgreSQL servers on a cluster. A child that was forked just now still has its parent's words. */
export function postmastersOf(cluster: string): number[] {
  const named = allProcesses().filter(({ command }) => command.includes(`-D ${cluster} `))
  const pids = new Set(named.map(({ pid }) => pid))
  return named.filter(({ parent }) => !pids.has(parent)).map(({ pid }) => pid)
}

/** What a PostgreSQL server has started: sessions and its own helpers, told apart by their titles. */
export function childrenOf(postmaster: number): { pid: number; command: string }[] {
  return allProcesses().filter(({ parent }) => parent === postmaster)
}
