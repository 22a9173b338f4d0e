import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, inject, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { repairs } from '#services/repairs/module.ts'
import type { RepairDetail } from '#services/repairs/schema.ts'
import { ask, cookieOf } from './ask.ts'
import { phone, visit, withBrowser } from './browser.ts'
import { countKept, newPhoneFolder, readyForBasement, switchOn } from './own-phone.ts'
import { photo } from './photo.ts'
import { assigned } from './scene.ts'

withBrowser()
// A test that failed with the server away must not take the others along.
afterEach(() => control('start'))
const away = {
  size: phone,
  expects: /ERR_INTERNET_DISCONNECTED|Failed to fetch|401|40[39] .*acceptance|ERR_FAILED/,
}

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()
const readIt = (orderId: string) => ask('dispatcher', repairs.actions.readRepair, { orderId })
const control = async (what: 'stop' | 'start') => {
  const answer = await fetch(`${inject('control')}/${what}`, { method: 'POST' })
  if (!answer.ok) throw new Error(`the server did not ${what}: ${await answer.text()}`)
}

/** One task from accepting to finishing, with a photo before and one after; nothing of it asks the server. */
async function doTask(page: Page, repair: RepairDetail, greys: { before: number; after: number }) {
  await page.goto(`${inject('address')}/tasks/${repair.id}`)
  await press(page, '接单')
  await press(page, '到场，开工')
  await page.getByText(/^检查清单 0\//).waitFor()
  await page.locator('.task-photos input[type=file]').first().setInputFiles(photo(greys.before))
  await page.locator('.task-photos .hq-photo').first().waitFor()
  for (const { line } of repair.checklist.lines) {
    const row = page.locator(`#line-${line.id}`)
    await row.getByRole('button', { name: '合格', exact: true }).click()
    if (line.limit) await row.getByLabel(/^读数/).fill(String(line.limit.min ?? line.limit.max ?? 0))
    if (line.needsPhoto) {
      await row.locator('input[type=file]').setInputFiles(photo())
      await row.getByRole('button', { name: /^移除/ }).waitFor()
    }
  }
  await press(page, '记下工时')
  await press(page, '完工')
  const sheet = page.getByRole('dialog')
  await sheet.locator('input[type=file]').first().setInputFiles(photo(greys.after))
  await sheet.getByRole('button', { name: /^移除/ }).waitFor()
  await sheet.getByRole('button', { name: '完工，交报修人确认' }).click()
  await page.waitForURL(`${inject('address')}/`)
}

const fileBytes = async (id: string) => {
  const answer = await fetch(`${inject('address')}/api/files/${id}`, {
    headers: { cookie: await cookieOf('dispatcher') },
  })
  return Buffer.from(await answer.arrayBuffer())
}

// Five tasks, three starts of a browser and one of the server: minutes on a busy machine.
it('[DESK-09] a whole shift without the server, the phone killed twice: afterwards everything is there exactly once', async () => {
  const faults = ['窗锁坏', '门合页松', '纱窗破', '门吸脱落', '把手松动']
  const ids: string[] = []
  for (const [index, fault] of faults.entries()) ids.push((await assigned(30 + index, fault)).id)
  const tasks = await Promise.all(
    ids.map((orderId) => ask('worker', repairs.actions.readRepair, { orderId })),
  )
  const folder = newPhoneFolder()
  let mine = await switchOn(folder)
  await mine.page.goto(inject('address'))
  await readyForBasement(mine.page, ids)
  await control('stop')
  const left = Date.now()
  const shift = async (from: number, to: number) => {
    for (const [index, task] of tasks.slice(from, to).entries())
      await doTask(mine.page, task, { before: 10 + from + index, after: 100 + from + index })
  }
  await shift(0, 3)
  await mine.kill()
  // Switched on again in the basement: the day is there, and so is what was done.
  mine = await switchOn(folder)
  await mine.page.goto(inject('address'))
  await mine.page.getByText(/离线 · 数据截至 \d\d:\d\d · 待上传/).waitFor()
  await shift(3, 5)
  await mine.kill()
  const back = Date.now()
  await control('start')
  mine = await switchOn(folder)
  await mine.page.goto(inject('address'))
  const states = async () => (await Promise.all(ids.map(readIt))).map(({ state }) => state)
  await expect.poll(states, { timeout: 90_000 }).toEqual(ids.map(() => 'FINISHED'))
  await mine.context.close()
  for (const [index, id] of ids.entries()) {
    const done = await readIt(id)
    const times = (type: string) => done.history.filter((entry) => entry.type === type).length
    expect(['orders.taken', 'orders.started', 'orders.finished', 'repairs.labour_added'].map(times)).toEqual([
      1, 1, 1, 1,
    ])
    expect(done.labour).toHaveLength(1)
    expect(done.checklist.lines.every(({ executed }) => executed?.result === 'OK')).toBe(true)
    const [before, after] = ['BEFORE', 'AFTER'].map((stage) =>
      done.photos.filter((one) => one.stage === stage),
    )
    expect([before?.length, after?.length]).toEqual([1, 1])
    expect(await fileBytes(before![0]!.fileId)).toEqual(photo(10 + index).buffer)
    expect(await fileBytes(after![0]!.fileId)).toEqual(photo(100 + index).buffer)
    for (const moment of [done.startedAt, done.finishedAt, before![0]!.at, done.labour[0]!.at]) {
      expect(Date.parse(moment!)).toBeGreaterThan(left)
      expect(Date.parse(moment!)).toBeLessThan(back)
    }
  }
  rmSync(folder, { recursive: true, force: true })
}, 900_000)

it('an order that went to somebody else meanwhile: what was done is shown, and goes to the desk as a note', async () => {
  const { id } = await assigned(40, '百叶帘拉不动')
  const worker = await visit('worker', `/tasks/${id}`, away)
  const { page } = worker
  await readyForBasement(page, [id])
  await worker.context.setOffline(true)
  await press(page, '接单')
  await press(page, '到场，开工')
  await page.locator('.task-photos input[type=file]').first().setInputFiles(photo(77))
  await page.locator('.task-photos .hq-photo').first().waitFor()
  await page.getByText('待上传 3').first().waitFor()
  const { items } = await ask('dispatcher', orders.actions.listWorkers, {})
  const other = items.find(({ name }) => name !== '周大勇')!
  const transfer = { orderId: id, workerId: other.personId, reason: '他离得近' }
  await ask('dispatcher', orders.actions.transferOrder, transfer)
  await worker.context.setOffline(false)
  await page.getByText('没有送达，点这里处理').click()
  await page.getByText(/没有送达：/).waitFor()
  for (const what of ['接单', '开工', '修前照片']) await page.getByText(what, { exact: true }).waitFor()
  await expect(page.locator('.unsent .hq-photo').count()).resolves.toBe(1)
  expect((await readIt(id)).holder.name).toBe(other.name)
  await page.getByLabel('给调度补一句（可不填）').fill('帘子已拆下')
  await press(page, '转给调度')
  await page.getByText('都已上传').waitFor()
  const order = await readIt(id)
  expect(order.state).toBe('ASSIGNED')
  expect(order.handovers).toMatchObject([
    { note: '帘子已拆下', by: '周大勇', deeds: [{ what: '接单' }, { what: '开工' }, { what: '修前照片' }] },
  ])
  expect(await fileBytes(order.handovers[0]!.photoIds[0]!)).toEqual(photo(77).buffer)
})

it('what was not delivered is thrown away only after the question, with its consequence', async () => {
  const { id } = await assigned(41, '窗把手掉了')
  const worker = await visit('worker', `/tasks/${id}`, away)
  const { page } = worker
  await readyForBasement(page, [id])
  await worker.context.setOffline(true)
  await press(page, '接单')
  await ask('staff', orders.actions.withdrawOrder, { orderId: id, reason: '自己修好了' })
  await worker.context.setOffline(false)
  await page.getByText(/没有送达：/).waitFor()
  await press(page, '丢弃')
  await page.getByText('连同照片从手机上删除，谁也看不到了，不能恢复。').waitFor()
  await press(page, '先不')
  await page.getByText(/没有送达：/).waitFor()
  await press(page, '丢弃')
  await page.getByRole('dialog').getByRole('button', { name: '丢弃' }).click()
  await page.getByText(/没有送达：/).waitFor({ state: 'detached' })
  expect((await readIt(id)).handovers).toEqual([])
})

it('the same write twice at once, and two tabs of one phone: carried out once', async () => {
  const { id } = await assigned(42, '门下沉')
  await ask('worker', orders.actions.takeOrder, { orderId: id })
  const once = async () =>
    fetch(`${inject('address')}/api/repairs/${id}/labour`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: await cookieOf('worker'),
        'idempotency-key': `twice-${id}`,
        'occurred-at': new Date().toISOString(),
      },
      body: JSON.stringify({ people: 2, minutes: 45 }),
    })
  const answers = await Promise.all([once(), once(), once()])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const [first, ...others] = await Promise.all(answers.map((answer) => answer.json()))
  for (const other of others) expect(other).toEqual(first)
  expect((await readIt(id)).labour).toHaveLength(1)

  const worker = await visit('worker', `/tasks/${id}`, away)
  const { page } = worker
  await readyForBasement(page, [id])
  const second = await worker.context.newPage()
  await second.goto(`${inject('address')}/tasks/${id}`)
  await second.getByText('用料和工时').waitFor()
  await worker.context.setOffline(true)
  await page.getByLabel('材料名称').fill('合页')
  await page.getByLabel('单价（元）').fill('12')
  await press(page, '记下材料')
  // The other tab hears of it.
  await second.getByText('待上传 1').first().waitFor()
  await worker.context.setOffline(false)
  await expect.poll(async () => (await readIt(id)).costs.length, { timeout: 30_000 }).toBe(1)
  await page.getByText('待上传 1').first().waitFor({ state: 'detached' })
  await second.getByText('待上传 1').first().waitFor({ state: 'detached' })
  expect((await readIt(id)).costs).toHaveLength(1)
})

