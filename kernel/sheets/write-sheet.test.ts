import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanCell } from './clean-cell.ts'
import { readSheet } from './read-sheet.ts'
import { type SheetContent, writeCsv, writeXlsx } from './write-sheet.ts'

const tricky = fc.constantFrom(
  '=1+1',
  '+86',
  '-5',
  '-5 度',
  '@x',
  "'=x",
  "''-1",
  "'a",
  '"',
  'a;b',
  'a\nb',
  '007',
  '１',
  '＝A1',
  ',',
)
const cell = fc
  .oneof({ weight: 3, arbitrary: tricky }, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  .map((text) => cleanCell(text).text)
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    headings: fc.uniqueArray(
      cell.map((text) => text.replace(/\s+/g, ' ')).filter((text) => text !== ''),
      { minLength: width, maxLength: width },
    ),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
  }),
)

describe('an export can be imported again', () => {
  test.each([
    ['CSV', async (content: SheetContent) => writeCsv(content), 300],
    ['XLSX', writeXlsx, 40],
  ])('%s gives back every cell', async (_, write, numRuns) => {
    await fc.assert(
      fc.asyncProperty(table, async ({ headings, rows }) => {
        const bytes = await write({ title: '台账', columns: headings.map((heading) => ({ heading })), rows })
        const sheet = await readSheet(bytes, 'export')
        expect(sheet.headings).toEqual(headings)
        const filled = rows.filter((row) => row.some((text) => text !== ''))
        expect(sheet.rows.map(({ cells }) => headings.map((heading) => cells[heading]))).toEqual(filled)
        expect(sheet.warnings).toEqual([])
      }),
      { numRuns },
    )
  })

  test('typed columns come back as the same text from both', async () => {
    const content: SheetContent = {
      title: '费用：2014/上半年',
      columns: [
        { heading: '日期', kind: 'date' },
        { heading: '时间', kind: 'datetime' },
        { heading: '数', kind: 'number' },
        { heading: '元', kind: 'money-fen' },
        { heading: '是否', kind: 'text' },
      ],
      rows: [
        ['2014-01-02', '2014-01-02 00:00', 1.5, 12345, true],
        ['2014-02-31', '待定', '007', 50, false],
        [null, undefined, '-3', 0, ''],
      ],
      notes: ['数据截至11月底'],
    }
    const [csv, xlsx] = await Promise.all([
      readSheet(writeCsv(content), 'a'),
      writeXlsx(content).then((bytes) => readSheet(bytes, 'b')),
    ])
    expect(csv.rows.map(({ cells }) => Object.values(cells))).toEqual([
      ['2014-01-02', '2014-01-02 00:00', '1.5', '123.45', 'TRUE'],
      ['2014-02-31', '待定', '007', '0.50', 'FALSE'],
      ['', '', '-3', '0.00', ''],
    ])
    // A workbook holds numbers, not digits: 0.50 is 0.5.
    expect(xlsx.rows.map(({ cells }) => cells.元)).toEqual(['123.45', '0.5', '0'])
    expect(xlsx.rows.map(({ cells }) => cells.时间)).toEqual(csv.rows.map(({ cells }) => cells.时间))
    expect(xlsx.rows.map(({ cells }) => cells.日期)).toEqual(csv.rows.map(({ cells }) => cells.日期))
  })
})

test('CSV carries the mark, CRLF and no formula', () => {
  const bytes = writeCsv({ columns: [{ heading: 'a' }], rows: [['=cmd()'], ['-5'], ['\t=1'], ['@SUM(A1)']] })
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(bytes.toString('utf8').slice(1)).toBe("a\r\n'=cmd()\r\n-5\r\n\"'\t=1\"\r\n'@SUM(A1)\r\n")
})
