import { expect, it } from 'vitest'
import { fleet } from '#services/fleet/module.ts'
import { ask } from './ask.ts'
import { desk, phone, settled, visit, withBrowser } from './browser.ts'
import { press, tap } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()
const wide = { size: desk }
const tomorrow = new Date(Date.now() + 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
const queue = async () => (await ask('dispatcher', fleet.actions.readBoard, { day: tomorrow })).queue

// First, while the demo's requests still wait: late in the day they are few.
it('the board is a list on a phone; the director reads it and changes nothing', async () => {
  const director = await visit('director', `/fleet/dispatch?day=${tomorrow}`, { size: phone })
  await settled(director.page)
  await expectFits(director.page)
  await expectAccessible(director.page)
  await director.page.locator('[data-request]').first().click()
  expect(await director.page.getByRole('list', { name: '派车建议' }).count()).toBe(0)
})

it('[FLEET-04] the dispatcher assigns from the keyboard: j, a, Enter; and takes it back', async () => {
  const before = await queue()
  const dispatcher = await visit('dispatcher', `/fleet/dispatch?day=${tomorrow}`, wide)
  await settled(dispatcher.page)
  await expectAccessible(dispatcher.page)
  await press(dispatcher, 'j', 'a')
  await dispatcher.page.getByRole('list', { name: '派车建议' }).waitFor()
  await expectAccessible(dispatcher.page)
  await press(dispatcher, 'Enter')
  await dispatcher.page
    .getByText(/^(已派车 PC-|已拼入)/)
    .first()
    .waitFor()
  expect(await queue()).toHaveLength(before.length - 1)
  await tap(dispatcher, '撤销')
  await dispatcher.page.getByText('已撤销，申请回到待派').waitFor()
  expect(await queue()).toHaveLength(before.length)
})

it('[FLEET-04] the dispatcher drags a request onto a vehicle, which brings its driver along', async () => {
  const [first] = (await queue()).filter(({ passengers, emergency }) => passengers <= 4 && !emergency)
  const { items } = await ask('dispatcher', fleet.actions.listProposals, { requestId: first!.id })
  const choice = items.find(({ kind, needsWords }) => kind === 'OWN' && !needsWords)!
  const dispatcher = await visit('dispatcher', `/fleet/dispatch?day=${tomorrow}`, wide)
  await settled(dispatcher.page)
  const card = dispatcher.page.locator(`[data-request="${first!.id}"]`)
  const row = dispatcher.page.getByRole('rowheader', { name: new RegExp(choice.plate) }).locator('xpath=..')
  await row.scrollIntoViewIfNeeded()
  await card.dragTo(row)
  await dispatcher.page
    .getByText(/^已派车 PC-/)
    .first()
    .waitFor()
  const { trips } = await ask('dispatcher', fleet.actions.readBoard, { day: tomorrow })
  expect(trips.find((trip) => trip.requests.some(({ id }) => id === first!.id))?.plate).toBe(choice.plate)
})

it('[FLEET-04] a plan of the day stands beside the dispatcher’s, and a row of it is taken', async () => {
  const dispatcher = await visit('dispatcher', `/fleet/plans?day=${tomorrow}`, wide)
  await settled(dispatcher.page)
  await tap(dispatcher, '求方案')
  await dispatcher.page.getByText(/已证明离最优不超过/).waitFor({ timeout: 30_000 })
  await expectAccessible(dispatcher.page)
  await tap(dispatcher, '采用')
  await dispatcher.page
    .getByText(/^已派 PC-/)
    .first()
    .waitFor()
})
