import { expect, it } from 'vitest'
import { directory } from '#engines/directory/module.ts'
import { repairs } from '#services/repairs/module.ts'
import { ask } from './ask.ts'
import { phone, settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { tap, type } from './hand.ts'
import { expectAccessible, expectFits, picture } from './looks.ts'
import { doorCode, roomAt } from './scene.ts'

withBrowser()
const hand = { size: phone }

it('[CLOUD-05] a visitor without an account scans the code at a door and reports in two taps, then follows by the link', async () => {
  const visitor = await visit(null, await doorCode(5), hand)
  const { page } = visitor
  await page.getByRole('heading', { name: /四号办公楼/ }).waitFor()
  await expectFits(page)
  await picture(page, 'visitor')
  await tap(visitor, /^水电/, 'radio')
  await tap(visitor, '提交报修')
  await page.getByText(/工单号/).waitFor()
  expect(visitor.counts.taps).toBeLessThanOrEqual(3)
  countDeed('visitor', '扫码报修（无账号）report from a scanned door', visitor)

  await settled(page)
  await expect(page.locator('main').textContent()).resolves.toMatch(/现在在\S+手里，承诺/)
  await expectFits(page)
  // The link is all that is needed: another phone sees the same, and nobody's name or telephone.
  const elsewhere = await visit(null, new URL(page.url()).pathname, hand)
  await elsewhere.page.getByText(/工单号/).waitFor()
  await expect(elsewhere.page.locator('main').textContent()).resolves.not.toMatch(/1\d{10}/)
})

it('a visitor may say more and leave a telephone; what was tapped is kept when the page is opened again', async () => {
  const code = await doorCode(6)
  const visitor = await visit(null, code, hand)
  await tap(visitor, /^空调/, 'radio')
  await tap(visitor, '漏水')
  await type(visitor, '称呼', '王先生')
  await type(visitor, '电话', '13900001111')
  await visitor.page.reload()
  await settled(visitor.page)
  await expect(visitor.page.getByRole('radio', { name: /^空调/ }).isChecked()).resolves.toBe(true)
  await expect(visitor.page.getByLabel('写几句').inputValue()).resolves.toBe('漏水')
})

it('a revoked code reports nothing and says what to do instead', async () => {
  const { siteId } = await roomAt(7)
  const { items: rooms } = await ask('staff', directory.actions.searchPlaces, { siteId, limit: 50 })
  const roomId = rooms.findLast((room) => room.roomId !== null)!.roomId!
  const { items } = await ask('dispatcher', repairs.actions.createPlaceCodes, { siteId, roomIds: [roomId] })
  const [code] = items
  await ask('dispatcher', repairs.actions.revokePlaceCode, { codeId: code!.id, reason: '门牌更换' })
  const visitor = await visit(null, code!.path, { ...hand, expects: /status of 4\d\d/ })
  await visitor.page.getByRole('alert').first().waitFor()
  await expect(visitor.page.getByRole('button', { name: '提交报修' }).count()).resolves.toBe(0)
})

it('the sign-in page offers the demo roles; one tap steps in, the password way works from the keyboard', async () => {
  const visitor = await visit(null, '/', hand)
  await expectAccessible(visitor.page)
  await expectFits(visitor.page)
  await tap(visitor, /联络员/)
  await visitor.page.getByRole('navigation', { name: '主菜单' }).waitFor()

  const typist = await visit(null, '/')
  await type(typist, '用户名', 'staff')
  await type(typist, '密码', 'houqin-demo')
  await typist.page.keyboard.press('Enter')
  await typist.page.getByRole('heading', { name: /您好/ }).waitFor()
})
