import { sql } from 'kysely'
import { refreshClocks } from '#engines/orders/server/api.ts'
import { createContext, systemActor } from '#kernel/create-context.ts'
import { type Db, kyselyOn } from '#kernel/database/connect.ts'
import { StartProblem } from '#kernel/database/start-problem.ts'
import { enterStatements } from '#kernel/database/transaction.ts'
import type { Installation } from '#kernel/server/installation.ts'
import { chanceFrom } from '#services/repairs/server/demo/chance.ts'
import type { DemoBureau } from '#services/repairs/server/demo/demo-bureau.ts'
import { insertWorks } from '#services/repairs/server/demo/insert-works.ts'
import { copyOf } from './copy-id.ts'
import { copyOrders } from './copy-orders.ts'
import { copyRows } from './copy-rows.ts'
import { copiesFor, enlargeDirectory } from './enlarge-directory.ts'
import { loadInBulk } from './load-in-bulk.ts'
import { type MadeBureau, makeBureau, renameAccounts } from './make-bureau.ts'
import { orderTables } from './order-rows.ts'
import { type Played, playBureau, type Scale } from './play-bureau.ts'

export interface Simulation extends Omit<Scale, 'copies'> {
  bureaus: number
  /** How many of the year's orders are copies of each other in other places; absent: what suits the scale. */
  copies?: number
}

/**
 * Fills an empty database with so many bureaus and years of orders, the same every time for the same seed and moment;
 * all or nothing.
 * @returns the bureaus' ids
 * @throws StartProblem when the demo's user names are taken
 */
export async function simulateData(
  installation: Pick<Installation, 'pool' | 'modules'>,
  simulation: Simulation,
  say: (line: string) => void,
): Promise<string[]> {
  const client = await installation.pool.connect()
  let failed: Error | undefined
  try {
    await client.query('begin')
    const db = kyselyOn(client)
    await refuseUsed(db)
    const bureaus = await makeBureaus(db, installation.modules, simulation, say)
    const copies = simulation.copies ?? copiesFor(simulation.ordersPerYear)
    const enter = (bureauId: string) => contextIn(db, bureauId, simulation.now)
    const played: Played[] = []
    await loadInBulk(client, orderTables, async () => {
      for (const [index, { id: bureauId, people }] of bureaus.entries()) {
        const seed = simulation.seed + index
        const progress = tellTenths(simulation.years * simulation.ordersPerYear, (line) =>
          say(`  sim-${index + 1}  ${line}`),
        )
        const one = await playBureau(people, { ...simulation, copies, seed }, async (rows, added) => {
          for (const table of orderTables) await copyRows(client, table, bureauId, rows[table])
          progress(added * copies)
        })
        played.push(one)
        await enlargeDirectory(await enter(bureauId), copies)
        await client.query('set local role none')
        await copyOrders(client, bureauId, copies)
      }
      say('建立索引并逐行核对约束 / building indexes, checking every constraint …')
    })
    say('开放工单的时钟 / the clocks of what is open …')
    for (const [index, { id, people }] of bureaus.entries())
      await closeTheBooks(db, await enter(id), people, played[index]!, {
        seed: simulation.seed + index,
        copies,
      })
    await sql`set local role none`.execute(db)
    const ids = bureaus.map(({ id }) => id)
    // The event log of made-up years is nobody's news.
    await sql`delete from kernel.outbox where bureau_id = any(${ids}::uuid[])`.execute(db)
    await client.query('commit')
    say('统计 / counting for the planner …')
    await client.query('vacuum analyze')
    return ids
  } catch (error) {
    failed = error as Error
    throw error
  } finally {
    if (failed) await client.query('rollback').catch(() => undefined)
    client.release(failed)
  }
}

/** Says how far it is at every tenth. */
function tellTenths(all: number, say: (line: string) => void): (added: number) => void {
  let count = 0
  let told = 0
  return (added) => {
    count += added
    const tenths = Math.floor((count / all) * 10)
    if (tenths > told) say(`${count} 件 / orders  ${tenths * 10}%`)
    told = tenths
  }
}

async function refuseUsed(db: Db): Promise<void> {
  const used = await db.selectFrom('kernel.bureau').select('name').limit(1).executeTakeFirst()
  if (used)
    throw new StartProblem(
      `数据库中已有机关“${used.name}”，模拟数据只写入空库`,
      `the database already has a bureau (${used.name}); simulated data go into an empty one`,
    )
}

/** The first bureau comes last, so that it keeps the demo's user names. */
async function makeBureaus(
  db: Db,
  modules: Installation['modules'],
  { bureaus, now }: Simulation,
  say: (line: string) => void,
): Promise<MadeBureau[]> {
  const made: MadeBureau[] = []
  for (let place = bureaus; place >= 1; place--) {
    say(`建立机关 / making bureau sim-${place} …`)
    const bureau = await makeBureau(db, modules, { place, now })
    if (place > 1) await renameAccounts(db, bureau.id, place)
    made.unshift(bureau)
  }
  return made
}

async function contextIn(db: Db, bureauId: string, now: Date) {
  await sql.raw(enterStatements({ bureauId, now })).execute(db)
  return createContext({ db, bureauId, actor: systemActor, locale: 'zh-CN', requestId: 'simulate', now })
}

/** To so many people an order is offered. */
const offeredTo = 8

/** What the engine itself writes: major works, offers, the clocks of what is open, today's last number. */
async function closeTheBooks(
  db: Db,
  ctx: Awaited<ReturnType<typeof contextIn>>,
  bureau: DemoBureau,
  { open, works, today }: Played,
  { seed, copies }: { seed: number; copies: number },
): Promise<void> {
  await insertWorks(ctx, bureau, works, chanceFrom(seed))
  await sql`
    insert into orders.offer (order_id, person_id, at)
    select o.id, able.id, o.held_since from orders.service_order o cross join lateral (
      select p.id from directory.person p
      where p.bureau_id = o.bureau_id and cardinality(p.skills) > 0 and (o.skill is null or o.skill = any(p.skills))
      order by p.staff_no, md5(p.id::text || o.id::text) limit ${offeredTo}) able
    where o.bureau_id = kernel.bureau() and o.state = 'OFFERED'`.execute(db)
  for (const id of open) await refreshClocks(ctx, id)
  await sql`
    update orders.service_order c set holder_due_at = o.holder_due_at, next_step_at = o.next_step_at
    from orders.service_order o cross join generate_series(2, ${copies}::int) as n
    where o.bureau_id = kernel.bureau() and o.id = any(${open}::uuid[])
      and c.bureau_id = kernel.bureau() and c.id = ${sql.raw(copyOf('o.id'))}`.execute(db)
  if (today.count > 0)
    await db.insertInto('kernel.counter').values({ series: today.series, value: today.count }).execute()
}
