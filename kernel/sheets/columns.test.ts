import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { defineColumns, expectedHeadings, parseRow, parseSheet, sheetColumns } from './columns.ts'
import { readSheet } from './read-sheet.ts'
import { SheetProblem } from './sheet.ts'

const repairs = defineColumns({
  code: { headings: ['工单编号', '编号'], kind: 'text', required: true, maxLength: 20 },
  site: { headings: ['物业'], kind: 'text', required: true },
  reportedAt: { headings: ['报修时间'], kind: 'datetime', required: true },
  finishedAt: { headings: ['完成时间'], kind: 'datetime' },
  state: {
    headings: ['状态'],
    kind: 'choice',
    required: true,
    choices: { 已完成: 'finished', 处理中: 'started' },
  },
  score: { headings: ['评分'], kind: 'integer', min: 1, max: 5 },
})
const filled = {
  编号: 'WX1',
  物业: '办公楼1号',
  报修时间: '2014/1/2 9:00',
  完成时间: '',
  状态: '已完成',
  评分: '4',
}

test('a row becomes a typed value', () => {
  const row = parseRow(repairs, { line: 2, cells: filled })
  if (!('value' in row)) throw new Error('refused')
  expect(row.value).toEqual({
    code: 'WX1',
    site: '办公楼1号',
    reportedAt: '2014-01-02T09:00:00+08:00',
    finishedAt: null,
    state: 'finished',
    score: 4,
  })
  expectTypeOf(row.value.code).toEqualTypeOf<string>()
  expectTypeOf(row.value.finishedAt).toEqualTypeOf<string | null>()
  expectTypeOf(row.value.state).toEqualTypeOf<'finished' | 'started'>()
  expectTypeOf(row.value.score).toEqualTypeOf<number | null>()
})

test('all errors of a row come at once, under the heading the file has', () => {
  const cells = {
    编号: 'W'.repeat(21),
    物业: '',
    报修时间: '2014/13/45',
    完成时间: '',
    状态: '丢失',
    评分: '6',
  }
  expect(parseRow(repairs, { line: 3, cells })).toEqual({
    errors: [
      { column: '编号', code: 'import.too_long', params: { max: 20, length: 21 } },
      { column: '物业', code: 'import.required', params: {} },
      { column: '报修时间', code: 'import.not_a_date', params: { value: '2014/13/45' } },
      { column: '状态', code: 'import.unknown_choice', params: { value: '丢失', allowed: '已完成、处理中' } },
      { column: '评分', code: 'import.out_of_range', params: { value: '6', min: 1, max: 5 } },
    ],
  })
})

const one = (definition: Parameters<typeof defineColumns>[0][string], text: string) => {
  const row = parseRow(defineColumns({ x: definition }), { line: 2, cells: { x: text } })
  return 'value' in row ? row.value.x : row.errors[0]?.code
}

describe('cells', () => {
  test.each([
    ['2014-01-02', '2014-01-02'],
    ['2014/1/2', '2014-01-02'],
    ['2014.1.2', '2014-01-02'],
    ['2014年1月2日', '2014-01-02'],
    ['20140102', '2014-01-02'],
    ['41641', '2014-01-02'],
    ['2014-01-02 09:30', '2014-01-02'],
    ['2012-02-29', '2012-02-29'],
    ['2014-02-29', 'import.not_a_date'],
    ['2014/13/45', 'import.not_a_date'],
    ['2014', 'import.not_a_date'],
    ['14-1-2', 'import.not_a_date'],
    ['明天', 'import.not_a_date'],
  ])('date %s → %s', (text, value) => expect(one({ headings: ['x'], kind: 'date' }, text)).toBe(value))

  test.each([
    ['2014年1月2日9时30分', '2014-01-02T09:30:00+08:00'],
    ['2014年1月2日 9点', '2014-01-02T09:00:00+08:00'],
    ['2014-1-2 9:00:07', '2014-01-02T09:00:07+08:00'],
    ['2014-01-02T14:30', '2014-01-02T14:30:00+08:00'],
    ['2014-01-02', '2014-01-02T00:00:00+08:00'],
    ['41641.375', '2014-01-02T09:00:00+08:00'],
    ['2014-01-02 25:00', 'import.not_a_date'],
    ['2014-01-02 24:00', 'import.not_a_date'],
  ])('datetime %s → %s', (text, value) =>
    expect(one({ headings: ['x'], kind: 'datetime' }, text)).toBe(value),
  )

  test.each([
    ['integer', '1,234', 1234],
    ['integer', '1.5', 'import.not_an_integer'],
    ['integer', '1,23', 'import.not_a_number'],
    ['integer', '0x10', 'import.not_a_number'],
    ['decimal', '-0.5', -0.5],
    ['decimal', '1e400', 'import.not_a_number'],
    ['decimal', '9'.repeat(400), 'import.out_of_range'],
    ['area', '5889.5 平方米', 5889.5],
    ['area', '-1', 'import.out_of_range'],
    ['money', '¥1,234.56', 123456],
    ['money', '0.29元', 29],
    ['money', '0.295', 'import.not_a_number'],
    ['phone', '+86 138-0000-0001', '13800000001'],
    ['phone', '0755-12345678', '0755-12345678'],
    ['phone', '没有', 'import.not_a_phone'],
  ] as const)('%s %s → %s', (kind, text, value) => expect(one({ headings: ['x'], kind }, text)).toBe(value))
})

test('a missing required heading is one problem for the file; an unknown column is a warning', () => {
  const sheet = {
    headings: ['编号', '备注'],
    rows: [{ line: 2, cells: { 编号: 'WX1', 备注: '' } }],
    warnings: [],
  }
  expect(() => parseSheet(repairs, sheet)).toThrow(
    new SheetProblem('sheets.heading_missing', { headings: '物业、报修时间、状态' }),
  )
  const headings = [...Object.keys(filled), '备注']
  expect(parseSheet(repairs, { headings, rows: [], warnings: [] }).warnings).toEqual([
    { code: 'sheets.unknown_column', column: '备注', params: {} },
  ])
})

test('the template has the first heading of each column', () => {
  expect(sheetColumns(repairs).map(({ heading, kind }) => [heading, kind])).toContainEqual(['评分', 'number'])
  expect(expectedHeadings(repairs)).toContain('编号')
})

const pack = new URL('../../../shared/cases/annual-2014/repairs.csv', import.meta.url)

test.runIf(existsSync(pack))('a real year of repairs parses without an error', async () => {
  const sheet = await readSheet(readFileSync(pack), 'repairs.csv', { expected: expectedHeadings(repairs) })
  const { rows } = parseSheet(
    defineColumns({ ...repairs, state: { headings: ['状态'], kind: 'text' } }),
    sheet,
  )
  expect(rows.filter((row) => 'errors' in row)).toEqual([])
  expect(rows).toHaveLength(158)
})
