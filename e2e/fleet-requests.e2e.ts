import { expect, it } from 'vitest'
import { fleet } from '#services/fleet/module.ts'
import { ask } from './ask.ts'
import { desk, phone, settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits, picture } from './looks.ts'

withBrowser()
const { actions } = fleet

/** A ride of the staff member in so many days, as people type it. */
async function asked(days: number, destination: string, more: object = {}) {
  const from = new Date(Date.now() + days * 86_400_000)
  return ask('staff', actions.submitRequest, {
    purpose: 'MEETING',
    reason: '参加工作协调会',
    passengers: 2,
    origin: '一号办公楼',
    destination,
    reach: 'DISTRICT',
    way: 'RETURN',
    from: from.toISOString(),
    to: new Date(from.getTime() + 3 * 3_600_000).toISOString(),
    ...more,
  })
}

it('[FLEET-02] staff ask for the usual ride in three taps: a place of before fills the form', async () => {
  await asked(9, '区档案馆')
  const staff = await visit('staff', '/', { size: phone })
  await staff.page.getByRole('link', { name: /^申请用车/ }).waitFor()
  await expectFits(staff.page)
  await tap(staff, /^申请用车/, 'link')
  await staff.page.getByRole('radio', { name: /^区档案馆/ }).waitFor()
  await picture(staff.page, 'ride-new')
  await expectFits(staff.page)
  await expectAccessible(staff.page)
  await tap(staff, /^区档案馆/, 'radio')
  await tap(staff, '提交申请')
  await staff.page.waitForURL(/\/fleet\/requests\/[0-9a-f-]{36}$/)
  const story = staff.page.getByRole('status').filter({ hasText: /正在审批/ })
  await story.waitFor()
  expect(staff.counts.taps).toBeLessThanOrEqual(3)
  expect(staff.counts.keys).toBe(0)
  countDeed('staff', '申请用车（去过的地方）ask for the usual ride', staff)
  await expectFits(staff.page)
  await expectAccessible(staff.page)
  await picture(staff.page, 'ride-request')
})

it('stops are named in their order, on a desk and on a phone, and stand on the request', async () => {
  for (const [size, dark, locale] of [
    [desk, false, 'en'],
    [phone, true, 'zh-CN'],
  ] as const) {
    const { id } = await asked(12, '市会展中心', { reach: 'CITY' })
    const words =
      locale === 'en'
        ? ['Add a stop', 'Stop 1', 'Stop 2', 'Stop 2 earlier']
        : ['加途经点', '途经点 1', '途经点 2', '途经点 2 提前']
    const staff = await visit('staff', `/fleet/requests/new?repeat=${id}`, { size, dark, locale })
    const [add, first, second, earlier] = words as [string, string, string, string]
    await tap(staff, add)
    await type(staff, first, '区档案馆')
    await tap(staff, add)
    await type(staff, second, '高铁南站')
    await expectFits(staff.page)
    await expectAccessible(staff.page)
    await tap(staff, earlier)
    await tap(staff, locale === 'en' ? 'Send the request' : '提交申请')
    await staff.page.getByText('一号办公楼 → 高铁南站 → 区档案馆 → 市会展中心').first().waitFor()
    await expectFits(staff.page)
    await expectAccessible(staff.page)
  }
})

it('staff take the taxi that is offered beside the form, in one tap', async () => {
  const { id } = await asked(8, '区行政服务大厅', { passengers: 1, distanceKm: 4 })
  const staff = await visit('staff', `/fleet/requests/new?repeat=${id}`, { size: desk })
  await staff.page.getByRole('button', { name: '改打车' }).waitFor()
  await expectFits(staff.page)
  await expectAccessible(staff.page)
  await picture(staff.page, 'ride-offers')
  await tap(staff, '改打车')
  await staff.page
    .getByRole('status')
    .filter({ hasText: /^改打车/ })
    .waitFor()
})

it('the list and one request are readable on a desk and on a phone, light and dark', async () => {
  const { items } = await ask('dispatcher', actions.listRequests, { state: ['DONE'], limit: 1 })
  for (const [size, dark] of [
    [desk, false],
    [phone, true],
  ] as const)
    for (const path of ['/fleet/requests', `/fleet/requests/${items[0]!.id}`, '/fleet/shuttle-lines']) {
      const { page } = await visit('dispatcher', path, { size, dark })
      await settled(page)
      await expectFits(page)
      await expectAccessible(page)
    }
})

it('[FLEET-17] after a ride staff say what they think, and read the answer', async () => {
  const { items } = await ask('staff', actions.listRequests, { mine: true, state: ['DONE'], limit: 1 })
  const ride = items[0]!
  const staff = await visit('staff', `/fleet/requests/${ride.id}`, { size: phone })
  const { page } = staff
  await tap(staff, /^对公务用车有意见/, 'link')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(ride.number).waitFor()
  await expectFits(page)
  await expectAccessible(page, '[role=dialog]')
  await touch(staff, dialog.getByRole('radio', { name: '建议' }))
  // Other words each time, so that the test can be repeated on the same bureau.
  const words = `请备饮水${1000 + (Date.now() % 9000)}`
  await type(staff, dialog.getByLabel(/具体内容/), words)
  await touch(staff, dialog.getByRole('button', { name: /^提\s?交$/ }))
  // The words stand in the field, too: it has been said once the dialog is gone.
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(words).first().waitFor()
  countDeed('staff', '乘车后提建议 an opinion after a ride', staff)
  const [said] = (await ask('dispatcher', actions.listOpinions, { requestId: ride.id, search: words })).items
  await ask('dispatcher', actions.answerOpinion, { opinionId: said!.id, answer: '已在每车备饮用水。' })
  const reader = await visit('staff', `/fleet/opinions/${said!.id}`, { size: phone })
  await reader.page.getByText('已在每车备饮用水。').first().waitFor()
})

it('[SATI-05] a complaint from a ride names it', async () => {
  const { items } = await ask('staff', actions.listRequests, { mine: true, state: ['DONE'], limit: 1 })
  const ride = items[0]!
  const staff = await visit('staff', `/fleet/requests/${ride.id}`, { size: phone })
  await tap(staff, '投诉这次用车', 'link')
  const dialog = staff.page.getByRole('dialog')
  await dialog.getByRole('link', { name: new RegExp(ride.number) }).waitFor()
  await expectAccessible(staff.page, '[role=dialog]')
})

it('opinions and incidents are readable on a desk and on a phone, light and dark', async () => {
  const { items } = await ask('manager', actions.listOpinions, { state: ['ANSWERED'], limit: 1 })
  for (const [size, dark] of [
    [desk, false],
    [phone, true],
  ] as const)
    for (const path of ['/fleet/opinions', `/fleet/opinions/${items[0]!.id}`, '/fleet/incidents']) {
      const { page } = await visit('manager', path, { size, dark })
      await settled(page)
      await expectFits(page)
      await expectAccessible(page)
    }
})
