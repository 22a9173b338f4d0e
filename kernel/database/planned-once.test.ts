import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { planName, plannedOnce } from './planned-once.ts'

describe('statements planned once', () => {
  const world = useWorld()
  const kept = (text: string) =>
    world.ctx('system', async (ctx) => {
      const { rows } = await sql<{ times: number }>`
        select (generic_plans + custom_plans)::int as times from pg_prepared_statements where statement like ${`%${text}%`}
          and statement not like '%pg_prepared_statements%'`.execute(ctx.db)
      return rows.map(({ times }) => times)
    })

  it('a marked statement is kept by its connection, with new values each time', async () => {
    const asked = [3, 5, 8]
    for (const number of asked) {
      const { rows } = await world.ctx('system', (ctx) =>
        sql<{ twice: number }>`select ${number}::integer * 2 as twice ${plannedOnce}`.execute(ctx.db),
      )
      expect(rows[0]!.twice).toBe(number * 2)
    }
    expect(await kept('::integer * 2 as twice')).toEqual([asked.length])
  })

  it('no other is', async () => {
    await world.ctx('system', (ctx) => sql`select ${3}::integer * 4 as fourfold`.execute(ctx.db))
    expect(await kept('::integer * 4 as fourfold')).toEqual([])
    expect(planName('select 1')).toBeUndefined()
  })

  it('row security is that of whoever asks now', async () => {
    for (const { bureauId } of [world, world.other, world]) {
      const options = { bureauId, mode: 'read' as const, now: world.clock.now() }
      const { rows } = await world.installation.database.transaction(options, (db) =>
        sql`select distinct bureau_id from directory.unit ${plannedOnce}`.execute(db),
      )
      expect(rows).toEqual([{ bureau_id: bureauId }])
    }
  })
})
