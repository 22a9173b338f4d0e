import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { kernel } from '#kernel/module.ts'
import { useWorld } from '#test/harness.ts'
import { readOfficialDocument } from '../document/read-official-document.ts'
import { reports } from '../module.ts'
import type { Block } from '../schema.ts'

const { actions } = reports
const annual = { kind: 'annual', year: 2014, cutoffOn: '2014-11-30' } as const

describe('reports', () => {
  const w = useWorld()

  async function takeSites(rows: string): Promise<void> {
    const bytes = Buffer.from(`\uFEFF物业编号,物业名称,类型,建筑面积,地址\n${rows}`)
    await w
      .as('admin')
      .call(
        kernel.actions.importSheet,
        { kind: 'sites', mode: 'commit' },
        { file: { name: 'sites.csv', bytes } },
      )
  }

  beforeEach(() => takeSites('T901,试点楼1号,办公楼,5889,示范路3号\nT902,试点楼2号,食堂,1200,示范路5号\n'))

  const director = () => w.as('director')
  async function frozen() {
    const { id: reportId } = await director().call(actions.createReport, annual)
    await director().call(actions.submitReport, { reportId })
    return director().call(actions.freezeReport, { reportId })
  }
  const prose = (words: string): Block => ({ kind: 'paragraph', runs: [{ kind: 'text', text: words }] })

  it('[RPT-01] [RPT-04] [CLOUD-10] writes the annual summary and next year’s plan from live data, figures with their unit', async () => {
    const report = await director().call(actions.createReport, annual)
    expect(report.title).toContain('2014年工作总结和2015年工作计划')
    expect(report.sections.map(({ role, heading }) => [role, heading])).toEqual([
      ['done', '工作完成情况'],
      ['problems', '存在问题'],
      ['plan', '下一步计划'],
    ])
    const area = report.figures.find(({ metric }) => metric === 'sites.floor-area.sum')!
    const shown = report.sections[0]!.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.runs : [],
    ).find((run) => run.kind === 'figure' && run.metric === area.metric)
    expect(shown).toMatchObject({
      key: area.key,
      shown: `${Math.round(area.value!).toLocaleString('en')}平方米`,
    })
    expect(area.value).toBeGreaterThanOrEqual(7089)
  })

  it('[RPT-02] writes the half-year summary', async () => {
    const report = await director().call(actions.createReport, { kind: 'half-year', year: 2025, half: 2 })
    expect(report).toMatchObject({ from: '2025-07-01', to: '2025-12-31', cutoffWords: '截至2025年12月底' })
    expect(report.title).toContain('2025年下半年工作总结和2026年上半年工作计划')
  })

  it('[RPT-03] gives every figure its cut-off and the same days of the year before', async () => {
    const report = await director().call(actions.createReport, annual)
    expect(report.cutoffWords).toBe('截至2014年11月底')
    expect(report.figures.length).toBeGreaterThan(3)
    for (const figure of report.figures)
      expect(figure).toMatchObject({ to: '2014-11-30', before: { from: '2013-01-01', to: '2013-11-30' } })
    const document = readOfficialDocument((await director().get(`/api/reports/${report.id}/document`)).bytes)
    expect(document.text).toContain('截至2014年11月底')
    const annex = document.tables.at(-1)!
    expect(annex[0]).toEqual(['指标', '数值', '截止日期', '比上年同期', '口径'])
    expect(annex.slice(1)).toHaveLength(report.figures.filter(({ value }) => value !== null).length)
    expect(annex.slice(1).every((row) => row[2] === '2014年11月底')).toBe(true)
  })

  it('refuses a cut-off outside the period, and a half or month that is missing', async () => {
    const refused = async (body: object) => {
      const answer = await director().post('/api/reports', body)
      return [answer.status, answer.body.code, answer.body.path]
    }
    expect(await refused({ ...annual, cutoffOn: '2015-01-01' })).toEqual([
      422,
      'reports.cutoff_outside',
      'cutoffOn',
    ])
    expect(await refused({ kind: 'half-year', year: 2014 })).toEqual([
      422,
      'reports.period_incomplete',
      'half',
    ])
    expect(await refused({ kind: 'monthly', year: 2014 })).toEqual([
      422,
      'reports.period_incomplete',
      'month',
    ])
  })

  it('keeps figures live while people write around them', async () => {
    const report = await director().call(actions.createReport, annual)
    const section = report.sections[1]!
    const blocks: Block[] = [
      {
        kind: 'paragraph',
        runs: [
          { kind: 'text', text: '目前共管理' },
          { kind: 'figure', metric: 'sites.count', shown: '999处', key: 'forged' },
          { kind: 'text', text: '，面积' },
          { kind: 'figure', metric: 'sites.floor-area.sum', style: 'wan', qualifier: 'about' },
          { kind: 'text', text: '。' },
        ],
      },
    ]
    const ids = { reportId: report.id, sectionId: section.id, heading: section.heading }
    const saved = await director().call(actions.saveSection, { ...ids, version: section.version, blocks })
    const count = report.figures.find(({ metric }) => metric === 'sites.count')!.value!
    const runs = (saved.blocks[0] as Extract<Block, { kind: 'paragraph' }>).runs
    expect(runs[1]).toMatchObject({ shown: `${count}处` })
    await takeSites('T903,试点楼3号,办公楼,300,示范路7号\n')
    const later = await director().call(actions.readReport, { reportId: report.id })
    expect(later.figures.find(({ metric }) => metric === 'sites.count')?.value).toBe(count + 1)
    const unknown = await director().put(`/api/reports/${report.id}/sections/${section.id}`, {
      ...ids,
      version: 2,
      blocks: [{ kind: 'paragraph', runs: [{ kind: 'figure', metric: 'meals.eaten.sum' }] }],
    })
    expect([unknown.status, unknown.body.code, unknown.body.path]).toEqual([
      422,
      'reports.unknown_metric',
      'blocks.0',
    ])
  })

  it('tells who saved in between, and gives the newest version, instead of overwriting it', async () => {
    const report = await director().call(actions.createReport, annual)
    const section = report.sections[2]!
    const ids = {
      reportId: report.id,
      sectionId: section.id,
      version: section.version,
      heading: section.heading,
    }
    await w.as('manager').call(actions.saveSection, { ...ids, blocks: [prose('强化培训。')] })
    const late = await director().put(`/api/reports/${report.id}/sections/${section.id}`, {
      ...ids,
      blocks: [prose('完善制度。')],
    })
    expect([late.status, late.body.code]).toEqual([409, 'reports.changed_meanwhile'])
    expect(late.body.newest.blocks).toEqual([prose('强化培训。')])
    const title = { version: report.version, title: '总结' }
    expect((await w.as('manager').patch(`/api/reports/${report.id}`, title)).status).toBe(200)
    expect((await director().patch(`/api/reports/${report.id}`, title)).status).toBe(409)
  })

  it('adds and removes sections of a draft, the last one stays', async () => {
    const { id: reportId, sections } = await director().call(actions.createReport, annual)
    const added = await director().call(actions.addSection, { reportId, heading: '经验做法' })
    expect(added).toMatchObject({ position: 3, role: 'other', blocks: [] })
    for (const { id: sectionId } of sections)
      await director().call(actions.removeSection, { reportId, sectionId })
    const last = await director().delete(`/api/reports/${reportId}/sections/${added.id}`)
    expect([last.status, last.body.code]).toEqual([422, 'reports.last_section'])
  })

  it('does not freeze what has placeholders or numbering that jumps, and says where', async () => {
    const report = await director().call(actions.createReport, annual)
    const reportId = report.id
    const section = report.sections[2]!
    const blocks = [prose('（一）**市20XX年计划'), prose('（二）强化培训'), prose('四、加强领导')]
    const ids = { reportId, sectionId: section.id, version: 1, heading: section.heading }
    await director().call(actions.saveSection, { ...ids, blocks })
    await director().call(actions.submitReport, { reportId })
    const refused = await director().post(`/api/reports/${reportId}/freeze`)
    expect([refused.status, refused.body.code]).toEqual([422, 'reports.not_ready'])
    const { items } = await director().call(actions.checkReport, { reportId })
    expect(
      items.filter(({ weight }) => weight === 'block').map(({ found, blockIndex }) => [found, blockIndex]),
    ).toEqual([
      ['**', 0],
      ['20XX', 0],
      ['四、', 2],
    ])
    await director().call(actions.returnReport, { reportId, reason: '有占位符' })
    await director().call(actions.saveSection, {
      ...ids,
      version: 2,
      blocks: [prose('完善制度。'), prose('强化培训。')],
    })
    await director().call(actions.submitReport, { reportId })
    expect((await director().call(actions.freezeReport, { reportId })).state).toBe('FROZEN')
  })

  it('lists a late correction after the freeze as a difference and never rewrites the report', async () => {
    const report = await frozen()
    const reportId = report.id
    expect((await director().call(actions.listDifferences, { reportId })).items).toEqual([])
    await takeSites('T903,试点楼3号,办公楼,300,示范路7号\n')
    const now = await director().call(actions.readReport, { reportId })
    expect(now.sections).toEqual(report.sections)
    expect(now.figures).toEqual(report.figures)
    expect(now.frozenHash).toBe(report.frozenHash)
    const { checked, items } = await director().call(actions.listDifferences, { reportId })
    expect(checked).toBe(report.figures.length)
    const area = items.find(({ metric }) => metric === 'sites.floor-area.sum')!
    expect(area).toMatchObject({ difference: 300, recordsChanged: true })
    expect(area.now! - area.frozen!).toBe(300)
    const sheet = await director().get(`/api/reports/${reportId}/figures/export?format=csv`)
    expect(sheet.bytes.toString('utf8')).toContain(`sites.floor-area.sum,物业建筑面积,${area.frozen}`)
  })

  it('notices other rows behind the same value', async () => {
    const { id: reportId } = await frozen()
    await w.ctx('system', async ({ db }) => {
      await sql`update directory.site set floor_area_m2 = floor_area_m2 + 100 where code = 'T901'`.execute(db)
      await sql`update directory.site set floor_area_m2 = floor_area_m2 - 100 where code = 'T902'`.execute(db)
    })
    const { items } = await director().call(actions.listDifferences, { reportId })
    expect(items).toMatchObject([{ metric: 'sites.floor-area.sum', difference: 0, recordsChanged: true }])
  })

  it('lets nobody change a frozen report, not even in the database', async () => {
    const report = await frozen()
    const reportId = report.id
    const section = report.sections[0]!
    const save = { version: section.version, heading: '改', blocks: [] }
    expect((await director().put(`/api/reports/${reportId}/sections/${section.id}`, save)).status).toBe(409)
    expect((await director().patch(`/api/reports/${reportId}`, { version: 1, title: '改' })).status).toBe(409)
    const behindTheBack = [
      sql`update reports.report set title = '改' where id = ${reportId}`,
      sql`update reports.report set frozen_content = '[]' where id = ${reportId}`,
      sql`delete from reports.report where id = ${reportId}`,
      sql`update reports.section set heading = '改' where report_id = ${reportId}`,
      sql`delete from reports.section where report_id = ${reportId}`,
      sql`insert into reports.section (report_id, position, role, heading, changed_by) values (${reportId}, 9, 'other', '改', '某')`,
      sql`update reports.frozen_figure set value = 0 where report_id = ${reportId}`,
      sql`delete from reports.frozen_figure where report_id = ${reportId}`,
    ]
    for (const statement of behindTheBack)
      await expect(w.ctx('system', ({ db }) => statement.execute(db))).rejects.toThrow(
        /frozen|draft|permission/,
      )
    for (const statement of behindTheBack)
      await expect(w.installation.database.asOwner((db) => statement.execute(db))).rejects.toThrow(
        /frozen|draft/,
      )
  })

  it('goes from draft over review and freeze to publication, and nowhere else', async () => {
    const { id: reportId } = await director().call(actions.createReport, annual)
    const step = async (name: string, body: object = {}) =>
      (await director().post(`/api/reports/${reportId}/${name}`, body)).status
    expect(await step('freeze')).toBe(409)
    expect(await step('publication')).toBe(409)
    expect(await step('return', { reason: '不行' })).toBe(409)
    expect(await step('submission')).toBe(200)
    expect(await step('submission')).toBe(409)
    expect((await w.as('manager').post(`/api/reports/${reportId}/freeze`)).status).toBe(403)
    expect(await step('freeze')).toBe(200)
    expect(await step('return', { reason: '不行' })).toBe(409)
    expect(await step('voidance', { reason: '口径有误，另行印发' })).toBe(200)
    expect(await step('voidance', { reason: '再次作废' })).toBe(409)
  })

  it('[RPT-06] asks for the eight fields of public disclosure before publishing, and prints them', async () => {
    const { id: reportId, title } = await frozen()
    const refused = await director().post(`/api/reports/${reportId}/publication`)
    expect([refused.status, refused.body.code]).toEqual([422, 'reports.disclosure_missing'])
    expect(refused.body.detail).toContain('索引号、分类、文号、主题词')
    const published = await director().call(actions.publishReport, {
      reportId,
      indexNumber: '00712345-0/2014-00001',
      category: '工作总结',
      documentNumber: '后勤〔2014〕12号',
      keywords: '后勤 总结',
    })
    expect(published).toMatchObject({
      state: 'PUBLISHED',
      publishedOn: '2026-03-02',
      disclosure: { disclosureName: title },
    })
    const document = readOfficialDocument((await director().get(`/api/reports/${reportId}/document`)).bytes)
    const labels = document.tables[0]!.flat().filter((_, index) => index % 2 === 0)
    expect(labels).toEqual(['索引号', '分类', '发布机构', '成文日期', '名称', '文号', '发布日期', '主题词'])
    const print = await w.as('auditor').get(`/api/reports/${reportId}/print`)
    expect(print.headers['content-disposition']).toContain('inline')
    expect(print.bytes.toString('utf8')).toContain('后勤〔2014〕12号')
  })

  it('[RPT-08] compares periods, units and peers in one table, peers with source and date only', async () => {
    const manager = w.as('manager')
    const peer = {
      metric: 'sites.count',
      peer: '兄弟区后勤中心',
      value: 25,
      rawText: '25处',
      source: '该区2014年工作总结',
    }
    expect((await manager.post('/api/benchmarks', peer)).status).toBe(400)
    const { id } = await manager.call(actions.addBenchmark, { ...peer, sourceOn: '2014-12-10' })
    const { items } = await manager.call(actions.compareFigure, {
      metricId: 'sites.count',
      from: '2014-01-01',
      to: '2014-11-30',
      units: true,
    })
    const own = items[0]!
    expect(items.slice(0, 3).map(({ kind }) => kind)).toEqual(['own', 'before', 'previous'])
    expect(items.some(({ kind }) => kind === 'unit')).toBe(true)
    expect(items.at(-1)).toMatchObject({
      kind: 'peer',
      label: '兄弟区后勤中心',
      value: 25,
      difference: own.value! - 25,
      source: '该区2014年工作总结',
      sourceOn: '2014-12-10',
    })
    await manager.call(actions.voidBenchmark, { benchmarkId: id, reason: '来源有误' })
    expect((await manager.call(actions.listBenchmarks, {})).items).toEqual([])
  })

  it('[RPT-08] keeps the comparison with peers in the report as it was at the freeze', async () => {
    const manager = w.as('manager')
    await manager.call(actions.addBenchmark, {
      metric: 'sites.count',
      peer: '兄弟区后勤中心',
      value: 25,
      source: '该区2014年工作总结',
      sourceOn: '2014-12-10',
    })
    const report = await director().call(actions.createReport, annual)
    const reportId = report.id
    const section = report.sections[1]!
    await director().call(actions.saveSection, {
      reportId,
      sectionId: section.id,
      version: 1,
      heading: section.heading,
      blocks: [prose('与兄弟单位相比：'), { kind: 'peers', caption: '物业数比较', metric: 'sites.count' }],
    })
    await director().call(actions.submitReport, { reportId })
    await director().call(actions.freezeReport, { reportId })
    const { items } = await manager.call(actions.listBenchmarks, { metric: 'sites.count' })
    await manager.call(actions.voidBenchmark, { benchmarkId: items[0]!.id, reason: '来源有误' })
    const { sections } = await director().call(actions.readReport, { reportId })
    const table = sections[1]!.blocks[1] as Extract<Block, { kind: 'peers' }>
    expect(table.shown?.rows.at(-1)).toEqual(
      expect.arrayContaining(['兄弟区后勤中心', '25处', '该区2014年工作总结', '2014-12-10']),
    )
  })

  it('lists and hands out reports by kind, state and year, to those who may read them', async () => {
    const report = await frozen()
    await director().call(actions.createReport, { kind: 'monthly', year: 2026, month: 2 })
    const { items } = await w
      .as('auditor')
      .call(actions.listReports, { kind: 'annual', state: 'FROZEN', year: 2014 })
    expect(items.map(({ id }) => id)).toEqual([report.id])
    expect(items[0]?.can).toMatchObject({ edit: false, publish: false, freeze: false })
    expect((await w.as('auditor').get('/api/reports/export?format=csv')).bytes.toString()).toContain(
      report.title,
    )
    for (const role of ['staff', 'liaison', 'worker'] as const)
      expect((await w.as(role).get('/api/reports')).status).toBe(403)
    expect((await w.other.as('director').get(`/api/reports/${report.id}`)).status).toBe(404)
    expect((await w.other.as('director').get(`/api/reports/${report.id}/document`)).status).toBe(404)
  })
})
