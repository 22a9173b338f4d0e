import { expect, it } from 'vitest'
import { fleet } from '#services/fleet/module.ts'
import { ask } from './ask.ts'
import { desk, settled, type Visit, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { approvedRides, boardOf, faultsOf, freeDay, requestsOf } from './dispatch-day-story.ts'
import { press, tap, touch, type } from './hand.ts'

withBrowser()
const { actions } = fleet
/** A machine with two cores that does other things besides. */
const patient = { timeout: 120_000 }
const planned = 40
const late = 18

/** How many cards wait, by the heading of the queue. */
async function waiting({ page }: Visit, count: number): Promise<void> {
  await page.getByRole('heading', { name: `待派申请 ${count}`, exact: true }).waitFor(patient)
}

/** Assigns the chosen card: a, Enter, and the words where something is warned of. */
async function assignChosen(dispatcher: Visit, left: number): Promise<void> {
  const { page } = dispatcher
  const number = await page.locator('[data-chosen]').getAttribute('data-number')
  await press(dispatcher, 'a')
  const panel = page.getByRole('dialog').filter({ hasText: `${number} 的派车建议` })
  await panel.getByRole('list', { name: '派车建议' }).getByRole('listitem').first().waitFor(patient)
  await press(dispatcher, 'Enter')
  const words = page.getByRole('dialog', { name: '写明理由再派' })
  const done = page.getByRole('heading', { name: `待派申请 ${left}`, exact: true })
  await words.or(done).first().waitFor(patient)
  if (await words.isVisible()) {
    await type(dispatcher, words.getByLabel('理由'), '当天车辆紧张')
    await touch(dispatcher, words.getByRole('button', { name: '仍要派车' }))
  }
  await done.waitFor(patient)
  await panel.waitFor({ state: 'hidden', ...patient })
}

/** Assigns what waits from the keyboard, card after card, until so many are left. */
async function assignRest(dispatcher: Visit, from: number, left: number): Promise<void> {
  const { page } = dispatcher
  await waiting(dispatcher, from)
  const chosen = page.locator('[data-chosen]')
  const choose = async () => {
    if ((await chosen.count()) === 0) await press(dispatcher, 'j')
    return chosen.count()
  }
  for (let count = from; count > left; count--) {
    await expect.poll(choose, { timeout: patient.timeout, interval: 500 }).toBe(1)
    await assignChosen(dispatcher, count - 1)
  }
}

it('[FLEET-04] a dispatcher runs a day of sixty requests on the board: plan, keys, an emergency, a cancellation, an illness; nothing is lost or doubled', async () => {
  const day = await freeDay()
  await approvedRides(day, planned)
  const dispatcher = await visit('dispatcher', `/fleet/dispatch?day=${day}`, { size: desk })
  const { page } = dispatcher
  await waiting(dispatcher, planned)

  // The morning: the plan of what waits, taken whole; every row says so, also to who opens the page anew.
  await touch(dispatcher, page.locator('main').getByText('排车方案', { exact: true }))
  await tap(dispatcher, '求方案')
  await page.getByText(/已证明离最优不超过/).waitFor(patient)
  const [plan] = (await ask('dispatcher', actions.listDayPlans, { day })).items
  const { rows } = await ask('dispatcher', actions.readDayPlan, { planId: plan!.id })
  expect(rows.length).toBeGreaterThan(0)
  await tap(dispatcher, '全部采用')
  const taken = page.locator('[data-row-state="ASSIGNED"]')
  await expect.poll(() => taken.count(), { timeout: patient.timeout }).toBe(rows.length)
  await page.reload()
  await settled(page)
  await expect.poll(() => taken.count(), { timeout: patient.timeout }).toBe(rows.length)
  const unplanned = (await boardOf(day)).queue.length
  expect(unplanned).toBe(planned - rows.flatMap(({ requestIds }) => requestIds).length)

  // Eighteen more come in over the day; they are assigned card by card.
  await approvedRides(day, late, { purpose: 'INSPECTION' })
  await touch(dispatcher, page.locator('main').getByRole('link', { name: '派车台' }))
  await assignRest(dispatcher, unplanned + late, 0)

  // An emergency takes the vehicle of an ordinary trip, which waits again at the head and gets another.
  const noon = { from: `${day}T10:00:00+08:00`, to: `${day}T12:00:00+08:00` }
  const emergency = { emergency: true, purpose: 'EMERGENCY', passengers: 1, mayPool: false, ...noon }
  const [urgent, second] = await approvedRides(day, 2, emergency)
  await waiting(dispatcher, 2)
  const displaced = await takeOne(dispatcher, day, urgent!)
  await waiting(dispatcher, 2)
  await assignRest(dispatcher, 2, 0)
  const { trips: atNoon } = await boardOf(day)
  for (const id of [urgent!, second!, ...displaced])
    expect(atNoon.filter((trip) => trip.requests.some((one) => one.id === id))).toHaveLength(1)

  // Somebody cancels: the trip goes with its only request, or on without it.
  const [given] = (await requestsOf(day)).filter(({ state, pooled }) => state === 'ASSIGNED' && !pooled)
  await ask('staff', actions.cancelRequest, { requestId: given!.id, reason: '会议改为视频参加' })
  await expect
    .poll(async () => (await boardOf(day)).trips.some(({ id }) => id === given!.trip!.id), {
      timeout: patient.timeout,
    })
    .toBe(false)

  await fallIll(dispatcher, day)

  await waiting(dispatcher, 0)
  const requests = await requestsOf(day)
  const counts = Object.groupBy(requests, ({ state }) => state)
  expect(requests).toHaveLength(planned + late + 2)
  expect([counts.ASSIGNED?.length, counts.CANCELLED?.length]).toEqual([planned + late + 1, 1])
  expect(faultsOf(await boardOf(day), requests)).toEqual([])
  countDeed('dispatcher', '派 60 件申请的一天 a day of sixty requests', dispatcher)
}, 900_000)

const clock = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)

