import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Findings } from './findings.ts'
import { talliedEvents } from './tally-module.ts'

/** Seconds in which everything must have been delivered once the load has ended. */
const deliveryPatience = 20

async function countOf(pool: pg.Pool, question: string, values: unknown[] = []): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(question, values)
  return Number(rows[0]!.count)
}

/** Every event was handled, and its handler had its effect once. @returns how many events there are */
export async function checkEvents(pool: pg.Pool, findings: Findings): Promise<number> {
  const waiting = () => countOf(pool, 'select count(*) from kernel.outbox')
  for (let second = 0; (await waiting()) > 0; second++) {
    if (second === deliveryPatience) {
      const { rows } = await pool.query(
        'select e.type, o.attempts, o.due_at, o.last_error from kernel.outbox o join kernel.event e on e.id = o.event_id limit 3',
      )
      findings.add(
        `${await waiting()} events undelivered after ${deliveryPatience} s: ${JSON.stringify(rows)}`,
      )
      break
    }
    await sleep(1000)
  }
  const { rows } = await pool.query<{ type: string; times: string; events: string }>(
    `select e.type, coalesce(f.times, 0) as times, count(*) as events from kernel.event e
     left join (select event_id, count(*) as times from tally.effect group by event_id) f on f.event_id = e.id
     where e.type = any($1) group by 1, 2`,
    [talliedEvents],
  )
  for (const { type, times, events } of rows)
    if (Number(times) !== 1) findings.add(`${events} events ${type} were handled ${times} times`)
  return rows.reduce((sum, { events }) => sum + Number(events), 0)
}

/**
 * The job that runs once a minute has run in each bureau once for each of its runs, and no more often than there
 * were minutes. @returns how often it ran in a bureau
 */
export async function checkJobs(pool: pg.Pool, minutes: number, findings: Findings): Promise<number> {
  const bureaus = await countOf(pool, 'select count(*) from kernel.bureau')
  const ticks = await countOf(pool, 'select count(*) from tally.tick')
  const runs = await countOf(pool, `select count(*) from kernel.job_run where job = 'tally.tick'`)
  const distinct = await countOf(
    pool,
    `select count(distinct run_id) from kernel.job_run where job = 'tally.tick'`,
  )
  if (ticks !== runs) findings.add(`the job had its effect ${ticks} times in ${runs} runs`)
  if (distinct > Math.ceil(minutes) + 1) findings.add(`the job ran ${distinct} times in ${minutes} minutes`)
  if (runs > distinct * bureaus) findings.add(`${runs} runs for ${distinct} in ${bureaus} bureaus`)
  return distinct
}

/** Nothing waits for a lock and no transaction is left open once the load has ended. */
export async function checkLocks(pool: pg.Pool, findings: Findings): Promise<void> {
  const left = () =>
    pool.query<{ pid: number; state: string; query: string }>(
      `select pid, state, wait_event_type, left(query, 80) as query from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()
         and (state like 'idle in transaction%' or wait_event_type = 'Lock')`,
    )
  for (let tries = 0; tries < 50; tries++) {
    if ((await left()).rows.length === 0) return
    await sleep(100)
  }
  findings.add(`left behind: ${JSON.stringify((await left()).rows)}`)
}
