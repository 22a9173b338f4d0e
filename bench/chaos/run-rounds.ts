import { setTimeout as sleep } from 'node:timers/promises'
import { type SeededRandom, seededRandom } from '#engines/directory/server/demo/seeded-random.ts'
import { openPool } from '#kernel/database/connect.ts'
import { checkEvents, checkJobs, checkLocks } from './check-effects.ts'
import { checkLedgers } from './check-ledger.ts'
import { checkAcknowledged } from './check-writes.ts'
import { type CuttingProxy, openProxy } from './cutting-proxy.ts'
import { faults } from './faults.ts'
import { createFindings, type Findings } from './findings.ts'
import { type NodeProcess, startNode } from './node-process.ts'
import { noTraffic, openPhone, type Phone, type Traffic } from './phone.ts'
import { databaseOf } from './prepare-database.ts'
import { postmastersOf } from './processes.ts'
import { type Acknowledged, findPlace, liveRepair, type Scene } from './repair-life.ts'

/** What to run; `faultNames` in the order of rounds, absent: drawn by chance. */
export interface ChaosOptions {
  folder: string
  rounds: number
  seed: number
  writers: number
  faultNames?: readonly string[]
  say(line: string): void
}

/** What came of it. */
export interface ChaosResult {
  violations: readonly string[]
  byFault: Record<string, number>
  traffic: Traffic
  acknowledged: number
  orders: number
  ledgers: number
  events: number
  jobRuns: number
  seconds: number
}

/** One writer: repair after repair until it is told to stop; what is under way is answered first. */
function startWriter(scene: Scene, mark: string, chance: SeededRandom, list: Acknowledged[]) {
  let stopped = false
  async function write(): Promise<void> {
    for (let n = 1; !stopped; n++) {
      await liveRepair(
        scene,
        `${mark}-${n}`,
        (answer) => list.push(answer),
        () => stopped,
        () => chance.below(40),
      )
    }
  }
  const ended = write()
  return async () => {
    stopped = true
    await ended
  }
}

/** Runs the rounds: load, a fault in its midst, load again, everything answered, everything checked. */
export async function runRounds(options: ChaosOptions): Promise<ChaosResult> {
  const { folder, say } = options
  const began = Date.now()
  const chance = seededRandom(options.seed)
  const findings = createFindings(say)
  const traffic = noTraffic()
  const byFault: Record<string, number> = {}
  const proxy = await openProxy()
  let node = await startNode({ HOUQIN_DATA: folder })
  proxy.leadTo(node.port)
  try {
    const place = await findPlace(databaseOf(folder).url)
    const open = (name: string) => openPhone(() => proxy.address, name, traffic, findings, chance.next)
    const director = await open('director')
    const scenes: Scene[] = []
    for (let writer = 0; writer < options.writers; writer++)
      scenes.push({
        staff: await open('staff'),
        dispatcher: await open('dispatcher'),
        worker: await open('worker'),
        ...place,
      })
    const all: Acknowledged[] = []
    let orders = 0
    let ledgers = 0
    let events = 0
    for (let round = 1; round <= options.rounds; round++) {
      const name = options.faultNames?.[round - 1] ?? chance.pick(Object.keys(faults))
      const mark = `混沌 ${options.seed}-${round}`
      const list: Acknowledged[] = []
      const before = Date.now()
      const stops = scenes.map((scene, index) => startWriter(scene, `${mark}-${index + 1}`, chance, list))
      await sleep(300 + chance.below(1200))
      byFault[name] = (byFault[name] ?? 0) + 1
      if ((await faults[name]!({ folder, node, proxy, chance })) === 'server-down')
        node = await restart(folder, proxy)
      await sleep(300 + chance.below(700))
      await Promise.race([Promise.all(stops.map((stop) => stop())), diedByItself(node)])
      const found = await checkRound(folder, `${mark}-`, list, director, findings)
      orders += found.orders
      ledgers += found.ledgers
      events = found.events
      all.push(...list)
      say(
        `${String(round).padStart(3)}  ${name.padEnd(28)} ${String(list.length).padStart(4)} acknowledged, ` +
          `${found.orders} orders, ${((Date.now() - before) / 1000).toFixed(1)} s`,
      )
    }
    const pool = openPool(databaseOf(folder).url, { max: 1 })
    const jobRuns = await checkJobs(pool, (Date.now() - began) / 60_000, findings)
    await pool.end()
    await endAll(folder, node, findings)
    const seconds = Math.round((Date.now() - began) / 1000)
    return {
      violations: findings.violations,
      byFault,
      traffic,
      acknowledged: all.length,
      orders,
      ledgers,
      events,
      jobRuns,
      seconds,
    }
  } finally {
    await node.end('SIGTERM')
    await proxy.close()
  }
}

/** No phone is answered by a server that has gone: said at once, with its last words. */
async function diedByItself(node: NodeProcess): Promise<never> {
  const code = await node.ended
  throw new Error(`the server ended by itself with ${code}:\n${node.output().slice(-6000)}`)
}

async function restart(folder: string, proxy: CuttingProxy): Promise<NodeProcess> {
  const node = await startNode({ HOUQIN_DATA: folder })
  proxy.leadTo(node.port)
  return node
}

async function checkRound(
  folder: string,
  mark: string,
  list: readonly Acknowledged[],
  director: Phone,
  findings: Findings,
): Promise<{ orders: number; ledgers: number; events: number }> {
  const { url, cluster } = databaseOf(folder)
  const pool = openPool(url, { max: 2 })
  try {
    const orders = await checkAcknowledged(pool, mark, list, findings)
    const ledgers = await checkLedgers(pool, mark, director, findings)
    const events = await checkEvents(pool, findings)
    await checkLocks(pool, findings)
    const running = postmastersOf(cluster)
    if (running.length !== 1) findings.add(`${running.length} databases run on the folder: ${running}`)
    return { orders, ledgers, events }
  } finally {
    await pool.end()
  }
}

/** After the server has stopped in order, nothing of it runs any more. */
async function endAll(folder: string, node: NodeProcess, findings: Findings): Promise<void> {
  const { cluster } = databaseOf(folder)
  const code = await node.end('SIGTERM')
  if (code !== 0) findings.add(`the server ended with ${code}`)
  const left = postmastersOf(cluster)
  if (left.length > 0) findings.add(`left running: ${left}`)
}
