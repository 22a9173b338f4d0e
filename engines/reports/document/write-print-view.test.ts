import { expect, test } from 'vitest'
import { sampleDocument } from './sample-document.ts'
import { writePrintView } from './write-print-view.ts'

const html = writePrintView(sampleDocument)

test('the print view is complete, escaped, and asks the network for nothing', () => {
  expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
  expect(html).toContain('二、存在问题 &lt;&amp;&gt;')
  expect(html).not.toMatch(/<script|https?:|url\(|@import/)
  expect(html).toContain('data:image/png;base64,')
  const hostile = '"><img src=x onerror=alert(1)>'
  const view = writePrintView({ ...sampleDocument, title: hostile, signature: hostile, notes: [hostile] })
  expect(view).not.toContain('<img src=x')
})

test('it has the page and the fonts of the document, with free ones for computers without them', () => {
  expect(html).toContain('margin: 37mm 26mm 35mm 28mm')
  expect(html).toContain("'仿宋_GB2312', 'FangSong_GB2312'")
  expect(html).toContain("'Noto Serif CJK SC'")
})

test('it says what the document says', () => {
  for (const text of [
    '后勤〔2014〕12号',
    '（一）物业维修',
    '2014年12月2日',
    '中心办公室',
    '索引号',
    '表1 主要指标',
  ]) {
    expect(html).toContain(text)
  }
  expect(html).toContain('<b><span class="unit">63件</span></b>')
})
