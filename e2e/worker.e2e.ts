import { expect, it } from 'vitest'
import { repairs } from '#services/repairs/module.ts'
import { ask } from './ask.ts'
import { phone, settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { fillChecklist } from './fill-checklist.ts'
import { tap, touch } from './hand.ts'
import { expectFits, picture } from './looks.ts'
import { photo } from './photo.ts'
import { assigned } from './scene.ts'

withBrowser()
const hand = { size: phone }

it('the worker sees the next task large: where, what, what to bring', async () => {
  await assigned(20, '玻璃门地弹簧漏油')
  const worker = await visit('worker', '/', hand)
  const { page } = worker
  const next = page.getByRole('region', { name: '现在做这一单' })
  await next.getByText('带上').waitFor()
  await expectFits(page)
  await picture(page, 'worker')
})

it('[DESK-09] the worker accepts, starts, does the checklist with a photo and finishes; nothing known is asked', async () => {
  const { id } = await assigned(21, '推拉窗滑轮坏了')
  const worker = await visit('worker', `/tasks/${id}`, hand)
  const { page } = worker
  await tap(worker, '接单')
  await tap(worker, '到场，开工')
  await page.getByText(/^检查清单 0\//).waitFor()
  const { checklist: wanted } = await ask('worker', repairs.actions.readRepair, { orderId: id })
  const lines = await fillChecklist(worker, wanted.lines)
  expect(lines).toBeGreaterThan(0)
  await page.getByText(`检查清单 ${lines}/${lines}`).waitFor()
  await picture(page, 'worker-task')
  await expectFits(page)
  await tap(worker, '完工')
  const sheet = page.getByRole('dialog')
  await sheet.locator('input[type=file]').first().setInputFiles(photo())
  worker.counts.taps++
  await sheet.getByRole('button', { name: /^移除/ }).waitFor()
  await tap(worker, '完工，交报修人确认')
  await page.getByText('已完工，等报修人确认').waitFor()
  countDeed('worker', '接单、清单、照片、完工 accept, checklist, photos, finish', worker)

  // The screen shows it at once; the server has it a moment later.
  const read = () => ask('staff', repairs.actions.readRepair, { orderId: id })
  await expect.poll(async () => (await read()).state, { timeout: 20_000 }).toBe('FINISHED')
  const done = await read()
  expect(done.photos.filter(({ stage }) => stage === 'AFTER')).toHaveLength(1)
})

it('[DESK-09] finishing too early names what is missing, and one tap leads there', async () => {
  const { id } = await assigned(22, '门禁读卡器没反应')
  const worker = await visit('worker', `/tasks/${id}`, hand)
  const { page } = worker
  await tap(worker, '接单')
  await tap(worker, '到场，开工')
  await touch(worker, page.getByRole('button', { name: '完工', exact: true }))
  await page.getByText(/还差\s\d+\s项，点一下就到/).waitFor()
  await expect(page.getByRole('button', { name: '完工，交报修人确认' }).isDisabled()).resolves.toBe(true)
})

it('the worker pauses with a reason and goes on', async () => {
  const { id } = await assigned(23, '闭门器断了')
  const worker = await visit('worker', `/tasks/${id}`, hand)
  const { page } = worker
  await tap(worker, '接单')
  await tap(worker, '到场，开工')
  await tap(worker, '暂停')
  await touch(
    worker,
    page
      .getByRole('dialog')
      .getByRole('button', { name: /材料|配件/ })
      .first(),
  )
  await tap(worker, '继续干')
  await page.getByRole('button', { name: '完工', exact: true }).waitFor()
  countDeed('worker', '接单、开工、暂停、继续 accept, start, pause, go on', worker)
})

it('without a signal the checklist stays on the phone and goes up by itself when it is back', async () => {
  const { id } = await assigned(24, '窗帘轨道脱落')
  const worker = await visit('worker', `/tasks/${id}`, { ...hand, expects: /ERR_INTERNET_DISCONNECTED/ })
  const { page } = worker
  await tap(worker, '接单')
  await tap(worker, '到场，开工')
  await page.getByText(/^检查清单 0\//).waitFor()
  await worker.context.setOffline(true)
  await touch(worker, page.getByRole('button', { name: '合格', exact: true }).first())
  await page.getByText(/1\s项已记在手机上/).waitFor()
  await worker.context.setOffline(false)
  await page.getByText(/1\s项已记在手机上/).waitFor({ state: 'detached', timeout: 30_000 })
  const { checklist } = await ask('worker', repairs.actions.readRepair, { orderId: id })
  expect(checklist.lines.filter(({ executed }) => executed?.result === 'OK')).toHaveLength(1)
  await settled(page)
})
