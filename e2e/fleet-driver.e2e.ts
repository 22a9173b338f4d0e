import { expect, it } from 'vitest'
import { localDayOf } from '#engines/calendar/local-day.ts'
import { fleet } from '#services/fleet/module.ts'
import { ask } from './ask.ts'
import { desk, phone, type Visit, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { approvedRides } from './dispatch-day-story.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits, picture } from './looks.ts'
import { photo } from './photo.ts'

withBrowser()
const { actions } = fleet
const minute = 60_000

/** The trip of the demo's driver that has not left; the demo gives him one, a second try has to arrange another. */
async function nextTrip() {
  const { items } = await ask('worker', actions.listMyTrips, {})
  for (const { id: tripId, state, lastKm } of items)
    if (state === 'UNDER_WAY' || state === 'WAITING')
      await ask('worker', actions.returnTrip, { tripId, km: (lastKm ?? 0) + 10 })
  return items.find(({ state }) => state === 'ASSIGNED') ?? (await arrangeTrip())
}

/** A ride that begins within the hour, with the demo's driver and whatever vehicle goes best with him. */
async function arrangeTrip() {
  const from = new Date(Date.now() + 20 * minute)
  const [requestId] = await approvedRides(localDayOf(from), 1, {
    from: from.toISOString(),
    to: new Date(from.getTime() + 40 * minute).toISOString(),
  })
  const { drivers } = await ask('dispatcher', actions.readBoard, { day: localDayOf(from) })
  const driver = drivers.find(({ name }) => name === '周大勇')!
  const { items: ways } = await ask('dispatcher', actions.listProposals, {
    requestId: requestId!,
    driverId: driver.id,
  })
  const { id } = await ask('dispatcher', actions.assignTrip, {
    requestIds: [requestId!],
    vehicleId: ways.find(({ kind }) => kind === 'OWN')!.vehicleId,
    driverId: driver.id,
    note: '临时加派',
  })
  const { items } = await ask('worker', actions.listMyTrips, {})
  return items.find((one) => one.id === id)!
}

const panel = ({ page }: Visit) => page.getByRole('dialog')

async function takePhoto(worker: Visit) {
  await panel(worker).locator('input[type=file]').first().setInputFiles(photo())
  worker.counts.taps++
  await panel(worker).getByRole('button', { name: /^移除/ }).waitFor()
}

it('[FLEET-02] a driver’s trip in few touches, the network gone from leaving to coming back; everything is there once', async () => {
  const trip = await nextTrip()
  const worker = await visit('worker', '/fleet/my-trips', {
    size: phone,
    expects: /ERR_INTERNET_DISCONNECTED|Failed to fetch/,
  })
  const { page } = worker
  await page.getByRole('button', { name: '出车前检查' }).waitFor()
  await picture(page, 'fleet-driver-day')
  await expectFits(page)
  await expectAccessible(page)
  await tap(worker, '出车前检查')
  await panel(worker)
    .getByText(/^检查清单 0\//)
    .waitFor()
  await picture(page, 'fleet-driver-check')
  await expectAccessible(page, '[role=dialog]')
  await tap(worker, '都看过了，全部合格')
  await worker.context.setOffline(true)
  await tap(worker, '出车')
  // What the ledger knows stands there; the driver only looks and takes the photo.
  await expect(panel(worker).getByLabel('里程表读数（公里）').inputValue()).resolves.toBe(String(trip.lastKm))
  await takePhoto(worker)
  await picture(page, 'fleet-driver-odometer')
  await tap(worker, '确认出车')
  await tap(worker, '到达等候')
  await tap(worker, '记费用')
  await touch(worker, panel(worker).getByRole('radio', { name: '停车费' }))
  await type(worker, panel(worker).getByLabel('金额（元）'), '10')
  await takePhoto(worker)
  await tap(worker, '记下')
  await tap(worker, '继续行驶')
  await tap(worker, '收车')
  await type(worker, panel(worker).getByLabel('里程表读数（公里）'), String((trip.lastKm ?? 0) + 12))
  await takePhoto(worker)
  await tap(worker, '确认收车')
  countDeed('worker', '出一趟车 drive a trip', worker)
  expect(worker.counts.taps).toBeLessThanOrEqual(18)
  await worker.context.setOffline(false)
  const read = () => ask('manager', actions.readTrip, { tripId: trip.id })
  await expect.poll(async () => (await read()).state, { timeout: 60_000 }).toBe('COMPLETED')
  const told = await read()
  expect(told.steps.map(({ kind }) => kind)).toEqual(['CHECKED', 'LEFT', 'ARRIVED', 'WENT_ON', 'RETURNED'])
  expect([told.readings.length, told.costs.length, told.distanceKm]).toEqual([2, 1, 12])
  expect(told.readings.every(({ photoId }) => photoId !== null)).toBe(true)
}, 240_000)

it('[EVAL-10] an auditor follows a red trip to its reasons; lists, sealing and parking fit every screen', async () => {
  const { items } = await ask('auditor', actions.listTrips, { light: ['RED'], limit: 1 })
  const { items: sealings } = await ask('auditor', actions.listSealings, {})
  const paths = [
    '/fleet/trips',
    `/fleet/trips/${items[0]!.id}`,
    '/fleet/sealings',
    ...sealings.slice(0, 1).map(({ id }) => `/fleet/sealings/${id}`),
    '/fleet/parking',
  ]
  for (const [size, dark] of [
    [desk, false],
    [phone, true],
  ] as const)
    for (const [index, path] of paths.entries()) {
      const { page } = await visit('auditor', path, { size, dark })
      await page.getByRole('heading', { level: 1 }).waitFor()
      await picture(page, `fleet-trips-${index}-${dark ? 'phone' : 'desk'}`)
      await expectFits(page)
      await expectAccessible(page)
      await expect(page.getByRole('button', { name: '更正' }).count()).resolves.toBe(0)
    }
}, 240_000)
