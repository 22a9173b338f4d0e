import { openPool } from '#kernel/database/connect.ts'
import type { BenchRow, BenchTools, Result } from '../bench-row.ts'
import { callServer, timed } from '../measure/call-server.ts'
import { median, percentile } from '../measure/percentile.ts'
import { type BenchServer, startServer } from '../measure/start-server.ts'
import { type Size, sizes } from '../open-databases.ts'

const rounds = 40
const limits = { list: { most: 2 }, search: { most: 3 } }
/** The thousandth page must exist among ten thousand orders too. */
const deepPage = 1000
const rowsOfDeepPage = 9

/** A list as the desk asks for it; `deep` has a thousandth page at ten thousand orders. */
interface Asked {
  name: string
  query: string
  deep?: boolean
}

const lists: readonly Asked[] = [
  { name: '全部', query: '', deep: true },
  { name: '已办结的普通报修', query: 'line=repairs&state=COMPLETED&urgency=NORMAL' },
  { name: '报修', query: 'line=repairs', deep: true },
  { name: '在办', query: 'open=true' },
  { name: '在办，先到期的在前', query: 'open=true&sort=due' },
  { name: '超时未办结', query: 'overdue=true' },
  { name: '逾期办结', query: 'late=true' },
  { name: '未开始', query: 'notStarted=true' },
  { name: '绿化', query: 'kind=GREENING' },
  { name: '加急的电梯', query: 'kind=ELEVATOR&urgency=URGENT' },
  { name: '一个单位', query: 'unitId=UNIT' },
  { name: '一处场所的空调', query: 'siteId=SITE&kind=AIR_CONDITIONING' },
  { name: '一名师傅', query: 'workerId=WORKER' },
  { name: '一名师傅在办', query: 'workerId=WORKER&open=true' },
  { name: '一个月', query: 'from=MONTH-01&to=MONTH-28&kind=NETWORK' },
]
/** Two characters: in every seventh order, in every twentieth, in hardly any, in a name, in none. */
const searches: readonly Asked[] = ['空调', '电梯', '绿植', '气杆', 'NAME', '龘龘'].map((word) => ({
  name: word,
  query: `search=${word}`,
}))

interface Side {
  server: BenchServer
  cookie: string
  ids: Record<string, string>
  cursor: (query: string) => Promise<string>
  end(): Promise<void>
}

/** One of the ten thousand that both sizes have: the busiest unit, site and worker, and a requester's last two letters. */
async function openSide(tools: BenchTools, size: Size): Promise<Side> {
  const url = tools.databases.url(size)
  const pool = openPool(url, { max: 1 })
  const busiest = async (column: string) =>
    (
      await pool.query(
        `select ${column} as id from orders.service_order where ${column} is not null group by 1 order by count(*) desc, 1 limit 1`,
      )
    ).rows[0].id as string
  const { rows } = await pool.query(
    `select right(requester_name, 2) as name from orders.service_order where length(requester_name) = 3
     group by 1 order by count(*), 1 limit 1`,
  )
  const month = (await pool.query(`select to_char(now() - interval '400 days', 'YYYY-MM') as month`)).rows[0]
    .month
  const ids = {
    UNIT: await busiest('client_unit_id'),
    SITE: await busiest('site_id'),
    WORKER: await busiest('worker_person_id'),
    NAME: rows[0].name as string,
    MONTH: month as string,
  }
  const server = await startServer(url)
  return {
    server,
    ids,
    cookie: await server.signIn('dispatcher'),
    // Found by counting rows, so that the walk to the page is not what is measured.
    async cursor(query) {
      const line = query.includes('line=repairs') ? `where line = 'repairs'` : ''
      const found = await pool.query(
        `select created_at, id from orders.service_order ${line} order by created_at desc, id desc offset $1 limit 1`,
        [(deepPage - 1) * rowsOfDeepPage - 1],
      )
      const { created_at, id } = found.rows[0]
      return Buffer.from(JSON.stringify([created_at, id])).toString('base64url')
    },
    async end() {
      await server.stop()
      await pool.end()
    },
  }
}

async function pathOf({ ids, cursor }: Side, { query }: Asked, page: 'first' | 'deep'): Promise<string> {
  const filled = query.replaceAll(/UNIT|SITE|WORKER|NAME|MONTH/g, (name) => ids[name]!)
  const cut = page === 'deep' ? `limit=${rowsOfDeepPage}&cursor=${await cursor(query)}` : 'limit=50'
  return encodeURI(`/orders?${filled}&${cut}`)
}

/** Asks both sizes in turn, so that whatever else the machine does meets both. */
async function compare(
  sides: Record<Size, Side>,
  asked: readonly Asked[],
  page: 'first' | 'deep',
): Promise<Record<Size, Map<string, number[]>>> {
  const times = { small: new Map<string, number[]>(), large: new Map<string, number[]>() }
  const paths = new Map<string, Record<Size, string>>()
  for (const one of asked)
    paths.set(one.name, {
      small: await pathOf(sides.small, one, page),
      large: await pathOf(sides.large, one, page),
    })
  for (let round = -5; round < rounds; round++) {
    for (const { name } of asked) {
      for (const size of ['small', 'large'] as const) {
        const { server, cookie } = sides[size]
        const path = paths.get(name)![size]
        const took = await timed(() => callServer({ address: server.address, path, headers: { cookie } }))
        // The first rounds warm both up: plans, compiled code, pages in memory.
        if (round >= 0) times[size].set(name, [...(times[size].get(name) ?? []), took])
      }
    }
  }
  return times
}

function resultOf(what: string, times: Record<Size, Map<string, number[]>>, limit: Result['limit']): Result {
  const all = (size: Size) => [...times[size].values()].flat()
  const [large, small] = [percentile(all('large'), 99), percentile(all('small'), 99)]
  const details = [...times.large.keys()].map((name) => {
    const [big, little] = [times.large.get(name)!, times.small.get(name)!]
    return {
      name,
      p50Ms: [median(big), median(little)],
      p99Ms: [percentile(big, 99), percentile(little, 99)],
    }
  })
  return {
    what,
    measured: `p99 ${large.toFixed(1)} ms / ${sizes.large}`,
    against: `p99 ${small.toFixed(1)} ms / ${sizes.small}`,
    ratio: large / small,
    limit,
    details: { lists: details },
  }
}

/** The dispatcher's list at a hundred times the orders. */
export const row: BenchRow = {
  name: 'dispatcher-list',
  title: '调度员工单列表 / the dispatcher’s list',
  needs: ['small', 'large'],
  async run(tools) {
    const sides = { small: await openSide(tools, 'small'), large: await openSide(tools, 'large') }
    try {
      return [
        resultOf('筛选，第一页 / filtered, first page', await compare(sides, lists, 'first'), limits.list),
        resultOf(
          '第一千页 / thousandth page',
          await compare(
            sides,
            lists.filter(({ deep }) => deep),
            'deep',
          ),
          limits.list,
        ),
        resultOf('两字搜索 / two-character search', await compare(sides, searches, 'first'), limits.search),
      ]
    } finally {
      await sides.small.end()
      await sides.large.end()
    }
  },
}
