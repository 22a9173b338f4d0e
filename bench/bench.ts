/**
 * `npm run bench [-- --only name] [--json file]`: measures what `docs/performance.md` promises, each number against a
 * reference of the same run, and says which limit is kept. Exit 1 when one is not.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openPool } from '#kernel/database/connect.ts'
import { StartProblem } from '#kernel/database/start-problem.ts'
import { type BenchRow, keepsLimit, type Result } from './bench-row.ts'
import { openDatabases } from './open-databases.ts'

const root = resolve(import.meta.dirname, '..')

async function readRows(only: string | undefined): Promise<BenchRow[]> {
  const folder = join(import.meta.dirname, 'rows')
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  const rows: BenchRow[] = []
  for (const file of files.sort()) rows.push(((await import(join(folder, file))) as { row: BenchRow }).row)
  const wanted = only ? rows.filter(({ name }) => name === only) : rows
  if (wanted.length === 0)
    throw new StartProblem(
      `没有名为 ${only} 的项目，可选：${rows.map(({ name }) => name).join(' ')}`,
      'there is no row of this name',
    )
  return wanted
}

async function machine(url: string) {
  const pool = openPool(url, { max: 1 })
  const { rows } = await pool.query(`select current_setting('server_version') as version`)
  await pool.end()
  const [first] = cpus()
  return {
    at: new Date().toISOString(),
    cores: cpus().length,
    processor: first?.model.trim(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    kernel: release(),
    node: process.version,
    postgres: rows[0].version as string,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
  }
}

function lineOf(result: Result): string {
  const { what, measured, against, ratio, limit } = result
  const bound = 'most' in limit ? `≤ ${limit.most}` : `≥ ${limit.least}`
  return `${keepsLimit(result) ? '✓' : '✗'} ${ratio.toFixed(2).padStart(6)}  ${bound.padEnd(8)} ${what}：${measured}（${against}）`
}

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } })
const began = performance.now()
const say = (line: string) => console.log(line)
try {
  const rows = await readRows(values.only)
  const folder = resolve(root, process.env.HOUQIN_BENCH_DATA || 'data-bench')
  const needed = [...new Set(rows.flatMap(({ needs }) => needs))]
  const databases = await openDatabases(folder, needed, say)
  const report: { name: string; results: Result[]; failed?: string }[] = []
  const about = await machine(databases.adminUrl)
  try {
    for (const row of rows) {
      say(`\n${row.title}`)
      // One row that cannot be measured takes nothing away from the others.
      try {
        const results = await row.run({ databases, say })
        for (const result of results) say(lineOf(result))
        report.push({ name: row.name, results })
      } catch (error) {
        console.error(error instanceof StartProblem ? error.message : error)
        report.push({ name: row.name, results: [], failed: String(error) })
      }
    }
  } finally {
    await databases.stop()
  }
  say(`\n${JSON.stringify(about)}\n${Math.round((performance.now() - began) / 1000)} s`)
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ about, report }, null, 2)}\n`)
  const broken = report.flatMap(({ results }) => results).filter((result) => !keepsLimit(result))
  process.exitCode = broken.length > 0 || report.some(({ failed }) => failed) ? 1 : 0
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error)
  process.exitCode = 1
}
