import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../module.ts'
import { reportFault } from './test-story.ts'

const heading = '工单编号,物业,位置,类别,报修单位,报修时间,完成时间,故障描述,状态,评分'
const good = [
  'A1,一号办公楼,301办公室,小修急修,财政局,2025-11-03 09:00,2025-11-04 10:00,灯具不亮,已完成,5',
  'A2,一号办公楼,屋面,大型维修改造,财政局,2025-09-01 10:00,2025-10-20 16:30,漏水,已完成,4',
  'A3,东区食堂,后厨,小修急修,教育局,2025-11-25 10:00,,下水堵塞,处理中,',
  'A4,二号办公楼,大厅,小修急修,教育局,2025-11-26 10:00,,门锁损坏,已取消,',
  'A5,一号办公楼,301办公室,小修急修,财政局,2025-11-20 09:00,2025-11-20 11:00,灯具又不亮,已完成,3',
]

describe('importing repairs', () => {
  const world = useWorld()
  const take = async (lines: string[], query = 'mode=commit') => {
    const bytes = Buffer.from(`\uFEFF${[heading, ...lines].join('\r\n')}\r\n`)
    return (await world.as('admin').upload(`/api/imports/repairs?${query}`, 'repairs.csv', bytes)).body
  }
  const figure = async (id: string, query = 'from=2025-01-01&to=2025-11-30') =>
    (await world.as('director').get(`/api/metrics/${id}?${query}`)).body.value as number | null
  const list = () => world.as('dispatcher').call(repairs.actions.listRepairs, {})

  it('keeps numbers and times, guesses the kind, counts in the figures by the times of the sheet [PROP-02]', async () => {
    expect(await take(good)).toMatchObject({ rows: 5, accepted: 5, changed: 5, written: true, refused: [] })
    const { items } = await list()
    expect(
      Object.fromEntries(items.map(({ number, state, kind, grade }) => [number, [state, kind, grade]])),
    ).toEqual({
      A1: ['COMPLETED', 'PLUMBING_ELECTRIC', 'MINOR_REPAIR'],
      A2: ['COMPLETED', 'ROOF_WALLS', 'MAJOR_REPAIR'],
      A3: ['IN_PROGRESS', 'PLUMBING_ELECTRIC', 'MINOR_REPAIR'],
      A4: ['VOIDED', 'DOORS_WINDOWS', 'MINOR_REPAIR'],
      A5: ['COMPLETED', 'PLUMBING_ELECTRIC', 'MINOR_REPAIR'],
    })
    expect(items.find(({ number }) => number === 'A1')?.room?.name).toBe('301办公室')
    expect(items.find(({ number }) => number === 'A5')?.repeatOf?.number).toBe('A1')
    expect(await figure('repairs.large.completed.count')).toBe(1)
    expect(await figure('repairs.small.completed.count')).toBe(2)
    expect(await figure('repairs.open.count')).toBe(1)
    // As of the end of October the large one was done, the small ones not yet reported.
    expect(await figure('repairs.open.count', 'from=2025-01-01&to=2025-09-30')).toBe(1)
    expect(await figure('repairs.satisfaction.mean')).toBe(4)
    expect(await figure('repairs.repeat.count')).toBe(1)
    const records = await world
      .as('director')
      .get('/api/metrics/repairs.small.completed.count/records?from=2025-01-01&to=2025-11-30')
    expect(records.body.items.map(({ label }: { label: string }) => label).sort()).toEqual(['A1', 'A5'])
  })

  it('changes nothing the second time, nor when it takes its own export', async () => {
    await take(good)
    expect(await take(good)).toMatchObject({ changed: 0, refused: [], warnings: [] })
    await reportFault(world)
    const sheet = await world.as('dispatcher').get('/api/repairs/export?format=csv')
    const again = await world
      .as('admin')
      .upload('/api/imports/repairs?mode=commit', 'export.csv', sheet.bytes)
    expect(again.body).toMatchObject({ rows: 6, changed: 0, refused: [], warnings: [] })
  })

  it('takes a correction of an imported line, but leaves alone what lives here', async () => {
    await take(good)
    const corrected = good[0]!.replace('灯具不亮', '灯具闪烁')
    expect(await take([corrected])).toMatchObject({ changed: 1, refused: [] })
    const { number } = await reportFault(world)
    const line = `${number},一号办公楼,大厅,小修急修,财政局,2026-02-27 09:00,2026-02-28 09:00,改写,已完成,1`
    const report = await take([line])
    expect(report).toMatchObject({ changed: 0, warnings: [{ code: 'repairs.import_kept' }] })
  })

  it('says line by line what is wrong, and then writes nothing', async () => {
    const report = await take([
      good[0]!,
      'B1,三号楼,大厅,小修急修,民政局,2025-11-03 09:00,,灯不亮,处理中,',
      'B2,一号办公楼,大厅,小修急修,财政局,2025-11-05 09:00,2025-11-03 09:00,灯不亮,已完成,',
      'B3,一号办公楼,大厅,小修急修,财政局,2025-11-05 09:00,2025-11-06 09:00,灯不亮,已完成,6',
      'B4,一号办公楼,大厅,小修急修,财政局,2025-13-45,,灯不亮,处理中,',
      good[0]!,
      'B5,一号办公楼,大厅,小修急修,财政局,2025-11-05 09:00,,灯不亮,已完成,',
      'B6,一号办公楼,大厅,中修,财政局,2027-11-05 09:00,,灯不亮,处理中,',
    ])
    const found = report.refused.map(({ line, column, code }: Record<string, unknown>) => [
      line,
      column,
      code,
    ])
    expect(found).toEqual([
      [3, '物业', 'repairs.import_unknown_site'],
      [3, '报修单位', 'repairs.import_unknown_unit'],
      [4, '完成时间', 'repairs.import_finish_before_report'],
      [5, '评分', 'import.out_of_range'],
      [6, '报修时间', 'import.not_a_date'],
      [7, '工单编号', 'repairs.import_repeated'],
      [8, '完成时间', 'repairs.import_finish_missing'],
      [9, '类别', 'import.unknown_choice'],
    ])
    expect(report.refused[0].message).toContain('三号楼')
    expect(report.written).toBe(false)
    expect((await list()).items).toEqual([])
    expect(await take([good[0]!], 'mode=dry-run')).toMatchObject({ accepted: 1, written: false })
  })

  it('takes a finish noted earlier on the day of the report as that moment, and says so', async () => {
    const report = await take([
      'C1,一号办公楼,大厅,小修急修,财政局,2025-11-05 17:00,2025-11-05 12:30,灯不亮,已完成,5',
    ])
    expect(report).toMatchObject({
      accepted: 1,
      changed: 1,
      warnings: [{ line: 2, code: 'repairs.import_finish_same_day' }],
    })
    expect(await figure('repairs.small.completed.count')).toBe(1)
  })
})

const pack = join(import.meta.dirname, '../../../../shared/cases/annual-2014')

describe.runIf(existsSync(pack))('the published year 2014', () => {
  const world = useWorld()

  it('gives the figures that were published: 60+ large, 80+ small, on real sheets [PROP-02]', async () => {
    // The pack has a centre of the same name as the world's.
    await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('directory.unit')
        .set({ name: '本中心' })
        .where('name', '=', '机关后勤服务中心')
        .execute(),
    )
    for (const kind of ['sites', 'units', 'repairs']) {
      const bytes = readFileSync(join(pack, `${kind}.csv`))
      const answer = await world.as('admin').upload(`/api/imports/${kind}?mode=commit`, `${kind}.csv`, bytes)
      expect(answer.body, kind).toMatchObject({ refused: [], written: true })
    }
    const { period, figures } = JSON.parse(readFileSync(join(pack, 'expected.json'), 'utf8'))
    for (const [id, expected] of Object.entries(figures).filter(([id]) => id.startsWith('repairs.'))) {
      const answer = await world.as('director').get(`/api/metrics/${id}?from=${period.from}&to=${period.to}`)
      expect(answer.body.value, id).toBe(expected)
    }
  })
})
