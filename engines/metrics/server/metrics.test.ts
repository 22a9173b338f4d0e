import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { kernel } from '#kernel/module.ts'
import { useWorld } from '#test/harness.ts'
import { metrics } from '../module.ts'
import { valueOfRecords } from './api.ts'

const { actions } = metrics
const usual = { from: '2026-01-01', to: '2026-03-02' }

describe('figures', () => {
  const w = useWorld()
  let unitId = ''
  let siteId = ''

  beforeEach(async () => {
    const file = (text: string) => ({ name: 'sheet.csv', bytes: Buffer.from(`\uFEFF${text}`) })
    const take = (kind: string, text: string) =>
      w.as('admin').call(kernel.actions.importSheet, { kind, mode: 'commit' }, { file: file(text) })
    await take('units', '单位编码,单位名称,上级单位,级别\nT901,试点审计局,,区级\nT902,试点财政局,,区级\n')
    await take(
      'sites',
      '物业编号,物业名称,类型,建筑面积,地址\nT901,试点楼1号,办公楼,5889.5,示范路3号\nT902,试点楼2号,食堂,1200,示范路5号\n',
    )
    await take(
      'people',
      '工号,姓名,单位,职务,职级,人员类别,手机\nT9001,孟英秀,试点审计局,科员,科员,公务员,13800000000\nT9002,田芳敏,试点财政局,科员,科员,公务员,13800000001\n',
    )
    await w.ctx('system', async ({ db }) => {
      const unit = await db
        .selectFrom('directory.unit')
        .select('id')
        .where('code', '=', 'T901')
        .executeTakeFirstOrThrow()
      const site = await db
        .selectFrom('directory.site')
        .select('id')
        .where('code', '=', 'T901')
        .executeTakeFirstOrThrow()
      unitId = unit.id
      siteId = site.id
    })
  })

  it('lists every figure of every module with title, unit, definition and what it is broken down by', async () => {
    const { items } = await w.as('director').call(actions.listMetrics, {})
    const given = w.installation.modules.flatMap(({ module }) => Object.keys(module.metrics ?? {}))
    expect(items.map(({ id }) => id)).toEqual(given)
    expect(items.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['sites.count', 'sites.floor-area.sum', 'people.count', 'units.count']),
    )
    for (const { title, unit, definition } of items)
      for (const words of [title, unit, definition]) expect([words.zh, words.en]).not.toContain('')
  })

  it('gives value, unit, definition, the moment it was read, and the same days of the year before', async () => {
    const answer = await w
      .as('manager')
      .call(actions.readMetric, { metricId: 'sites.floor-area.sum', site: siteId, ...usual })
    expect(answer).toMatchObject({
      value: 5889.5,
      asOf: '2026-03-02T01:00:00.000Z',
      ...usual,
      before: { from: '2025-01-01', to: '2025-03-02' },
      previous: { from: '2025-11-01', to: '2025-12-31' },
      plausible: { ok: true, reason: null },
    })
  })

  it('is the year so far when no days are asked for', async () => {
    const answer = await w.as('manager').call(actions.readMetric, { metricId: 'units.count' })
    expect(answer).toMatchObject({ from: '2026-01-01', to: '2026-03-02' })
  })

  it('is for every figure exactly what the rows behind it make: whole, of a unit, of a site', async () => {
    const { items } = await w.as('director').call(actions.listMetrics, {})
    for (const { id: metricId, from } of items) {
      for (const place of [{}, { unit: unitId }, { site: siteId }]) {
        const scope = { metricId, from: '2025-01-01', to: '2026-12-31', ...place }
        const { value } = await w.as('director').call(actions.readMetric, scope)
        const values: number[] = []
        for (let cursor: string | undefined; ; ) {
          const page = await w.as('director').call(actions.listRecords, { ...scope, limit: 3, cursor })
          values.push(...page.items.map((row) => row.value))
          if (page.next === null) break
          cursor = page.next
        }
        const made = valueOfRecords(from, values)
        if (made === null || value === null) expect([metricId, value]).toEqual([metricId, made])
        else expect(value, metricId).toBeCloseTo(made, 6)
      }
    }
  })

  it('breaks down by month, unit and site; the parts of what adds make the whole', async () => {
    const director = w.as('director')
    const months = await director.call(actions.readSeries, { metricId: 'units.count', by: 'month', ...usual })
    expect(months.items.map(({ key, from, to }) => [key, from, to])).toEqual([
      ['2026-01', '2026-01-01', '2026-01-31'],
      ['2026-02', '2026-02-01', '2026-02-28'],
      ['2026-03', '2026-03-01', '2026-03-02'],
    ])
    const units = await director.call(actions.readSeries, { metricId: 'people.count', by: 'unit', ...usual })
    expect(units.items.find(({ key }) => key === unitId)).toMatchObject({ label: '试点审计局', value: 1 })
    const sites = await director.call(actions.readSeries, {
      metricId: 'sites.floor-area.sum',
      by: 'site',
      ...usual,
    })
    expect(sites.items.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(sites.whole!, 6)
  })

  it('flags a value that cannot be right, with its reason', async () => {
    await w.ctx('system', ({ db }) =>
      sql`update directory.site set floor_area_m2 = 900000000 where id = ${siteId}`.execute(db),
    )
    const answer = await w
      .as('director')
      .call(actions.readMetric, { metricId: 'sites.floor-area.sum', ...usual })
    expect(answer.plausible.ok).toBe(false)
    expect(answer.plausible.reason?.zh).toContain('平方米')
  })

  it('doubts 约425000万人次 of 1,000 diners in eleven months, keeps the raw text and offers 42.5万', async () => {
    const answer = await w
      .as('manager')
      .call(actions.checkNumber, { text: '约425000万人次', people: 1000, perPersonPerDay: 3, days: 242 })
    expect(answer.read).toEqual({
      raw: '约425000万人次',
      value: 4_250_000_000,
      unit: '人次',
      qualifier: '约',
    })
    expect(answer.plausible.ok).toBe(false)
    expect(answer.meant?.text).toBe('42.5万')
  })

  it('shows staff nothing, and a liaison the own unit whatever is asked for', async () => {
    for (const role of ['staff', 'worker'] as const)
      expect((await w.as(role).get('/api/metrics')).status).toBe(403)
    expect((await w.nobody.get('/api/metrics/units.count')).status).toBe(401)
    const liaison = w.as('liaison')
    const own = (await liaison.call(kernel.actions.session, {})).unitId!
    const { value } = await w.as('director').call(actions.readMetric, { metricId: 'people.count', unit: own })
    expect((await liaison.get('/api/metrics/people.count')).body).toMatchObject({ value, unitId: own })
    const other = await w.ctx('system', ({ db }) =>
      db.selectFrom('directory.unit').select('id').where('code', '=', 'T902').executeTakeFirstOrThrow(),
    )
    const refused = await liaison.get(`/api/metrics/people.count?unit=${other.id}`)
    expect([refused.status, refused.body.code]).toEqual([403, 'metrics.own_unit_only'])
    expect((await liaison.get(`/api/metrics/people.count/series?by=unit`)).body.items).toHaveLength(1)
    expect((await liaison.get(`/api/metrics/people.count/records`)).body.items).toHaveLength(value!)
    expect((await liaison.get('/api/metric-targets')).status).toBe(403)
  })

  it('refuses what is unknown, elsewhere or runs backwards', async () => {
    const code = async (path: string) => {
      const { status, body } = await w.as('director').get(`/api/metrics/${path}`)
      return [status, body.code]
    }
    expect(await code('meals.eaten.sum')).toEqual([404, 'metrics.unknown'])
    expect(await code('units.count?from=2026-03-02&to=2026-03-01')).toEqual([422, 'metrics.period_reversed'])
    expect(await code('units.count?from=1990-01-01')).toEqual([422, 'metrics.period_too_long'])
    expect(await code('units.count/series?by=month&from=9999-01-01&to=9999-12-31')).toEqual([
      422,
      'metrics.period_too_long',
    ])
    expect(await code('units.count?from=2026-02-30')).toEqual([400, 'kernel.bad_input'])
    expect(await code('units.count/records?cursor=%00')).toEqual([400, 'kernel.bad_text'])
    expect(await code('units.count/records?cursor=nonsense')).toEqual([400, 'kernel.bad_cursor'])
    const stranger = await w.other.as('director').get(`/api/metrics/people.count?unit=${unitId}`)
    expect(stranger.status).toBe(404)
  })

  it('keeps a target from its year on, in the history, and only from those who may set it', async () => {
    const target = async (metricId: string, to: string) =>
      (await w.as('director').call(actions.readMetric, { metricId, from: `${to.slice(0, 4)}-01-01`, to }))
        .target
    const set = { metricId: 'sites.count', fromYear: 2026, value: 12 }
    await w.as('manager').call(actions.setTarget, { ...set, note: '年初会议' })
    await w.as('director').call(actions.setTarget, { ...set, fromYear: 2027, value: 15 })
    expect(await target('sites.count', '2025-12-31')).toBeNull()
    expect(await target('sites.count', '2026-03-02')).toBe(12)
    expect(await target('sites.count', '2027-01-31')).toBe(15)
    expect((await w.as('director').call(actions.listTargets, {})).items).toHaveLength(2)
    await w.as('manager').call(actions.setTarget, { ...set, value: null })
    expect(await target('sites.count', '2026-03-02')).toBeNull()
    for (const role of ['dispatcher', 'auditor', 'admin'] as const)
      expect(
        (await w.as(role).put('/api/metrics/sites.count/target', { fromYear: 2026, value: 1 })).status,
      ).toBe(403)
    const { items } = await w.as('auditor').call(kernel.actions.readAudit, { type: 'metrics.target_set' })
    expect(items).toHaveLength(2)
    expect(items[0]?.after).toMatchObject({ metric: 'sites.count' })
  })

  it('hands out the rows behind a figure as a sheet', async () => {
    const answer = await w
      .as('director')
      .get(`/api/metrics/people.count/records/export?unit=${unitId}&format=csv`)
    expect(answer.status).toBe(200)
    expect(answer.bytes.toString('utf8')).toContain('孟英秀')
    const targets = await w.as('auditor').get('/api/metric-targets/export')
    expect(targets.bytes.subarray(0, 2).toString()).toBe('PK')
  })
})
