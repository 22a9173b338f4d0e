import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { meetings } from '#services/meetings/module.ts'
import { ask } from './ask.ts'
import { desk, phone, visit, withBrowser } from './browser.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits, picture } from './looks.ts'

withBrowser()
const { actions } = meetings
const minute = 60_000

let rooms = 0
/** A room of its own with a meeting in it that begins soon, so that no other test stands in its way. */
async function soon(title: string, inMinutes: number) {
  const { items } = await ask('dispatcher', actions.listRooms, { limit: 1 })
  const name = `演练室${++rooms}`
  const { id: roomId } = await ask('manager', actions.createRoom, {
    code: `YL${rooms}`,
    name,
    siteId: items[0]!.site.id,
    capacity: 30,
    layouts: [{ layout: 'CLASSROOM', capacity: 30 }],
  })
  const from = Math.ceil(Date.now() / minute) * minute + inMinutes * minute
  const { id: meetingId } = await ask('dispatcher', actions.bookMeeting, {
    title,
    roomId,
    from: new Date(from).toISOString(),
    to: new Date(from + 60 * minute).toISOString(),
    headcount: 12,
    layout: 'CLASSROOM',
  })
  return { roomId, meetingId }
}
const list = '张三\t财政局\t正处级\n李四\t教育局\t副处级\n王五\t外单位\n赵六\t财政局\n钱七\t审计局'

it('an organiser pastes a list, a guest signs in with three letters and a tap, the desk sees it', async () => {
  const { meetingId } = await soon('年度总结会', 20)
  const organiser = await visit('dispatcher', `/meetings/${meetingId}/people`, { size: desk })
  await organiser.page.getByText('粘贴名单', { exact: true }).click()
  await type(organiser, '粘贴名单', list)
  await tap(organiser, '加入名单')
  await organiser.page.getByText('加入 5 人').waitFor()
  await tap(organiser, '生成签到码')
  const href = await organiser.page.getByRole('link', { name: '在这台设备上打开' }).getAttribute('href')
  const guest = await visit(null, href!, { size: phone })
  await type(guest, '输入姓名或拼音首字母', 'zs')
  await touch(guest, guest.page.getByRole('button', { name: /张三/ }))
  await guest.page.getByText(/签到成功/).waitFor()
  await picture(guest.page, 'meeting-attend')
  await expectFits(guest.page)
  await expectAccessible(guest.page)
  expect(guest.counts.taps + guest.counts.keys).toBe(3)
  await organiser.page.getByText(/扫码/).first().waitFor({ timeout: 10_000 })
  await organiser.page.getByText('迟到').nth(2).click()
  await picture(organiser.page, 'meeting-people')
  await expectFits(organiser.page)
  await expectAccessible(organiser.page)
  const small = await visit('dispatcher', `/meetings/${meetingId}/people`, { size: phone, dark: true })
  await small.page.getByText('王五').waitFor()
  await picture(small.page, 'meeting-people-phone')
  await expectFits(small.page)
  await expectAccessible(small.page)
})

it('two people edit one seat plan: the second is shown the first’s instead of overwriting it', async () => {
  const { meetingId } = await soon('座谈会', 25)
  await ask('dispatcher', actions.pasteParticipants, { meetingId, list })
  const mine = await visit('dispatcher', `/meetings/${meetingId}/seats`, { size: desk, expects: /409/ })
  await tap(mine, '按座次排座')
  await mine.page.getByText('有改动还没保存').waitFor()
  await ask('manager', actions.seatByOrder, { meetingId, version: 0 })
  await tap(mine, '保存座次')
  await mine.page.getByText(/刚刚改过座次/).waitFor()
  await expectAccessible(mine.page)
  await tap(mine, '换成对方的')
  await mine.page.getByText(/ 保存$/).waitFor()
  await picture(mine.page, 'meeting-seats')
  await expectFits(mine.page)
  await expectAccessible(mine.page)
  const small = await visit('dispatcher', `/meetings/${meetingId}/seats`, { size: phone })
  await small.page.getByRole('button', { name: '保存座次' }).waitFor()
  await picture(small.page, 'meeting-seats-phone')
  await expectFits(small.page)
})

