import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { serverModules } from '#app/modules.ts'
import { directory } from '#engines/directory/module.ts'
import { metrics } from '#engines/metrics/module.ts'
import { orders } from '#engines/orders/module.ts'
import { kernel } from '#kernel/module.ts'
import { repairs } from '#services/repairs/module.ts'
import { useWorld } from '#test/harness.ts'
import { privacy } from '../module.ts'

const { listRetention, changeRetention, placeHold, releaseHold } = privacy.actions
const { readSettings, changeSettings, takeCopy, askForData, decideRequest, listMyRequests } = privacy.actions

describe('retention', () => {
  const world = useWorld()
  const classOf = async (name: string) =>
    (await world.as('auditor').call(listRetention, {})).items.find((one) => one.name === name)!
  const night = () => world.runJob('privacy.carry-out')
  const one = <T>(sql: string, ...values: unknown[]): Promise<T> =>
    world.installation.database.asOwner(async (db) => {
      const { sql: raw } = await import('kysely')
      const parts = sql.split('?')
      const query = raw.join(
        parts.flatMap((part, index) =>
          index < values.length ? [raw.raw(part), raw`${values[index]}`] : [raw.raw(part)],
        ),
        raw.raw(''),
      )
      return (await raw`${query}`.execute(db)).rows[0] as T
    })

  // Years pass within a test; nobody stays signed in so long.
  beforeEach(() => world.staySignedIn())

  /** A repair reported by staff and withdrawn, so that it has ended. */
  async function endedOrder() {
    const { items } = await world
      .as('staff')
      .call(directory.actions.searchPlaces, { search: '一号', limit: 5 })
    const { id } = await world.as('staff').call(repairs.actions.report, {
      siteId: items[0]!.siteId,
      kind: 'PLUMBING_ELECTRIC',
      description: '灯不亮',
      urgency: 'NORMAL',
    })
    await world.as('staff').call(orders.actions.withdrawOrder, { orderId: id, reason: '自己好了' })
    return id
  }
  const requesterOf = (id: string) =>
    one<{ requester_name: string; requester_phone: string | null; requester_person_id: string | null }>(
      'select requester_name, requester_phone, requester_person_id from orders.service_order where id = ?',
      id,
    )

  it('makes a completed order anonymous in its time, and changes no figure', async () => {
    const id = await endedOrder()
    const scope = { from: '2026-01-01', to: '2026-12-31' }
    const { items } = await world.as('director').call(metrics.actions.listMetrics, {})
    const figures = async () =>
      Promise.all(
        items.map(async ({ id: metricId }) => [
          metricId,
          (await world.as('director').call(metrics.actions.readMetric, { metricId, ...scope })).value,
        ]),
      )
    const before = await figures()
    expect(before.some(([, value]) => Number(value) > 0)).toBe(true)
    world.clock.advance({ days: 1095 })
    await night()
    expect((await requesterOf(id)).requester_person_id).not.toBeNull()
    world.clock.advance({ days: 2 })
    expect((await classOf('orders.requester')).due).toBe(1)
    await night()
    expect(await requesterOf(id)).toEqual({
      requester_name: '（已匿名）',
      requester_phone: null,
      requester_person_id: null,
    })
    const { due, lastRun } = await classOf('orders.requester')
    expect([due, lastRun?.rows]).toEqual([0, 1])
    await night()
    expect((await classOf('orders.requester')).lastRun).toEqual(lastRun)
    world.clock.advance({ days: -1097 })
    expect(await figures()).toEqual(before)
  })

  it('takes the contact of those who left, and keeps name and posts', async () => {
    const person = await one<{ id: string; name: string }>(
      'select id, name from directory.person where mobile is not null and bureau_id = ? order by staff_no desc limit 1',
      world.bureauId,
    )
    await world.as('admin').call(directory.actions.leavePerson, {
      personId: person.id,
      day: '2026-03-02',
      reason: '退休',
    })
    world.clock.advance({ days: 183 })
    await night()
    const read = () =>
      one<object>('select name, mobile is null as gone from directory.person where id = ?', person.id)
    expect(await read()).toEqual({ name: person.name, gone: false })
    world.clock.advance({ days: 1 })
    await night()
    expect(await read()).toEqual({ name: person.name, gone: true })
  })

  it('makes closed complaints anonymous, and erases dead tokens and old requests', async () => {
    const desk = world.as('dispatcher')
    const { id } = await desk.call(orders.actions.registerComplaint, {
      channel: 'PHONE',
      about: '食堂',
      words: '太吵',
      complainantName: '老张',
      complainantPhone: '13800002222',
    })
    await world
      .as('manager')
      .call(orders.actions.answerComplaint, { complaintId: id, answer: '已改', justified: true })
    await world.as('manager').call(orders.actions.closeComplaint, { complaintId: id, reason: '认可' })
    const token = await world.as('staff').post('/api/me/tokens', { title: '程序', days: 1 })
    const asked = await world.as('staff').call(askForData, { kind: 'CORRECTION', words: '姓名有误' })
    await world.as('admin').call(decideRequest, { requestId: asked.id, granted: true, reason: '已更正' })
    world.clock.advance({ days: 190 })
    await night()
    expect(await one('select from kernel.token where id = ?', token.body.id)).toBeUndefined()
    expect(await one('select from privacy.request where id = ?', asked.id)).toBeDefined()
    world.clock.advance({ days: 910 })
    await night()
    expect(await one('select from privacy.request where id = ?', asked.id)).toBeUndefined()
    expect(
      await one('select complainant_name, complainant_phone from orders.complaint where id = ?', id),
    ).toEqual({ complainant_name: '（已匿名）', complainant_phone: null })
  })

  it('leaves alone what is held, and does it once the hold is released', async () => {
    const id = await endedOrder()
    const admin = world.as('admin')
    const hold = await admin.call(placeHold, { subjectId: id, reason: '巡察调阅' })
    world.clock.advance({ days: 1100 })
    expect(await classOf('orders.requester')).toMatchObject({ due: 0, held: 1 })
    await night()
    expect((await requesterOf(id)).requester_person_id).not.toBeNull()
    await admin.call(releaseHold, { holdId: hold.id, reason: '调阅结束' })
    await night()
    expect((await requesterOf(id)).requester_person_id).toBeNull()
    expect(
      (await world.as('auditor').post('/api/privacy/holds', { reason: 'x', subjectId: id })).status,
    ).toBe(403)
    expect((await admin.post('/api/privacy/holds', { reason: 'x' })).body.code).toBe('privacy.hold_of_one')
  })

  it('keeps the audit trail for six months, whatever a bureau wishes, and erases whole sealed days', async () => {
    const admin = world.as('admin')
    const short = await admin.put('/api/privacy/retention/audit-seal.trail', {
      days: 183,
      action: 'ERASE',
      reason: '省地方',
    })
    expect([short.status, short.body.code]).toEqual([422, 'privacy.below_minimum'])
    await admin.call(changeRetention, {
      className: 'audit-seal.trail',
      days: 184,
      action: 'ERASE',
      reason: '按规定',
    })
    // Entries of long ago, and of today, each under a seal.
    await one(`insert into kernel.event (bureau_id, id, at, actor_name, source, type, subject_type)
      values ('${world.bureauId}', audit_seal.id_at(now() - interval '400 days'), now() - interval '400 days', '旧', 'job', 'kernel.view_saved', 'test')`)
    await world.ctx('system', async (ctx) => {
      const { sealEntries } = await import('#platform/audit-seal/server/seal-entries.ts')
      expect(await sealEntries(ctx, '2200-01-01T00:00:00Z')).toBe(2)
    })
    world.clock.set(new Date().toISOString())
    expect((await classOf('audit-seal.trail')).due).toBe(1)
    const count = () =>
      one<{ old: number; rest: number }>(
        `select count(*) filter (where actor_name = '旧')::integer as old, count(*)::integer as rest
         from kernel.event where bureau_id = ?`,
        world.bureauId,
      )
    const before = await count()
    await night()
    const after = await count()
    expect([before.old, after.old]).toEqual([1, 0])
    expect(after.rest).toBeGreaterThanOrEqual(before.rest - 1)
    // A clock set ten years ahead does not shorten the six months: the database asks its own.
    world.clock.advance({ days: 3650 })
    await night()
    expect((await count()).rest).toBeGreaterThanOrEqual(after.rest)
    await world.as('auditor').post('/api/audit-seals/verification')
    await world.deliver()
    const standing = await world.as('auditor').get('/api/audit-seals/standing')
    expect(standing.body.verification).toMatchObject({ fault: null })
  })

  it('never names a table of frozen reports, and has a basis for every class', () => {
    const classes = serverModules.flatMap(({ retention }) => retention)
    expect(classes.length).toBeGreaterThan(5)
    for (const { name, rows, basis, days, minimumDays, action, actions } of classes) {
      if ('table' in rows) expect(rows.table, name).not.toMatch(/^reports\./)
      expect(basis.title.zh && basis.title.en).toBeTruthy()
      expect(days).toBeGreaterThanOrEqual(minimumDays)
      expect(actions).toContain(action)
    }
  })
})

