import type pg from 'pg'

/** Milliseconds between two looks at the database's clock. */
const look = 10_000
/** A clock set back by less than this stands still until it is caught up with; by more, it is followed. */
const longestStandstill = 10 * 60_000

export interface SharedClock {
  now(): Date
  stop(): void
}

/**
 * The clock of the installation is its database's, so that all nodes agree on what came first. Between two looks
 * it runs by the machine's own count of seconds, which nobody can set; it does not go back by less than ten minutes.
 * @param report hears of a clock that was set back by more, and of nothing else
 */
export async function shareClock(pool: pg.Pool, report: (error: Error) => void): Promise<SharedClock> {
  let offset = 0
  let latest = 0
  async function measure(): Promise<void> {
    const asked = performance.now()
    const { rows } = await pool.query<{ ms: number }>(
      'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
    )
    offset = rows[0]!.ms - (asked + performance.now()) / 2
    const back = latest - (performance.now() + offset)
    if (back <= longestStandstill) return
    latest = 0
    report(new Error(`the database's clock was set back by ${Math.round(back / 60_000)} minutes`))
  }
  await measure()
  // While the database is away the clock runs on as it was.
  const timer = setInterval(() => void measure().catch(() => undefined), look)
  timer.unref()
  return {
    now() {
      latest = Math.max(latest, performance.now() + offset)
      return new Date(latest)
    },
    stop: () => clearInterval(timer),
  }
}
