import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { metrics } from '#engines/metrics/module.ts'
import { ask } from './ask.ts'
import { settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { press, tap, touch } from './hand.ts'
import { picture } from './looks.ts'

withBrowser()

it('[CLOUD-10] the director opens a figure of the cockpit down to its rows, and they add up', async () => {
  const director = await visit('director', '/')
  const { page } = director
  await page.getByText('要您定的三件事').waitFor()
  await expect(page.locator('.hq-figure').count()).resolves.toBeGreaterThanOrEqual(8)
  await picture(page, 'director')
  await tap(director, /维修满意度/, 'link')
  await page.getByText('由这些记录得出').waitFor()
  const sum = page.getByText(/[\d,]+\s条记录，.*，与指标一致/)
  await sum.waitFor()
  // What the page says is counted again from the rows themselves.
  const [, said] = /^([\d,]+)\s条记录/.exec((await sum.textContent())!.trim())!
  const { searchParams } = new URL(page.url())
  const scope = { from: searchParams.get('from') ?? undefined, to: searchParams.get('to') ?? undefined }
  let counted = 0
  for (let cursor: string | undefined; ; ) {
    const input = { metricId: 'repairs.satisfaction.mean', ...scope, limit: 200, cursor }
    const { items, next } = await ask('director', metrics.actions.listRecords, input)
    counted += items.length
    if (next === null) break
    cursor = next
  }
  expect(counted).toBe(Number(said!.replace(',', '')))
  const rows = page.getByRole('table', { name: '由这些记录得出' }).locator('tbody tr')
  await touch(director, rows.first())
  await settled(page)
  await page.waitForURL(/\/(orders|repairs)\//)
  countDeed('director', '指标打开到一条记录 open a figure down to one row', director)
})

it('[RPT-01] [RPT-04] the director writes around a live figure in the summary, and takes it as an official document', async () => {
  const director = await visit('director', '/reports')
  const { page } = director
  await touch(director, page.getByRole('row', { name: /年工作总结和\d+年工作计划/ }).first())
  const sheet = page.getByRole('region', { name: '公文正文' })
  const chip = sheet.locator('.rpt-paragraph .rpt-chip').first()
  await chip.waitFor()
  await picture(page, 'report')
  await expect(sheet.textContent()).resolves.toMatch(/工作完成情况.*存在问题.*下一步/s)

  // Typing stands beside the figure and leaves it as it is.
  const figure = (await chip.textContent())!
  const paragraph = sheet
    .locator('.rpt-paragraph')
    .filter({ has: page.locator('.rpt-chip') })
    .first()
  await paragraph.click({ position: { x: 60, y: 8 } })
  director.counts.taps++
  await press(director, 'End')
  const words = '全中心同志付出了辛勤劳动。'
  director.counts.keys += words.length
  await page.keyboard.insertText(words)
  await page.getByText(/^已保存 \d\d:\d\d/).waitFor()
  await expect(chip.textContent()).resolves.toBe(figure)
  countDeed('director', '在数据旁改一句话 edit a sentence around a figure', director)

  await touch(director, chip)
  const card = page.getByRole('dialog')
  await card.getByText('口径').first().waitFor()
  await press(director, 'Escape')

  await tap(director, '导出')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '公文（Word）' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  const parts = unzipSync(readFileSync((await file.path())!))
  const document = strFromU8(parts['word/document.xml']!)
  expect(document).toContain('<w:document')
  const plain = document.replace(/<[^>]+>/g, '')
  expect(plain).toContain(words)
  expect(plain).toContain(figure)
})

it('[RPT-03] a frozen summary says up to which day it counts, and offers no more writing', async () => {
  const director = await visit('director', '/reports')
  const { page } = director
  await touch(director, page.getByRole('row', { name: /上半年工作总结/ }).first())
  const sheet = page.getByRole('region', { name: '公文正文' })
  await sheet.waitFor()
  await settled(page)
  await page
    .getByText(/截至\d+年6月底/)
    .first()
    .waitFor()
  await expect(sheet.getByRole('textbox').count()).resolves.toBe(0)
})

it('[CLOUD-07] figures are narrowed to one unit by a tap, and the address keeps it', async () => {
  const director = await visit('director', '/figures/repairs.small.completed.count')
  const { page } = director
  await page
    .getByRole('heading', { name: /按单位/ })
    .first()
    .waitFor()
  const part = page
    .getByRole('table', { name: /按单位/ })
    .locator('tbody tr')
    .first()
  await touch(director, part)
  await page.waitForURL(/unit=/)
  await settled(page)
})
