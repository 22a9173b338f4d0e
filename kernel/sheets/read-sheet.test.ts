import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readSheet } from './read-sheet.ts'
import { SheetProblem } from './sheet.ts'
import { writeXlsx } from './write-sheet.ts'

const csv = (text: string) => readSheet(Buffer.from(text), 'x.csv')
const refusal = async (reading: Promise<unknown>) => {
  const error = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof SheetProblem ? error.code : error
}

describe('readSheet of CSV', () => {
  const text = '工号,姓名\nG1,孟英秀\nG2,田芳敏\n'
  const people = [
    { line: 2, cells: { 工号: 'G1', 姓名: '孟英秀' } },
    { line: 3, cells: { 工号: 'G2', 姓名: '田芳敏' } },
  ]

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['GBK', iconv.encode(text, 'gbk')],
    [
      'UTF-16 as Excel writes Unicode text',
      iconv.encode(text.replaceAll(',', '\t'), 'utf-16le', { addBOM: true }),
    ],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['CR', Buffer.from(text.replaceAll('\n', '\r'))],
    ['an XLSX name', Buffer.from(text)],
  ])('reads %s', async (name, bytes) => {
    const sheet = await readSheet(bytes, name.includes('XLSX') ? 'people.xlsx' : 'people.csv')
    expect(sheet).toEqual({ headings: ['工号', '姓名'], rows: people, warnings: [] })
  })

  test('reads the rarer characters of names that only GB18030 has', async () => {
    const sheet = await readSheet(iconv.encode('姓名\n王𬭚\n', 'gb18030'), 'x.csv')
    expect(sheet.rows[0]?.cells.姓名).toBe('王𬭚')
  })

  test('counts the lines of quoted cells and of empty rows', async () => {
    const sheet = await csv('a,b\n"one\ntwo",x\n\n,\n"three",y\n')
    expect(sheet.rows).toEqual([
      { line: 2, cells: { a: 'one\ntwo', b: 'x' } },
      { line: 6, cells: { a: 'three', b: 'y' } },
    ])
  })

  test('makes cells what people meant', async () => {
    const sheet = await csv('a,b,c\n　ＷＸ２０１４ ０1\u00A0,（全角）,\u200Bx\n')
    expect(sheet.rows[0]?.cells).toEqual({ a: 'WX2014 01', b: '（全角）', c: 'x' })
    expect(sheet.warnings).toEqual([])
  })

  test('cleans a NUL away and says where', async () => {
    const sheet = await csv('a,b\nx,y\u0000z\n')
    expect(sheet.rows[0]?.cells.b).toBe('yz')
    expect(sheet.warnings).toEqual([
      { code: 'sheets.characters_removed', line: 2, column: 'b', params: { position: 2, count: 1 } },
    ])
  })

  test('warns of headings that are doubled or absent, and of nothing else', async () => {
    const sheet = await csv('a,a,\n1,2,3\n')
    expect(sheet.headings).toEqual(['a'])
    expect(sheet.rows[0]?.cells).toEqual({ a: '1' })
    expect(sheet.warnings.map((warning) => warning.code)).toEqual([
      'sheets.duplicate_heading',
      'sheets.column_without_heading',
    ])
  })

  test('finds the heading below a title when told what to expect', async () => {
    const bytes = Buffer.from(
      '2014年度报修台账,,\n单位：后勤服务中心,,\n* 工单 编号（必填）,位置\nWX1,大厅\n',
    )
    const sheet = await readSheet(bytes, 'x.csv', { expected: ['工单编号', '位置'] })
    expect(sheet.rows).toEqual([{ line: 4, cells: { '* 工单 编号（必填）': 'WX1', 位置: '大厅' } }])
  })

  test('a heading called __proto__ is a heading', async () => {
    const sheet = await csv('__proto__,b\nx,y\n')
    expect(Object.entries(sheet.rows[0]?.cells ?? {})).toEqual([
      ['__proto__', 'x'],
      ['b', 'y'],
    ])
  })

  test.each([
    ['sheets.empty', Buffer.from('')],
    ['sheets.empty', Buffer.from('\uFEFF\n\n,,\n')],
    ['sheets.encoding', Buffer.from('a,b\n\xff\xff\xff\n', 'latin1')],
    ['sheets.unreadable', Buffer.from('%PDF-1.4 …')],
    ['sheets.unreadable', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['sheets.unreadable', Buffer.from('a,b\n"never closed,1\n2,3\n')],
    ['sheets.old_format', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['sheets.unreadable', Buffer.from('PK\x03\x04 not a zip')],
  ])('refuses with %s', async (code, bytes) => {
    expect(await refusal(readSheet(bytes, 'x'))).toBe(code)
  })

  test('refuses more rows than allowed, and a table without any expected heading', async () => {
    const many = Buffer.from(`a\n${'1\n'.repeat(40)}`)
    expect(await refusal(readSheet(many, 'x', { maxRows: 39 }))).toBe('sheets.too_many_rows')
    expect(await refusal(readSheet(many, 'x', { maxRows: 10 }))).toBe('sheets.too_many_rows')
    expect((await readSheet(many, 'x', { maxRows: 40 })).rows).toHaveLength(40)
    expect(await refusal(readSheet(many, 'x', { expected: ['工号'] }))).toBe('sheets.heading_missing')
  })
})

const pack = new URL('../../../shared/cases/annual-2014/', import.meta.url)

describe.runIf(existsSync(pack))('readSheet of a real bureau’s year', () => {
  test.each([
    ['sites.csv', 31, '物业编号'],
    ['people.csv', 1000, '工号'],
    ['units.csv', 30, '单位编码'],
    ['repairs.csv', 158, '工单编号'],
    ['trips.csv', 2450, '派车单号'],
  ])('%s has %i rows', async (name, count, key) => {
    const sheet = await readSheet(readFileSync(new URL(name, pack)), name)
    expect(sheet.rows).toHaveLength(count)
    expect(sheet.headings[0]).toBe(key)
    expect(sheet.rows[0]?.line).toBe(2)
    expect(sheet.warnings).toEqual([])
  })
})

test('any bytes are read or refused with a reason, never anything else', async () => {
  const small = await writeXlsx({ title: 't', columns: [{ heading: 'a' }], rows: [['1']] })
  const damaged = fc.tuple(fc.nat(small.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
    const bytes = Buffer.from(small)
    bytes.writeUInt8(bytes.readUInt8(at) ^ change, at)
    return bytes
  })
  const noise = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes))
  await fc.assert(
    fc.asyncProperty(fc.oneof(noise, damaged), async (bytes) => {
      const code = await refusal(readSheet(bytes, 'x'))
      expect(code === undefined || typeof code === 'string', String(code)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