/** The emergency takes an ordinary trip’s vehicle by decision. @returns who gave way */
async function takeOne(dispatcher: Visit, day: string, requestId: string): Promise<string[]> {
  const { page } = dispatcher
  await touch(dispatcher, page.locator(`[data-request="${requestId}"]`))
  const section = page.getByRole('region', { name: '请普通用车让车' })
  await section.getByRole('listitem').first().waitFor(patient)
  // A trip of one request whose vehicle and driver have nothing else then, so that exactly one waits again.
  const lines = await section.getByRole('listitem').allTextContents()
  const { trips, queue } = await boardOf(day)
  const { from, to } = queue.find(({ id }) => id === requestId)!
  const inTheWay = trips.filter((trip) => trip.from < to && trip.to > from)
  const singles = inTheWay.filter(
    ({ requests, vehicleId, driverId }) =>
      requests.length === 1 &&
      inTheWay.filter((one) => one.vehicleId === vehicleId || one.driverId === driverId).length === 1,
  )
  const lineOf = (trip: (typeof trips)[number]) =>
    lines.findIndex((line) =>
      [trip.plate, trip.driverName, `${clock(trip.from)}–${clock(trip.to)}`].every((one) =>
        line.includes(one),
      ),
    )
  const single = singles.find((trip) => lineOf(trip) >= 0)!
  const line = section.getByRole('listitem').nth(lineOf(single))
  await touch(dispatcher, line.getByRole('button', { name: '让车' }))
  const words = page.getByRole('dialog', { name: '请普通用车让车' })
  await type(dispatcher, words.getByLabel('理由'), '防汛值守')
  await touch(dispatcher, words.getByRole('button', { name: '决定让车' }))
  await words.waitFor({ state: 'hidden', ...patient })
  return single.requests.map(({ id }) => id)
}

/** A driver with two trips falls ill: leave granted, his trips taken back one by one, and given to others. */
async function fallIll(dispatcher: Visit, day: string): Promise<void> {
  const { page } = dispatcher
  const { trips, drivers } = await boardOf(day)
  const tripsOf = (driverId: string) => trips.filter((trip) => trip.driverId === driverId)
  const ill = drivers
    .map((driver) => ({ ...driver, trips: tripsOf(driver.id) }))
    .filter((driver) => driver.trips.length > 0)
    .sort((a, b) => Math.abs(a.trips.length - 2) - Math.abs(b.trips.length - 2))[0]!
  await ask('dispatcher', actions.askForLeave, {
    driverId: ill.id,
    kind: 'SICK',
    from: `${day}T00:00:00+08:00`,
    to: `${day}T23:59:00+08:00`,
  })
  await page.goto(`${dispatcher.address}/fleet/drivers/${ill.id}`)
  await settled(page)
  const grant = page.getByRole('button', { name: /^准\s?假$/ })
  await touch(dispatcher, grant)
  await grant.waitFor({ state: 'hidden', ...patient })
  let back = 0
  for (const { number, requests } of ill.trips) {
    await tap(dispatcher, number, 'link')
    await page.waitForURL(/\/fleet\/dispatch\/[0-9a-f-]{36}$/)
    await settled(page)
    await tap(dispatcher, '取消派车，申请回到待派')
    const words = page.getByRole('dialog', { name: '取消派车，申请回到待派' })
    await type(dispatcher, words.getByLabel('理由'), '驾驶员生病')
    await touch(dispatcher, words.getByRole('button', { name: /^确\s?定$/ }))
    // The words stand in the field, too: it is done once the dialog is gone.
    await words.waitFor({ state: 'hidden', ...patient })
    await page.getByText('驾驶员生病').first().waitFor(patient)
    back += requests.length
    await page.goto(`${dispatcher.address}/fleet/drivers/${ill.id}`)
    await settled(page)
  }
  await page.goto(`${dispatcher.address}/fleet/dispatch?day=${day}`)
  await settled(page)
  await assignRest(dispatcher, back, 0)
  const now = await boardOf(day)
  expect(now.trips.some(({ driverId }) => driverId === ill.id)).toBe(false)
}
