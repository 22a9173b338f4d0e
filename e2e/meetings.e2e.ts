import { expect, it } from 'vitest'
import { meetings } from '#services/meetings/module.ts'
import { ask } from './ask.ts'
import { desk, phone, type Visit, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { fillChecklist } from './fill-checklist.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits, picture } from './looks.ts'

withBrowser()
const { actions } = meetings

it('[MEET-02] staff book a meeting in two taps: a free room, and done', async () => {
  const staff = await visit('staff', '/meetings/new', { size: phone })
  const { page } = staff
  await page.getByRole('radio').first().waitFor()
  await picture(page, 'meeting-new')
  await expectFits(page)
  await expectAccessible(page)
  await touch(staff, page.locator('.room-tile').first())
  await tap(staff, '订下')
  await page.getByText('会议安排').waitFor()
  countDeed('staff', '订会议室 book a meeting room', staff)
  expect(staff.counts.taps).toBeLessThanOrEqual(3)
  const meetingId = new URL(page.url()).pathname.split('/').at(-1)!
  const { support } = await ask('worker', actions.readMeeting, { meetingId })
  expect(support.length).toBeGreaterThan(4)
})

let asked = 0

/** A meeting of its own day, at the earliest in three, for whose rostrum there is a task; a test tried again has another. */
async function rostrumTask() {
  const { items: rooms } = await ask('dispatcher', actions.listRooms, { limit: 1 })
  const from = new Date(Date.now() + (3 + asked++) * 86_400_000)
  const { id: meetingId } = await ask('dispatcher', actions.bookMeeting, {
    title: '设备调试演练',
    roomId: rooms[0]!.id,
    from: from.toISOString(),
    to: new Date(from.getTime() + 3_000_000).toISOString(),
    headcount: 10,
    services: ['ROSTRUM'],
    wait: true,
  })
  const { support } = await ask('worker', actions.readMeeting, { meetingId })
  return support.find(({ kind }) => kind === 'ROSTRUM')!.id
}

async function answerAll(worker: Visit, taskId: string) {
  const { checklist } = await ask('worker', actions.readTask, { taskId })
  const lines = await fillChecklist(worker, checklist.lines)
  await worker.page.getByText(`检查清单 ${lines}/${lines}`).waitFor()
}

const stateOf = (taskId: string) => async () => (await ask('worker', actions.readTask, { taskId })).state

it('[MEET-01] the attendant starts a task, does its checklist, finishes', async () => {
  const taskId = await rostrumTask()
  const worker = await visit('worker', `/meetings/tasks/${taskId}`, { size: phone })
  await tap(worker, '开始')
  await worker.page.getByText(/^检查清单 0\//).waitFor()
  await answerAll(worker, taskId)
  await picture(worker.page, 'meeting-task')
  await expectFits(worker.page)
  await expectAccessible(worker.page)
  await tap(worker, '完成')
  await expect.poll(stateOf(taskId), { timeout: 20_000 }).toBe('DONE')
  await picture(worker.page, 'meeting-day')
})

it('[MEET-01] without a signal the attendant starts, answers and finishes; it goes up when the signal is back', async () => {
  const taskId = await rostrumTask()
  const worker = await visit('worker', `/meetings/tasks/${taskId}`, {
    size: phone,
    expects: /ERR_INTERNET_DISCONNECTED/,
  })
  await worker.page.getByRole('button', { name: '开始' }).waitFor()
  // The pages of a shift are fetched ahead, for the basement.
  await worker.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await worker.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await worker.context.setOffline(true)
  await tap(worker, '开始')
  await answerAll(worker, taskId)
  await tap(worker, '完成')
  await worker.page.waitForURL(/\/meetings\/tasks$/)
  expect(await stateOf(taskId)()).toBe('PLANNED')
  await worker.context.setOffline(false)
  await expect.poll(stateOf(taskId), { timeout: 40_000 }).toBe('DONE')
})

it('the dispatcher sees every task by time, the manager the forecast', async () => {
  const dispatcher = await visit('dispatcher', '/meetings/board', { size: desk })
  await dispatcher.page.getByRole('table').waitFor()
  await picture(dispatcher.page, 'meeting-board')
  await expectFits(dispatcher.page)
  await expectAccessible(dispatcher.page)
  const manager = await visit('manager', '/meetings/forecast', { size: desk, dark: true })
  await manager.page
    .getByText(/今后半年预计/)
    .first()
    .waitFor()
  await picture(manager.page, 'meeting-forecast')
  await expectFits(manager.page)
  await expectAccessible(manager.page)
})

it('a meeting and a room show everything about them, on a desk and on a phone, light and dark', async () => {
  const { items } = await ask('manager', actions.listMeetings, { missed: true, limit: 1 })
  const { items: rented } = await ask('manager', actions.listRooms, { rented: true })
  for (const [size, dark] of [
    [desk, false],
    [phone, true],
  ] as const) {
    for (const path of [`/meetings/${items[0]!.id}`, `/meetings/rooms/${rented[0]!.id}`, '/meetings']) {
      const { page } = await visit('manager', path, { size, dark })
      await expectFits(page)
      await expectAccessible(page)
    }
  }
})

it('[MEET-10] [MEET-11] the section head registers a lease and takes stock of a room', async () => {
  const { items } = await ask('manager', actions.listRooms, { rented: false, limit: 1 })
  const roomId = items[0]!.id
  // A number of its own at each try: what the first one registered stays.
  const contractNo = `ZL-${Date.now() % 1_000_000}`
  const manager = await visit('manager', `/meetings/rooms/${roomId}`, { size: phone })
  const { page } = manager
  await tap(manager, '登记租约')
  const panel = page.getByRole('dialog')
  await type(manager, panel.getByLabel('出租方'), '东湖物业公司')
  await type(manager, panel.getByLabel('合同号'), contractNo)
  await type(manager, panel.getByLabel('起租日'), '2027-01-01')
  await type(manager, panel.getByLabel('到期日'), '2027-12-31')
  await type(manager, panel.getByLabel('年租金（元）'), '12000')
  await expectAccessible(page, '[role=dialog]')
  await touch(manager, panel.getByRole('button', { name: '保存' }))
  await page.getByText(contractNo).first().waitFor()
  await tap(manager, '盘点')
  await page.getByRole('button', { name: '盘点完毕' }).waitFor()
  await expectAccessible(page)
  await tap(manager, '盘点完毕')
  await page.getByText('已盘点').waitFor()
  const room = await ask('manager', actions.readRoom, { roomId })
  expect(room.leases).toMatchObject([{ contractNo, yearlyRentFen: 1_200_000 }])
})
