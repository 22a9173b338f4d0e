import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPool } from '#kernel/database/connect.ts'
import { checkEvents, checkJobs, checkLocks } from '../bench/chaos/check-effects.ts'
import { checkLedgers } from '../bench/chaos/check-ledger.ts'
import { checkAcknowledged } from '../bench/chaos/check-writes.ts'
import { createFindings } from '../bench/chaos/findings.ts'
import { type NodeProcess, startNode } from '../bench/chaos/node-process.ts'
import { noTraffic, openPhone, signIn } from '../bench/chaos/phone.ts'
import { type Acknowledged, findPlace, liveRepair } from '../bench/chaos/repair-life.ts'
import { openStream } from './live-stream.ts'

describe('two nodes on one database', () => {
  const admin = openPool(inject('databaseUrl'), { max: 1 })
  const name = `${inject('template')}_nodes_${randomUUID().slice(0, 8)}`
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  const pool = openPool(url.href, { max: 2 })
  const began = Date.now()
  let a: NodeProcess
  let b: NodeProcess
  const at = (node: NodeProcess) => `http://127.0.0.1:${node.port}`
  const started: Promise<NodeProcess>[] = []
  function start(): Promise<NodeProcess> {
    const node = startNode({ DATABASE_URL: url.href, HOUQIN_DRAIN_SECONDS: '1' })
    started.push(node)
    return node
  }
  const get = (node: NodeProcess, path: string, cookie = '') =>
    fetch(at(node) + path, { headers: { cookie }, signal: AbortSignal.timeout(10_000) })
  const post = (node: NodeProcess, path: string, cookie: string, body: object, key: string = randomUUID()) =>
    fetch(at(node) + path, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    })

  beforeAll(async () => {
    await admin.query(`create database ${name} template ${inject('template')}`)
    // Both find the tally's migration and the jobs' own tables missing, at once.
    ;[a, b] = await Promise.all([start(), start()])
  })
  afterAll(async () => {
    for (const node of await Promise.allSettled(started))
      if (node.status === 'fulfilled') await node.value.end('SIGKILL')
    await pool.end()
    await admin.end()
  })

  it('migrate it once although they start together', async () => {
    const ran = await pool.query(`select count(*) from public.houqin_migration where module = 'tally'`)
    expect(ran.rows[0].count).toBe(1)
    expect((await get(a, '/readyz')).status).toBe(200)
    expect((await get(b, '/readyz')).status).toBe(200)
  })

  it('share sessions, files, idempotency and what happens', async () => {
    const { siteId } = await findPlace(url.href)
    const cookie = await signIn(at(a), 'staff')
    expect(await (await get(b, '/api/session', cookie)).json()).toMatchObject({ userName: 'staff' })

    const stream = await openStream(at(b), cookie)
    await stream.until('event: hello')
    const report = { siteId, kind: 'OTHER', description: '两个节点' }
    const key = randomUUID()
    const both = await Promise.all(
      [a, b, a, b].map((node) => post(node, '/api/repairs', cookie, report, key)),
    )
    const answers = await Promise.all(both.map((response) => response.json()))
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    for (const answer of answers) expect(answer).toEqual(answers[0])
    const made = await pool.query(`select id from orders.service_order where description = '两个节点'`)
    expect(made.rows).toEqual([{ id: answers[0].id }])
    expect(await stream.until('orders.submitted')).toContain(answers[0].id)

    const form = new FormData()
    form.append('file', new Blob(['%PDF-1.4\n%%EOF\n']), '验收单.pdf')
    const stored = await fetch(`${at(a)}/api/files`, { method: 'POST', headers: { cookie }, body: form })
    const { id } = (await stored.json()) as { id: string }
    expect((await get(b, `/api/files/${id}`, cookie)).status).toBe(200)
    stream.close()
  })

  it('show the same day grid: what is booked on one shows on the other at once, and stays when it is killed', async () => {
    const cookie = await signIn(at(a), 'manager')
    const made = await post(a, '/api/bookings/resources', cookie, {
      kind: 'ROOM',
      code: 'N1',
      name: '节点室',
    })
    const { id: resourceId } = (await made.json()) as { id: string }
    const noon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    const seen = async (node: NodeProcess) => {
      const answer = await get(
        node,
        `/api/bookings/grid?kind=ROOM&from=${noon}&resourceId=${resourceId}`,
        cookie,
      )
      const { items } = (await answer.json()) as { items: { title: string }[] }
      return items.map(({ title }) => title)
    }
    const book = (node: NodeProcess, title: string, hour: number) =>
      post(node, '/api/bookings', cookie, {
        title,
        from: `${noon}T0${hour}:00:00Z`,
        to: `${noon}T0${hour}:30:00Z`,
        claims: [{ resourceId }],
      })
    expect([await seen(a), await seen(b)]).toEqual([[], []])
    for (const [hour, node] of [a, b, a, b].entries()) {
      expect((await book(node, `第 ${hour} 场`, hour)).status).toBe(200)
      const all = Array.from({ length: hour + 1 }, (_, n) => `第 ${n} 场`)
      expect([await seen(b), await seen(a), await seen(b)]).toEqual([all, all, all])
    }
    await a.end('SIGKILL')
    expect(await seen(b)).toHaveLength(4)
    a = await start()
    expect((await book(a, '第 4 场', 4)).status).toBe(200)
    expect([(await seen(a)).length, (await seen(b)).length]).toEqual([5, 5])
  })

  it('tell of what somebody committed who died before telling, once', async () => {
    const stream = await openStream(at(b), await signIn(at(a), 'dispatcher'))
    await stream.until('event: hello')
    const leave = (type: string) =>
      pool.query(
        `insert into kernel.event (bureau_id, actor_name, source, type, subject_type)
         select id, '系统', 'job', $1, 'kernel' from kernel.bureau where code = 'qinglan' returning id`,
        [type],
      )
    const { rows } = await leave('kernel.left_first')
    await stream.until('kernel.left_first')
    await leave('kernel.left_second')
    const heard = await stream.until('kernel.left_second')
    expect(heard.split(`id: ${rows[0].id}\n`)).toHaveLength(2)
    stream.close()
  })

  it('tell their pages to look again when announcements were missed', async () => {
    const cookie = await signIn(at(a), 'dispatcher')
    const stream = await openStream(at(b), cookie)
    await stream.until('event: hello')
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'houqin announcements' and datname = current_database()`,
    )
    expect(await stream.until('event: missed')).toContain('event: missed')
    stream.close()
  })

  it('lose nothing and do nothing twice when one is killed and the other stopped in order under load', async () => {
    const findings = createFindings(() => undefined)
    const traffic = noTraffic()
    const list: Acknowledged[] = []
    let turn = 0
    const open = (user: string) =>
      openPhone(() => at([a, b][turn++ % 2]!), user, traffic, findings, Math.random)
    const place = await findPlace(url.href)
    const scenes = []
    for (let writer = 0; writer < 3; writer++)
      scenes.push({
        staff: await open('staff'),
        dispatcher: await open('dispatcher'),
        worker: await open('worker'),
        ...place,
      })
    let stopped = false
    const writing = scenes.map(async (scene, writer) => {
      for (let n = 1; !stopped; n++)
        await liveRepair(
          scene,
          `节点 ${writer}-${n}`,
          (answer) => list.push(answer),
          () => stopped,
          () => 10,
        )
    })
    await sleep(1500)
    await a.end('SIGKILL')
    await sleep(500)
    a = await start()

    // B leaves: the balancer hears of it before a connection is refused, the stream is told to come back soon.
    const stream = await openStream(at(b), await signIn(at(b), 'manager'))
    await stream.until('event: hello')
    const ended = b.end('SIGTERM')
    await sleep(300)
    const ready = await get(b, '/readyz')
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping' }])
    expect(await stream.until('never said')).toMatch(/retry: \d+\n\n$/)
    expect(await ended).toBe(0)
    await sleep(500)
    stopped = true
    await Promise.all(writing)

    const director = await openPhone(() => at(a), 'director', traffic, findings, Math.random)
    expect(await checkAcknowledged(pool, '节点 ', list, findings)).toBeGreaterThan(2)
    await checkLedgers(pool, '节点 ', director, findings)
    await checkEvents(pool, findings)
    await checkJobs(pool, (Date.now() - began) / 60_000, findings)
    await checkLocks(pool, findings)
    expect(findings.violations).toEqual([])
  })
})
