import { expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { ask } from './ask.ts'
import { settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { tap, touch, type } from './hand.ts'
import { picture } from './looks.ts'

withBrowser()

it('[DESK-05] the section head sees what fell short and in whose hands it was, and opens the reason', async () => {
  const manager = await visit('manager', '/')
  const { page } = manager
  const short = page.getByRole('region', { name: '哪些没做好、为什么' })
  await short.getByText(/超时\s\d+\s单/).waitFor()
  await picture(page, 'manager')
  await touch(manager, short.getByText('本月'))
  await short
    .getByText(/到期时在\S+手里/)
    .first()
    .waitFor()
  await touch(manager, short.getByRole('link').first())
  await settled(page)
  await page.waitForURL(/\/orders\//)
  countDeed('manager', '查一单为什么超时 why one was late', manager)
})

it("[SATI-05] the section head answers a complaint by its promised day, in the complainant's sight", async () => {
  const words = `大厅空调声音大，请来看看（${Date.now()}）`
  const { number } = await ask('staff', orders.actions.registerComplaint, {
    channel: 'WEB',
    about: '维修质量',
    words,
  })
  const manager = await visit('manager', `/orders/complaints?q=${number}`)
  const { page } = manager
  await touch(manager, page.getByRole('row').filter({ hasText: words }))
  const panel = page.getByRole('dialog')
  await panel.getByText(words).waitFor()
  await type(manager, panel.getByLabel(/怎么答复/), '已安排明天上午检修风机。')
  await touch(manager, panel.getByRole('radio', { name: '属实', exact: true }))
  await touch(manager, panel.getByRole('button', { name: /^答\s?复$/ }))
  await page.getByText('已答复').first().waitFor()
  countDeed('manager', '答复投诉 answer a complaint', manager)
  const { items } = await ask('staff', orders.actions.listComplaints, { search: number })
  expect(items[0]?.answer).toBe('已安排明天上午检修风机。')
})

it('the section head draws a sample and records a follow-up call', async () => {
  const manager = await visit('manager', '/orders/follow-ups')
  const { page } = manager
  await tap(manager, /^记\s?录$/)
  const dialog = page.getByRole('dialog')
  await touch(manager, dialog.getByRole('radio').first())
  await touch(manager, dialog.getByRole('button', { name: '记下' }))
  await page.getByText('已记录').first().waitFor()
  countDeed('manager', '电话回访 a follow-up call', manager)
})
