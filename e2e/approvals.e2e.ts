import { expect, it } from 'vitest'
import { fleet } from '#services/fleet/module.ts'
import { ask } from './ask.ts'
import { desk, phone, visit, withBrowser } from './browser.ts'
import { freeDay } from './dispatch-day-story.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()
const { actions } = fleet

/** A ride of the staff member, which waits for the head of the unit; its reason is its own. */
async function askedRide(hour: number) {
  // Within working hours the head of the unit is the only one who is asked.
  const from = Date.parse(`${await freeDay()}T${hour}:00:00+08:00`)
  const reason = `参加协调会${hour}${Date.now()}`
  const { id } = await ask('staff', actions.submitRequest, {
    purpose: 'MEETING',
    reason,
    passengers: 2,
    origin: '一号办公楼',
    destination: '区档案馆',
    reach: 'DISTRICT',
    way: 'RETURN',
    from: new Date(from).toISOString(),
    to: new Date(from + 3_600_000).toISOString(),
  })
  return { id, reason }
}
const stateOf = async ({ id }: { id: string }) =>
  (await ask('staff', actions.readRequest, { requestId: id })).state

it('at a desk several requests are approved at once; the one that was withdrawn meanwhile says so', async () => {
  const [good, gone] = [await askedRide(10), await askedRide(14)]
  const head = await visit('liaison', '/approvals', { size: desk })
  const { page } = head
  for (const { reason } of [good, gone])
    await touch(head, page.getByRole('row').filter({ hasText: reason }).getByRole('checkbox'))
  await page.getByRole('toolbar', { name: '已选 2 条' }).waitFor()
  await tap(head, '同意')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(good.reason).waitFor()
  await expectAccessible(page, '[role=dialog]')
  // Its requester is faster.
  await ask('staff', actions.withdrawRequest, { requestId: gone.id })
  await touch(head, dialog.getByRole('button', { name: /同意 2 条/ }))
  await dialog.getByRole('listitem').filter({ hasText: good.reason }).getByText('完成').waitFor()
  await dialog.getByRole('listitem').filter({ hasText: gone.reason }).getByText('未成').waitFor()
  await tap(head, '知道了')
  await page.getByRole('row').filter({ hasText: good.reason }).waitFor({ state: 'hidden' })
  expect([await stateOf(good), await stateOf(gone)]).toEqual(['APPROVED', 'WITHDRAWN'])
})

it('on a phone several are refused with one reason, which the requester reads', async () => {
  const rides = [await askedRide(10), await askedRide(14)]
  const head = await visit('liaison', '/approvals', { size: phone, dark: true })
  const { page } = head
  await tap(head, '多选')
  for (const { reason } of rides) await touch(head, page.getByRole('checkbox', { name: new RegExp(reason) }))
  await expectFits(page)
  await expectAccessible(page)
  await touch(head, page.getByRole('toolbar').getByRole('button', { name: /^不同意/ }))
  const dialog = page.getByRole('dialog')
  await type(head, '原因，申请人会看到', '当日改为视频会议')
  await touch(head, dialog.getByRole('button', { name: /不同意 2 条/ }))
  await expect.poll(() => dialog.getByText('完成').count()).toBe(2)
  await tap(head, '知道了')
  for (const ride of rides) {
    expect(await stateOf(ride)).toBe('REFUSED')
    const staff = await visit('staff', `/fleet/requests/${ride.id}`, { size: phone })
    await staff.page.getByText('当日改为视频会议').first().waitFor()
  }
})
