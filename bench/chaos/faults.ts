import pg from 'pg'
import type { SeededRandom } from '#engines/directory/server/demo/seeded-random.ts'
import type { CuttingProxy } from './cutting-proxy.ts'
import type { NodeProcess } from './node-process.ts'
import { databaseOf } from './prepare-database.ts'
import { childrenOf } from './processes.ts'

/** What a fault may touch. */
export interface Ground {
  folder: string
  node: NodeProcess
  proxy: CuttingProxy
  chance: SeededRandom
}

/** Whether the server has to be started again afterwards. */
type Outcome = 'server-down' | 'server-up'

async function killServer({ node }: Ground): Promise<Outcome> {
  await node.end('SIGKILL')
  return 'server-down'
}

async function stopServer({ node }: Ground): Promise<Outcome> {
  const code = await node.end('SIGTERM')
  if (code !== 0) throw new Error(`the server stopped with ${code}: ${node.output().slice(-2000)}`)
  return 'server-down'
}

async function killPostmaster({ folder }: Ground): Promise<Outcome> {
  process.kill(databaseOf(folder).pid, 'SIGKILL')
  return 'server-up'
}

async function killBoth(ground: Ground): Promise<Outcome> {
  const { pid } = databaseOf(ground.folder)
  const gone = ground.node.end('SIGKILL')
  process.kill(pid, 'SIGKILL')
  await gone
  return 'server-down'
}

/** A session dies hard: PostgreSQL then ends all others and recovers. */
async function killBackend({ folder, chance }: Ground): Promise<Outcome> {
  const { pid } = databaseOf(folder)
  const sessions = childrenOf(pid).filter(({ command }) =>
    / houqin postgres | postgres houqin /.test(command),
  )
  process.kill(chance.pick(sessions).pid, 'SIGKILL')
  return 'server-up'
}

/** Ends sessions in order, in the middle of whatever they do. */
async function endSessions({ folder }: Ground): Promise<Outcome> {
  const client = new pg.Client(databaseOf(folder).url)
  await client.connect()
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  )
  await client.end()
  return 'server-up'
}

/** A fast shutdown, as an administrator restarts a database; the server brings its own back. */
async function restartDatabase({ folder }: Ground): Promise<Outcome> {
  process.kill(databaseOf(folder).pid, 'SIGINT')
  return 'server-up'
}

async function cutWires({ proxy }: Ground): Promise<Outcome> {
  proxy.cut()
  return 'server-up'
}

/** Everything that can happen, by the name it has in the report. */
export const faults: Record<string, (ground: Ground) => Promise<Outcome>> = {
  'kill -9 server': killServer,
  'kill -9 server and database': killBoth,
  'kill -9 postmaster': killPostmaster,
  'kill -9 one session': killBackend,
  'end all sessions': endSessions,
  'restart database': restartDatabase,
  'cut connections': cutWires,
  'stop server (SIGTERM)': stopServer,
}
