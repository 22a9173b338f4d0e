import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fleet } from '#services/fleet/module.ts'
import { ask } from './ask.ts'
import { desk, phone, settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits, picture } from './looks.ts'

withBrowser()
const { actions } = fleet
/** Of its own at each try: what the first one rented stays. */
const anyPlate = () => `粤B8${String(Date.now() % 10_000).padStart(4, '0')}`

/** An emergency of today, which is approved at once, with more people than a vehicle of ours is likely to have seats for. */
async function urgent() {
  const from = new Date()
  const { id } = await ask('staff', actions.submitRequest, {
    purpose: 'EMERGENCY',
    reason: '转移安置群众',
    passengers: 40,
    origin: '一号办公楼',
    destination: '青澜水库',
    reach: 'DISTRICT',
    way: 'RETURN',
    from: from.toISOString(),
    to: new Date(from.getTime() + 2 * 3_600_000).toISOString(),
    emergency: true,
  })
  return { id, day: new Date(from.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) }
}

it('the dispatcher rents for an approved request, its requester reads it on a phone, the auditor changes nothing', async () => {
  const { id, day } = await urgent()
  const plate = anyPlate()
  const dispatcher = await visit('dispatcher', `/fleet/dispatch?day=${day}`, { size: desk })
  await touch(dispatcher, dispatcher.page.locator(`[data-request="${id}"]`))
  await tap(dispatcher, '租用社会车辆')
  await dispatcher.page.getByRole('combobox', { name: '租赁单位' }).waitFor()
  await expectAccessible(dispatcher.page)
  await touch(dispatcher, dispatcher.page.getByRole('combobox', { name: '租赁单位' }))
  await touch(dispatcher, dispatcher.page.locator('.ant-select-item-option', { hasText: '云帆汽车租赁' }))
  await type(dispatcher, '车牌号', plate)
  await type(dispatcher, '司机姓名', '王志强')
  await type(dispatcher, '司机电话', '13900007788')
  await type(dispatcher, '约定价格（元）', '1450')
  await tap(dispatcher, '租这辆车')
  const rented = dispatcher.page.getByRole('link').filter({ hasText: plate })
  await rented.waitFor()
  countDeed('dispatcher', '租用社会车辆 rent a vehicle', dispatcher)
  await expectFits(dispatcher.page)
  await expectAccessible(dispatcher.page)

  const staff = await visit('staff', `/fleet/requests/${id}`, { size: phone, dark: true })
  await staff.page
    .getByRole('status')
    .filter({ hasText: `租赁车 ${plate}，司机 王志强师傅` })
    .waitFor()
  await staff.page.getByRole('link', { name: '13900007788' }).waitFor()
  await staff.page.getByText('云帆汽车租赁有限公司').waitFor()
  await expectFits(staff.page)
  await expectAccessible(staff.page)
  await picture(staff.page, 'ride-rented')

  const auditor = await visit('auditor', `/fleet/rentals?q=${encodeURIComponent(plate)}`, { size: desk })
  const row = auditor.page.getByRole('row').filter({ hasText: plate })
  await row.waitFor()
  await expectFits(auditor.page)
  await expectAccessible(auditor.page)
  await touch(auditor, row)
  await settled(auditor.page)
  await auditor.page.getByText('139****7788').waitFor()
  const deeds = auditor.page.locator('main').getByRole('button')
  expect((await deeds.allInnerTexts()).filter((words) => /登记|取消|更正/.test(words))).toEqual([])
  await expectFits(auditor.page)
  await expectAccessible(auditor.page)
})

it('what came of it is recorded on a phone, and suppliers are kept in English as well', async () => {
  const { items } = await ask('dispatcher', actions.listRentals, { search: '粤B8' })
  const rental = items[0]!
  const dispatcher = await visit('dispatcher', `/fleet/rentals/${rental.id}`, { size: phone, expects: /422/ })
  await type(dispatcher, '里程（公里）', '38')
  await type(dispatcher, '费用（元）', '1500')
  await type(dispatcher, '高于约定的原因', '含过路费')
  await expectFits(dispatcher.page)
  await expectAccessible(dispatcher.page)
  // Its time has not come: the refusal stands at the field, and what was typed stays.
  await tap(dispatcher, '登记用车结果')
  await dispatcher.page.getByText(/收车时间还没到/).waitFor()

  const keeper = await visit('dispatcher', '/fleet/rental-suppliers', {
    size: desk,
    dark: true,
    locale: 'en',
  })
  await keeper.page.getByRole('row').filter({ hasText: '远途旅游客运公司' }).getByText('not today').waitFor()
  await tap(keeper, 'Add a supplier')
  await keeper.page.getByLabel('Contract number').waitFor()
  await expectFits(keeper.page)
  await expectAccessible(keeper.page)

  // The auditor finds the contract that is over on a phone, reads it and takes it along; there is nothing to change.
  const auditor = await visit('auditor', '/fleet/rental-suppliers?valid=false', { size: phone, dark: true })
  const over = auditor.page.getByText('远途旅游客运公司')
  await over.waitFor()
  expect(await auditor.page.getByText('云帆汽车租赁有限公司').count()).toBe(0)
  await expectFits(auditor.page)
  await expectAccessible(auditor.page)
  const [file] = await Promise.all([
    auditor.page.waitForEvent('download'),
    auditor.page.getByRole('link', { name: '导出为 CSV' }).click(),
  ])
  const sheet = readFileSync(await file.path(), 'utf8')
  expect(sheet).toContain('远途旅游客运公司')
  expect(sheet).not.toContain('云帆汽车租赁有限公司')
  // One that was given up stands apart, and is still there to read.
  expect(await auditor.page.getByText('旧港汽车服务站').count()).toBe(0)
  await touch(auditor, over)
  const panel = auditor.page.getByRole('dialog')
  await panel.getByText('139****7103').waitFor()
  expect(await panel.getByRole('textbox').count()).toBe(0)
  await settled(auditor.page)
  await expectFits(auditor.page)
  await expectAccessible(auditor.page)
  await auditor.page.goto(new URL('/fleet/rental-suppliers?closed=true', auditor.page.url()).href)
  await touch(auditor, auditor.page.getByText('旧港汽车服务站'))
  await panel.getByText('合同到期，不再续签').waitFor()
})
