import type pg from 'pg'
import { serverModules, version } from '#app/modules.ts'
import { openPool } from '#kernel/database/connect.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database/start-embedded.ts'
import { simulateData } from './simulate/simulate-data.ts'

const years = 10
const seed = 20_260_301

/** Orders of the two databases that are compared, over ten years each. */
export const sizes = { small: 10_000, large: 1_000_000 } as const
export type Size = keyof typeof sizes

export interface BenchDatabases {
  /** Of the cluster itself. */
  adminUrl: string
  url(name: string): string
  stop(): Promise<void>
}

/**
 * The two databases of the bench, in one embedded cluster with the settings houqin ships; made when they are not there
 * yet, or when they are of another day. A server that starts on them brings them to this release.
 */
export async function openDatabases(
  folder: string,
  wanted: readonly Size[],
  say: (line: string) => void,
): Promise<BenchDatabases> {
  const server = await startEmbeddedDatabase({ folder, log: say })
  const url = (name: string) => {
    const address = new URL(server.url)
    address.pathname = `/bench_${name}`
    return address.href
  }
  const admin = openPool(server.url, { max: 1 })
  try {
    for (const size of wanted)
      if (!(await isReady(admin, url(size), size))) await make(admin, url(size), size, say)
  } finally {
    await admin.end()
  }
  return { adminUrl: server.url, url, stop: server.stop }
}

/** Whether it is there, whole, and of today: what is open moves on with the days. */
async function isReady(admin: pg.Pool, url: string, size: Size): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [`bench_${size}`])
  if (!rowCount) return false
  const pool = openPool(url, { max: 1 })
  try {
    const { rows } = await pool.query(
      `select max(created_at) > now() - interval '2 days' as fresh from orders.service_order`,
    )
    return rows[0].fresh === true
  } catch {
    // Half made, or of a schema that has no orders yet: made again.
    return false
  } finally {
    await pool.end()
  }
}

async function make(admin: pg.Pool, url: string, size: Size, say: (line: string) => void): Promise<void> {
  say(`准备 ${sizes[size]} 件工单 / preparing ${sizes[size]} orders …`)
  await admin.query(`drop database if exists bench_${size} with (force)`)
  await admin.query(`create database bench_${size}`)
  const installation = await openInstallation({ url, modules: serverModules, version, poolSize: 2 })
  const began = performance.now()
  try {
    const scale = { bureaus: 1, years, ordersPerYear: sizes[size] / years, seed, now: new Date() }
    await simulateData(installation, scale, say)
  } finally {
    await installation.close()
  }
  say(`${Math.round((performance.now() - began) / 1000)} s`)
}

/** A copy to write into, so that what is measured next finds the database as it was made; the last one goes. @returns its address */
export async function copyDatabase(databases: BenchDatabases, from: Size, name: string): Promise<string> {
  // Connected to neither: a template must have no guests.
  const beside = new URL(databases.url(from))
  beside.pathname = '/postgres'
  const admin = openPool(beside.href, { max: 1 })
  try {
    await admin.query(`drop database if exists bench_${name} with (force)`)
    await admin.query(`create database bench_${name} template bench_${from}`)
  } finally {
    await admin.end()
  }
  return databases.url(name)
}
