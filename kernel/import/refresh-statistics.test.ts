import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'

describe('what the planner knows of a table', () => {
  const world = useWorld()

  it('is refreshed where an undone import left pages that were counted as empty', async () => {
    await world.installation.database.asOwner(async (db) => {
      const counted = async () => {
        const { rows } = await sql<{ rows: number; pages: number }>`
          select reltuples::int as rows, relpages as pages from pg_class where oid = 'kernel.undone'::regclass`.execute(
          db,
        )
        return rows[0]!
      }
      const fill = () =>
        sql`insert into kernel.undone select n, 'row' from generate_series(1, 5000) n`.execute(db)
      const refresh = () =>
        sql`select kernel.refresh_statistics(array['kernel.undone'::regclass])`.execute(db)
      await sql`create table kernel.undone (id int, words text)`.execute(db)
      await fill()
      await sql`delete from kernel.undone`.execute(db)
      await sql`analyze kernel.undone`.execute(db)
      expect(await counted()).toMatchObject({ rows: 0 })
      expect((await counted()).pages).toBeGreaterThan(8)
      await fill()
      await refresh()
      expect((await counted()).rows).toBeGreaterThan(4000)
      // Whoever knows already is not asked to count again.
      await sql`update pg_class set reltuples = 4321 where oid = 'kernel.undone'::regclass`.execute(db)
      await refresh()
      expect((await counted()).rows).toBe(4321)
    })
  })
})
