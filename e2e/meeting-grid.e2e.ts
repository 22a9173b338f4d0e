import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { meetings } from '#services/meetings/module.ts'
import { ask } from './ask.ts'
import { desk, phone, settled, visit, withBrowser } from './browser.ts'
import { emptyDay } from './empty-day.ts'
import { touch } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()

/** A meeting of 30 persons at 10:00 in a room that is free all day, and a room next to it that is too small for them. */
async function oneMeeting() {
  const day = await emptyDay(60)
  const at = (clock: string) => new Date(`${day}T${clock}:00+08:00`).toISOString()
  const { items: free } = await ask('staff', meetings.actions.findFreeRooms, {
    from: at('08:00'),
    to: at('18:00'),
  })
  const small = free.find(({ capacity }) => capacity < 30)!
  const [room, other] = free.filter(({ capacity }) => capacity >= 30)
  const { id } = await ask('staff', meetings.actions.bookMeeting, {
    title: '占用图上的会',
    roomId: room!.id,
    from: at('10:00'),
    to: at('11:00'),
    headcount: 30,
  })
  return { day, at, id, room: room!, other: other!, small }
}

const timeOf = async (bookingId: string) => {
  const { from, to, claims } = await ask('staff', bookings.actions.readBooking, { bookingId })
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), room: claims[0]!.name }
}

