import { expect, it } from 'vitest'
import { meetings } from '#services/meetings/module.ts'
import { ask } from './ask.ts'
import { desk, phone, visit, withBrowser } from './browser.ts'
import { touch } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()

/** Another day at another try: what was booked before stays. */
const dayAhead = () =>
  new Date(Date.now() + (60 + (Math.floor(Date.now() / 1000) % 200)) * 86_400_000 + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10)

/** A meeting of 30 persons at 10:00 in a room that is free all day. */
async function oneMeeting() {
  const day = dayAhead()
  const at = (clock: string) => new Date(`${day}T${clock}:00+08:00`).toISOString()
  const { items: free } = await ask('staff', meetings.actions.findFreeRooms, {
    from: at('08:00'),
    to: at('18:00'),
  })
  const room = free.find(({ capacity }) => capacity >= 30)!
  await ask('staff', meetings.actions.bookMeeting, {
    title: '占用图上的会',
    roomId: room.id,
    from: at('10:00'),
    to: at('11:00'),
    headcount: 30,
  })
  return { day, at, room }
}

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
  const manager = await visit('manager', `/meetings/rooms/${room.id}`, { size: phone, dark: true })
  const { page } = manager
  const panel = page.getByRole('dialog')
  await touch(manager, page.getByRole('button', { name: '修改会议室' }))
  await panel.getByLabel('备注').fill('门禁找值班员')
  await expectAccessible(page, '[role=dialog]')
  await touch(manager, panel.getByRole('button', { name: '保存' }))
  await page.getByText('门禁找值班员').first().waitFor()
  await touch(manager, page.getByRole('button', { name: '停用会议室' }))
  await panel.getByLabel('从哪天起').fill(day)
  await panel.getByText('占用图上的会').first().waitFor()
  await panel.getByLabel('原因').fill('整修')
  await expectAccessible(page, '[role=dialog]')
  await touch(manager, panel.getByRole('button', { name: '停用会议室' }))
  await page.getByText(/将从.*起停用：整修/).waitFor()
  await expectFits(page)
  await expectAccessible(page)
  await touch(manager, page.getByRole('button', { name: '恢复使用' }))
  await panel.getByLabel('原因').fill('改期整修')
  await touch(manager, panel.getByRole('button', { name: '恢复使用' }))
  await page.getByText('改期整修').waitFor()
})
