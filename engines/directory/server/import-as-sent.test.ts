import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { directory } from '../module.ts'

const heading = ['工号', '姓名', '单位', '人员类别', '手机']
const person = (changes: Partial<Record<string, string>> = {}) => {
  const usual: Record<string, string> = {
    工号: 'T007',
    姓名: '王一',
    单位: '财政局',
    人员类别: '公务员',
    手机: '13800000001',
  }
  return heading.map((name) => changes[name] ?? usual[name]!)
}
const csvOf = (lines: readonly (readonly string[])[], delimiter = ',') =>
  lines.map((cells) => cells.join(delimiter)).join('\r\n')

interface Said {
  line: number
  column: string
  code: string
  message: string
}

const archive = (parts: Record<string, string>) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, words]) => [name, strToU8(words)]))),
  )

describe('people as others send them', () => {
  const world = useWorld()
  const send = async (bytes: Buffer, name = 'people.csv', mode = 'commit') =>
    (await world.as('admin').upload(`/api/imports/people?mode=${mode}`, name, bytes)).body
  const sendText = (text: string) => send(Buffer.from(text))
  const sendLines = (lines: string[][]) => sendText(csvOf([heading, ...lines]))
  const found = async (search: string) =>
    (await world.as('admin').call(directory.actions.listPeople, { search })).items

  const text = csvOf([heading, person()])
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['GBK', iconv.encode(text, 'gbk')],
    ['GB18030', iconv.encode(text.replace('王一', '王𬭚'), 'gb18030')],
    [
      'Big5, in Traditional script',
      iconv.encode('工號,姓名,單位,人員類別,聯絡電話\r\nT007,王一,財政局,公務員,13800000001', 'big5'),
    ],
    ['Unicode text of Excel', iconv.encode(csvOf([heading, person()], '\t'), 'utf-16le', { addBOM: true })],
    ['semicolons', Buffer.from(csvOf([heading, person()], ';'))],
    ['tabs', iconv.encode(csvOf([heading, person()], '\t'), 'gbk')],
  ])('reads %s, checked first and then taken', async (_, bytes) => {
    expect(await send(bytes, 'x.csv', 'dry-run')).toMatchObject({ accepted: 1, written: false, refused: [] })
    expect(await send(bytes)).toMatchObject({ accepted: 1, written: true, refused: [], warnings: [] })
    expect(await found('T007')).toMatchObject([{ unitName: '财政局' }])
  })

  it.each([
    ['full-width', { 工号: 'Ｔ００７', 手机: '１３８０００００００１' }],
    [
      'spaces of all kinds',
      { 工号: '\u00A0T007\u3000', 姓名: '王　一', 单位: ' 财政局\t', 手机: '138 0000 0001' },
    ],
    ['spaces without width', { 工号: '\u200BT0\u200E07', 手机: '\u202A13800000001\u202C' }],
    ['line breaks', { 姓名: '"王一\n"', 单位: '"财政\n局"' }],
    ['apostrophes before digits', { 手机: "'13800000001" }],
    ['formulas that keep a text', { 工号: '"=""T007"""', 手机: '="13800000001"' }],
    ['Traditional script', { 单位: '財政局', 人员类别: '公務員' }],
    ['the code of the country', { 手机: '+86-138-0000-0001' }],
  ])('takes %s for what was meant', async (_, changes) => {
    expect(await sendLines([person(changes)])).toMatchObject({ written: true, refused: [], warnings: [] })
    const [one] = await found('T007')
    expect(one).toMatchObject({ name: '王一', unitName: '财政局', identityKind: 'CIVIL_SERVANT' })
    const [row] = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('directory.person').select(['mobile']).where('staff_no', '=', 'T007').execute(),
    )
    expect(row?.mobile).toBe('13800000001')
  })

  it.each([
    ['手机', '1.38E+10', 'import.scientific'],
    ['工号', '1.10101E+17', 'import.scientific'],
    ['工号', '#N/A', 'import.required'],
    ['姓名', '#REF!', 'import.required'],
    ['工号', '########', 'import.required'],
    ['手机', '85%', 'import.not_a_phone'],
  ])('never stores %s %s', async (column, cell, code) => {
    const report = await sendLines([person({ [column]: cell })])
    expect(report).toMatchObject({ accepted: 0, written: false, refused: [{ line: 2, column, code }] })
  })

  it('says what is wrong in the language of the reader, with line and column', async () => {
    const sheet = Buffer.from(csvOf([heading, person({ 手机: '1.38E+10' }), person({ 单位: '月球局' })]))
    const inEach = async (locale: string) => {
      const url = '/api/imports/people?mode=dry-run'
      const { body } = await world.as('admin').upload(url, 'people.csv', sheet, { 'accept-language': locale })
      return (body.refused as Said[]).map(({ line, column, message }) => [line, column, message])
    }
    expect(await inEach('zh-CN')).toEqual([
      [2, '手机', '“1.38E+10”是科学计数法，原来的数字已不完整。请把该列设为文本格式，重新填写完整的数字。'],
      [3, '单位', expect.stringContaining('月球局')],
    ])
    expect((await inEach('en'))[0]![2]).toMatch(/scientific notation.*whole number/)
    expect((await inEach('zh-Hant'))[0]![2]).toContain('科學')
  })

  it('keeps zeros of a staff number, and says where a long number has lost its last digits', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('人员')
    sheet.addRow(heading)
    sheet.addRow(person())
    sheet.addRow(person({ 姓名: '李二' }))
    sheet.getCell('A2').value = 7
    sheet.getCell('A2').numFmt = '000'
    sheet.getCell('E2').value = 13_800_000_001
    sheet.getCell('A3').value = 110101199003070000
    const report = await send(Buffer.from(await book.xlsx.writeBuffer()), 'people.xlsx')
    expect(report.warnings).toMatchObject([{ line: 3, column: '工号', code: 'sheets.digits_lost' }])
    const numbers = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('directory.person').select('mobile').where('staff_no', '=', '007').execute(),
    )
    expect(numbers).toEqual([{ mobile: '13800000001' }])
  })

  it('finds a heading of two lines below a title, in another order, and names what it leaves out', async () => {
    const report = await sendText(
      [
        '二〇二六年人员名册,,,,,',
        '制表日期：2026年3月1日,,,,,',
        '序号,单位,姓名,联系方式,,备注',
        ',工号,,手机,人员类别,',
        '1,T001,,,,',
      ].join('\n'),
    )
    // 单位 stands above 工号 in one column: the lower heading counts, and then 单位 is missing.
    expect(report).toMatchObject({ code: 'sheets.heading_missing' })
    const good = await sendText(
      [
        '二〇二六年人员名册,,,,,,',
        '序号,单位,姓名,工号,联系方式,,备注',
        ',,,,手机,人员类别,',
        '1,财政局,王一,T007,13800000001,公务员,借调',
        ',,,,,,',
        '2,教育局,李二,T008,13800000002,事业人员,',
        '合计,2人,,,,,',
        '制表人：张三,,,,,,',
      ].join('\n'),
    )
    expect(good.warnings.map(({ line, column, code }: Said) => [line, column, code])).toEqual([
      [7, '', 'sheets.total_row'],
      [0, '序号', 'sheets.unknown_column'],
      [0, '备注', 'sheets.unknown_column'],
    ])
    expect(good.refused).toMatchObject([{ line: 8, column: '序号', code: 'import.lone_cell' }])
    expect(good.refused[0].message).toContain('制表人：张三')
    expect(good).toMatchObject({ rows: 3, accepted: 2 })
  })

  it('says once which columns are missing, and which heading stands there twice', async () => {
    expect(await sendText('工号,姓名\nT1,王一\nT2,李二')).toMatchObject({
      code: 'sheets.heading_missing',
      detail: '缺少列：单位、人员类别。请对照模板补上表头。',
    })
    expect(await sendText('a,b\n1,2')).toMatchObject({
      detail: '缺少列：工号、姓名、单位、人员类别。请对照模板补上表头。',
    })
    const twice = await sendText(
      csvOf([
        [...heading, '手机'],
        [...person(), '13900000000'],
      ]),
    )
    expect(twice.warnings).toMatchObject([{ column: '手机', code: 'sheets.duplicate_heading' }])
  })

  it.each([
    ['people.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'sheets.old_format', '另存为 .xlsx'],
    [
      'people.xls',
      Buffer.from('\uFEFF<html><table><tr><td>工号</td></tr></table>'),
      'sheets.other_format',
      'HTML',
    ],
    ['people.xls', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'sheets.other_format', 'XML'],
    [
      'people.xls',
      Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart'),
      'sheets.other_format',
      'MHTML',
    ],
    [
      'people.ods',
      archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'sheets.other_format',
      'OpenDocument',
    ],
    ['people.xlsx', archive({ 'word/document.xml': '<w/>' }), 'sheets.other_format', 'Word'],
    ['people.xlsb', archive({ 'xl/workbook.bin': '' }), 'sheets.other_format', 'XLSB'],
    ['people.pdf', Buffer.from('%PDF-1.7'), 'sheets.unreadable', '另存为'],
    ['people.csv', Buffer.from(''), 'sheets.empty', '没有内容'],
  ])('refuses %s of another kind, and says what to do', async (name, bytes, code, words) => {
    const answer = await send(bytes, name)
    expect(answer).toMatchObject({ status: 422, code })
    expect(answer.detail).toContain(words)
  })
})
