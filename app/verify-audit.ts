/**
 * `npm run audit:verify -- [--bureau code] [--head code:number:hash | file]`: checks the sealed audit trail of every
 * bureau, in `data/` or `DATABASE_URL`, and prints the count of each day. Names the first entry that does not fit and
 * exits with 1. The last lines are the heads: keep them elsewhere, and give them back with `--head`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { kyselyOn, openPool } from '#kernel/database/connect.ts'
import { StartProblem } from '#kernel/database/start-problem.ts'
import {
  beginProgress,
  checkHead,
  type Fault,
  headWords,
  readHeads,
  verifyPart,
} from '#platform/audit-seal/server/api.ts'
import { openDatabase } from './open-database.ts'

type Db = ReturnType<typeof kyselyOn>
type Heads = ReturnType<typeof readHeads>
interface Bureau {
  id: string
  code: string
  name: string
}

/** Entries read at once. */
const partSize = 5000

function show(fault: Fault): void {
  console.log(`  ✗ ${fault.words.zh}\n    ${fault.words.en}`)
}

/** @returns whether everything fits */
async function verifyBureau(db: Db, bureau: Bureau, heads: Heads): Promise<boolean> {
  console.log(`${bureau.code} ${bureau.name}`)
  for (let progress = await beginProgress(db, bureau.id); ; ) {
    const part = await verifyPart(db, bureau.id, progress, partSize)
    if (part.sealed) {
      const { day, number, entries, late } = part.sealed
      const notes = [
        late > 0 ? `迟到 ${late} 条 / ${late} late` : '',
        number <= progress.erased ? '已按期限清除 / erased on schedule' : '',
      ]
      console.log(
        `  ${day}  #${number}  ${entries} 条 / entries  ${notes.filter(Boolean).join('  ')}`.trimEnd(),
      )
    }
    if (part.fault) {
      show(part.fault)
      return false
    }
    progress = part.progress
    if (!part.ended) continue
    const kept = heads.filter(({ code }) => code === bureau.code)
    for (const head of kept) {
      const fault = await checkHead(db, bureau.id, head)
      if (!fault) continue
      show(fault)
      return false
    }
    const matching = kept.length > 0 ? `，与留存的链首一致 / agrees with ${kept.length} kept` : ''
    console.log(`  相符 / intact: ${progress.seal} 封 / seals, ${progress.position} 条 / entries${matching}`)
    if (progress.seal > 0)
      console.log(`  head ${headWords({ ...bureau, number: progress.seal, hash: progress.previous })}`)
    return true
  }
}

function headsOf(given: string | undefined): Heads {
  if (given === undefined) return []
  const path = resolve(process.env.INIT_CWD ?? '.', given)
  const heads = readHeads(existsSync(path) ? readFileSync(path, 'utf8') : given)
  if (heads.length === 0)
    throw new StartProblem(`--head 里没有链首（code:number:hash）：${given}`, `no head in --head: ${given}`)
  return heads
}

async function verifyAll(): Promise<boolean> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { bureau: text, head: text } })
  const heads = headsOf(values.head)
  const database = await openDatabase(process.env, resolve(import.meta.dirname, '..'), () => undefined, true)
  const pool = openPool(database.url, { max: 1 })
  try {
    const client = await pool.connect()
    // One picture of the whole trail, whatever is written meanwhile.
    await client.query('begin isolation level repeatable read read only')
    const db = kyselyOn(client)
    const bureaus = await db
      .selectFrom('kernel.bureau')
      .select(['id', 'code', 'name'])
      .orderBy('code')
      .execute()
    const unknown = [values.bureau, ...heads.map(({ code }) => code)].find(
      (code) => code !== undefined && !bureaus.some((bureau) => bureau.code === code),
    )
    if (unknown !== undefined)
      throw new StartProblem(`没有代码为 ${unknown} 的机关`, `there is no bureau ${unknown}`)
    let intact = true
    for (const bureau of bureaus)
      if (values.bureau === undefined || values.bureau === bureau.code)
        intact = (await verifyBureau(db, bureau, heads)) && intact
    client.release(true)
    return intact
  } finally {
    await pool.end()
    await database.stop()
  }
}

// Leaving through exit() lets the embedded database be stopped on the way out.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))
try {
  process.exitCode = (await verifyAll()) ? 0 : 1
} catch (error) {
  const plain = error instanceof StartProblem || error instanceof TypeError
  console.error(plain ? error.message : error)
  process.exitCode = 1
}
process.exit()
