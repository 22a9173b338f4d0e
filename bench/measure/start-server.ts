import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { SERVER_OPTIONS } from '../../bin/server-options.mjs'

/** A server process over one database. */
export interface BenchServer {
  address: string
  /** A new session's cookie, `name=value`. */
  signIn(role: Role): Promise<string>
  /** What the process holds in memory, in MB (Linux only; null elsewhere). */
  memoryMb(): number | null
  stop(): Promise<void>
}

/** Starts the server on a database. @throws when it ends before it is ready */
export async function startServer(databaseUrl: string): Promise<BenchServer> {
  const server = spawn(process.execPath, [...SERVER_OPTIONS, join(import.meta.dirname, '..', 'serve.ts')], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: server.stdout }).once('line', resolve)
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)))
  })
  return {
    address,
    async signIn(role) {
      const answer = await fetch(`${address}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: role, password: demoPassword }),
      })
      const [cookie] = answer.headers.getSetCookie()
      if (!answer.ok || !cookie) throw new Error(`${role} could not sign in: ${answer.status}`)
      return cookie.split(';')[0]!
    },
    memoryMb() {
      if (process.platform !== 'linux') return null
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]
      return Number(kilobytes) / 1024
    },
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
    },
  }
}
