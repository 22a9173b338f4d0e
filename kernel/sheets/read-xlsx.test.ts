import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readSheet } from './read-sheet.ts'
import { SheetProblem } from './sheet.ts'
import { writeXlsx } from './write-sheet.ts'

async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('台账'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof SheetProblem ? error.code : String(error)),
  )

describe('readSheet of XLSX', () => {
  test('gives what a person sees in each kind of cell', async () => {
    const bytes = await workbook((sheet) => {
      const cells: [string, ExcelJS.CellValue, string?][] = [
        ['date', new Date('2014-01-02'), 'yyyy"年"m"月"d"日"'],
        ['moment', new Date('2014-01-02T09:00:00Z'), 'yyyy-mm-dd hh:mm'],
        ['midnight', new Date('2014-01-02T00:00:00Z'), 'yyyy-mm-dd hh:mm'],
        ['sum', { formula: 'A1+B1', result: 0.1 + 0.2 }],
        ['uncalculated', { formula: 'A1+B1' }],
        ['error', { error: '#N/A' }],
        ['rich', { richText: [{ text: '门锁' }, { text: '损坏', font: { bold: true } }] }],
        ['link', { text: '附件', hyperlink: 'https://example.org/' }],
        ['mobile', 13_800_000_000],
        ['code', 7, '00000'],
        ['large', 123456789012345680000],
        ['tiny', 0.0000001],
      ]
      sheet.addRow(cells.map(([heading]) => heading))
      cells.forEach(([, value, format], index) => {
        const cell = sheet.getCell(2, index + 1)
        cell.value = value
        if (format) cell.numFmt = format
      })
    })
    const { rows, warnings } = await readSheet(bytes, 'x.csv')
    expect(rows[0]?.cells).toEqual({
      date: '2014-01-02',
      moment: '2014-01-02 09:00',
      midnight: '2014-01-02 00:00',
      sum: '0.3',
      uncalculated: '',
      error: '',
      rich: '门锁损坏',
      link: '附件',
      mobile: '13800000000',
      code: '00007',
      large: '123456789012346000000',
      tiny: '0.0000001',
    })
    expect(warnings.map(({ code, column }) => [code, column])).toEqual([
      ['sheets.formula_without_result', 'uncalculated'],
      ['sheets.formula_error', 'error'],
      ['sheets.digits_lost', 'large'],
    ])
  })

  test('finds the heading below a merged title, merged downwards itself, and fills merged cells', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['2014年会议台账'])
      sheet.addRow(['会议室', '时间', ''])
      sheet.addRow(['', '开始时间', '结束时间'])
      sheet.addRow(['201', '9:00', '10:00'])
      sheet.addRow([])
      sheet.addRow(['', '11:00', '12:00'])
      sheet.mergeCells('A1:C1')
      sheet.mergeCells('A2:A3')
      sheet.mergeCells('B2:C2')
      sheet.mergeCells('A4:A6')
    })
    const { rows } = await readSheet(bytes, 'x', { expected: ['会议室', '开始时间', '结束时间'] })
    expect(rows.map(({ line, cells }) => [line, ...Object.values(cells)])).toEqual([
      [4, '201', '9:00', '10:00'],
      [5, '201', '', ''],
      [6, '201', '11:00', '12:00'],
    ])
  })

  test('a heading of two equal merged lines begins the data below the second', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['工号', '姓名'])
      sheet.addRow([])
      sheet.addRow(['G1', '孟英秀'])
      sheet.mergeCells('A1:A2')
      sheet.mergeCells('B1:B2')
    })
    const { rows } = await readSheet(bytes, 'x', { expected: ['工号', '姓名'] })
    expect(rows).toEqual([{ line: 3, cells: { 工号: 'G1', 姓名: '孟英秀' } }])
  })

  test('reads the first visible sheet, and is not slowed by formats of whole columns', async () => {
    const bytes = await workbook((hidden, book) => {
      hidden.state = 'hidden'
      hidden.addRow(['hidden'])
      const sheet = book.addWorksheet('seen')
      sheet.addRow(['a'])
      sheet.addRow(['1'])
      sheet.getCell('A2').dataValidation = { type: 'list', formulae: ['"1,2"'] }
      for (let line = 3; line < 20_000; line++) sheet.getRow(line).getCell(1).style = { font: { bold: true } }
    })
    const sheet = await readSheet(bytes, 'x', { maxRows: 10 })
    expect(sheet.rows).toEqual([{ line: 2, cells: { a: '1' } }])
  })

  test('refuses more rows than allowed', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => [index])
    const bytes = await writeXlsx({ title: 't', columns: [{ heading: 'n', kind: 'number' }], rows })
    expect(await codeOf(readSheet(bytes, 'x', { maxRows: 10 }))).toBe('sheets.too_many_rows')
    expect(await codeOf(readSheet(bytes, 'x', { maxRows: 49 }))).toBe('sheets.too_many_rows')
    expect(await codeOf(readSheet(bytes, 'x', { maxRows: 50 }))).toBe('read')
  })

  test('refuses a bomb before it is unpacked, and one whose directory lies', async () => {
    const parts = (sheet: Uint8Array) => ({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="1" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="s.xml"/></Relationships>',
      ),
      'xl/s.xml': sheet,
    })
    const bomb = Buffer.from(zipSync(parts(new Uint8Array(30_000_000)), { level: 9 }))
    expect(await codeOf(readSheet(bomb, 'x'))).toBe('sheets.too_large')

    const lie = Buffer.from(bomb)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(30_000_000)
    for (let at = lie.indexOf(size); at !== -1; at = lie.indexOf(size, at)) lie.writeUInt32LE(1000, at)
    expect(await codeOf(readSheet(lie, 'x'))).not.toBe('read')
  })

  test('merged areas over the whole sheet do no harm', async () => {
    const bytes = Buffer.from(
      zipSync({
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="1" r:id="rId1"/></sheets></workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="rId1" Target="/xl/s.xml"/></Relationships>',
        ),
        'xl/s.xml': strToU8(
          '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>' +
            '<x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row></x:sheetData>' +
            '<x:mergeCells><x:mergeCell ref="A3:XFD1048576"/></x:mergeCells></x:worksheet>',
        ),
      }),
    )
    expect((await readSheet(bytes, 'x')).rows).toEqual([{ line: 2, cells: { a: '1' } }])
  })
})
