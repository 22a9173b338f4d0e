import { expect, test } from 'vitest'
import { cutAtUnits, keepUnits } from './keep-units.ts'
import { chineseNumber, numberHeadings } from './number-headings.ts'
import { chineseDate, hexagonalBrackets } from './official-document.ts'

test('headings are numbered by level, anew below each higher one', () => {
  const levels = [1, 2, 3, 4, 4, 3, 2, 3, 1, 2] as const
  const labels = numberHeadings(levels.map((level) => ({ kind: 'heading', level, text: '' }))).map((block) =>
    block.kind === 'heading' ? block.label : '',
  )
  expect(labels).toEqual(['一、', '（一）', '1.', '（1）', '（2）', '2.', '（二）', '1.', '二、', '（一）'])
})

test('Chinese numbers, dates and brackets', () => {
  expect([1, 9, 10, 11, 20, 21, 99, 100].map(chineseNumber)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
    '100',
  ])
  expect(chineseDate('2014-12-02')).toBe('2014年12月2日')
  expect(
    ['后勤[2014]1号', '后勤（2014）1号', '后勤【2014】1号', '后勤〔2014〕1号'].map(hexagonalBrackets),
  ).toEqual(Array(4).fill('后勤〔2014〕1号'))
})

test('a number stays with its unit', () => {
  const together = (text: string) => cutAtUnits(text).flatMap((piece) => (piece.together ? [piece.text] : []))
  expect(together('面积186,800平方米，服务30个单位，达98.5%，用电3 kWh，425000万人次')).toEqual([
    '186,800平方',
    '30个单',
    '98.5%',
    '3 kWh',
    '425000万人次',
  ])
  expect(cutAtUnits('无数字').map(({ text }) => text)).toEqual(['无数字'])
  expect(keepUnits('12.5 分钟 和 3 kWh')).toBe('12.5\u00A0分钟 和 3\u00A0kWh')
})
