import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { notifications } from '#platform/notifications/module.ts'
import { ask } from './ask.ts'
import { phone, settled, visit, withBrowser } from './browser.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'
import { finished, reported } from './scene.ts'

withBrowser()
const { countUnread, listNotifications, readPreferences, savePreferences } = notifications.actions

const bellOf = (page: Page) => page.getByRole('link', { name: /^消息(，\d+ 条未读)?$/ }).first()

/** What the bell says, once it says so many. */
const bellSays = (page: Page, count: number) =>
  page
    .getByRole('link', { name: count > 0 ? `消息，${count} 条未读` : '消息', exact: true })
    .first()
    .waitFor()

it('the dispatcher’s bell counts a colleague’s report without being loaded again; opened and marked as read it is quiet', async () => {
  const { count } = await ask('dispatcher', countUnread, {})
  const dispatcher = await visit('dispatcher', '/')
  const { page } = dispatcher
  await bellSays(page, count)
  let loads = 0
  page.on('framenavigated', () => loads++)
  const first = await reported(40, '走廊窗户关不上，雨打进来')
  await bellSays(page, count + 1)
  expect(loads).toBe(0)

  await touch(dispatcher, bellOf(page))
  await settled(page)
  const line = (number: string): Locator => page.getByRole('listitem').filter({ hasText: number })
  await line(first.number).getByText('未读', { exact: true }).waitFor()
  await expectAccessible(page)
  await touch(dispatcher, line(first.number).getByRole('button', { name: '标为已读' }))
  await bellSays(page, count)
  await line(first.number).getByRole('button', { name: '标为未读' }).waitFor()

  // What comes while the list is open waits above it until it is asked for.
  const second = await reported(41, '会议室推拉门脱轨')
  await tap(dispatcher, '有新消息，点此显示')
  await touch(dispatcher, line(second.number).getByRole('link'))
  await page.waitForURL(new RegExp(second.id))
  await page.getByText(second.number).first().waitFor()
  await bellSays(page, count)
  await page.reload()
  await settled(page)
  await bellSays(page, count)
})

it('a person on a phone turns a kind of news off and sets quiet hours; both hold, and what is mandatory has no box', async () => {
  const { matrix: _, mailReady: __, ...before } = await ask('staff', readPreferences, {})
  const taken = '我的事项有人受理：应用内'
  try {
    const staff = await visit('staff', '/me/notifications', { size: phone })
    const { page } = staff
    await expectAccessible(page)
    await expectFits(page)
    await touch(staff, page.getByLabel('安静时段'))
    await touch(staff, page.getByTitle('每天固定时段'))
    await type(staff, page.getByLabel('从', { exact: true }), '21:30')
    await type(staff, page.getByLabel('到', { exact: true }), '06:45')
    await touch(staff, page.getByRole('checkbox', { name: taken }))
    await tap(staff, '保存')
    await page.getByText('已保存').waitFor()

    await page.reload()
    await settled(page)
    await expect(page.getByLabel('从', { exact: true }).inputValue()).resolves.toBe('21:30')
    await expect(page.getByLabel('到', { exact: true }).inputValue()).resolves.toBe('06:45')
    await expect(page.getByRole('checkbox', { name: taken }).isChecked()).resolves.toBe(false)

    // Taken on, assigned and done: of the first nothing is said any more, of the last it is.
    const { id } = await finished(42, '储藏室锁芯卡住')
    const told = async () => {
      const { items } = await ask('staff', listNotifications, { limit: 50 })
      return items.filter(({ href }) => href.includes(id)).map((one) => one.type)
    }
    await expect.poll(told, { timeout: 20_000 }).toContain('orders.to_confirm')
    await expect(told()).resolves.not.toContain('orders.taken_on')

    const worker = await visit('worker', '/me/notifications', { size: phone })
    const row = worker.page.getByRole('row').filter({ hasText: '派给我的工单' })
    await row.getByText('必收').first().waitFor()
    await expect(row.getByRole('checkbox', { name: /应用内/ }).count()).resolves.toBe(0)
  } finally {
    const choices = [{ type: 'orders.taken_on', channel: 'app' as const, wanted: true }]
    await ask('staff', savePreferences, { ...before, choices })
  }
})