it('the session ended meanwhile: nothing goes out under another name, and all of it once its maker is back', async () => {
  const { id } = await assigned(43, '地弹簧坏了')
  const worker = await visit('worker', `/tasks/${id}`, away)
  const { page } = worker
  await readyForBasement(page, [id])
  await worker.context.setOffline(true)
  await press(page, '接单')
  await page.getByText('待上传 1').first().waitFor()
  await worker.context.clearCookies()
  await worker.context.setOffline(false)
  await page.getByText(/这台手机上有\s1\s项还没上传/).waitFor()
  await page.locator('.hq-role', { hasText: '调度' }).click()
  await page.locator('#main').waitFor()
  await page.goto(`${inject('address')}/tasks/outbox`)
  await page.getByText('都已上传').waitFor()
  expect((await readIt(id)).state).toBe('ASSIGNED')
  await page.goto(`${inject('address')}/more`)
  await press(page, '退出登录')
  await page.getByText(/这台手机上有\s1\s项还没上传/).waitFor()
  await page.locator('.hq-role', { hasText: '一线' }).click()
  await expect.poll(async () => (await readIt(id)).state, { timeout: 30_000 }).toBe('TAKEN')
  const taken = (await readIt(id)).history.filter(({ type }) => type === 'orders.taken')
  expect(taken.map(({ actorName }) => actorName)).toEqual(['周大勇'])
})

