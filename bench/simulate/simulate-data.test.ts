import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { serverModules, version } from '#app/modules.ts'
import { refreshClocks } from '#engines/orders/server/api.ts'
import { createContext, systemActor } from '#kernel/create-context.ts'
import { openPool } from '#kernel/database/connect.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { linkRepeats } from '#services/repairs/server/link-repeats.ts'
import { simulateData } from './simulate-data.ts'

const now = new Date('2026-03-18T02:00:00Z')
const scale = { years: 1, ordersPerYear: 240, copies: 3, seed: 7, now }
/** A played year has these besides: major works and orders open in every state. */
const extras = 3 * (63 + 22)

async function openEmpty() {
  const name = `${inject('template')}_sim_${randomUUID().slice(0, 8)}`
  const admin = openPool(inject('databaseUrl'), { max: 1 })
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return openInstallation({ url: url.href, modules: serverModules, version, poolSize: 2 })
}

/** What the clocks of an order say, and what its entries add up to. */
const derived = sql`id, respond_due_at, finish_due_at, holder_due_at, responded_at, finished_at, respond_on_time, on_time,
  respond_minutes, work_minutes, next_step_at, cost_fen, overall_rating`

describe('simulated data', () => {
  let installation: Awaited<ReturnType<typeof openEmpty>>
  let ids: string[]
  beforeAll(async () => {
    installation = await openEmpty()
    ids = await simulateData(installation, { ...scale, bureaus: 2 }, () => undefined)
  })
  afterAll(() => installation.close())

  function inside<T>(
    bureauId: string,
    work: (ctx: ReturnType<typeof createContext>) => Promise<T>,
  ): Promise<T> {
    return installation.database.transaction({ bureauId, mode: 'write', now }, (db) =>
      work(createContext({ db, bureauId, actor: systemActor, locale: 'zh-CN', requestId: 'test', now })),
    )
  }

  it('has as many orders as asked for in every bureau, some of them open', async () => {
    const { rows } = await installation.pool.query(
      `select count(*)::int as all, count(*) filter (where completed_at is null)::int as open
       from orders.service_order group by bureau_id`,
    )
    expect(rows).toHaveLength(2)
    for (const row of rows) {
      // Those of this morning that are still to come have not been reported.
      expect(row.all).toBeGreaterThan(scale.ordersPerYear + extras - 10)
      expect(row.all).toBeLessThanOrEqual(scale.ordersPerYear + extras)
      expect(row.open).toBeGreaterThan(20)
    }
  })

  it('agrees with the ledger: the engine’s own clocks change nothing', async () => {
    await inside(ids[0]!, async (ctx) => {
      const read = () =>
        sql<{ id: string }>`select ${derived} from orders.service_order order by id`.execute(ctx.db)
      const before = await read()
      for (const { id } of before.rows.filter((_, place) => place % 5 === 0)) await refreshClocks(ctx, id)
      expect((await read()).rows).toEqual(before.rows)
    })
  })

  it('agrees with its entries: costs, ratings and repeats', async () => {
    await inside(ids[1]!, async (ctx) => {
      const wrong = await sql`
        select o.number from orders.service_order o
        where o.cost_fen <> coalesce((select sum(amount_fen) from orders.cost c where c.order_id = o.id), 0)
          or o.overall_rating is distinct from (select overall from orders.evaluation e where e.order_id = o.id)`.execute(
        ctx.db,
      )
      expect(wrong.rows).toEqual([])
      const repeats = () =>
        sql<{ order_id: string; repeat_of_id: string | null }>`
          select order_id, repeat_of_id from repairs.repair order by order_id`.execute(ctx.db)
      const before = (await repeats()).rows
      expect(before.filter(({ repeat_of_id }) => repeat_of_id).length).toBeGreaterThan(3)
      await linkRepeats(
        ctx,
        before.map(({ order_id }) => order_id),
      )
      expect((await repeats()).rows).toEqual(before)
    })
  })

  it('leaves the tables guarded as they were', async () => {
    const { rows } = await installation.pool.query(
      `select count(*) filter (where not relforcerowsecurity)::int as unforced,
         (select count(*) from pg_trigger where tgenabled = 'D')::int as disabled
       from pg_class where relrowsecurity and relnamespace::regnamespace::text in ('orders', 'repairs', 'kernel')
         and relname <> 'bureau'`,
    )
    expect(rows[0]).toEqual({ unforced: 0, disabled: 0 })
    await expect(simulateData(installation, { ...scale, bureaus: 1 }, () => undefined)).rejects.toThrow(
      'already has a bureau',
    )
  })
})
