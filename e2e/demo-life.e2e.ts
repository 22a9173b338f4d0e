import { expect, it } from 'vitest'
import type { OutputOf } from '#kernel/contract/action.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { auditSeal } from '#platform/audit-seal/module.ts'
import { notifications } from '#platform/notifications/module.ts'
import { ask } from './ask.ts'
import { settled, visit, withBrowser } from './browser.ts'
import { tap, touch } from './hand.ts'
import { expectAccessible } from './looks.ts'

withBrowser()
const fortnightMs = 15 * 86_400_000

/** What each demo account hears of in any two weeks; no kind of news is the director's, auditor's or security officer's alone. */
const heard: Partial<Record<Role, string>> = {
  staff: 'orders.taken_on',
  liaison: 'orders.unit_to_confirm',
  worker: 'orders.assigned',
  dispatcher: 'orders.submitted',
  manager: 'orders.complaint_registered',
  admin: 'notifications.connection_paused',
}

/** All of it; what came since this run began is the doing of other tests. */
async function newsOfDispatcher() {
  const all: OutputOf<typeof notifications.actions.listNotifications>['items'] = []
  for (let cursor: string | undefined; ; ) {
    const input = { limit: 200, ...(cursor ? { cursor } : {}) }
    const { items, next } = await ask('dispatcher', notifications.actions.listNotifications, input)
    all.push(...items)
    if (!next) return all
    cursor = next
  }
}

it('the demo accounts find the last two weeks’ news, most of it read, and each leads to a page', async () => {
  for (const [role, type] of Object.entries(heard) as [Role, string][]) {
    const { items } = await ask(role, notifications.actions.listNotifications, { type, limit: 50 })
    expect(items.length, role).toBeGreaterThan(0)
    const oldest = Math.min(...items.map(({ createdAt }) => Date.parse(createdAt)))
    expect(oldest, role).toBeGreaterThan(Date.now() - fortnightMs)
  }
  const old = (await newsOfDispatcher()).filter(
    ({ createdAt }) => Date.parse(createdAt) < performance.timeOrigin,
  )
  const read = old.filter(({ readAt }) => readAt !== null).length
  expect(read).toBeGreaterThan(old.length / 2)
  const dispatcher = await visit('dispatcher', '/notifications?type=orders.complaint_registered')
  await touch(
    dispatcher,
    dispatcher.page
      .getByRole('listitem')
      .getByRole('link', { name: /新投诉/ })
      .first(),
  )
  await dispatcher.page
    .getByText(/^TS-\d{8}-\d{4}/)
    .first()
    .waitFor()
})

it('the demo bureau’s days are sealed, and the whole chain fits', async () => {
  const auditor = await visit('auditor', '/audit/seals')
  const { page } = auditor
  const { items } = await ask('auditor', auditSeal.actions.listSeals, { limit: 50 })
  expect(items.length).toBe(50)
  expect(items.every(({ late }) => late === 0)).toBe(true)
  await tap(auditor, '立即核验')
  await page.getByText(/相符/).first().waitFor()
  await expectAccessible(page)
})

it('the administrator finds one webhook, paused, with its log and what waits for it', async () => {
  const admin = await visit('admin', '/webhooks')
  const { page } = admin
  await page.getByRole('row').filter({ hasText: '区办公平台（旧）' }).getByText('已暂停').waitFor()
  await expectAccessible(page)
  await touch(admin, page.getByText('区办公平台（旧）').first())
  await settled(page)
  await page.getByText(/410/).first().waitFor()
  await expectAccessible(page)
})
