import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openPool } from '#kernel/database/connect.ts'

const run = promisify(execFile)

/** Transactions a second of pgbench on the same cluster with 8 clients: one plain insert, and its `-S`. */
export interface PgbenchRates {
  inserts: number
  selects: number
}

const insert = `\\set aid random(1, 100000)
insert into pgbench_history (tid, bid, aid, delta, mtime) values (1, 1, :aid, 1, current_timestamp);
`

/** Null where pgbench is not installed. @param url any database of the cluster */
export async function runPgbench(url: string, seconds = 5): Promise<PgbenchRates | null> {
  const beside = new URL(url)
  beside.pathname = '/postgres'
  const admin = openPool(beside.href, { max: 1 })
  const folder = mkdtempSync(join(tmpdir(), 'houqin-pgbench-'))
  const script = join(folder, 'insert.sql')
  writeFileSync(script, insert)
  beside.pathname = '/bench_pgbench'
  try {
    await admin.query('drop database if exists bench_pgbench with (force)')
    await admin.query('create database bench_pgbench')
    await run('pgbench', ['-i', '-q', '-s', '1', beside.href])
    const rate = async (options: string[]) => {
      const { stdout } = await run('pgbench', [
        '-n',
        '-c',
        '8',
        '-j',
        '2',
        '-T',
        String(seconds),
        ...options,
        beside.href,
      ])
      return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
    }
    return { inserts: await rate(['-f', script]), selects: await rate(['-S']) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  } finally {
    await admin.query('drop database if exists bench_pgbench with (force)')
    await admin.end()
    rmSync(folder, { recursive: true })
  }
}
