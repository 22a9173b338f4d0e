import type { Page } from 'playwright-core'

export interface DragFrames {
  /** Frames the browser painted in a second while the item was dragged. */
  perSecond: number
  /** The ninety-fifth of a hundred frames, in milliseconds. */
  p95Ms: number
  /** Stretches of script of more than 50 ms, and the longest of them. */
  longTasks: number
  longestMs: number
  frames: number
}

declare global {
  interface Window {
    watched: { frames: number[]; tasks: number[]; stop: boolean }
  }
}

/**
 * Drags an item to and fro over rows and hours for so many milliseconds, by mouse as a person would, and counts the frames:
 * the times between one requestAnimationFrame and the next, and the browser's own notes of long tasks.
 */
export async function measureDrag(page: Page, id: string, forMs: number): Promise<DragFrames> {
  const item = page.locator(`[data-id="${id}"]`)
  const box = (await item.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 8, y)
  await page.evaluate(() => {
    window.watched = { frames: [], tasks: [], stop: false }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.watched.tasks.push(duration)
    }).observe({ type: 'longtask' })
    let last = performance.now()
    const note = (now: number) => {
      window.watched.frames.push(now - last)
      last = now
      if (!window.watched.stop) requestAnimationFrame(note)
    }
    requestAnimationFrame((now) => {
      last = now
      requestAnimationFrame(note)
    })
  })
  const until = performance.now() + forMs
  for (let step = 0; performance.now() < until; step++) {
    const turn = step / 25
    await page.mouse.move(x + 300 + 280 * Math.sin(turn), y + 250 + 240 * Math.sin(turn * 0.7))
  }
  const { frames, tasks } = await page.evaluate(() => {
    window.watched.stop = true
    return window.watched
  })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  const sorted = frames.toSorted((one, other) => one - other)
  const seconds = frames.reduce((sum, ms) => sum + ms, 0) / 1000
  return {
    perSecond: frames.length / seconds,
    p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    longTasks: tasks.length,
    longestMs: Math.max(0, ...tasks),
    frames: frames.length,
  }
}
