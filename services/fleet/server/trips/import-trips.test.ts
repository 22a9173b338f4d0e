import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { tripStory } from './trip-story.ts'

const pack = join(import.meta.dirname, '../../../../../shared/cases/annual-2014')
const heading =
  '派车单号,用车单位,用车人,事由,目的地,车牌号,驾驶员工号,乘车人数,出车时间,收车时间,出车里程km,收车里程km,燃油费元,路桥费元,停车费元,状态'
const good = [
  'PC1,财政局,林小满,会议,机场,粤B10001,D0001,3,2025-02-03 08:00,2025-02-03 12:00,12000,12041,0,0,5,已完成',
  'PC2,财政局,某某人,接送专家,市行政中心,粤B10001,D0002,4,2025-02-03 12:00,2025-02-03 13:00,12041,12107,350,30,10.5,已完成',
  'PC3,教育局,戴华敏,下乡,区内,粤B10002,D0003,2,2025-02-03 08:30,2025-02-03 11:30,12000,12064,200,0,10,已完成',
  'PC4,教育局,戴华敏,会议,区内,粤B10002,D0003,2,2025-03-05 08:30,2025-03-05 11:30,,,,,,已取消',
]

describe('importing trips', () => {
  const world = useWorld()
  const story = tripStory(world)
  const upload = async (bytes: Buffer, mode = 'commit') =>
    (await world.as('admin').upload(`/api/imports/trips?mode=${mode}`, 'trips.csv', bytes)).body
  const take = (lines: string[], mode?: string) =>
    upload(Buffer.from(`\uFEFF${[heading, ...lines].join('\r\n')}\r\n`), mode)
  const refusals = (report: { refused: { line: number; column: string; code: string }[] }) =>
    report.refused.map(({ line, column, code }) => [line, column, code])
  const figure = async (id: string, query = 'from=2025-01-01&to=2025-12-31') =>
    (await world.as('director').get(`/api/metrics/${id}?${query}`)).body.value as number | null

  it('[FLEET-02] takes trips with request, odometer and costs; again, and by its own export, nothing changes', async () => {
    await story.furnish()
    expect(await take(good)).toMatchObject({ rows: 4, changed: 4, refused: [], written: true })
    expect(await take(good)).toMatchObject({ changed: 0, refused: [], warnings: [] })
    const { items } = await world.as('auditor').call(fleet.actions.listTrips, { to: '2025-12-31' })
    const [cancelled, late, rural] = items
    expect(cancelled).toMatchObject({ number: 'PC4', state: 'CANCELLED', distanceKm: null, light: null })
    expect(rural).toMatchObject({ number: 'PC3', light: 'GREEN', costFen: 21_000, unit: { name: '教育局' } })
    expect(rural!.requests).toMatchObject([{ purpose: 'OTHER', reason: '下乡', requesterPersonId: null }])
    expect(late).toMatchObject({ number: 'PC2', costFen: 39_050, distanceKm: 66 })
    const sheet = await world.as('manager').get('/api/fleet/trips/export?format=csv')
    expect(sheet.bytes.toString()).toContain('PC2,财政局,某某人,接送专家,市行政中心,粤B10001,D0002,4')
    expect(await upload(sheet.bytes)).toMatchObject({ rows: 4, changed: 0, refused: [], warnings: [] })
  })

  it('counts them in figures, each of which opens to rows that add up', async () => {
    await story.furnish()
    await take(good)
    const values = {
      'trips.completed.count': 3,
      'trips.cancelled.count': 1,
      'trips.distance-km.sum': 171,
      'trips.cost-yuan.sum': 605.5,
      'trips.red.count': 0,
    }
    for (const [id, value] of Object.entries(values)) expect([id, await figure(id)]).toEqual([id, value])
    expect(await figure('trips.cost-per-km.yuan')).toBeCloseTo(605.5 / 171, 9)
    expect(await figure('trips.on-time.rate')).toBeNull()
    expect(await figure('trips.cost-per-km.yuan', 'from=2024-01-01&to=2024-01-31')).toBe(0)
    const { body } = await world
      .as('director')
      .get('/api/metrics/trips.cost-per-km.yuan/records?from=2025-01-01&to=2025-12-31')
    const sum = body.items.reduce((total: number, { value }: { value: number }) => total + value, 0)
    expect(sum).toBeCloseTo(605.5 / 171, 9)
    const series = await world
      .as('director')
      .get('/api/metrics/trips.completed.count/series?by=unit&from=2025-01-01&to=2025-12-31')
    const units = series.body.items.filter(({ value }: { value: number }) => value > 0)
    expect(units.map(({ label, value }: { label: string; value: number }) => [label, value])).toEqual([
      ['财政局', 2],
      ['教育局', 1],
    ])
  })

  it('refuses line by line, with the column and in words', async () => {
    await story.furnish()
    const at = (line: string, ...changes: [string, string][]) =>
      changes.reduce((text, [from, to]) => text.replace(from, to), line)
    const report = await take([
      good[0]!,
      at(good[1]!, ['12107', '12030']),
      at(good[2]!, ['粤B10002', '粤Z00000']),
      at(good[2]!, ['PC3', 'PC9'], ['11:30', '08:00']),
      at(good[3]!, ['D0003', 'D9999'], ['教育局', '月球局']),
      at(good[2]!, ['PC3', 'PC5'], [',200,', ',三百,']),
      at(good[0]!, ['PC1', 'PC6']),
      at(good[1]!, ['PC2', 'PC7'], ['12041', '12000']),
      at(good[0]!, ['PC1', 'PC8'], ['粤B10001', '粤B10003']),
      at(good[2]!, ['PC3', 'PC1']),
    ])
    expect(refusals(report)).toEqual([
      [3, '收车里程km', 'fleet.import_km_falls'],
      [4, '车牌号', 'fleet.import_unknown_plate'],
      [5, '收车时间', 'fleet.import_end_before_start'],
      [6, '用车单位', 'fleet.import_unknown_unit'],
      [6, '驾驶员工号', 'fleet.import_unknown_driver'],
      [7, '燃油费元', 'import.not_a_number'],
      [8, '车牌号', 'fleet.import_trip_clash'],
      [9, '出车里程km', 'fleet.import_km_clash'],
      [10, '驾驶员工号', 'fleet.import_trip_clash'],
      [11, '派车单号', 'fleet.import_trip_repeated'],
    ])
    expect(report.written).toBe(false)
  })

  it('takes a correction as entries: voided readings, the difference of a cost; what was dispatched here stays', async () => {
    await story.furnish()
    await take(good)
    const corrected = good[1]!.replace('12107', '12100').replace(',350,', ',300,')
    expect(await take([corrected])).toMatchObject({ changed: 1, refused: [] })
    expect(await take([corrected])).toMatchObject({ changed: 0 })
    expect([await figure('trips.distance-km.sum'), await figure('trips.cost-yuan.sum')]).toEqual([164, 555.5])
    const { items } = await world.as('manager').call(fleet.actions.listTrips, { search: 'PC2' })
    const told = await story.read('auditor', items[0]!.id)
    expect(told.readings.filter(({ voidReason }) => voidReason !== null)).toHaveLength(2)
    expect(told.costs.filter(({ correctsId }) => correctsId !== null)).toMatchObject([{ amountFen: -5000 }])
    const cancelled = good[0]!.replace('12000,12041,0,0,5,已完成', ',,,,,已取消')
    expect(await take([cancelled])).toMatchObject({ changed: 1, refused: [] })
    expect([await figure('trips.completed.count'), await figure('trips.cancelled.count')]).toEqual([2, 2])
    const ids = await world.ctx('system', async (ctx) => ({
      vehicle: await ctx.db
        .selectFrom('fleet.vehicle')
        .select('id')
        .where('plate', '=', '粤B10003')
        .executeTakeFirstOrThrow(),
      driver: await ctx.db
        .selectFrom('fleet.driver')
        .select('id')
        .where('staff_no', '=', 'D0004')
        .executeTakeFirstOrThrow(),
    }))
    const request = await story.request()
    const { number } = await story.dispatch(ids.vehicle.id, ids.driver.id, [request.id])
    const line = good[0]!.replace('PC1', number).replace('粤B10001', '粤B10003').replace('D0001', 'D0004')
    const report = await take([line])
    expect([report.changed, report.warnings[0]?.code]).toEqual([0, 'fleet.import_trip_kept'])
  })

  it.runIf(existsSync(pack))(
    'refuses exactly the lines of the pack’s faulty sheet that do not hang on its books',
    async () => {
      await story.furnish()
      // Its vehicles, drivers and units by names of ours: what is looked at is the faults themselves.
      const text = readFileSync(join(pack, 'trips-with-faults.csv'), 'utf8')
      const plates = ['粤B10814', '粤B10592', '粤B11924', '粤B10222', '粤B11073']
      const renamed = text
        .replace(/第一办事处|建筑工务局|教科文卫局|应急管理办公室|机关工会/g, '财政局')
        // Our books begin in 2020.
        .replace(/2014-01/g, '2025-01')
        .replace(/D0021/g, 'D0001')
        .replace(/D00(36|45|46|09|33)/g, 'D0002')
        .replace(/粤B10814/g, '粤B10001')
        .replace(/粤B10592/g, '粤B10002')
        .replace(new RegExp(plates.slice(2).join('|'), 'g'), '粤B10003')
      const report = await upload(Buffer.from(renamed), 'dry-run')
      expect([...new Set(report.refused.map(({ line }: { line: number }) => line))]).toEqual([4, 5, 6, 7, 8])
    },
  )
})
