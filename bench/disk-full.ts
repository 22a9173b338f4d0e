/**
 * `node bench/disk-full.ts <folder>`: the real server on a small disk that is filled up and emptied again. The folder
 * is on a file system of its own, of 400 MB or more (`mount -t tmpfs -o size=600m tmpfs <folder>`); what else lies on
 * it is in danger. Exit 1 when an acknowledged write is lost, a read fails or writing does not come back.
 */
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { startNode } from './chaos/node-process.ts'
import { signIn } from './chaos/phone.ts'
import { prepareFolder } from './chaos/prepare-database.ts'

const disk = process.argv[2]
if (!disk) throw new Error('usage: node bench/disk-full.ts <folder on a small disk of its own>')
const data = join(disk, 'data')
const ballast = join(disk, 'ballast')
const freeMb = () => Math.floor(Number(statfsSync(disk).bavail * statfsSync(disk).bsize) / 1024 ** 2)
const say = (line: string) =>
  console.log(`${new Date().toISOString().slice(11, 19)}  ${freeMb()} MB free  ${line}`)

/** Fills the disk until so many megabytes are left. */
function fill(leave: number): void {
  const file = openSync(ballast, 'a')
  const block = Buffer.alloc(1024 ** 2, 1)
  while (freeMb() > leave) writeSync(file, block)
  fsyncSync(file)
  closeSync(file)
}

await prepareFolder(data)
const node = await startNode({ HOUQIN_DATA: data, HOUQIN_LEAST_FREE_MB: '64' })
let failed = false
const expect = (what: string, good: boolean) => {
  say(`${good ? '=' : '≠'} ${what}`)
  if (!good) failed = true
}
try {
  const address = `http://127.0.0.1:${node.port}`
  const cookie = await signIn(address, 'staff')
  const kept: string[] = []
  const write = async (title: string) => {
    const response = await fetch(`${address}/api/me/tokens`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ title, days: 1 }),
    })
    const body = (await response.json()) as { code?: string }
    if (response.status === 200) kept.push(title)
    return { status: response.status, code: body.code, retryAfter: response.headers.get('retry-after') }
  }
  const read = async () => {
    const response = await fetch(`${address}/api/me/tokens`, { headers: { cookie } })
    return { status: response.status, body: response.ok ? await response.text() : '' }
  }
  expect('a write with room', (await write('有空间')).status === 200)

  fill(40)
  await sleep(5000)
  const refused = await write('快满了')
  expect(
    `a write below the limit is refused: ${JSON.stringify(refused)}`,
    refused.status === 503 && refused.code === 'kernel.disk_full',
  )
  expect('a read below the limit', (await read()).status === 200)
  const signed = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'worker', password: demoPassword }),
  })
  expect(`signing in below the limit: ${signed.status}`, signed.status === 200)

  fill(0)
  for (let n = 1; n <= 5; n++) {
    await sleep(2000)
    const { status } = await read()
    expect(`a read with nothing free at all: ${status}`, status === 200)
  }
  rmSync(ballast)
  let back = await write('又有空间')
  for (let n = 0; back.status !== 200 && n < 60; n++) {
    await sleep(1000)
    back = await write('又有空间')
  }
  expect(`writing comes back: ${JSON.stringify(back)}`, back.status === 200)
  const { body } = await read()
  expect(
    `all ${kept.length} acknowledged are there`,
    kept.every((title) => body.includes(title)),
  )
  expect('what was refused is not', !body.includes('快满了'))
} finally {
  await node.end('SIGTERM')
  rmSync(data, { recursive: true, force: true })
}
process.exitCode = failed ? 1 : 0
