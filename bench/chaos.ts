/**
 * `npm run chaos [-- --rounds 100 --seed 1 --writers 5]`: the real server on a database of its own under load, with a
 * fault in every round; whatever was acknowledged must be there afterwards, once. Exit 1 on any violation.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareFolder } from './chaos/prepare-database.ts'
import { runRounds } from './chaos/run-rounds.ts'

const number = (fallback: string) => ({ type: 'string', default: fallback }) as const
const { values } = parseArgs({
  options: { rounds: number('20'), seed: number(String(Date.now() % 100_000)), writers: number('5') },
})
const say = (line: string) => console.log(line)
const folder = mkdtempSync(join(tmpdir(), 'houqin-chaos-'))
say(`seed ${values.seed}, ${values.rounds} rounds, ${values.writers} writers`)
try {
  await prepareFolder(folder)
  const result = await runRounds({
    folder,
    rounds: Number(values.rounds),
    seed: Number(values.seed),
    writers: Number(values.writers),
    say,
  })
  say('')
  for (const [fault, times] of Object.entries(result.byFault)) say(`${String(times).padStart(6)}  ${fault}`)
  const { answered, retried, busy, doubled } = result.traffic
  say(
    `requests answered ${answered}, tries without an answer ${retried}, answered with 503 ${busy}, sent twice ${doubled}`,
  )
  say(
    `acknowledged writes ${result.acknowledged}, orders ${result.orders}, ledgers read ${result.ledgers}, ` +
      `events ${result.events}, runs of the minute’s job ${result.jobRuns}, ${result.seconds} s`,
  )
  say(result.violations.length === 0 ? 'no violation' : `${result.violations.length} violations`)
  process.exitCode = result.violations.length === 0 ? 0 : 1
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
// Phones of an aborted run would go on trying for minutes.
process.exit()
