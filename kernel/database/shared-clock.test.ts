import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, inject, it } from 'vitest'
import { openPool } from './connect.ts'
import { shareClock } from './shared-clock.ts'

describe('the clock of the installation', () => {
  it('is the database’s, runs on, and does not go back when the machine’s is set back', async () => {
    const pool = openPool(inject('databaseUrl'), { max: 1 })
    const machine = Date.now
    const clock = await shareClock(pool, () => undefined)
    try {
      const { rows } = await pool.query('select clock_timestamp() as at')
      expect(Math.abs(clock.now().getTime() - Date.parse(rows[0].at))).toBeLessThan(2000)
      const before = clock.now()
      Date.now = () => machine() - 3_600_000
      await sleep(20)
      const after = clock.now().getTime() - before.getTime()
      expect(after).toBeGreaterThanOrEqual(15)
      expect(after).toBeLessThan(10_000)
    } finally {
      Date.now = machine
      clock.stop()
      await pool.end()
    }
  })
})
