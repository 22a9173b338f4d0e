import { openPool } from '#kernel/database/connect.ts'
import type { BenchRow } from '../bench-row.ts'
import { bareRate } from '../measure/bare-rate.ts'
import { callServer } from '../measure/call-server.ts'
import { median } from '../measure/percentile.ts'
import { recordRequest } from '../measure/record-request.ts'
import { rateOf } from '../measure/run-for.ts'
import { startServer } from '../measure/start-server.ts'
import { copyDatabase } from '../open-databases.ts'

const workers = 8
const secondsEach = 6
const rounds = 3
const least = 0.5

/** Places and faults people report, so that no two orders in a row wait for the same row. */
async function readReports(url: string) {
  const pool = openPool(url, { max: 1 })
  const { rows } = await pool.query(
    `select site_id as "siteId", id as "roomId" from directory.room where closed_on is null order by md5(id::text) limit 200`,
  )
  await pool.end()
  return rows.map((place) => ({
    ...place,
    kind: 'PLUMBING_ELECTRIC',
    description: '日光灯不亮，换过启辉器也没用',
  }))
}

/** A report (`repairs.report`) over HTTP, against its own SQL straight on the database. */
export const row: BenchRow = {
  name: 'create-order',
  title: '报修 / reporting a repair (POST /api/repairs)',
  needs: ['small'],
  async run(tools) {
    const url = await copyDatabase(tools.databases, 'small', 'create')
    const bodies = await readReports(url)
    const report = { method: 'POST' as const, path: '/repairs', body: bodies[0] }
    const statements = await recordRequest(url, 'staff', report, report)
    const server = await startServer(url)
    try {
      const cookies = await Promise.all(Array.from({ length: workers }, () => server.signIn('staff')))
      let next = 0
      const overHttp = () =>
        rateOf(workers, secondsEach, (worker) =>
          callServer({
            address: server.address,
            path: '/repairs',
            headers: { cookie: cookies[worker]! },
            body: bodies[next++ % bodies.length],
          }),
        )
      await overHttp()
      const pairs: { http: number; bare: number }[] = []
      for (let round = 0; round < rounds; round++)
        pairs.push({ http: await overHttp(), bare: await bareRate(url, statements, workers, secondsEach) })
      const [http, bare] = [median(pairs.map((pair) => pair.http)), median(pairs.map((pair) => pair.bare))]
      return [
        {
          what: `${workers} 人同时报修 / ${workers} at once`,
          measured: `${http.toFixed(0)} /s`,
          against: `${statements.length} 条 SQL 直接执行 / its statements alone ${bare.toFixed(0)} /s`,
          ratio: median(pairs.map((pair) => pair.http / pair.bare)),
          limit: { least },
          details: { pairs, statements: statements.map(({ text, on }) => ({ on, text })) },
        },
      ]
    } finally {
      await server.stop()
    }
  },
}
