import { expect, test } from 'vitest'
import { fontNote } from './font-substitution.ts'
import { twipsOfMm } from './page-layout.ts'
import { readOfficialDocument } from './read-official-document.ts'
import { sampleDocument } from './sample-document.ts'
import { writeOfficialDocument } from './write-official-document.ts'

const written = readOfficialDocument(await writeOfficialDocument(sampleDocument))
const textsIn = (style: string) =>
  written.paragraphs.filter((paragraph) => paragraph.style === style).map(({ text }) => text)

test('the page is A4 with 37 mm above, 28 mm to the left and a text area of 156 × 225 mm', () => {
  const { page, grid } = written
  expect(page).toEqual({
    width: 11906,
    height: 16838,
    top: 2098,
    left: 1587,
    right: 1474,
    bottom: 1984,
    footer: 1417,
  })
  expect(page.width - page.left - page.right).toBeCloseTo(twipsOfMm(156), -1)
  expect(page.height - page.top - page.bottom).toBeCloseTo(twipsOfMm(225), -1)
  expect(grid).toEqual({ type: 'lines', linePitch: 579, charSpace: -848 })
  expect(22 * grid.linePitch).toBeLessThanOrEqual(twipsOfMm(225))
})

test('each part has its typeface and size', () => {
  const look = (style: string) => [
    written.styles[style]?.eastAsiaFont,
    (written.styles[style]?.halfPoints ?? 0) / 2,
  ]
  expect(look('DocumentTitle')).toEqual(['方正小标宋简体', 22])
  expect(look('BodyText')).toEqual(['仿宋_GB2312', 16])
  expect(look('Heading1')).toEqual(['黑体', 16])
  expect(look('Heading2')).toEqual(['楷体_GB2312', 16])
  expect(look('Heading3')).toEqual(['仿宋_GB2312', 16])
  expect(look('Imprint')).toEqual(['仿宋_GB2312', 14])
  expect(look('PageNumber')).toEqual(['宋体', 14])
  expect(written.styles.DocumentTitle?.alignment).toBe('center')
  expect(written.styles.Normal?.line).toBe(579)
})

test('fonts name their substitutes, and the document says so in its last note', () => {
  expect(written.fonts.仿宋_GB2312).toContain('FangSong')
  expect(written.fonts.方正小标宋简体).toContain('FZXiaoBiaoSong-B05S')
  expect(textsIn('FontNote')).toEqual([`（${fontNote}）`, ''])
})

test('the page number stands in dashes, right on odd pages and left on even ones', () => {
  expect(written.evenAndOdd).toBe(true)
  expect(written.footers).toEqual([
    { type: 'default', alignment: 'right', text: '— 1 —' },
    { type: 'even', alignment: 'left', text: '— 1 —' },
  ])
})

test('the text is all there, numbered, in order', () => {
  expect(textsIn('IssuerLine')).toEqual(['示范区机关后勤服务中心文件'])
  expect(textsIn('DocumentNumber')).toEqual(['后勤〔2014〕12号'])
  expect(textsIn('DocumentTitle')).toEqual([sampleDocument.title])
  expect(textsIn('Addressee')).toContain('区机关事务管理局：')
  expect(textsIn('Heading1')).toEqual(['一、工作完成情况', '二、存在问题 <&>'])
  expect(textsIn('Heading2')).toEqual(['（一）物业维修', '（二）会议服务'])
  expect(textsIn('Heading3')).toEqual(['1.屋面'])
  expect(textsIn('Heading4')).toEqual(['（1）防水', '（2）排水'])
  expect(textsIn('BodyText')[1]).toBe('完成大型维修改造63件，小修急修86件。')
  expect(textsIn('Addressee').slice(-3)).toEqual(['附件：1. 2014年维修明细表', '2. 2014年会议明细表', ''])
  expect(textsIn('Signature')).toEqual(['示范区机关后勤服务中心', '2014年12月2日'])
  expect(textsIn('Note')).toEqual(['（此件公开发布）'])
  expect(textsIn('Imprint')).toEqual(['抄送：区委办公室，区政府办公室。', '中心办公室\t2014年12月3日印发'])
  expect(textsIn('Caption')).toEqual(['表1 主要指标', '图1 各月完成数'])
  expect(written.images).toBe(1)
})

test('tables and the eight disclosure fields hold what they were given', () => {
  const [disclosure, figures] = written.tables
  expect(disclosure?.flat()).toEqual(
    ['索引号', '007550123/2014-00012', '分类', '工作总结', '发布机构', '示范区机关后勤服务中心'].concat(
      ['成文日期', '2014年12月2日', '名称', '2014年工作总结', '文号', '后勤〔2014〕12号'],
      ['发布日期', '2014年12月9日', '主题词', '后勤 总结'],
    ),
  )
  expect(figures).toEqual([
    ['指标', '数值', '单位'],
    ['大型维修改造', '63', '件'],
    ['会议', '1043', '次'],
  ])
})

test('a summary is no dispatch: without red header, number and imprint it still is a document', async () => {
  const bare = readOfficialDocument(
    await writeOfficialDocument({
      issuer: '中心',
      title: '月报',
      blocks: [{ kind: 'paragraph', runs: ['控制\u0000字符\uD800不入文。'] }],
      signature: '中心',
      date: '2014-11-30',
    }),
  )
  expect(bare.text).not.toContain('文件')
  expect(bare.paragraphs.find(({ style }) => style === 'BodyText')?.text).toMatch(/^控制字符.?不入文。$/)
})
