import { expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { ask } from './ask.ts'
import { phone, settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { tap } from './hand.ts'
import { expectFits, picture } from './looks.ts'
import { doorCode, finished, reported } from './scene.ts'

withBrowser()
const hand = { size: phone }

it('[CLOUD-05] staff report from the phone in three taps: the place is known, a name and a promised time come back', async () => {
  const staff = await visit('staff', '/', hand)
  await expectFits(staff.page)
  await picture(staff.page, 'staff')
  await tap(staff, '报修', 'link')
  await tap(staff, /^网络/, 'radio')
  await tap(staff, '提交报修')
  const receipt = staff.page.getByRole('status').filter({ hasText: '已报上' })
  await receipt.waitFor()
  await expect(receipt.textContent()).resolves.toMatch(/现在在\S+手里/)
  await expect(receipt.textContent()).resolves.toMatch(/\d\d:\d\d\s前修好/)
  await expect(receipt.textContent()).resolves.toMatch(/WX-\d{8}-\d{4}/)
  expect(staff.counts.taps).toBeLessThanOrEqual(3)
  countDeed('staff', '报修（地点已知）report at the known place', staff)
})

it('[CLOUD-05] staff scan the code at a door and report in two taps', async () => {
  const staff = await visit('staff', await doorCode(1), hand)
  await tap(staff, /^屋面墙面/, 'radio')
  await tap(staff, '提交报修')
  await staff.page.getByText('已报上').waitFor()
  expect(staff.counts.taps).toBeLessThanOrEqual(3)
  countDeed('staff', '扫码报修 report from a scanned door', staff)
})

it('staff see who holds it since when and promised when, and remind them in two taps', async () => {
  const { number } = await reported(2, '门锁拧不动，锁芯转不到底', 'DOORS_WINDOWS', 'URGENT')
  const staff = await visit('staff', '/', hand)
  await tap(staff, /门锁拧不动/, 'link')
  await settled(staff.page)
  const page = staff.page.locator('main')
  await page.getByText(number).first().waitFor()
  await expect(page.textContent()).resolves.toMatch(/承诺.*办好|承诺.*修好|答复/)
  await tap(staff, '催办')
  await page.getByText(/已收到提醒|已提醒/).waitFor()
  countDeed('staff', '看进度并催办 follow and remind', staff)
})

it('[DESK-14] staff confirm and rate all six dimensions in one tap, from the first screen', async () => {
  const { id } = await finished(3, '储物柜门掉下来了')
  const staff = await visit('staff', '/', hand)
  const card = staff.page.getByRole('listitem').filter({ hasText: '储物柜门掉下来了' })
  await card.waitFor()
  staff.counts.taps++
  await card.getByRole('button', { name: '办好了，很满意' }).click()
  await staff.page.getByText('谢谢，已记录').waitFor()
  await card.waitFor({ state: 'detached' })
  const { evaluations } = await ask('staff', orders.actions.readOrder, { orderId: id })
  expect(evaluations.at(-1)?.scores.map(({ score }) => score)).toEqual([5, 5, 5, 5, 5, 5])
  countDeed('staff', '确认并评价 confirm and rate', staff)
})

it('staff say that it is not solved, and it is worked on again with everything kept', async () => {
  const { id } = await finished(4, '窗把手松动')
  const staff = await visit('staff', `/orders/${id}`, hand)
  await tap(staff, '没办好')
  await staff.page.getByText('问题还在').click()
  await tap(staff, '请重新处理')
  await staff.page.getByText('重新处理').first().waitFor()
  await staff.page.getByRole('button', { name: '催办' }).waitFor()
})
