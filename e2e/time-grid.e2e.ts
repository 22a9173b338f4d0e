import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desk, phone, type Visit, visit, withBrowser } from './browser.ts'
import { touch } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'
import { measureDrag } from './time-grid/measure-drag.ts'
import type { Call } from './time-grid/page.tsx'
import { day } from './time-grid/rooms.ts'
import { serveGridPage } from './time-grid/serve-page.ts'

withBrowser()

let at = ''
let stop = async () => undefined as unknown
beforeAll(async () => {
  const server = await serveGridPage()
  at = server.address
  stop = server.stop
})
afterAll(() => stop())

/** 50 rooms and 500 bookings, in a browser that believes itself elsewhere: the clock stays China's. */
const open = (path = '/', size = desk) => visit(null, path, { at, size, zone: 'America/New_York' })

const iso = (clock: string) => `${day}T${clock}:00+08:00`
const callsOf = ({ page }: Visit) => page.evaluate(() => window.calls as Call[])
const itemOf = (page: Page, id: string) => page.locator(`[data-id="${id}"]`)
const saidOn = (page: Page) => page.getByRole('status').textContent()

/** The point at a time in a room, in the middle of its line. */
async function pointAt(page: Page, room: number, clock: string): Promise<{ x: number; y: number }> {
  const track = page.locator(`.hq-tg-line >> nth=${room - 1}`).locator('.hq-tg-track')
  const box = (await track.boundingBox())!
  const [hour, minute] = clock.split(':').map(Number) as [number, number]
  // A little inside the step, so that it is this step and not the one before.
  const x = box.x + (box.width * (hour * 60 + minute + 2 - 7 * 60)) / (14 * 60)
  return { x, y: box.y + box.height / 2 }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  // The ghost is drawn with the next frame.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}

async function middleOf(item: Locator) {
  const box = (await item.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, left: box.x, right: box.x + box.width }
}

describe('by mouse', () => {
  it('a drag over free time makes, shows its time on the way, and snaps', async () => {
    const visited = await open()
    const { page } = visited
    await drag(page, await pointAt(page, 1, '13:07'), await pointAt(page, 1, '14:20'))
    await expect(page.locator('.hq-tg-ghost').textContent()).resolves.toBe('13:00–14:30')
    await page.mouse.up()
    await expect(callsOf(visited)).resolves.toEqual([
      { name: 'make', value: { rowId: 'room-1', from: iso('13:00'), to: iso('14:30') } },
    ])
    await expect(page.locator('.hq-tg-ghost').count()).resolves.toBe(0)
    await itemOf(page, 'made-1').waitFor()
  })

  it('a click on free time makes an hour, or what of it is free; a click on an item opens it', async () => {
    const visited = await open()
    const { page } = visited
    const free = await pointAt(page, 1, '12:00')
    await page.mouse.click(free.x, free.y)
    // 14:00 is taken in the second room.
    const before = await pointAt(page, 2, '13:30')
    await page.mouse.click(before.x, before.y)
    await itemOf(page, 'meeting').click()
    await expect(callsOf(visited)).resolves.toEqual([
      { name: 'make', value: { rowId: 'room-1', from: iso('12:00'), to: iso('13:00') } },
      { name: 'make', value: { rowId: 'room-2', from: iso('13:30'), to: iso('14:00') } },
      { name: 'open', value: 'meeting' },
    ])
    await expect(itemOf(page, 'meeting').getAttribute('aria-selected')).resolves.toBe('true')
  })

  it('an item moves to another room and time, and its ends stretch', async () => {
    const visited = await open()
    const { page } = visited
    const meeting = itemOf(page, 'meeting')
    const from = await middleOf(meeting)
    const [nine, ten] = [await pointAt(page, 1, '09:00'), await pointAt(page, 2, '10:00')]
    await drag(page, from, { x: from.x + ten.x - nine.x, y: ten.y })
    await page.mouse.up()
    const moved = await middleOf(meeting)
    await drag(page, { x: moved.right - 3, y: moved.y }, await pointAt(page, 2, '13:00'))
    await page.mouse.up()
    await drag(page, { x: moved.left + 3, y: moved.y }, await pointAt(page, 2, '09:00'))
    await page.mouse.up()
    const room2 = { id: 'meeting', rowId: 'room-2' }
    await expect(callsOf(visited)).resolves.toEqual([
      { name: 'move', value: { ...room2, from: iso('10:00'), to: iso('11:30') } },
      { name: 'move', value: { ...room2, from: iso('10:00'), to: iso('13:00') } },
      { name: 'move', value: { ...room2, from: iso('09:00'), to: iso('13:00') } },
    ])
  })

  it('a clash is told while dragging, and a drop on it does nothing but say so', async () => {
    const visited = await open()
    const { page } = visited
    const other = await middleOf(itemOf(page, 'other'))
    await drag(page, await middleOf(itemOf(page, 'meeting')), other)
    const ghost = page.locator('.hq-tg-ghost')
    await expect(ghost.textContent()).resolves.toContain('与“安全检查”（14:00–16:00）冲突')
    await expect(ghost.getAttribute('data-clash')).resolves.toBe('true')
    await page.mouse.up()
    await expect(saidOn(page)).resolves.toBe('没有移动。与“安全检查”（14:00–16:00）冲突')
    // A blackout, and the half hour that the meeting keeps after itself.
    await drag(page, await pointAt(page, 2, '17:00'), await pointAt(page, 2, '18:30'))
    await expect(ghost.textContent()).resolves.toContain('不可用：设备检修')
    await page.mouse.up()
    await drag(page, await pointAt(page, 1, '10:45'), await pointAt(page, 1, '11:30'))
    await expect(ghost.textContent()).resolves.toContain('离“机关事务月度例会”（09:00–10:30）太近')
    await page.mouse.up()
    await expect(callsOf(visited)).resolves.toEqual([])
  })

  it('Escape gives a drag up; what may not move and what is private stays', async () => {
    const visited = await open()
    const { page } = visited
    await drag(page, await middleOf(itemOf(page, 'meeting')), await pointAt(page, 1, '17:00'))
    await page.keyboard.press('Escape')
    await expect(page.locator('.hq-tg-ghost').count()).resolves.toBe(0)
    await page.mouse.up()
    for (const held of ['[data-fixed]:not([data-private])', '[data-private]']) {
      await drag(page, await middleOf(page.locator(held).first()), await pointAt(page, 1, '17:00'))
      await expect(page.locator('.hq-tg-ghost').count()).resolves.toBe(0)
      await page.mouse.up()
      await expect(saidOn(page)).resolves.toContain('不能移动')
    }
    await page.locator('[data-private]').first().click()
    await expect(saidOn(page)).resolves.toContain('详情不公开')
    await expect(callsOf(visited)).resolves.toEqual([])
  })

  it('without leave to make or move there is nothing to drag', async () => {
    const visited = await open('/?read')
    const { page } = visited
    await drag(page, await middleOf(itemOf(page, 'meeting')), await pointAt(page, 1, '17:00'))
    await expect(page.locator('.hq-tg-ghost').count()).resolves.toBe(0)
    await page.mouse.up()
    await drag(page, await pointAt(page, 1, '13:00'), await pointAt(page, 1, '17:00'))
    await expect(page.locator('.hq-tg-ghost').count()).resolves.toBe(0)
    await page.mouse.up()
  })

  it('held at its edge the grid scrolls on, to rooms that were not in sight', async () => {
    const visited = await open()
    const { page } = visited
    const scroller = page.locator('.hq-tg-scroller')
    const box = (await scroller.boundingBox())!
    await drag(page, await middleOf(itemOf(page, 'meeting')), { x: box.x + 700, y: box.y + box.height - 6 })
    await page.waitForFunction(() => document.querySelector('.hq-tg-scroller')!.scrollTop > 600)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(page.locator('.hq-tg-line').first().isVisible()).resolves.toBe(true)
    await expect(callsOf(visited)).resolves.toEqual([])
  })
})

describe('by keyboard', () => {
  const keys = async (page: Page, ...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key)
  }
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

  it('the grid has one tab stop; arrows walk over free time and items, and each says what it is', async () => {
    const { page } = await open()
    await keys(page, 'Tab')
    await expect(focused(page)).resolves.toBe(
      '机关事务月度例会，第1会议室，09:00–10:30，已确认，之后留 30\u00a0分钟',
    )
    await keys(page, 'ArrowDown')
    await expect(focused(page)).resolves.toBe('第2会议室 09:00–09:15 空闲')
    await keys(page, 'End')
    await expect(focused(page)).resolves.toBe('第2会议室 20:45–21:00 设备检修')
    await keys(page, 'Tab')
    await expect(page.evaluate(() => document.activeElement?.closest('[role=grid]') === null)).resolves.toBe(
      true,
    )
    await keys(page, 'Shift+Tab')
    await expect(focused(page)).resolves.toBe('第2会议室 20:45–21:00 设备检修')
    await expect(page.locator('[role=grid] [tabindex="0"]').count()).resolves.toBe(1)
  })

  it('Enter begins, Shift and arrows stretch, Enter makes; the focus goes to what was made', async () => {
    const visited = await open()
    const { page } = visited
    await keys(page, 'Tab', 'ArrowDown', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowRight')
    await expect(saidOn(page)).resolves.toBe('新建：第2会议室，09:15–10:45')
    await keys(page, 'Enter')
    await expect(callsOf(visited)).resolves.toEqual([
      { name: 'make', value: { rowId: 'room-2', from: iso('09:15'), to: iso('10:45') } },
    ])
    await expect(focused(page)).resolves.toContain('新预订')
  })

  it('m picks up, arrows move, Shift and arrows stretch, Enter drops; the focus goes with it', async () => {
    const visited = await open()
    const { page } = visited
    await keys(page, 'Tab', 'm', 'ArrowDown', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowUp')
    await expect(saidOn(page)).resolves.toBe('移到：第2会议室，09:00–11:00')
    await keys(page, 'Enter')
    await expect(callsOf(visited)).resolves.toEqual([
      { name: 'move', value: { id: 'meeting', rowId: 'room-2', from: iso('09:00'), to: iso('11:00') } },
    ])
    await expect(focused(page)).resolves.toContain('机关事务月度例会，第2会议室，09:00–11:00')
    await keys(page, 'Enter')
    await expect(callsOf(visited)).resolves.toHaveLength(2)
  })

  it('a clash is told at every step; Enter on it leaves it in the hand, Escape puts it back', async () => {
    const visited = await open()
    const { page } = visited
    await keys(page, 'Tab', 'm', 'ArrowDown', ...Array<string>(18).fill('ArrowRight'))
    await expect(saidOn(page)).resolves.toBe('移到：第2会议室，13:30–15:00 与“安全检查”（14:00–16:00）冲突')
    await keys(page, 'Enter')
    await expect(saidOn(page)).resolves.toContain('没有移动。与“安全检查”')
    await expect(page.locator('.hq-tg-ghost').count()).resolves.toBe(1)
    await keys(page, 'Escape')
    await expect(page.locator('.hq-tg-ghost').count()).resolves.toBe(0)
    await expect(saidOn(page)).resolves.toBe('已取消')
    await expect(focused(page)).resolves.toContain('机关事务月度例会，第1会议室，09:00–10:30')
    await expect(callsOf(visited)).resolves.toEqual([])
  })

  it('the month is walked by days, and Enter opens one', async () => {
    const visited = await open('/?view=month')
    await keys(visited.page, 'Tab', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'Enter')
    await expect(callsOf(visited)).resolves.toEqual([{ name: 'day', value: '2026-11-24' }])
    await visited.page.locator('.hq-tg-line').first().waitFor()
  })

  it('in a week of one room up and down are days', async () => {
    const visited = await open('/?view=week&row=room-1')
    await keys(visited.page, 'Tab', 'm', 'ArrowDown', 'Enter')
    await expect(callsOf(visited)).resolves.toEqual([
      {
        name: 'move',
        value: {
          id: 'meeting',
          rowId: 'room-1',
          from: '2026-11-24T09:00:00+08:00',
          to: '2026-11-24T10:30:00+08:00',
        },
      },
    ])
  })
})

describe('by finger', () => {
  it('a phone shows a day as a list; a tap on free time gives it, none of it past', async () => {
    const visited = await open('/', phone)
    const { page } = visited
    await expectFits(page)
    const first = page.getByRole('region', { name: '第2会议室' })
    const gap = first.getByRole('button', { name: '第2会议室，11:30–14:00 空闲 2小时30分' })
    expect((await gap.boundingBox())!.height).toBeGreaterThanOrEqual(44)
    await touch(visited, gap)
    await touch(visited, first.getByRole('button', { name: /安全检查/ }))
    await expect(callsOf(visited)).resolves.toEqual([
      { name: 'make', value: { rowId: 'room-2', from: iso('11:30'), to: iso('14:00') } },
      { name: 'open', value: 'other' },
    ])
    expect(visited.counts.taps).toBe(2)
  })

  it('on a grid a swipe scrolls, and a finger that rests first drags', async () => {
    const visited = await visit(null, '/?view=week', { at, size: phone })
    const { page } = visited
    const fingers = await visited.context.newCDPSession(page)
    const touchAt = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
      fingers.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
      })
    const line = (await page.locator('.hq-tg-line').first().boundingBox())!
    const y = line.y + line.height / 2
    const slide = async (from: number, to: number) => {
      for (let step = 1; step <= 6; step++) {
        await page.evaluate(() => new Promise(requestAnimationFrame))
        await touchAt('touchMove', from + ((to - from) * step) / 6, y)
      }
    }
    await touchAt('touchStart', 340, y)
    await slide(340, 140)
    await touchAt('touchEnd', 140, y)
    await page.waitForFunction(() => document.querySelector('.hq-tg-scroller')!.scrollLeft > 100)
    await expect(callsOf(visited)).resolves.toEqual([])

    /** Where the grid comes to rest: it runs on for a while after the finger has left. */
    const atRest = () =>
      page.evaluate(async () => {
        const place = () => document.querySelector('.hq-tg-scroller')!.scrollLeft
        for (let before = -1; before !== place(); ) {
          before = place()
          await new Promise((resolve) => setTimeout(resolve, 200))
        }
        return place()
      })
    // A page that answers a touch late, on a busy machine, has it taken away by Chromium, which scrolls with it; then one
    // rests a finger again.
    let scrolled = 0
    await expect
      .poll(
        async () => {
          scrolled = await atRest()
          await touchAt('touchStart', 200, y)
          await page.locator('.hq-tg-ghost').waitFor({ timeout: 10_000 })
          await slide(200, 240)
          await touchAt('touchEnd', 240, y)
          await page.locator('.hq-tg-ghost').waitFor({ state: 'detached' })
          return (await callsOf(visited)).length
        },
        { timeout: 60_000 },
      )
      .toBe(1)
    const calls = await callsOf(visited)
    expect(calls.map(({ name }) => name)).toEqual(['make'])
    expect(await atRest()).toBe(scrolled)
  })
})