describe('a person and the own data', () => {
  const world = useWorld()

  it('takes a copy of everything, for programs and for people, and that is on record', async () => {
    const { bytes } = await world.as('staff').get(`/api${takeCopy.path}`)
    const files = unzipSync(new Uint8Array(bytes))
    const data = JSON.parse(new TextDecoder().decode(files['data.json'])) as {
      parts: { title: { zh: string }; rows: Record<string, unknown>[] }[]
    }
    const part = (title: string) => data.parts.find((one) => one.title.zh === title)!.rows
    expect(part('账号')).toHaveLength(1)
    expect(part('人员信息')[0]!.mobile).toMatch(/^1\d{10}$/)
    expect(Object.keys(files).some((name) => name.endsWith('人员信息.xlsx'))).toBe(true)
    const events = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('kernel.event').select('after').where('type', '=', 'kernel.exported').execute(),
    )
    expect(events).toMatchObject([{ after: { action: 'privacy.takeCopy' } }])
  })

  it('asks for deletion, is answered in 15 working days with a reason, part by part', async () => {
    const staff = world.as('staff')
    const { id } = await staff.call(askForData, { kind: 'DELETION', words: '请删除我的手机号' })
    // Monday 2 March; no holiday until 5 April 2026.
    expect((await staff.call(listMyRequests, {})).items[0]).toMatchObject({
      dueOn: '2026-03-23',
      decision: null,
    })
    const twice = await staff.post('/api/me/personal-requests', { kind: 'DELETION', words: '再次' })
    expect([twice.status, twice.body.code]).toEqual([409, 'privacy.asked_already'])
    const bare = await world.as('admin').post(`/api/privacy/requests/${id}/decision`, { granted: true })
    expect(bare.status).toBe(400)
    const me = await staff.call(directory.actions.me, {})
    const hold = await world.as('admin').call(placeHold, { subjectId: me.personId!, reason: '审计' })
    const held = await world
      .as('admin')
      .post(`/api/privacy/requests/${id}/decision`, { granted: true, reason: '同意' })
    expect([held.status, held.body.code]).toEqual([409, 'privacy.held'])
    await world.as('admin').call(releaseHold, { holdId: hold.id, reason: '结束' })
    const answer = await world
      .as('admin')
      .call(decideRequest, { requestId: id, granted: true, reason: '同意' })
    const said = new Map(answer.outcome!.map(({ what, done }) => [what.zh, done]))
    expect(said.get('手机号、来源、学历')).toBe('ERASED')
    expect(said.get('操作记录')).toBe('KEPT')
    expect((await staff.call(directory.actions.me, {})).mobile).toBeNull()
    expect((await staff.call(listMyRequests, {})).items[0]!.outcome).toEqual(answer.outcome)
    const again = await world
      .as('admin')
      .post(`/api/privacy/requests/${id}/decision`, { granted: false, reason: 'x' })
    expect(again.body.code).toBe('privacy.decided_already')
  })

  it('is answered within the working days the bureau sets; what was promised before stays, and the change is on record', async () => {
    const [staff, admin] = [world.as('staff'), world.as('admin')]
    expect(await world.as('auditor').call(readSettings, {})).toEqual({ answerDays: 15 })
    await staff.call(askForData, { kind: 'DELETION', words: '请删除我的手机号' })
    await admin.call(changeSettings, { answerDays: 10, reason: '本局公开承诺' })
    await staff.call(askForData, { kind: 'CORRECTION', words: '名字写错了' })
    const mine = await staff.call(listMyRequests, {})
    expect(mine.answerDays).toBe(10)
    // Monday 2 March: ten and fifteen working days on.
    expect(Object.fromEntries(mine.items.map(({ kind, dueOn }) => [kind, dueOn]))).toEqual({
      CORRECTION: '2026-03-16',
      DELETION: '2026-03-23',
    })
    await admin.call(changeSettings, { answerDays: 12, reason: '人手不足' })
    const trail = await world
      .as('auditor')
      .call(kernel.actions.readAudit, { type: 'privacy.settings_changed' })
    expect(trail.items.map(({ before, after, reason }) => [before, after, reason])).toEqual([
      [{ answerDays: 10 }, { answerDays: 12 }, '人手不足'],
      [{ answerDays: 15 }, { answerDays: 10 }, '本局公开承诺'],
    ])
    expect(await world.other.as('admin').call(readSettings, {})).toEqual({ answerDays: 15 })
  })

  it('is not answered within no days, nor whenever; and only who keeps the data sets the time', async () => {
    const put = (role: 'admin' | 'auditor', body: unknown) =>
      world.as(role).put('/api/privacy/settings', body)
    for (const answerDays of [0, 61, 2.5, null])
      expect((await put('admin', { answerDays, reason: 'x' })).status, `${answerDays}`).toBe(400)
    expect((await put('admin', { answerDays: 10, reason: ' ' })).status).toBe(400)
    expect((await put('auditor', { answerDays: 10, reason: 'x' })).status).toBe(403)
    expect(await world.as('admin').call(readSettings, {})).toEqual({ answerDays: 15 })
  })

  it('leaves no table with a person in it that nobody speaks for', async () => {
    const { rows } = await world.installation.pool.query(`
      select c.table_schema || '.' || c.table_name as name, array_agg(c.column_name::text) as columns
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'pgboss', 'identity')
        and c.column_name ~ '(person_id|user_id|actor_id|owner_id|requester|complainant|uploaded_by|mobile|phone)'
      group by 1`)
    const spoken = new Set(serverModules.flatMap(({ personal }) => personal?.tables ?? []))
    const silent = (rows as { name: string }[]).map(({ name }) => name).filter((name) => !spoken.has(name))
    expect(silent.sort()).toEqual(Object.keys(explained).sort())
    expect([...spoken].filter((name) => name in explained)).toEqual([])
  })
})

/** Tables that name people only as holders of a post: the record of who did the work, which stays (履职记录). */
const explained: Record<string, string> = {
  'catalogue.handbook_receipt': 'who acknowledged the handbook for a unit',
  'fleet.rental':
    'who drove for a supplier, nobody of the bureau; the telephone goes with its retention class',
  'fleet.rental_supplier': 'whom to ring at a supplier',
  'kernel.former_password': 'hashes of former passwords, so that none comes back; nobody reads them',
  'orders.cost': 'who entered a cost',
  'orders.escalation': 'who held the order when it escalated',
  'orders.follow_up': 'who made the call',
  'orders.hop': 'append-only ledger of hands; explains every minute',
  'orders.offer': 'to whom work was offered',
  'orders.turn': 'whose turn it was',
}