it('after signing out nothing of what was read stays on the phone', async () => {
  const { id } = await assigned(44, '锁芯卡住')
  // A session of its own: signing out ends it for every browser that has it.
  const worker = await visit(null, '/', away)
  const { page } = worker
  await page.locator('.hq-role', { hasText: '一线' }).click()
  await readyForBasement(page, [id])
  expect(await countKept(page, 'answer')).toBeGreaterThan(0)
  await page.goto(`${inject('address')}/more`)
  await press(page, '退出登录')
  await page.locator('.hq-role').first().waitFor()
  for (const shelf of ['answer', 'picture', 'session'] as const) expect(await countKept(page, shelf)).toBe(0)
})

/** A photo at the server that no phone has kept. */
async function storedPhoto(): Promise<string> {
  const form = new FormData()
  const { buffer, mimeType, name } = photo(0x33)
  form.append('file', new Blob([buffer], { type: mimeType }), name)
  const answer = await fetch(`${inject('address')}/api/files`, {
    method: 'POST',
    headers: { cookie: await cookieOf('worker') },
    body: form,
  })
  return ((await answer.json()) as { id: string }).id
}

it('a photo that arrives after signing out is not kept', async () => {
  const worker = await visit(null, '/', away)
  const { page } = worker
  await page.locator('.hq-role', { hasText: '一线' }).click()
  await readyForBasement(page, [])
  const thumbnail = /\/api\/files\/[0-9a-f-]{36}\/thumbnail$/
  const late = Promise.withResolvers<void>()
  await page.route(thumbnail, async (route) => {
    const response = await route.fetch()
    await late.promise
    await route.fulfill({ response })
  })
  await page.goto(`${inject('address')}/more`)
  await page.getByRole('button', { name: '退出登录' }).waitFor()
  // A task with a photo comes into this hand: the phone fetches it, to have it in the basement.
  const asked = page.waitForRequest(thumbnail)
  const { id: orderId } = await assigned(46, '插座松动')
  await ask('worker', repairs.actions.addPhotos, { orderId, photos: [await storedPhoto()], stage: 'BEFORE' })
  await asked
  // The page that is left stays, as a slow one would, until what it asked for is there.
  page.on('dialog', (question) => question.dismiss())
  await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
  await press(page, '退出登录')
  await expect.poll(() => countKept(page, 'session')).toBe(0)
  const came = page.waitForResponse(thumbnail)
  late.resolve()
  await (await came).finished()
  await page.waitForTimeout(500)
  expect(await countKept(page, 'picture')).toBe(0)
})

it('a newer version is offered, waits for its reader, and takes along what was not sent', async () => {
  const script = join(import.meta.dirname, '..', 'dist', 'web', 'sw.js')
  const served = await fetch(`${inject('address')}/sw.js`)
  expect([served.status, served.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  const { id } = await assigned(45, '窗框漏风')
  const worker = await visit('worker', `/tasks/${id}`, away)
  const { page } = worker
  await readyForBasement(page, [id])
  const before = readFileSync(script, 'utf8')
  try {
    appendFileSync(script, '\n// a newer version\n')
    await page.evaluate(() => navigator.serviceWorker.ready.then((one) => one.update()).then(() => undefined))
    const offer = page.getByRole('button', { name: '新版本，点这里更新' })
    await offer.waitFor()
    await worker.context.setOffline(true)
    await press(page, '接单')
    await page.getByText('待上传 1').first().waitFor()
    await Promise.all([page.waitForEvent('load'), offer.click()])
    await page.getByText('待上传 1').first().waitFor()
    await offer.waitFor({ state: 'detached' })
    await worker.context.setOffline(false)
    await expect.poll(async () => (await readIt(id)).state, { timeout: 30_000 }).toBe('TAKEN')
  } finally {
    writeFileSync(script, before)
  }
})
