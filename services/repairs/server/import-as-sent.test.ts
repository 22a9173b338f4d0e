import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../module.ts'

const heading = [
  '工单编号',
  '物业',
  '位置',
  '类别',
  '报修单位',
  '报修时间',
  '完成时间',
  '故障描述',
  '状态',
  '评分',
]
const line = (changes: Partial<Record<string, string>> = {}) => {
  const usual: Record<string, string> = {
    工单编号: 'S1',
    物业: '一号办公楼',
    位置: '大厅',
    类别: '小修急修',
    报修单位: '财政局',
    报修时间: '2026-02-01 09:00',
    完成时间: '2026-03-01 10:00',
    故障描述: '灯具不亮',
    状态: '已完成',
    评分: '5',
  }
  return heading.map((name) => changes[name] ?? usual[name]!)
}
const quoted = (cells: readonly string[]) =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')

interface Said {
  line: number
  column: string
  code: string
  message: string
}

describe('repairs as people send them', () => {
  const world = useWorld()
  const send = async (bytes: Buffer, name = 'repairs.csv', mode = 'commit') =>
    (await world.as('admin').upload(`/api/imports/repairs?mode=${mode}`, name, bytes)).body
  const sendLines = (lines: string[][], mode?: string) =>
    send(Buffer.from([heading, ...lines].map(quoted).join('\n')), 'repairs.csv', mode)
  const sendBook = (fill: (sheet: ExcelJS.Worksheet) => void) => {
    const book = new ExcelJS.Workbook()
    fill(book.addWorksheet('台账'))
    return book.xlsx.writeBuffer().then((bytes) => send(Buffer.from(bytes), 'repairs.xlsx'))
  }
  const repair = async (number = 'S1') => {
    const { items } = await world.as('dispatcher').call(repairs.actions.listRepairs, {})
    return items.find((one) => one.number === number)
  }
  const finishOf = async () =>
    world.ctx('system', async (ctx) => {
      const row = await ctx.db
        .selectFrom('orders.service_order')
        .select('finished_at')
        .where('number', '=', 'S1')
        .executeTakeFirstOrThrow()
      return new Date(new Date(row.finished_at!).getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
    })

  const firstOfMarch = '2026-03-01T00:00'
  it.each([
    ['2026-3-1', firstOfMarch],
    ['2026/3/1', firstOfMarch],
    ['2026.3.1', firstOfMarch],
    ['26.3.1', firstOfMarch],
    ['26年3月1日', firstOfMarch],
    ['2026年3月1日', firstOfMarch],
    ['2026 年 3 月 1 日', firstOfMarch],
    ['2026年3月1日（星期日）', firstOfMarch],
    ['20260301', firstOfMarch],
    ['46082', firstOfMarch],
    ['２０２６－３－１', firstOfMarch],
    ['２０２６／０３／０１', firstOfMarch],
    ['2026–03–01', firstOfMarch],
    ['2026-03-01 00:00', firstOfMarch],
    ['2026-03-01 00:00:00.0', firstOfMarch],
    ['46082.375', '2026-03-01T09:00'],
    ['2026/3/1 9:00', '2026-03-01T09:00'],
    ['2026-03-01T09:00:00+08:00', '2026-03-01T09:00'],
    ['2026/3/1 下午3:05', '2026-03-01T15:05'],
    ['2026/3/1 3:05 PM', '2026-03-01T15:05'],
    ['2026/3/1 上午12:05', '2026-03-01T00:05'],
    ['2026年3月1日９时３０分', '2026-03-01T09:30'],
  ])('takes the moment %s', async (written, moment) => {
    expect(await sendLines([line({ 完成时间: written })])).toMatchObject({ refused: [], written: true })
    expect(await finishOf()).toBe(moment)
  })

  it.each(['26-3-1', '3/1/26', '2026-02-30', '2026-3', '3月1日', '2026', '2026-03-01T01:00:00Z', '########'])(
    'refuses %s rather than guess a day',
    async (written) => {
      const report = await sendLines([line({ 完成时间: written })], 'dry-run')
      const column = '完成时间'
      const [first] = report.refused as Said[]
      expect([first!.line, first!.column]).toEqual([2, column])
      expect(report).toMatchObject({ accepted: 0, written: false })
    },
  )

  it('reads date cells, moments, day numbers and shares of a workbook as a person sees them', async () => {
    const report = await sendBook((sheet) => {
      sheet.addRow(heading)
      for (const number of ['S1', 'S2', 'S3']) sheet.addRow(line({ 工单编号: number, 评分: '' }))
      sheet.getCell('G2').value = new Date('2026-03-01T00:00:00Z')
      sheet.getCell('G2').numFmt = 'm"月"d"日"'
      sheet.getCell('G3').value = 46082.375
      sheet.getCell('G4').value = { formula: 'F4+28', result: new Date('2026-03-01T00:00:00Z') }
      sheet.getCell('J3').value = 0.8
      sheet.getCell('J3').numFmt = '0%'
      sheet.getCell('J4').value = { formula: 'B4', result: 4 }
    })
    expect(report.refused).toMatchObject([{ line: 3, column: '评分', code: 'import.not_a_number' }])
    expect(report.refused[0].message).toContain('80%')
  })

  it('gives every row of merged cells their value, below a merged title and a heading of two lines', async () => {
    const report = await sendBook((sheet) => {
      sheet.addRow(['2026年报修台账'])
      sheet.addRow(['工单编号', '物业', '位置', '类别', '报修单位', '时间', '', '故障描述', '状态', '评分'])
      sheet.addRow(['', '', '', '', '', '报修时间', '完成时间'])
      for (const number of ['S1', 'S2', 'S3']) sheet.addRow(line({ 工单编号: number }))
      sheet.addRow(['合计', '', '', '', '', '', '', '', '', 15])
      sheet.mergeCells('A1:J1')
      sheet.mergeCells('F2:G2')
      sheet.mergeCells('B4:B6')
      sheet.mergeCells('E4:E6')
    })
    expect(report).toMatchObject({ rows: 3, accepted: 3, refused: [], written: true })
    expect(report.warnings).toMatchObject([{ line: 7, code: 'sheets.total_row' }])
    expect((await repair('S3'))?.site.name).toBe('一号办公楼')
  })

  it('takes names in Traditional script, by code and with stray spaces, and nothing changes the second time', async () => {
    const sheet = Buffer.from(
      [
        '工單編號,物業,位置,類別,報修單位,報修時間,完成時間,故障描述,狀態,評分',
        'S1,一號辦公樓,301辦公室,大型維修改造,財政局,2026-02-01,2026-03-01,燈具不亮,已完成,5',
        'S2,一号 办公楼,大厅,小修,U002,2026-02-01,2026-03-01,灯具不亮,已完成,5',
      ].join('\n'),
    )
    expect(await send(sheet)).toMatchObject({ accepted: 2, changed: 2, refused: [], warnings: [] })
    expect(await repair()).toMatchObject({ grade: 'MAJOR_REPAIR', room: { name: '301办公室' } })
    expect(await send(sheet)).toMatchObject({ accepted: 2, changed: 0, warnings: [] })
  })

  it('keeps line breaks of a description and takes directions of writing and spaces without width out', async () => {
    const report = await sendLines([
      line({ 工单编号: '\u202AS\u200B1\u202C', 故障描述: '　灯具\r\n不亮\u00A0', 评分: '５' }),
    ])
    expect(report).toMatchObject({ refused: [], warnings: [] })
    const { id } = (await repair())!
    const { description } = await world.as('dispatcher').call(repairs.actions.readRepair, { orderId: id })
    expect(description).toBe('灯具\n不亮')
  })
})
