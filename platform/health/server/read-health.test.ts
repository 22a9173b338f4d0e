import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { health } from '../module.ts'

describe('the health of the system', () => {
  const world = useWorld()
  const signs = async () => {
    const { signs: all } = await world.as('admin').call(health.actions.readHealth, {})
    return Object.fromEntries(all.map((sign) => [sign.id, sign.state]))
  }

  it('names what is installed, every job, and what each module says of itself', async () => {
    const answer = await world.as('admin').call(health.actions.readHealth, {})
    expect(answer.postgres).toMatch(/^\d+/)
    expect(answer.databaseBytes).toBeGreaterThan(1_000_000)
    expect(answer.jobs.map(({ name }) => name)).toContain('kernel.sweep-loose-rows')
    expect(Object.keys(await signs())).toContain('health.jobs')
  })

  it('says when events wait too long for their follow-up', async () => {
    await world.deliver()
    expect((await signs())['health.delivery']).toBe('good')
    await world.as('staff').post('/api/me/tokens', { title: '一', days: 1 })
    await world.ctx('system', (ctx) => sql`update kernel.outbox set attempts = 3`.execute(ctx.db))
    expect((await signs())['health.delivery']).toBe('bad')
  })
})
