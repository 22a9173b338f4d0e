import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { patientQueries } from './run-jobs.ts'

describe('the statements of the job queue', () => {
  const world = useWorld({ committing: true })

  it('outlive a session that is ended under them, and say other faults at once', async () => {
    const { connectionString } = world.installation.pool.options
    const pool = new pg.Pool({ connectionString, max: 1 })
    pool.on('error', () => undefined)
    const query = patientQueries(pool, () => false)
    try {
      const { rows } = await query('select pg_backend_pid() as pid', [])
      // The queue marks a run as done or failed without waiting: a rejection here would end the server.
      const slow = query(`select pg_sleep(0.4), 'answered' as said`, [])
      await world.installation.pool.query('select pg_terminate_backend($1)', [rows[0].pid])
      expect((await slow).rows[0].said).toBe('answered')
      await expect(query('select nothing from nowhere', [])).rejects.toMatchObject({ code: '42P01' })
      // While the server stops, nobody waits for a database that is away.
      const gone = new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 500 })
      await expect(patientQueries(gone, () => true)('select 1', [])).rejects.toMatchObject({
        code: 'ECONNREFUSED',
      })
    } finally {
      await pool.end()
    }
  })
})
