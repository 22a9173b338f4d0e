import { expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { ask } from './ask.ts'
import { desk, settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { press, tap, touch, type } from './hand.ts'
import { picture } from './looks.ts'
import { reported, roomAt } from './scene.ts'

withBrowser()
const wide = { size: { width: 1920, height: 1080 } }

it('[DESK-04] the dispatcher takes a call at the keyboard; who answers first is the owner, and the board shows it at once', async () => {
  const { label } = await roomAt(30)
  const dispatcher = await visit('dispatcher', '/board', wide)
  const { page } = dispatcher
  await press(dispatcher, 'n')
  const panel = page.getByRole('dialog')
  await panel.waitFor()
  await type(dispatcher, panel.getByLabel(/谁来电/), '卢永超')
  await page
    .getByRole('option', { name: /卢永超/ })
    .first()
    .waitFor({ state: 'attached' })
  await press(dispatcher, 'Enter')
  await panel.getByTitle('卢永超').waitFor()
  const where = label.replace(/ \d+楼 /, ' ')
  await type(dispatcher, panel.getByRole('combobox').last(), where)
  await page.locator('.hq-choice').filter({ hasText: label }).first().waitFor()
  await press(dispatcher, 'Enter')
  await panel.getByText(label).first().waitFor()
  await touch(dispatcher, panel.getByRole('radio', { name: '门窗' }))
  await type(dispatcher, panel.getByLabel('来电人怎么说'), '会议室门打不开，里面有人等着开会')
  await press(dispatcher, 'Control+Enter')
  await page.getByText(/已登记 WX-/).waitFor()
  await page.getByText('会议室门打不开，里面有人等着开会').first().waitFor()
  countDeed('dispatcher', '接电话代报 take a call', dispatcher)
})

it('the dispatcher assigns from the keyboard: j to the cards, a, Enter', async () => {
  const receipt = await reported(31, '办公室门把手掉了', 'DOORS_WINDOWS', 'URGENT')
  await ask('dispatcher', orders.actions.takeOn, { orderId: receipt.id })
  const dispatcher = await visit('dispatcher', `/board?q=${receipt.number}`, wide)
  const { page } = dispatcher
  await page.getByText('办公室门把手掉了').first().waitFor()
  await press(dispatcher, 'j', 'a')
  const list = page.getByRole('listbox', { name: '派给谁？' })
  await list.getByRole('option').first().waitFor()
  await press(dispatcher, 'Enter')
  await page.getByText(/^已派给 /).waitFor()
  countDeed('dispatcher', '键盘派单 assign by keyboard', dispatcher)
  const order = await ask('dispatcher', orders.actions.readOrder, { orderId: receipt.id })
  expect(order.state).toBe('ASSIGNED')
})

it("the board shows another session's report without being loaded again, and marks what is late in words and colour", async () => {
  const dispatcher = await visit('dispatcher', '/board', wide)
  const { page } = dispatcher
  await page.setViewportSize(desk)
  await picture(page, 'dispatcher')
  let loads = 0
  page.on('framenavigated', () => loads++)
  await reported(32, '楼梯间防火门关不严', 'DOORS_WINDOWS', 'URGENT')
  await page.getByText('楼梯间防火门关不严').first().waitFor()
  expect(loads).toBe(0)
})

it('[DESK-12] an urgent report stands before the others that wait', async () => {
  await reported(33, '吊柜门松动')
  await reported(34, '机房门锁死，设备报警', 'DOORS_WINDOWS', 'URGENT')
  const dispatcher = await visit('dispatcher', '/board', wide)
  const column = dispatcher.page.getByRole('region', { name: /待受理|待派单/ }).first()
  await column.getByText('机房门锁死，设备报警').first().waitFor()
  const cards = await column.getByRole('listitem').allTextContents()
  const at = (words: string) => cards.findIndex((card) => card.includes(words))
  expect(at('机房门锁死')).toBeLessThan(at('吊柜门松动'))
})

it('the dispatcher sees one order through from the board, in a panel with an address of its own', async () => {
  const { number, id } = await reported(35, '文印室门吸坏了')
  const dispatcher = await visit('dispatcher', `/board?q=${number}`, wide)
  const { page } = dispatcher
  await tap(dispatcher, /文印室门吸坏了/)
  await page.getByRole('dialog').getByText(number).first().waitFor()
  await page.waitForURL(new RegExp(`open=${id}`))
  await settled(page)
})

it('an address whose last word is no order says that there is none, and offers no second try', async () => {
  for (const path of ['/repairs/report', '/orders/abc']) {
    const { page } = await visit('dispatcher', path, { expects: /404/ })
    await page.getByText('找不到这条记录').first().waitFor()
    await expect(page.getByRole('button', { name: '再试一次' }).count()).resolves.toBe(0)
  }
})
