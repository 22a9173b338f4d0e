import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'

const heading =
  '车牌号,车辆类别,品牌型号,能源类型,排量L,购置价元,购置日期,座位数,登记里程km,状态,处置日期,处置原因'
const good = [
  '粤B30001,应急保障用车,轿车,汽油,1.8,176000,2020-05-11,5,93918,在用,,',
  '粤BD30002,应急保障用车,轿车,纯电动,,169800,2023-05-11,5,1200,在用,,',
  '粤B30003,应急保障用车,中型客车,柴油,3.0,248000,2010-07-16,19,11667,已处置,2025-11-03,黄标车提前报废',
]

describe('importing vehicles and drivers', () => {
  const world = useWorld()
  const take = async (kind: string, head: string, lines: string[]) => {
    const bytes = Buffer.from(`\uFEFF${[head, ...lines].join('\r\n')}\r\n`)
    return (await world.as('admin').upload(`/api/imports/${kind}?mode=commit`, `${kind}.csv`, bytes)).body
  }
  const faultsOf = ({ refused }: { refused: { line: number; column: string; code: string }[] }) =>
    refused.map(({ line, column, code }) => [line, column, code])

  it('[FLEET-12] takes vehicles by plate; the same sheet again and its own export change nothing', async () => {
    expect(await take('vehicles', heading, good)).toMatchObject({
      rows: 3,
      changed: 3,
      refused: [],
      written: true,
    })
    expect(await take('vehicles', heading, good)).toMatchObject({ changed: 0, refused: [] })
    const sheet = await world.as('dispatcher').get('/api/fleet/vehicles/export?format=csv')
    expect(sheet.bytes.toString().split('\r\n').slice(0, 2)).toEqual([
      `\uFEFF${heading}`,
      good[0]!.replace('176000', '176000.00'),
    ])
    const again = await world.as('admin').upload('/api/imports/vehicles?mode=commit', 'x.csv', sheet.bytes)
    expect(again.body).toMatchObject({ rows: 3, changed: 0, refused: [], warnings: [] })
    expect(await take('vehicles', heading, [good[0]!.replace('176000', '175000')])).toMatchObject({
      changed: 1,
    })
  })

  it('names what is wrong by line and column, in words, and then writes nothing', async () => {
    await take('vehicles', heading, good)
    const report = await take('vehicles', heading, [
      '30001,应急保障用车,轿车,汽油,1.8,176000,2020-05-11,5,93918,在用,,',
      '粤B30011,领导专车,轿车,汽油,1.8,176000,2020-05-11,5,100,在用,,',
      '粤B30012,应急保障用车,轿车,纯电动,1.8,176000,2020-05-11,5,100,在用,,',
      '粤B30013,应急保障用车,轿车,汽油,1.8,176000,2020-05-11,5,100,已处置,,报废',
      '粤B30014,应急保障用车,轿车,汽油,1.8,176000,2020-05-11,5,100,已处置,2019-01-01,报废',
      '粤B30015,应急保障用车,轿车,汽油,1.8,176000,2027-05-11,5,100,在用,,',
      '粤B30016,应急保障用车,轿车,汽油,1.8,176000,2020-05-11,5,100,在用,2025-01-01,',
      '粤B30001,应急保障用车,轿车,汽油,1.8,176000,2020-05-11,5,93918,停用,,',
      '粤B30003,应急保障用车,中型客车,柴油,3.0,248000,2010-07-16,19,9,已处置,2025-11-03,黄标车提前报废',
      '粤b30001,应急保障用车,轿车,汽油,1.8,176000,2020-05-11,5,93918,在用,,',
    ])
    expect(faultsOf(report).sort((one, other) => Number(one[0]) - Number(other[0]))).toEqual([
      [2, '车牌号', 'fleet.import_bad_plate'],
      [3, '车辆类别', 'import.unknown_choice'],
      [4, '排量L', 'fleet.import_electric_displacement'],
      [5, '处置日期', 'fleet.import_retired_incomplete'],
      [6, '处置日期', 'fleet.import_retired_before'],
      [7, '购置日期', 'fleet.import_future'],
      [8, '处置日期', 'fleet.import_retired_needless'],
      [9, '状态', 'fleet.import_state_here'],
      [10, '登记里程km', 'fleet.import_registered_km'],
      [11, '车牌号', 'fleet.import_repeated'],
    ])
    for (const { message } of report.refused) expect(message).toMatch(/[\u4e00-\u9fff]/)
    expect(report.written).toBe(false)
  })

  it('takes drivers by staff number, and again changes nothing', async () => {
    const head = '工号,姓名,准驾车型,驾驶证有效期至,状态'
    const lines = ['D0001,蒋康明,A1,2030-06-30,在岗', 'G003,赵铁柱,C1,2029-06-30,在岗']
    expect(await take('drivers', head, lines)).toMatchObject({ changed: 2, refused: [] })
    expect(await take('drivers', head, lines)).toMatchObject({ changed: 0, refused: [] })
    const sheet = await world.as('dispatcher').get('/api/fleet/drivers/export?format=csv')
    expect(sheet.bytes.toString().trim().split('\r\n')).toEqual([head, ...lines])
    const report = await take('drivers', head, [
      'D0002,王远,B7,2030-06-30,在岗',
      'D0001,蒋康明,A1,2030-06-30,离岗',
    ])
    expect(faultsOf(report)).toEqual([
      [2, '准驾车型', 'import.unknown_choice'],
      [3, '状态', 'fleet.import_driver_state_here'],
    ])
    // The worker of the directory with that number and name may sign in and see himself.
    const own = await world.as('worker').get('/api/fleet/me')
    expect(own.body.driver).toMatchObject({ staffNo: 'G003', name: '赵铁柱' })
  })
})

const pack = join(import.meta.dirname, '../../../../../shared/cases/annual-2014')

describe.runIf(existsSync(pack))('the published year 2014', () => {
  const world = useWorld()

  it('[FLEET-09] [FLEET-12] gives the figures that were published', async () => {
    const { period, fleet_figures: figures } = JSON.parse(readFileSync(join(pack, 'expected.json'), 'utf8'))
    for (const [kind, changed] of [
      ['vehicles', 92],
      ['drivers', 48],
    ] as const) {
      const upload = () =>
        world
          .as('admin')
          .upload(`/api/imports/${kind}?mode=commit`, `${kind}.csv`, readFileSync(join(pack, `${kind}.csv`)))
      expect((await upload()).body).toMatchObject({ refused: [], written: true, changed })
      expect((await upload()).body).toMatchObject({ refused: [], changed: 0 })
    }
    const ours = [
      'vehicles.in-use.count',
      'vehicles.retired.count',
      'drivers.count',
      'trips.injury-accidents.count',
    ]
    for (const id of ours) {
      const url = `/api/metrics/${id}`
      const { body } = await world.as('director').get(`${url}?from=${period.from}&to=${period.to}`)
      expect(body.value, id).toBe(figures[id])
      const rows = await world
        .as('director')
        .get(`${url}/records?from=${period.from}&to=${period.to}&limit=200`)
      expect(rows.body.items.length, id).toBe(figures[id])
    }
  })
})