it('an organiser drags people to their seats, from the list and from seat to seat, and the plan keeps it', async () => {
  const { meetingId } = await soon('选址论证会', 35)
  await ask('dispatcher', actions.pasteParticipants, { meetingId, list })
  const mine = await visit('dispatcher', `/meetings/${meetingId}/seats`, { size: desk })
  const { page } = mine
  const seats = page.locator('[data-seat]')
  const drag = async (from: Locator, to: Locator) => {
    const [start, end] = [await middleOf(from), await middleOf(to)]
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 5 })
    await page.mouse.move(end.x, end.y, { steps: 5 })
    await page.mouse.up()
  }
  await page.getByText('张三').first().waitFor()
  await drag(page.locator('[data-people]').getByText('张三'), seats.nth(2))
  await page.getByText('有改动还没保存').waitFor()
  const ids = await seats.evaluateAll((all) => all.map((one) => one.getAttribute('data-seat')!))
  await drag(seats.nth(2), seats.nth(4))
  await drag(page.locator('[data-people]').getByText('李四'), seats.nth(2))
  await tap(mine, '保存座次')
  await page.getByText(/ 保存$/).waitFor()
  const { plan } = await ask('dispatcher', actions.readSeats, { meetingId })
  expect(Object.fromEntries(Object.entries(plan.taken).map(([seat, { name }]) => [seat, name]))).toEqual({
    [ids[4]!]: '张三',
    [ids[2]!]: '李四',
  })
  // Let go over the list, he has no seat any more.
  await drag(seats.nth(4), page.locator('[data-people]'))
  await tap(mine, '保存座次')
  await expect
    .poll(async () =>
      Object.values((await ask('dispatcher', actions.readSeats, { meetingId })).plan.taken).map(
        ({ name }) => name,
      ),
    )
    .toEqual(['李四'])
})

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  await place.scrollIntoViewIfNeeded()
  const box = (await place.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

it('a door screen is told at once what changed, books on the spot, and says since when it is stale', async () => {
  const { roomId, meetingId } = await soon('早调度会', 25)
  const { path } = await ask('manager', actions.makeRoomLink, { roomId, kind: 'DISPLAY' })
  const screen = await visit(null, path, {
    size: { width: 1280, height: 800 },
    expects: /ERR_INTERNET_DISCONNECTED|Failed to load/,
  })
  const { page } = screen
  await page.getByText('早调度会').first().waitFor()
  await picture(page, 'door-free')
  await expectAccessible(page)
  await ask('dispatcher', bookings.actions.changeBooking, { bookingId: meetingId, title: '晨会' })
  // Told by its stream, well before it asks again by itself; how soon is measured where the stream is tested.
  await page.getByText('晨会').first().waitFor({ timeout: 3000 })
  await tap(screen, /签到/)
  await expect
    .poll(async () => (await ask('dispatcher', actions.readMeeting, { meetingId })).state)
    .toBe('CHECKED_IN')
  await ask('dispatcher', bookings.actions.cancelBooking, { bookingId: meetingId, reason: '改期' }).catch(
    () =>
      ask('dispatcher', bookings.actions.moveBooking, {
        bookingId: meetingId,
        from: new Date(Date.now() + 48 * 60 * minute).toISOString(),
      }),
  )
  await tap(screen, /现在用 30 分钟/)
  await page.getByText('现场使用').first().waitFor()
  await picture(page, 'door-taken')
  await expectFits(page)
  await expectAccessible(page)
  await tap(screen, /结束/)
  await page.getByText('空闲', { exact: true }).waitFor()
  await screen.context.setOffline(true)
  await page.getByText(/网络中断/).waitFor({ timeout: 40_000 })
  await picture(page, 'door-stale')
})

it('[MEET-09] the desk keeps a major event on one page', async () => {
  const { meetingId } = await soon('文博会协调会', 30)
  const day = (days: number) =>
    new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
  const { id: eventId } = await ask('dispatcher', actions.createEvent, {
    title: '文博会保障',
    fromDay: day(0),
    toDay: day(3),
  })
  await ask('dispatcher', actions.addEventMeetings, { eventId, meetingIds: [meetingId] })
  await ask('dispatcher', actions.addMilestone, { eventId, title: '主会场搭建', dueOn: day(-1) })
  await ask('dispatcher', actions.addMilestone, { eventId, title: '证件制作', dueOn: day(2) })
  await ask('dispatcher', actions.addGuests, { eventId, list })
  await ask('dispatcher', actions.askForEvent, { eventId, kind: 'MEALS', onDay: day(1), quantity: 120 })
  for (const look of [
    { size: desk, name: 'major-event' },
    { size: phone, dark: true, name: 'major-event-phone' },
  ]) {
    const { name, ...options } = look
    const { page } = await visit('dispatcher', `/meetings/events/${eventId}`, options)
    await page.getByText('主会场搭建').waitFor()
    await picture(page, name)
    await expectFits(page)
    await expectAccessible(page)
  }
  const events = await visit('manager', '/meetings/events', { size: phone })
  await events.page.getByText('文博会保障').first().waitFor()
  await expectFits(events.page)
  await expectAccessible(events.page)
})
