import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { reports } from '#engines/reports/module.ts'
import { ask } from './ask.ts'
import { settled, visit, withBrowser } from './browser.ts'
import { expectAccessible } from './looks.ts'

withBrowser()

const { createReport, readReport, saveSection } = reports.actions

async function openDraft(expects?: RegExp) {
  const { id } = await ask('manager', createReport, { kind: 'annual', year: new Date().getFullYear() })
  const { page } = await visit('manager', `/reports/${id}`, { expects })
  await page.locator('.rpt-paragraph').first().waitFor()
  await settled(page)
  return { id, page }
}

const paragraphs = (page: Page) => page.locator('.rpt-paragraph')
const kept = (page: Page) => page.getByText(/^已保存 \d/).waitFor()

it('[RPT-01] a summary is written by keyboard alone: a new paragraph, a live figure in it, kept by itself', async () => {
  const { id, page } = await openDraft()
  await paragraphs(page).first().focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('全年受理报修')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '查找指标名称或口径' }).fill('报修总数')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '插入数据' }).waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('rpt-paragraph')
  await page.keyboard.type('，均已登记。')
  await kept(page)
  const { sections } = await ask('manager', readReport, { reportId: id })
  const written = sections[0]?.blocks.find(
    (block) =>
      block.kind === 'paragraph' && block.runs[0]?.kind === 'text' && block.runs[0].text === '全年受理报修',
  )
  expect(written).toMatchObject({
    runs: [
      { kind: 'text' },
      { kind: 'figure', metric: 'repairs.reported.count' },
      { kind: 'text', text: '，均已登记。' },
    ],
  })
  await expectAccessible(page)
})

it('[RPT-03] a figure in the text says its definition, cut-off and difference, and opens the rows behind it', async () => {
  const { page } = await openDraft()
  const chip = page.locator('.rpt-chip').first()
  await chip.focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog').filter({ hasText: '口径' })
  await card.getByText(/^截至\d{4}年/).waitFor()
  await card.getByText('上年同期').first().waitFor()
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
  await chip.press('Enter')
  await card.getByRole('link', { name: /由哪些记录得出/ }).click()
  await page.getByText(/条记录.*与指标一致/).waitFor()
})

it('two people’s changes to one section are shown side by side, and nobody’s words are lost', async () => {
  const { id, page } = await openDraft(/409.*\/sections\//)
  const plan = (await ask('manager', readReport, { reportId: id })).sections.find(
    ({ role }) => role === 'plan',
  )!
  await paragraphs(page).last().focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('科长改的一句。')
  await ask('director', saveSection, {
    reportId: id,
    sectionId: plan.id,
    version: plan.version,
    heading: plan.heading,
    blocks: [...plan.blocks, { kind: 'paragraph', runs: [{ kind: 'text', text: '主任加的一段。' }] }],
  })
  const both = page.getByRole('button', { name: '两份都留，再整理' })
  await both.click()
  await both.waitFor({ state: 'detached' })
  await kept(page)
  const texts = (await paragraphs(page).allInnerTexts()).join('\n')
  expect(texts).toContain('主任加的一段。')
  expect(texts).toContain('科长改的一句。')
})
