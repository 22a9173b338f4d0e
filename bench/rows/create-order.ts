import { serverModules, version } from '#app/modules.ts'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { openPool } from '#kernel/database/connect.ts'
import { buildApp } from '#kernel/server/build-app.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import type { BenchRow } from '../bench-row.ts'
import { callServer } from '../measure/call-server.ts'
import { median } from '../measure/percentile.ts'
import { recordStatements, type Statement } from '../measure/record-statements.ts'
import { replayer } from '../measure/replay-statements.ts'
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

/** The statements of one report, from the very request that is measured, made in this process. */
async function recordReport(url: string, body: unknown): Promise<Statement[]> {
  const installation = await openInstallation({ url, modules: serverModules, version, poolSize: 2 })
  const app = await buildApp(installation, { logger: false, webFolder: null })
  try {
    const signedIn = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: 'staff', password: demoPassword },
    })
    const [cookie] = signedIn.cookies
    const report = async () => {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/repairs',
        headers: { cookie: `${cookie!.name}=${cookie!.value}` },
        payload: body as object,
      })
      if (answer.statusCode !== 200) throw new Error(`the report was refused: ${answer.body}`)
    }
    await report()
    return await recordStatements(report)
  } finally {
    await app.close()
    await installation.close()
  }
}

/** How often a second the bare statements run, each worker on connections of its own. */
async function bareRate(url: string, statements: readonly Statement[]): Promise<number> {
  const pools = { houqin: openPool(url), identity: openPool(url, { schema: 'identity' }) }
  const replay = replayer(statements)
  const clients = await Promise.all(
    Array.from({ length: workers }, async () => ({
      houqin: await pools.houqin.connect(),
      identity: await pools.identity.connect(),
    })),
  )
  try {
    return await rateOf(workers, secondsEach, (worker) => replay(clients[worker]!))
  } finally {
    for (const { houqin, identity } of clients) {
      houqin.release()
      identity.release()
    }
    await Promise.all([pools.houqin.end(), pools.identity.end()])
  }
}

/** A report (`repairs.report`) over HTTP, against its own SQL straight on the database. */
export const row: BenchRow = {
  name: 'create-order',
  title: '报修 / reporting a repair (POST /api/repairs)',
  async run(tools) {
    const url = await copyDatabase(tools.databases, 'small', 'create')
    const bodies = await readReports(url)
    const statements = await recordReport(url, bodies[0])
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
        pairs.push({ http: await overHttp(), bare: await bareRate(url, statements) })
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
