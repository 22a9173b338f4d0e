import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { valueOfRecords } from '#engines/metrics/server/api.ts'
import type { MetricHandler } from '#kernel/server-module.ts'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { type ImportedOrder, importOrders, orderFigures } from './api.ts'

const amount = 60
const day = (date: string, hour: number) => new Date(`${date}T${String(hour).padStart(2, '0')}:00:00+08:00`)

describe('figures over orders', () => {
  const world = useWorld()
  const story = orderStory(world)

  /** Two years of orders at two sites: open, void, rated, urged, with costs and corrections on later days. */
  async function fill(): Promise<void> {
    const { clientUnit } = await story.report({ title: '占位' })
    const sites = [await story.siteId('P001'), await story.siteId('P002')]
    const imported = Array.from({ length: amount }, (_, place): ImportedOrder => {
      const month = String((place % 12) + 1).padStart(2, '0')
      const year = place % 3 === 0 ? 2014 : 2015
      return {
        number: `WX-old-${place}`,
        line: place % 11 === 0 ? 'security' : 'repairs',
        kind: place % 2 ? 'OTHER' : 'ELEVATOR',
        title: `门锁损坏 ${place}`,
        siteId: sites[place % 2]!,
        clientUnitId: clientUnit.id,
        requesterName: clientUnit.name,
        createdAt: day(`${year}-${month}-01`, place % 2 ? 0 : 23),
        finishedAt: place % 7 === 0 ? null : day(`${year}-${month}-28`, 23),
        voided: place % 13 === 0,
        overallRating: place % 7 !== 0 && place % 13 !== 0 && place % 4 === 0 ? (place % 5) + 1 : null,
      }
    })
    await world.ctx('system', async (ctx) => {
      await importOrders(ctx, imported)
      await sql`update orders.service_order set respond_minutes = length(title) * 7 + reminder_count
          + ascii(right(number, 1)) % 5, on_time = case when ascii(right(number, 1)) % 3 = 0 then null
          else ascii(right(number, 1)) % 3 = 1 end, reminder_count = (ascii(right(number, 1)) % 3 = 0)::int
        where number like 'WX-old-%' and right(number, 1) <> '9'`.execute(ctx.db)
      await sql`insert into orders.cost (order_id, at, kind, title, quantity, unit_price_fen, by_name)
        select id, created_at + interval '20 days' * n, 'PART', '阀芯', 1, 333 * n + 1, '系统'
        from orders.service_order, generate_series(1, 3) n
        where number like 'WX-old-%' and right(number, 1) <> '3'`.execute(ctx.db)
    })
  }

  it('are the same read together, read alone and made of the rows behind them [CLOUD-10]', async () => {
    await fill()
    const figures = orderFigures(
      'repairs',
      undefined,
      sql`left join directory.site place on place.bureau_id = o.bureau_id and place.id = o.site_id`,
    )
    // One of the two conditions has an OR at its top: nothing beside it may slip into it.
    const lift = sql`o.kind = 'ELEVATOR' or o.title like '%7'`
    const placed = sql`place.code = 'P001'`
    const named: Record<string, MetricHandler> = Object.fromEntries(
      ([undefined, lift, placed] as const).flatMap((more, which) =>
        Object.entries(figures).map(([name, make]) => [`${name} ${which}`, make(more)]),
      ),
    )
    const handlers = Object.values(named)
    const source = handlers[0]!.source!
    const somewhere = await story.siteId('P002')
    const seen: Record<string, Set<number | null>> = {}
    for (const scope of [
      { from: '2014-01-01', to: '2014-12-31' },
      { from: '2015-01-01', to: '2015-12-31' },
      { from: '2014-01-01', to: '2015-12-31', siteId: somewhere },
      { from: '2015-03-28', to: '2015-04-01' },
      { from: '2013-01-01', to: '2013-12-31' },
    ])
      await world.ctx('system', async (ctx) => {
        const together = await source.readTogether(ctx, scope, handlers)
        for (const [place, [name, handler]] of Object.entries(named).entries()) {
          const rows = await handler.records(ctx, scope, { after: null, limit: 1000 })
          const made = valueOfRecords(
            handler.from,
            rows.map(({ value }) => value),
          )
          const about = `${name} ${JSON.stringify(scope)}`
          const alone = await handler.value(ctx, scope)
          expect(together[place], about).toEqual(alone)
          if (made === null) expect(alone, about).toBeNull()
          else expect(alone, about).toBeCloseTo(made, 9)
          seen[name] = (seen[name] ?? new Set()).add(alone)
        }
      })
    // Each was something in one of the periods, and something else in another.
    for (const [name, values] of Object.entries(seen)) expect([name, values.size > 1]).toEqual([name, true])
    const cost = await world.ctx('system', (ctx) =>
      named['costYuan 0']!.value(ctx, { from: '2015-01-01', to: '2015-12-31' }),
    )
    // Cents that no fraction of two holds exactly are still added up exactly.
    expect(cost).toBe(Number(cost?.toFixed(2)))
  })
})