async function boxOf(item: Locator) {
  await item.scrollIntoViewIfNeeded()
  const box = (await item.boundingBox())!
  return { ...box, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

it('[MEET-02] on the grid a meeting is moved, stretched, and put back with the reason when it is refused', async () => {
  const { day, at, id, room, small } = await oneMeeting()
  const staff = await visit('staff', `/meetings/grid?day=${day}`, {
    size: { width: 1440, height: 1400 },
    expects: /422.*\/api\/bookings\//,
  })
  const { page } = staff
  const item = page.locator(`[data-id^="${id}"]`).first()
  await item.waitFor()
  // An hour is as wide as the meeting: two hours later.
  const first = await boxOf(item)
  await drag(page, first.middle, { x: first.middle.x + 2 * first.width, y: first.middle.y })
  await expect.poll(() => timeOf(id)).toEqual({ from: at('12:00'), to: at('13:00'), room: room.name })
  await settled(page)
  // By its right end: an hour and a half.
  await expect.poll(async () => (await boxOf(item)).x).toBeGreaterThan(first.x + first.width)
  const second = await boxOf(item)
  await drag(
    page,
    { x: second.x + second.width - 3, y: second.middle.y },
    { x: second.x + second.width * 1.5 - 3, y: second.middle.y },
  )
  await expect.poll(() => timeOf(id)).toEqual({ from: at('12:00'), to: at('13:30'), room: room.name })
  await settled(page)
  // To a room that is too small: it says why and stays where it was.
  const third = await boxOf(item)
  const row = page.getByRole('row', { name: new RegExp(small.name) }).first()
  const there = (await row.boundingBox())!
  await drag(page, third.middle, { x: third.middle.x, y: there.y + there.height / 2 })
  await page
    .getByText(new RegExp(`${small.name}.*${small.capacity}`))
    .last()
    .waitFor()
  await expect.poll(async () => Math.round((await boxOf(item)).y)).toBe(Math.round(third.y))
  expect(await timeOf(id)).toEqual({ from: at('12:00'), to: at('13:30'), room: room.name })
})

it('[MEET-11] rooms are narrowed in the grid by what stands in the address, and found by when they are free', async () => {
  const { day, at, room } = await oneMeeting()
  for (const [size, dark] of [
    [desk, false],
    [phone, true],
  ] as const) {
    const { page } = await visit('staff', `/meetings/grid?day=${day}&headcount=100`, { size, dark })
    await page.getByText('会议中心101会议室').first().waitFor()
    expect(await page.getByText('综合办公楼305会议室').count()).toBe(0)
    await expectFits(page)
    await expectAccessible(page)
  }
  const query = new URLSearchParams({ freeFrom: at('10:00'), freeTo: at('11:00') })
  const { page } = await visit('staff', `/meetings/rooms?${query}`, { size: desk })
  await page.getByText('综合办公楼305会议室').first().waitFor()
  expect(await page.getByText(room.name, { exact: true }).count()).toBe(0)
  await expectFits(page)
  await expectAccessible(page)
})

it('[MEET-02] a meeting is booked with a lounge besides the hall, chosen by equipment', async () => {
  const { day } = await oneMeeting()
  const staff = await visit('staff', `/meetings/new?day=${day}`, { size: phone })
  const { page } = staff
  await settled(page)
  await touch(staff, page.getByText('按院区、设备、布局挑选'))
  await expectAccessible(page)
  await touch(staff, page.locator('.room-tile').first())
  await touch(staff, page.getByRole('button', { name: /再加一间/ }))
  // Added and not chosen: it is said, and nothing is booked without it.
  await touch(staff, page.getByRole('button', { name: '订下' }))
  await page.getByText('加的那间还没选').waitFor()
  const option = page.locator('.ant-select-item-option').first()
  await page.getByLabel('另一间会议室').click()
  const lounge = (await option.textContent())!.split(' · ')[0]!
  await option.click()
  await page.locator('.further-room').getByTitle(lounge).waitFor()
  await expectFits(page)
  await expectAccessible(page)
  await touch(staff, page.getByRole('button', { name: '订下' }))
  await page.getByText('另外的会议室').waitFor()
  await expectFits(page)
  await expectAccessible(page)
})

it('[MEET-02] the section head registers equipment, counts it anew, closes it and uses it again', async () => {
  const code = `E${Math.floor(Date.now() / 1000)}`
  const manager = await visit('manager', '/meetings/accessories', { size: desk })
  const { page } = manager
  await expectFits(page)
  await expectAccessible(page)
  await touch(manager, page.getByRole('button', { name: '登记设备' }))
  const panel = page.getByRole('dialog')
  await panel.getByLabel('设备编号').fill(code)
  await panel.getByLabel('名称').fill(`同传耳机${code}`)
  await panel.getByLabel('数量').fill('30')
  await expectAccessible(page, '[role=dialog]')
  await touch(manager, panel.getByRole('button', { name: '保存' }))
  await page.getByRole('heading', { name: `同传耳机${code}` }).waitFor()
  await touch(manager, page.getByRole('button', { name: '修改、点数' }))
  await panel.getByLabel('数量').fill('28')
  await panel.getByLabel('原因').fill('丢失 2 副')
  await touch(manager, panel.getByRole('button', { name: '保存' }))
  await page.getByText('数量 30 → 28；丢失 2 副').waitFor()
  await touch(manager, page.getByRole('button', { name: '停用' }))
  await panel.getByLabel('原因').fill('送检')
  await touch(manager, panel.getByRole('button', { name: '停用' }))
  await page.getByText(/已从.*起停用：送检/).waitFor()
  await expectFits(page)
  await expectAccessible(page)
  await touch(manager, page.getByRole('button', { name: '恢复使用' }))
  await panel.getByLabel('原因').fill('检好了')
  await touch(manager, panel.getByRole('button', { name: '恢复使用' }))
  await page.getByText(/检好了/).waitFor()
})

it('[MEET-02] [MEET-10] the section head changes a room, plans its closing with what is booked in sight, takes it back', async () => {
  const { room, day } = await oneMeeting()
  // Words of its own at each try: what the first one wrote stays in the history.
  const mark = Date.now() % 1_000_000
  const manager = await visit('manager', `/meetings/rooms/${room.id}`, { size: phone, dark: true })
  const { page } = manager
  const panel = page.getByRole('dialog')
  await touch(manager, page.getByRole('button', { name: '修改会议室' }))
  await panel.getByLabel('备注').fill(`门禁找值班员 ${mark}`)
  await expectAccessible(page, '[role=dialog]')
  await touch(manager, panel.getByRole('button', { name: '保存' }))
  await panel.waitFor({ state: 'hidden' })
  await page.getByText(`门禁找值班员 ${mark}`).first().waitFor()
  await touch(manager, page.getByRole('button', { name: '停用会议室' }))
  await panel.getByLabel('从哪天起').fill(day)
  await panel.getByText('占用图上的会').first().waitFor()
  await panel.getByLabel('原因').fill(`整修 ${mark}`)
  await expectAccessible(page, '[role=dialog]')
  await touch(manager, panel.getByRole('button', { name: '停用会议室' }))
  await page.getByText(new RegExp(`将从.*起停用：整修 ${mark}`)).waitFor()
  await expectFits(page)
  await expectAccessible(page)
  await touch(manager, page.getByRole('button', { name: '恢复使用' }))
  await panel.getByLabel('原因').fill(`改期 ${mark}`)
  await touch(manager, panel.getByRole('button', { name: '恢复使用' }))
  await panel.waitFor({ state: 'hidden' })
  await page.getByText(`改期 ${mark}`).waitFor()
})
