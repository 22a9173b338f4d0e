import { expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { meetings } from '#services/meetings/module.ts'
import { ask } from './ask.ts'
import { desk, phone, settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()
const hand = { size: phone }
const wide = { size: desk }

/** A working day ahead that the demo bureau has little on. */
const ahead = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

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
  const staff = await visit('staff', `/meetings/grid?day=${ahead(40)}`, wide)
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
  // Another day at another try: the first one's booking stays.
  const day = ahead(60 + (Math.floor(Date.now() / 1000) % 200))
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

it('staff book a regular meeting at once, every date in sight before it is done', async () => {
  const staff = await visit('staff', `/meetings/new?day=${ahead(50)}`, hand)
  await settled(staff.page)
  await touch(staff, staff.page.getByRole('radio').first())
  await touch(staff, staff.page.getByLabel('这个会定期开，一次订好'))
  await staff.page.getByText(/个日期都可以预订|个日期有冲突/).waitFor()
  await expectFits(staff.page)
  await expectAccessible(staff.page)
  await tap(staff, '订下')
  await staff.page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/)
  const { items } = await ask('staff', bookings.actions.listBookings, {
    mine: true,
    from: ahead(50),
    // Other tests book series half a year ahead and later.
    to: ahead(150),
    limit: 100,
  })
  const { seriesId } = items.find(({ seriesId }) => seriesId !== null)!
  expect(items.filter((one) => one.seriesId === seriesId)).toHaveLength(10)
})
