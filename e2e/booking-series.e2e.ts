import { expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { ask } from './ask.ts'
import { desk, phone, settled, type Visit, visit, withBrowser } from './browser.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()
const { actions } = bookings

// Far ahead, and another week at another try: what the first one booked stays.
const weeks = 30 + (Math.floor(Date.now() / 1000) % 300)
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
/** A Tuesday, by China's clock. */
const tuesday = (() => {
  const today = new Date(Date.now() + 8 * 3_600_000)
  const toTuesday = (9 - today.getUTCDay()) % 7
  return dayAfter(today.toISOString().slice(0, 10), toTuesday + 7 * weeks)
})()
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()

async function anyRooms() {
  const { items } = await ask('staff', actions.findFree, {
    kind: 'ROOM',
    from: at(tuesday, '06:00'),
    to: at(dayAfter(tuesday, 30), '23:00'),
  })
  expect(items.length).toBeGreaterThan(1)
  return items
}

/** Four Tuesdays at six in the evening in a room nobody uses then. */
async function aSeries(title: string, time = '18') {
  const [room] = await anyRooms()
  const { seriesId } = await ask('staff', actions.createSeries, {
    title,
    claims: [{ resourceId: room!.id }],
    from: at(tuesday, `${time}:00`),
    to: at(tuesday, `${time}:30`),
    rule: 'FREQ=WEEKLY;COUNT=4',
    offDays: 'KEEP',
    headcount: 5,
  })
  return { seriesId, room: room!, dates: await datesOf(seriesId) }
}
async function datesOf(seriesId: string) {
  const { items } = await ask('staff', actions.listBookings, { seriesId, limit: 100 })
  return items.filter(({ state }) => state === 'CONFIRMED').reverse()
}
const dialog = ({ page }: Visit) => page.getByRole('dialog')
/** Turns the phone's own wheels to a moment of a day. */
async function setTime(visited: Visit, name: string, day: string, time: string) {
  await type(visited, dialog(visited).getByLabel(name, { exact: true }), `${day}T${time}`)
}

it('staff rename every date of a series, and what was changed for one date alone stays', async () => {
  const { seriesId, dates } = await aSeries('读书会')
  const [first, second] = dates
  await ask('staff', actions.changeBooking, { bookingId: second!.id, headcount: 9, private: true })
  const staff = await visit('staff', `/bookings/${first!.id}`, { size: phone })
  await tap(staff, '改名称')
  await touch(staff, dialog(staff).getByRole('radio', { name: '全部' }))
  await type(staff, dialog(staff).getByLabel('名称', { exact: true }), '青年读书会')
  await tap(staff, '保存')
  await staff.page.getByText('已保存').first().waitFor()
  const after = await datesOf(seriesId)
  expect(after.map(({ title }) => title)).toEqual(Array(4).fill('青年读书会'))
  expect(after.map((one) => [one.headcount, one.private])).toEqual([
    [5, false],
    [9, true],
    [5, false],
    [5, false],
  ])
})

it('staff move all dates by a day: every date in sight, the clashing one goes to another room', async () => {
  const { seriesId, room, dates } = await aSeries('调度例会', '19')
  const clashing = dayAfter(tuesday, 8)
  await ask('dispatcher', actions.createBooking, {
    title: '消防演练',
    claims: [{ resourceId: room.id }],
    from: at(clashing, '19:00'),
    to: at(clashing, '20:00'),
  })
  const staff = await visit('staff', `/bookings/${dates[0]!.id}`, { size: phone })
  await tap(staff, '改时间地点')
  await touch(staff, dialog(staff).getByRole('radio', { name: '全部' }))
  await setTime(staff, '开始', dayAfter(tuesday, 1), '19:00')
  await dialog(staff).getByText('1 个日期有冲突').waitFor()
  await expectFits(staff.page)
  await expectAccessible(staff.page)
  await touch(staff, dialog(staff).getByRole('checkbox', { name: /^改到/ }).first())
  await tap(staff, '更改')
  await staff.page.getByText('已更改').first().waitFor()
  const after = await datesOf(seriesId)
  expect(after.map(({ from }) => from)).toEqual(
    [1, 8, 15, 22].map((days) => at(dayAfter(tuesday, days), '19:00')),
  )
  expect(after.map(({ claims }) => claims[0]!.id === room.id)).toEqual([true, false, true, true])
})

it('staff move this and the following, cancel one, and take it up again where the series is now', async () => {
  const { dates } = await aSeries('业务学习', '20')
  const second = dates[1]!
  const wednesday = (n: number) => dayAfter(tuesday, 7 * n + 1)
  const staff = await visit('staff', `/bookings/${second.id}`, { size: phone })
  await tap(staff, '改时间地点')
  await touch(staff, dialog(staff).getByRole('radio', { name: '这一次及以后' }))
  await setTime(staff, '开始', wednesday(1), '20:00')
  await dialog(staff).getByText('3 个日期都可以预订').waitFor()
  await tap(staff, '更改')
  await staff.page.getByText('已更改').first().waitFor()
  const { series } = await ask('staff', actions.readBooking, { bookingId: second.id })
  expect(series!.dates.map(({ day }) => day)).toEqual([1, 2, 3].map(wednesday))
  const third = series!.dates[1]!.bookingId!
  await staff.page.goto(`${staff.address}/bookings/${third}`)
  await settled(staff.page)
  await tap(staff, '取消预订')
  await type(staff, dialog(staff).getByLabel('原因'), '当天有考试')
  await touch(staff, dialog(staff).getByRole('button', { name: '取消预订' }))
  await staff.page.getByText('已取消').first().waitFor()
  await staff.page.goto(`${staff.address}/bookings/${second.id}`)
  await settled(staff.page)
  await expectAccessible(staff.page)
  await tap(staff, '恢复这一天')
  await staff.page.getByText('已恢复').first().waitFor()
  expect((await datesOf(series!.id)).map(({ from }) => from)).toEqual(
    [1, 2, 3].map((n) => at(wednesday(n), '20:00')),
  )
})

it('staff make one date single and say what becomes of the others', async () => {
  const { seriesId, dates } = await aSeries('技能比武', '21')
  const staff = await visit('staff', `/bookings/${dates[0]!.id}`, { size: phone })
  await tap(staff, '变为单次')
  await touch(staff, dialog(staff).getByRole('radio', { name: /取消其余 3 个日期/ }))
  await expectAccessible(staff.page)
  await tap(staff, /取消其余 3 个$/)
  await staff.page.getByText('已变为单次').first().waitFor()
  expect(await datesOf(seriesId)).toEqual([])
  const { state, seriesId: none } = await ask('staff', actions.readBooking, { bookingId: dates[0]!.id })
  expect([state, none]).toEqual(['CONFIRMED', null])
})

it('who waits sees their place in the list, and has the room the moment its holder gives it up', async () => {
  const [room] = await anyRooms()
  const booking = {
    claims: [{ resourceId: room!.id }],
    from: at(tuesday, '12:00'),
    to: at(tuesday, '12:30'),
  }
  const held = await ask('staff', actions.createBooking, { title: '午间讲座', ...booking })
  const waits = await ask('liaison', actions.createBooking, { title: '午间沙龙', ...booking, wait: true })
  const liaison = await visit('liaison', `/bookings/${waits.id}`, { size: phone })
  await liaison.page.getByText('候补第 1 位').first().waitFor()
  await expectAccessible(liaison.page)
  const staff = await visit('staff', `/bookings/${held.id}`, { size: phone })
  await tap(staff, '取消预订')
  await type(staff, dialog(staff).getByLabel('原因'), '讲座改期')
  await touch(staff, dialog(staff).getByRole('button', { name: '取消预订' }))
  await staff.page.getByText('已取消').first().waitFor()
  // Nobody has to reload anything.
  await liaison.page.getByText('候补转正').first().waitFor()
  await liaison.page.getByText('已预订', { exact: true }).first().waitFor()
})

it('a leadership meeting waits; the director sees who gives way, chooses their place, and they accept it', async () => {
  const rooms = await anyRooms()
  const time = { from: at(tuesday, '07:00'), to: at(tuesday, '07:45') }
  const title = `晨间培训 ${tuesday}`
  const held = await ask('staff', actions.createBooking, {
    title,
    claims: [{ resourceId: rooms[0]!.id }],
    ...time,
  })
  const leaders = await ask('dispatcher', actions.createBooking, {
    title: '主任办公会',
    rank: 'LEADERSHIP',
    claims: [{ resourceId: rooms[0]!.id }],
    ...time,
    wait: true,
  })
  const director = await visit('director', `/bookings/${leaders.id}`, { size: desk })
  await director.page.getByText('候补第 1 位').first().waitFor()
  await tap(director, '让其他预订让位')
  await dialog(director).getByText(title).waitFor()
  await dialog(director)
    .getByText(/林晓雯/)
    .waitFor()
  const place = dialog(director)
    .getByRole('radio', { name: /时间不变$/ })
    .last()
  const words = await place.locator('xpath=ancestor::label[1]').textContent()
  const chosen = words!.replace('，时间不变', '')
  await touch(director, place)
  await type(director, dialog(director).getByLabel('原因（对方会看到）'), '主任办公会临时召开')
  await expectAccessible(director.page)
  await tap(director, '决定让位')
  await director.page.getByText('已决定').first().waitFor()
  const staff = await visit('staff', `/bookings/${held.id}`, { size: phone })
  await staff.page
    .getByText(/主任办公会临时召开/)
    .first()
    .waitFor()
  await staff.page.getByText(chosen).first().waitFor()
  await expectFits(staff.page)
  await tap(staff, '接受改派')
  await staff.page.getByText('已接受').first().waitFor()
  expect((await ask('staff', actions.readBooking, { bookingId: held.id })).state).toBe('CONFIRMED')
})

it('the manager changes a piece of equipment and closes it', async () => {
  const code = `HT-${Date.now() % 1_000_000}`
  const { id } = await ask('manager', actions.createResource, {
    kind: 'EQUIPMENT',
    code,
    name: `会议平板 ${code}`,
    quantity: 2,
  })
  const manager = await visit('manager', `/bookings/resources/${id}`, { size: phone })
  await tap(manager, '修改或停用')
  await type(manager, dialog(manager).getByLabel('数量'), '3')
  await touch(manager, dialog(manager).getByRole('checkbox', { name: '停用' }))
  await expectAccessible(manager.page)
  await touch(manager, dialog(manager).getByRole('button', { name: '保存' }))
  await manager.page.getByText('已停用').first().waitFor()
  await expectFits(manager.page)
  const { resource } = await ask('manager', actions.readPolicy, { resourceId: id })
  expect([resource.quantity, resource.closedAt !== null]).toEqual([3, true])
})