describe('how it looks', () => {
  // axe looks at every element, and of fifty rooms one is like the other.
  const few = 'rooms=8&items=60'
  const faces = ['day', 'week&days=7', 'week&days=7&row=room-4', 'month&days=30'].map(
    (face) => `/?${few}&view=${face}`,
  )
  it.each([
    ['at a desk, light', desk, false],
    ['on a phone, dark', phone, true],
  ] as const)('%s: no finding of axe, also with something in the hand', async (_, size, dark) => {
    for (const path of faces) {
      const { page } = await visit(null, path, { at, size, dark })
      await expectFits(page)
      await expect.soft(expectAccessible(page), path).resolves.toBeUndefined()
    }
    const { page } = await visit(null, faces[1]!, { at, size, dark })
    await page.locator('[role=grid] [tabindex="0"]').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.locator('.hq-tg-ghost').waitFor()
    await expectAccessible(page)
  })

  it('the whole of a long name shows under the pointer, and in English the grid speaks English', async () => {
    const { page } = await visit(null, '/', { at, locale: 'en-US' })
    const cut = page.locator('.hq-tg-item', { hasText: '预算编制会商会' }).first()
    const words = cut.locator('.hq-tg-title > span').last()
    const isCut = () => words.evaluate((box) => box.scrollWidth > box.clientWidth)
    await expect(isCut()).resolves.toBe(true)
    await cut.hover()
    await expect(isCut()).resolves.toBe(false)
    await expect(words.textContent()).resolves.toBe('预算编制会商会（各单位财务负责人参加）')
    await drag(page, await pointAt(page, 1, '13:00'), await pointAt(page, 1, '14:00'))
    await page.mouse.up()
    await expect(saidOn(page)).resolves.toBe('Chosen: 第1会议室, 13:00–14:15')
  })
})

it('50 rooms and 500 bookings: says how fast they are drawn and dragged (the limit is the bench’s)', async () => {
  const { page } = await open()
  await expect(page.locator('.hq-tg-line').count()).resolves.toBe(50)
  await expect(page.locator('.hq-tg-item').count()).resolves.toBe(500)
  const renderMs = await page.evaluate(() => window.renderMs)
  const frames = await measureDrag(page, 'meeting', 3000)
  expect(frames.frames).toBeGreaterThan(10)
  console.log(
    `drawn in ${renderMs.toFixed(0)} ms; ${frames.perSecond.toFixed(1)} frames/s while dragging, p95 ${frames.p95Ms.toFixed(1)} ms, ${frames.longTasks} long tasks (longest ${frames.longestMs.toFixed(0)} ms)`,
  )
})
