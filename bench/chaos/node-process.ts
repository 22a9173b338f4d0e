import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** One server as a process of its own. */
export interface NodeProcess {
  readonly pid: number
  readonly port: number
  /** Everything it has printed. */
  output(): string
  /** Its exit code once it has ended, asked to or not; null after a signal. */
  readonly ended: Promise<number | null>
  /** Sends the signal and waits for the end. @returns the exit code, null after a signal */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
  /** Sends a signal without waiting. */
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void
}

const program = join(import.meta.dirname, 'server.ts')

/**
 * Starts a server and waits until it listens.
 * @param settings environment of the server: `HOUQIN_DATA` or `DATABASE_URL`, `PORT`
 * @throws Error with what it printed when it ends before
 */
export async function startNode(settings: Record<string, string>): Promise<NodeProcess> {
  const child: ChildProcess = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      HOST: '127.0.0.1',
      PORT: '0',
      HOUQIN_DEMO: '0',
      LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const port = await new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed = (printed + chunk).slice(-200_000)
      const found = /http:\/\/localhost:(\d+)/.exec(printed)
      if (found) resolve(Number(found[1]))
    }
    child.stdout!.on('data', read)
    child.stderr!.on('data', read)
    void ended.then((code) => reject(new Error(`the server ended with ${code}: ${printed}`)))
  })
  return {
    pid: child.pid!,
    port,
    output: () => printed,
    ended,
    async end(signal) {
      child.kill(signal)
      return ended
    },
    signal: (signal) => void child.kill(signal),
  }
}
