import { uuidv7 } from 'uuidv7'
import type { BenchRow } from '../bench-row.ts'
import { bareRate } from '../measure/bare-rate.ts'
import { callServer } from '../measure/call-server.ts'
import { type FleetSlot, fillFleet } from '../measure/fill-fleet.ts'
import { ownIds } from '../measure/own-ids.ts'
import { median } from '../measure/percentile.ts'
import { recordRequest } from '../measure/record-request.ts'
import { rateOf } from '../measure/run-for.ts'
import { startServer } from '../measure/start-server.ts'
import { copyDatabase } from '../open-databases.ts'

const workers = 8
const secondsEach = 5
const rounds = 3
const stored = 20_000

const bodyOf = ({ requestId, vehicleId, driverId }: FleetSlot) => ({
  requestIds: [requestId],
  vehicleId,
  driverId,
})
const asked = (slot: FleetSlot) => ({ method: 'POST' as const, path: '/fleet/trips', body: bodyOf(slot) })

/** Assigning a vehicle and a driver over HTTP with every check on, against its own SQL straight. */
export const row: BenchRow = {
  name: 'assign-trip',
  title: '派车 / assigning a vehicle and a driver (POST /api/fleet/trips)',
  needs: ['small'],
  async run(tools) {
    const url = await copyDatabase(tools.databases, 'small', 'assign')
    // The server brings the copy to this release before the rows go in.
    await (await startServer(url)).stop()
    const slots = await fillFleet(url, stored)
    let next = 0
    const slot = () => {
      const one = slots[next++]
      if (!one) throw new Error('the requests of this row are used up')
      return one
    }
    const recorded = slot()
    const statements = await recordRequest(url, 'dispatcher', asked(slot()), asked(recorded))
    const own = ownIds(statements)
    const renewals = () => {
      const fresh = slot()
      return new Map<string, string>([
        ...own.map((id): [string, string] => [id, uuidv7()]),
        [recorded.requestId, fresh.requestId],
        [recorded.vehicleId, fresh.vehicleId],
        [recorded.driverId, fresh.driverId],
        [recorded.from, fresh.from],
        [recorded.to, fresh.to],
      ])
    }
    const server = await startServer(url)
    try {
      const cookies = await Promise.all(Array.from({ length: workers }, () => server.signIn('dispatcher')))
      const overHttp = () =>
        rateOf(workers, secondsEach, (worker) =>
          callServer({
            address: server.address,
            path: '/fleet/trips',
            headers: { cookie: cookies[worker]! },
            body: bodyOf(slot()),
          }),
        )
      await overHttp()
      const pairs: { http: number; bare: number }[] = []
      for (let round = 0; round < rounds; round++)
        pairs.push({
          http: await overHttp(),
          bare: await bareRate(url, statements, workers, secondsEach, renewals),
        })
      return [
        {
          what: `${workers} 人同时派车，待派 ${stored} 件 / ${workers} at once, ${stored} requests waiting`,
          measured: `${median(pairs.map((pair) => pair.http)).toFixed(0)} /s`,
          against: `${statements.length} 条 SQL 直接执行 / its statements alone ${median(pairs.map((pair) => pair.bare)).toFixed(0)} /s`,
          ratio: median(pairs.map((pair) => pair.http / pair.bare)),
          limit: { least: 0.5 },
          details: { pairs, statements: statements.map(({ text, on }) => ({ on, text })) },
        },
      ]
    } finally {
      await server.stop()
    }
  },
}
