import { expect, it } from 'vitest'
import { settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { tap, type } from './hand.ts'
import { picture } from './looks.ts'
import { finished } from './scene.ts'

withBrowser()

it('the liaison sees the whole unit: who holds what, and confirms for a colleague in one tap', async () => {
  await finished(10, '文件柜滑轨断了')
  const liaison = await visit('liaison', '/')
  const { page } = liaison
  await page.getByRole('heading', { name: '本单位正在办的事' }).waitFor()
  await picture(page, 'liaison')
  const card = page.getByRole('listitem').filter({ hasText: '文件柜滑轨断了' })
  liaison.counts.taps++
  await card.getByRole('button', { name: '办好了，很满意' }).click()
  await card.waitFor({ state: 'detached' })
  countDeed('liaison', '替同事确认 confirm for a colleague', liaison)
})

it("[SATI-05] the liaison passes on a colleague's opinion and sees who answers it by when", async () => {
  const liaison = await visit('liaison', '/')
  const { page } = liaison
  await tap(liaison, '全部，或提一条', 'link')
  await tap(liaison, '我要说')
  const panel = page.getByRole('dialog')
  await tap(liaison, '响应太慢', 'radio')
  const words = `三楼的报修上周等了两天，请提前告诉我们安排（${Date.now()}）`
  await type(liaison, panel.getByLabel(/您想说的/), words)
  await type(liaison, panel.getByLabel(/谁提的/), '彭若轩')
  liaison.counts.taps++
  await panel.getByRole('button', { name: '提交' }).click()
  await page.getByText('已收到，会有人答复您').waitFor()
  const row = page.getByRole('row').filter({ hasText: '彭若轩' }).first()
  await row.waitFor()
  await expect(row.textContent()).resolves.toMatch(/负责，承诺.*前答复/)
  countDeed('liaison', "转交同事的意见 pass on a colleague's opinion", liaison)
})

it("the liaison compares the unit's use and cost by kind and month, and takes the list along", async () => {
  const liaison = await visit('liaison', '/')
  const { page } = liaison
  await page.getByRole('heading', { name: /今年的维修/ }).waitFor()
  await page.getByText(/月报得最多，\d+\s件/).waitFor()
  await page.getByText(/花得最多，/).waitFor()
  await tap(liaison, '看全部工单', 'link')
  await settled(page)
  liaison.counts.taps++
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出为 XLSX' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
  countDeed('liaison', "看本单位用量并导出 compare the unit's use, export", liaison)
})
