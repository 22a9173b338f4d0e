import type { BenchRow, BenchTools, Result } from '../bench-row.ts'
import { bareRate } from '../measure/bare-rate.ts'
import { callServer, timed } from '../measure/call-server.ts'
import { fillBookings, rooms } from '../measure/fill-bookings.ts'
import { median, percentile } from '../measure/percentile.ts'
import { recordRequest } from '../measure/record-request.ts'
import { rateOf } from '../measure/run-for.ts'
import { runPgbench } from '../measure/run-pgbench.ts'
import { type BenchServer, startServer } from '../measure/start-server.ts'
import { copyDatabase } from '../open-databases.ts'

const stored = { few: 10_000, many: 200_000 } as const
const workers = 4
const secondsEach = 5
const rounds = 3
const asks = 400

interface Side {
  url: string
  server: BenchServer
  cookie: string
  path: string
  /** The same day asked for in words nobody has used yet, so that the answer has to be made. */
  anew(): string
}

async function openSide(tools: BenchTools, name: keyof typeof stored): Promise<Side> {
  const url = await copyDatabase(tools.databases, 'small', `grid_${name}`)
  await (await startServer(url)).stop()
  const { day, roomIds } = await fillBookings(url, stored[name])
  const server = await startServer(url)
  const path = `/bookings/grid?kind=ROOM&from=${day}`
  // All rooms, named one by one, in another order each time.
  const anew = () => {
    const [one, other] = [0, 1].map(() => Math.floor(Math.random() * roomIds.length)) as [number, number]
    ;[roomIds[one], roomIds[other]] = [roomIds[other]!, roomIds[one]!]
    return `${path}${roomIds.map((id) => `&resourceId=${id}`).join('')}`
  }
  return { url, server, cookie: await server.signIn('staff'), path, anew }
}

/** As a page asks: browsers take it zipped, and a day that is kept was zipped once. One made anew goes as it is. */
const ask = ({ server, cookie, path }: Side) =>
  callServer({ address: server.address, path, headers: { cookie, 'accept-encoding': 'gzip' } })
const askAnew = ({ server, cookie, anew }: Side) =>
  callServer({ address: server.address, path: anew(), headers: { cookie } })

/** The day of fifty rooms: against its SQL straight, and whether it stays flat as history grows. */
export const row: BenchRow = {
  name: 'day-grid',
  title: `一天的占用图，${rooms} 个会议室 / the day grid of ${rooms} rooms (GET /api/bookings/grid)`,
  needs: ['small'],
  async run(tools) {
    const sides = { few: await openSide(tools, 'few'), many: await openSide(tools, 'many') }
    try {
      const { many } = sides
      const asked = (path: string) => ({ method: 'GET' as const, path })
      // The SQL that makes a day, not the one statement that tells whether it is still true.
      const statements = await recordRequest(many.url, 'staff', asked(many.anew()), asked(many.path))
      const overHttp = () => rateOf(workers, secondsEach, () => ask(many))
      const anew = () => rateOf(workers, secondsEach, () => askAnew(many))
      await overHttp()
      const pairs: { http: number; anew: number; bare: number }[] = []
      for (let round = 0; round < rounds; round++)
        pairs.push({
          http: await overHttp(),
          anew: await anew(),
          bare: await bareRate(many.url, statements, workers, secondsEach),
        })
      const http = median(pairs.map((pair) => pair.http))
      const bare = median(pairs.map((pair) => pair.bare)).toFixed(0)
      const times = { few: [] as number[], many: [] as number[] }
      for (let n = -20; n < asks; n++)
        for (const name of ['few', 'many'] as const) {
          const took = await timed(() => askAnew(sides[name]))
          if (n >= 0) times[name].push(took)
        }
      const [few, p99] = [percentile(times.few, 99), percentile(times.many, 99)]
      const results: Result[] = [
        {
          what: `${workers} 人同时看，已存 ${stored.many} 个 / ${workers} at once, ${stored.many} stored`,
          measured: `${http.toFixed(0)} /s`,
          against: `${statements.length} 条 SQL 直接执行 / its statements alone ${bare} /s`,
          ratio: median(pairs.map((pair) => pair.http / pair.bare)),
          limit: { least: 0.5 },
          details: { pairs },
        },
        {
          what: '每次都要重新生成 / made anew each time',
          measured: `${median(pairs.map((pair) => pair.anew)).toFixed(0)} /s`,
          against: `${statements.length} 条 SQL 直接执行 / its statements alone ${bare} /s`,
          ratio: median(pairs.map((pair) => pair.anew / pair.bare)),
          limit: { least: 0.5 },
        },
        {
          what: '历史增长二十倍，每次重新生成 / twenty times the history, made anew each time',
          measured: `p99 ${p99.toFixed(1)} ms / ${stored.many}`,
          against: `p99 ${few.toFixed(1)} ms / ${stored.few}`,
          ratio: p99 / few,
          limit: { most: 1.5 },
          details: { p50: [median(times.few), median(times.many)] },
        },
      ]
      const pgbench = await runPgbench(many.url)
      if (pgbench)
        results.push({
          what: '与 pgbench -S 相比 / beside select transactions of pgbench',
          measured: `${http.toFixed(0)} /s`,
          against: `pgbench -S ${pgbench.selects.toFixed(0)} /s`,
          ratio: http / pgbench.selects,
          limit: { least: 0.012 },
        })
      return results
    } finally {
      await sides.few.server.stop()
      await sides.many.server.stop()
    }
  },
}
