import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { tap, touch } from './hand.ts'
import { picture } from './looks.ts'
import { finished } from './scene.ts'

withBrowser()

/** Words on buttons that change something; the auditor must meet none of them. */
const writes =
  /^(受理|派单|作废|接单|开工|完工|退回|保存|新建|登记|导入|停用|修改|删除|提交|确认|定稿|发布|送审|设(?!备)|定|生成|起草|编辑|写|求)/

it('the auditor opens the audit trail: who, when, what, why, and takes it along as evidence', async () => {
  await finished(12, '抽屉锁坏了')
  const auditor = await visit('auditor', '/')
  const { page } = auditor
  await tap(auditor, '审计记录', 'link')
  await settled(page)
  await page.getByRole('row').filter({ hasText: '周大勇' }).first().waitFor()
  await picture(page, 'auditor')
  auditor.counts.taps++
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出为 CSV' }).click(),
  ])
  const exported = readFileSync((await file.path())!, 'utf8')
  expect(exported).toMatch(/周大勇/)
  expect(exported.trim().split('\n').length).toBeGreaterThan(1)
  countDeed('auditor', '审计记录导出 export the audit trail', auditor)
})

it('[CLOUD-08] the auditor follows one order from report to end, every minute with its holder', async () => {
  const { number } = await finished(13, '门吸掉了')
  const auditor = await visit('auditor', `/orders?q=${number}`)
  const { page } = auditor
  await touch(auditor, page.getByRole('row').filter({ hasText: number }))
  await settled(page)
  await page.getByText('周大勇').first().waitFor()
  countDeed('auditor', '查一单的全过程 follow an order through', auditor)
})

it('the auditor finds no button that would change anything', async () => {
  const { id } = await finished(14, '合页松了')
  const auditor = await visit('auditor', '/')
  const { page } = auditor
  const paths = await page
    .getByRole('navigation', { name: '主菜单' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '/'))
  expect(paths.length).toBeGreaterThan(5)
  for (const path of [...paths, `/orders/${id}`]) {
    await page.goto(auditor.address + path)
    await settled(page)
    // Heads put a list in order and names open their row: both are words of data.
    const deeds = page.locator('main').getByRole('button').and(page.locator(':not(.hq-sort, .hq-row-button)'))
    const buttons = await deeds.allInnerTexts()
    expect(
      buttons.filter((words) => writes.test(words)),
      path,
    ).toEqual([])
  }
})
