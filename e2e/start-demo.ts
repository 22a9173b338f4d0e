import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demo bureau of this run is served. */
    address: string
    /** Where a test has the server stopped (`POST /stop`) and started again (`POST /start`, which does nothing while it runs). */
    control: string
  }
}

/** Starts the real server as an operator would, with the demo bureau, in a folder of its own. */
export default async function startDemo(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-browser-'))
  let { server, address } = await startServer(folder, '0')
  project.provide('address', address)
  const control = createServer((request, response) => {
    const work = async () => {
      if (request.url === '/stop') await stopServer(server)
      else if (!runs(server)) ({ server, address } = await startServer(folder, new URL(address).port))
      response.end('done')
    }
    work().catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  control.listen(0, '127.0.0.1')
  await once(control, 'listening')
  project.provide('control', `http://127.0.0.1:${(control.address() as AddressInfo).port}`)
  return async () => {
    control.close()
    await stopServer(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startServer(folder: string, port: string): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, ['app/server.ts'], {
    env: {
      ...process.env,
      PORT: port,
      HOST: '127.0.0.1',
      HOUQIN_DATA: folder,
      HOUQIN_DEMO: '1',
      // A provider of single sign-on on this machine.
      HOUQIN_OUTBOUND_ALLOW: '127.0.0.1',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: server.stdout! })
    lines.on('line', (line) => {
      const found = /http:\/\/localhost:(\d+)/.exec(line)
      if (found) resolve(`http://127.0.0.1:${found[1]}`)
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)))
  })
  return { server, address }
}

const runs = (server: ChildProcess) => server.exitCode === null && server.signalCode === null

async function stopServer(server: ChildProcess): Promise<void> {
  if (!runs(server)) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}
