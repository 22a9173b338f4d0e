import type pg from 'pg'
import { serverModules, version } from '#app/modules.ts'
import { addDays, localDay } from '#engines/metrics/period.ts'
import { figureBook, valuesTogether } from '#engines/metrics/server/api.ts'
import { createContext, systemActor } from '#kernel/create-context.ts'
import { openPool } from '#kernel/database/connect.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import type { BenchRow } from '../bench-row.ts'
import { timed } from '../measure/call-server.ts'
import { median } from '../measure/percentile.ts'
import { sizes } from '../open-databases.ts'

const rounds = 5
const most = 3
const days = 3650

/**
 * One pass over the table that reads every column of every row: `count(column)` unpacks each and does nothing else
 * with it. By `seqscan`: the other ways are shut. Parallel workers are as in the shipped settings, for both sides.
 */
async function scanStatement(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query(
    `select attname from pg_attribute where attrelid = 'orders.service_order'::regclass and attnum > 0 and not attisdropped`,
  )
  const counts = rows.map(({ attname }) => `count("${attname}")`)
  return `begin; set local enable_indexscan = off; set local enable_indexonlyscan = off;
    set local enable_bitmapscan = off; select ${counts.join(', ')} from orders.service_order; commit`
}

/** Every figure of every module over ten years, as the annual summary asks for them. */
export const row: BenchRow = {
  name: 'annual-figures',
  title: '年度总结的全部数据 / all figures of an annual summary',
  needs: ['large'],
  async run(tools) {
    const url = tools.databases.url('large')
    const installation = await openInstallation({ url, modules: serverModules, version, poolSize: 2 })
    const pool = openPool(url, { max: 1 })
    try {
      const { rows } = await pool.query('select id from kernel.bureau')
      const bureauId = rows[0].id as string
      const now = new Date()
      const to = localDay(now)
      const scope = { from: addDays(to, -days), to }
      const book = figureBook(serverModules)
      const each: Record<string, number[]> = {}
      const figures = () =>
        installation.database.transaction({ bureauId, mode: 'read', now }, async (db) => {
          const ctx = createContext({
            db,
            bureauId,
            actor: systemActor,
            locale: 'zh-CN',
            requestId: 'bench',
            now,
          })
          // As a report reads them: the first figure of a source brings the others along.
          const readValue = valuesTogether(ctx, book)
          for (const known of book.all())
            each[known.id] = [...(each[known.id] ?? []), await timed(() => readValue(known, scope))]
        })
      const scan = await scanStatement(pool)
      const pairs: { figures: number; scan: number }[] = []
      // The first round brings both into memory.
      for (let round = -1; round < rounds; round++) {
        const pair = { figures: await timed(figures), scan: await timed(() => pool.query(scan)) }
        if (round >= 0) pairs.push(pair)
      }
      const seconds = (pick: (pair: (typeof pairs)[number]) => number) =>
        `${(median(pairs.map(pick)) / 1000).toFixed(2)} s`
      return [
        {
          what: `十年共 ${sizes.large} 件 / ten years`,
          measured: seconds((pair) => pair.figures),
          against: `工单表全列顺序扫描一次 / one sequential scan of all columns ${seconds((pair) => pair.scan)}`,
          ratio: median(pairs.map((pair) => pair.figures / pair.scan)),
          limit: { most },
          details: {
            pairs,
            figuresMs: Object.fromEntries(
              Object.entries(each).map(([id, took]) => [id, Math.round(median(took))]),
            ),
          },
        },
      ]
    } finally {
      await pool.end()
      await installation.close()
    }
  },
}
