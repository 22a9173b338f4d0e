import { get } from 'node:http'
import { openPool } from '#kernel/database/connect.ts'
import type { BenchRow } from '../bench-row.ts'
import { callServer, timed } from '../measure/call-server.ts'
import { median, percentile } from '../measure/percentile.ts'
import { type BenchServer, startServer } from '../measure/start-server.ts'
import { copyDatabase } from '../open-databases.ts'

const streams = 200
const calls = 200
const turns = 3
const limits = { list: { most: 2 }, memory: { most: 1 } }
const mostMegabytes = 350
/** While it is measured somebody reports so often, and every open page hears of it. */
const reportEveryMs = 200

/** Opens live streams as so many pages would. @returns how to close them, and how much they heard */
async function openStreams(address: string, cookie: string, count: number) {
  let heard = 0
  const requests = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof get>>((resolve, reject) => {
          const sending = get(`${address}/api/live`, { headers: { cookie }, agent: false }, (answer) => {
            if (answer.statusCode !== 200)
              return reject(new Error(`a stream was refused: ${answer.statusCode}`))
            answer.on('data', (part: Buffer) => {
              heard += part.toString().match(/^id: /gm)?.length ?? 0
            })
            // Closed by us at the end.
            answer.on('error', () => undefined)
            resolve(sending)
          })
          sending.on('error', reject)
        }),
    ),
  )
  return {
    heard: () => heard,
    close: () => {
      for (const sending of requests) {
        sending.on('error', () => undefined)
        sending.destroy()
      }
    },
  }
}

async function reporter(server: BenchServer, url: string): Promise<() => Promise<void>> {
  const pool = openPool(url, { max: 1 })
  const { rows } = await pool.query(
    `select site_id as "siteId", id as "roomId" from directory.room order by md5(id::text) limit 50`,
  )
  await pool.end()
  const cookie = await server.signIn('staff')
  let stopped = false
  const running = (async () => {
    for (let count = 0; !stopped; count++) {
      const body = { ...rows[count % rows.length], kind: 'OTHER', description: '窗帘拉不动' }
      await callServer({ address: server.address, path: '/repairs', headers: { cookie }, body })
      await new Promise((resolve) => setTimeout(resolve, reportEveryMs))
    }
  })()
  return async () => {
    stopped = true
    await running
  }
}

/** The worker's list while two hundred pages listen to what happens, against nobody listening. */
export const row: BenchRow = {
  name: 'live-streams',
  title: '实时推送 / live streams',
  needs: ['small'],
  async run(tools) {
    const url = await copyDatabase(tools.databases, 'small', 'live')
    const server = await startServer(url)
    try {
      const headers = { cookie: await server.signIn('worker') }
      const list = () =>
        callServer({ address: server.address, path: '/orders?inMyHands=true&open=true&sort=due', headers })
      const measure = async () => {
        const times: number[] = []
        for (let count = 0; count < calls; count++) times.push(await timed(list))
        return times
      }
      const stopReporting = await reporter(server, url)
      const without: number[] = []
      const within: number[] = []
      let heard = 0
      try {
        await measure()
        for (let turn = 0; turn < turns; turn++) {
          without.push(...(await measure()))
          const open = await openStreams(server.address, headers.cookie, streams)
          within.push(...(await measure()))
          heard += open.heard()
          open.close()
        }
      } finally {
        await stopReporting()
      }
      if (heard < streams) throw new Error(`the streams heard only ${heard} events`)
      const [slow, quick] = [percentile(within, 99), percentile(without, 99)]
      const megabytes = server.memoryMb()
      return [
        {
          what: `师傅任务列表，${streams} 路推送 / the worker’s list with ${streams} streams`,
          measured: `p99 ${slow.toFixed(1)} ms`,
          against: `p99 ${quick.toFixed(1)} ms`,
          ratio: slow / quick,
          limit: limits.list,
          details: { p50Ms: [median(within), median(without)], heard },
        },
        ...(megabytes === null
          ? []
          : [
              {
                what: '之后服务进程内存 / the server’s memory afterwards',
                measured: `${megabytes.toFixed(0)} MB`,
                against: `${mostMegabytes} MB`,
                ratio: megabytes / mostMegabytes,
                limit: limits.memory,
              },
            ]),
      ]
    } finally {
      await server.stop()
    }
  },
}
