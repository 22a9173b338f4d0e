import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demo bureau of this run is served. */
    address: string
  }
}

/** Starts the real server as an operator would, with the demo bureau, in a folder of its own. */
export default async function startDemo(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-browser-'))
  const server = spawn(process.execPath, ['app/server.ts'], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      HOUQIN_DATA: folder,
      HOUQIN_DEMO: '1',
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
  project.provide('address', address)
  return async () => {
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
