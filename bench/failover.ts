/**
 * `node bench/failover.ts <folder of PostgreSQL programs>`: a primary with a synchronous standby on this machine, the
 * real server on both by one address, load, the primary killed with -9, the standby promoted by hand. Every
 * acknowledged write must be on the new primary, once. Exit 1 otherwise. Run as an ordinary user, or as root with the
 * account `postgres`.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPool } from '#kernel/database/connect.ts'
import { checkEvents, checkLocks } from './chaos/check-effects.ts'
import { checkAcknowledged } from './chaos/check-writes.ts'
import { createFindings } from './chaos/findings.ts'
import { type NodeProcess, startNode } from './chaos/node-process.ts'
import { noTraffic, openPhone } from './chaos/phone.ts'
import { furnishDatabase } from './chaos/prepare-database.ts'
import { type Acknowledged, findPlace, liveRepair } from './chaos/repair-life.ts'

const programs = process.argv[2]
if (!programs) throw new Error('usage: node bench/failover.ts /usr/lib/postgresql/15/bin')
const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`)
const folder = mkdtempSync(join(tmpdir(), 'houqin-failover-'))
const ports = { primary: 25_431, standby: 25_432 }

const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
const account = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined
if (account) chownSync(folder, account.uid, account.gid)
function run(program: string, ...args: string[]): void {
  const done = spawnSync(join(programs!, program), args, {
    ...account,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.status}`)
}

const primary = join(folder, 'primary')
const standby = join(folder, 'standby')
const options = (port: number) => `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`
const startServer = (cluster: string, port: number) =>
  run('pg_ctl', '-D', cluster, '-w', '-l', `${cluster}.log`, '-o', options(port), 'start')
const urlOf = (...servers: number[]) =>
  `postgres://postgres@${servers.map((port) => `127.0.0.1:${port}`).join(',')}/postgres`

run('initdb', '-D', primary, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8')
appendFileSync(join(primary, 'postgresql.conf'), 'wal_level = replica\nsynchronous_commit = on\n')
startServer(primary, ports.primary)
await furnishDatabase(urlOf(ports.primary))
say('primary furnished')
run(
  'pg_basebackup',
  '-D',
  standby,
  '-R',
  '-X',
  'stream',
  '-c',
  'fast',
  '-d',
  `host=127.0.0.1 port=${ports.primary} user=postgres application_name=standby`,
)
startServer(standby, ports.standby)
const admin = openPool(urlOf(ports.primary), { max: 1 })
await admin.query(`alter system set synchronous_standby_names = 'standby'`)
await admin.query('select pg_reload_conf()')
await sleep(1000)
const replication = await admin.query('select application_name, state, sync_state from pg_stat_replication')
say(`replication: ${JSON.stringify(replication.rows)}`)
await admin.end()

// The standby stands first, so that the server has to find out.
let node: NodeProcess | undefined
const findings = createFindings(say)
const list: Acknowledged[] = []
const traffic = noTraffic()
let stopped = false
try {
  node = await startNode({ DATABASE_URL: urlOf(ports.standby, ports.primary) })
  const address = `http://127.0.0.1:${node.port}`
  const open = (name: string) => openPhone(() => address, name, traffic, findings, Math.random)
  const place = await findPlace(urlOf(ports.primary))
  const writers = []
  for (let n = 0; n < 3; n++) {
    const scene = {
      staff: await open('staff'),
      dispatcher: await open('dispatcher'),
      worker: await open('worker'),
      ...place,
    }
    writers.push(scene)
  }
  const writing = writers.map(async (scene, writer) => {
    for (let n = 1; !stopped; n++)
      await liveRepair(
        scene,
        `切换 ${writer}-${n}`,
        (answer) => list.push(answer),
        () => stopped,
        () => 20,
      )
  })
  await sleep(4000)
  const before = list.length
  process.kill(Number(readFileSync(join(primary, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  say(`primary killed after ${before} acknowledged writes`)
  await sleep(3000)
  run('pg_ctl', '-D', standby, '-w', 'promote')
  const promoted = Date.now()
  // Until it has a standby of its own, the new primary waits for nobody.
  say('standby promoted')
  while (list.length === before && Date.now() - promoted < 60_000) await sleep(50)
  say(`first write acknowledged ${Date.now() - promoted} ms after the promotion`)
  await sleep(4000)
  stopped = true
  await Promise.all(writing)
  const pool = openPool(urlOf(ports.standby), { max: 2 })
  const orders = await checkAcknowledged(pool, '切换 ', list, findings)
  await checkEvents(pool, findings)
  await checkLocks(pool, findings)
  await pool.end()
  say(`${list.length} acknowledged writes, ${orders} orders, ${JSON.stringify(traffic)}`)
  if (list.length === before) findings.add('no write came through after the promotion')
  say(findings.violations.length === 0 ? 'no violation' : `${findings.violations.length} violations`)
} finally {
  await node?.end('SIGTERM')
  spawnSync(join(programs, 'pg_ctl'), ['-D', standby, '-m', 'immediate', 'stop'], { ...account, cwd: folder })
  spawnSync(join(programs, 'pg_ctl'), ['-D', primary, '-m', 'immediate', 'stop'], { ...account, cwd: folder })
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = findings.violations.length === 0 ? 0 : 1
