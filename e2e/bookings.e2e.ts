import { expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { meetings } from '#services/meetings/module.ts'
import { ask } from './ask.ts'
import { desk, phone, settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { emptyDay } from './empty-day.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()
const hand = { size: phone }
const wide = { size: desk }

it('[MEET-02] staff book a room from the phone in three taps, and find it on their first screen', async () => {
  const staff = await visit('staff', '/', hand)
  await expectFits(staff.page)
  await tap(staff, /^订会议室/, 'link')
  await settled(staff.page)
  await touch(staff, staff.page.getByRole('radio').first())
  await tap(staff, '订下')
  await staff.page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/)
  await staff.page
    .getByText(/HY-\d{8}-\d{4}/)
    .first()
    .waitFor()
  expect(staff.counts.taps).toBeLessThanOrEqual(3)
  countDeed('staff', '订会议室（从首页）book a room from the first screen', staff)
  await staff.page.goto(new URL('/', staff.page.url()).href)
  await staff.page.getByRole('heading', { name: '会议', exact: true }).waitFor()
})

it('staff draw a free stretch in the grid and come to the form with its room and time', async () => {
  const staff = await visit('staff', `/meetings/grid?day=${await emptyDay(40)}`, wide)
  await settled(staff.page)
  await expectAccessible(staff.page)
  const { items } = await ask('staff', bookings.actions.listResources, { kind: 'ROOM', limit: 1 })
  const row = staff.page.getByRole('row', { name: new RegExp(items[0]!.name) }).first()
  await row.waitFor()
  const box = (await row.boundingBox())!
  const [x, y] = [box.x + box.width * 0.5, box.y + box.height / 2]
  await staff.page.mouse.move(x, y)
  await staff.page.mouse.down()
  await staff.page.mouse.move(x + 80, y, { steps: 8 })
  await staff.page.mouse.move(x + 120, y, { steps: 8 })
  await staff.page.mouse.up()
  await staff.page.waitForURL(/\/meetings\/new\?room=/)
  await tap(staff, '订下')
  await staff.page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/)
})

it('two who want the same room at the same time: the second is offered other places, one tap each', async () => {
  const day = await emptyDay(60)
  const { items } = await ask('staff', meetings.actions.listRooms, { limit: 50 })
  const [first] = items.filter(({ capacity }) => capacity >= 100)
  const time = { from: `${day}T10:00:00+08:00`, to: `${day}T11:00:00+08:00` }
  const second = await visit(
    'liaison',
    `/meetings/new?room=${first!.id}&from=${encodeURIComponent(time.from)}&to=${encodeURIComponent(time.to)}`,
    { ...hand, expects: /409.*\/api\/meetings$/ },
  )
  await settled(second.page)
  // Whatever was asked for last time, other rooms take so many.
  await type(second, '参会人数', '12')
  // Somebody is faster while the form is open.
  await ask('dispatcher', bookings.actions.createBooking, {
    title: '抢先一步',
    claims: [{ resourceId: first!.id }],
    from: new Date(time.from).toISOString(),
    to: new Date(time.to).toISOString(),
  })
  await tap(second, '订下')
  const elsewhere = second.page.getByRole('region', { name: '同一时间，换个地方' })
  await elsewhere.waitFor()
  await expectAccessible(second.page)
  await touch(second, elsewhere.getByRole('button').first())
  await second.page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/)
})

/** The dates of the series that staff booked from that day on. */
async function datesFrom(day: string) {
  const { items } = await ask('staff', bookings.actions.listBookings, { mine: true, from: day, to: day })
  const seriesId = items[0]!.seriesId!
  return (await ask('staff', bookings.actions.listBookings, { seriesId, limit: 100 })).items
}

it('staff book a regular meeting at once, every date in sight before it is done', async () => {
  const day = await emptyDay(50, 10)
  const staff = await visit('staff', `/meetings/new?day=${day}`, hand)
  await settled(staff.page)
  await touch(staff, staff.page.getByRole('radio').first())
  await touch(staff, staff.page.getByLabel('这个会定期开，一次订好'))
  await staff.page.getByText('10 个日期都可以预订').waitFor()
  await expectFits(staff.page)
  await expectAccessible(staff.page)
  await tap(staff, '订下')
  await staff.page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/)
  expect(await datesFrom(day)).toHaveLength(10)
})

it('a date of a regular meeting that is taken is said before, and again at the end; left out in one tap, the rest is booked', async () => {
  const day = await emptyDay(50, 10)
  const staff = await visit('staff', `/meetings/new?day=${day}`, {
    ...hand,
    expects: /409.*\/api\/meetings$/,
  })
  await settled(staff.page)
  const first = staff.page.getByRole('radio').first()
  await touch(staff, first)
  const { items: free } = await ask('staff', bookings.actions.listResources, { kind: 'ROOM', limit: 50 })
  const words = (await first.locator('xpath=ancestor::label[1]').textContent())!
  const room = free.find(({ name }) => words.includes(name))!
  const third = new Date(Date.parse(`${day}T09:00:00+08:00`) + 14 * 86_400_000)
  await ask('dispatcher', bookings.actions.createBooking, {
    title: '消防演练',
    claims: [{ resourceId: room.id }],
    from: third.toISOString(),
    to: new Date(third.getTime() + 1_800_000).toISOString(),
  })
  await touch(staff, staff.page.getByLabel('这个会定期开，一次订好'))
  await staff.page.getByText('1 个日期有冲突').waitFor()
  await expectAccessible(staff.page)
  await tap(staff, '订下')
  await tap(staff, '跳过这 1 个日期，其余照订')
  await staff.page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/)
  expect(await datesFrom(day)).toHaveLength(9)
})
