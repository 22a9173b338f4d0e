import { uuidv7 } from 'uuidv7'
import type { BenchRow, Result } from '../bench-row.ts'
import { bareRate } from '../measure/bare-rate.ts'
import { callServer } from '../measure/call-server.ts'
import { fillBookings } from '../measure/fill-bookings.ts'
import { ownIds } from '../measure/own-ids.ts'
import { median } from '../measure/percentile.ts'
import { recordRequest } from '../measure/record-request.ts'
import { rateOf } from '../measure/run-for.ts'
import { runPgbench } from '../measure/run-pgbench.ts'
import { bufferMinutes, setRoomRules } from '../measure/set-room-rules.ts'
import { startServer } from '../measure/start-server.ts'
import { copyDatabase } from '../open-databases.ts'

const workers = 8
const secondsEach = 5
const rounds = 3
const stored = 200_000

/** Slots nobody has: one room after the other, a quarter of an hour each and the time kept free after it, from a month ahead. */
function freeSlots(roomIds: readonly string[]) {
  let next = 0
  const first = Math.ceil(Date.now() / 86_400_000 + 30) * 86_400_000
  return () => {
    const n = next++
    const from = first + Math.floor(n / roomIds.length) * (15 + bufferMinutes) * 60_000
    return {
      resourceId: roomIds[n % roomIds.length]!,
      from: new Date(from).toISOString(),
      to: new Date(from + 15 * 60_000).toISOString(),
    }
  }
}

/** A room is held until it has been aired. */
const keptUntil = ({ to }: Slot) => new Date(Date.parse(to) + bufferMinutes * 60_000).toISOString()

type Slot = ReturnType<ReturnType<typeof freeSlots>>
const bodyOf = ({ resourceId, from, to }: Slot) => ({ title: '碰头会', from, to, claims: [{ resourceId }] })
const asked = (slot: Slot) => ({ method: 'POST' as const, path: '/bookings', body: bodyOf(slot) })

/**
 * A booking over HTTP with everything on, against its own SQL straight, with 200,000 stored. Asked for by staff, for whom
 * every rule of the room is looked at; the service desk goes beyond them.
 */
export const row: BenchRow = {
  name: 'book-room',
  title: '订会议室 / booking a room (POST /api/bookings)',
  needs: ['small'],
  async run(tools) {
    const url = await copyDatabase(tools.databases, 'small', 'book')
    // The server brings the copy to this release before the rows go in.
    await (await startServer(url)).stop()
    const { roomIds } = await fillBookings(url, stored)
    await setRoomRules(url, roomIds)
    const slot = freeSlots(roomIds)
    slot()
    const recorded = slot()
    const statements = await recordRequest(url, 'staff', asked(slot()), asked(recorded))
    const own = ownIds(statements)
    const renewals = () => {
      const fresh = slot()
      return new Map<string, string>([
        ...own.map((id): [string, string] => [id, uuidv7()]),
        [recorded.resourceId, fresh.resourceId],
        [recorded.from, fresh.from],
        [recorded.to, fresh.to],
        [keptUntil(recorded), keptUntil(fresh)],
      ])
    }
    const server = await startServer(url)
    try {
      const cookies = await Promise.all(Array.from({ length: workers }, () => server.signIn('staff')))
      const overHttp = () =>
        rateOf(workers, secondsEach, (worker) =>
          callServer({
            address: server.address,
            path: '/bookings',
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
      const http = median(pairs.map((pair) => pair.http))
      const results: Result[] = [
        {
          what: `${workers} 人同时预订，已存 ${stored} 个 / ${workers} at once, ${stored} stored`,
          measured: `${http.toFixed(0)} /s`,
          against: `${statements.length} 条 SQL 直接执行 / its statements alone ${median(pairs.map((pair) => pair.bare)).toFixed(0)} /s`,
          ratio: median(pairs.map((pair) => pair.http / pair.bare)),
          limit: { least: 0.5 },
          details: { pairs, statements: statements.map(({ text, on }) => ({ on, text })) },
        },
      ]
      const pgbench = await runPgbench(url)
      if (pgbench)
        results.push({
          what: '与 pgbench 单条插入相比 / beside plain insert transactions of pgbench',
          measured: `${http.toFixed(0)} /s`,
          against: `pgbench ${pgbench.inserts.toFixed(0)} /s`,
          ratio: http / pgbench.inserts,
          limit: { least: 0.25 },
        })
      return results
    } finally {
      await server.stop()
    }
  },
}
