import { type Browser, chromium } from 'playwright-core'
import { type DragFrames, measureDrag } from '../../e2e/time-grid/measure-drag.ts'
import { serveGridPage } from '../../e2e/time-grid/serve-page.ts'
import type { BenchRow } from '../bench-row.ts'
import { median } from '../measure/percentile.ts'

const rounds = 5
const dragMs = 5000
const limits = { perSecond: 60, renderMs: 300 }
const desk = { width: 1440, height: 900 }

interface Round {
  /** From React's first call until all rows and bookings are in the document. */
  renderMs: number
  drag: DragFrames
  /** The same drag over three rooms with a booking or two each: what the browser itself manages here and now. */
  few: DragFrames
}

async function measureRound(browser: Browser, address: string): Promise<Round> {
  const visit = async (path: string) => {
    const context = await browser.newContext({ viewport: desk, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(address + path)
    await page.locator('.hq-tg-item').first().waitFor()
    const renderMs = await page.evaluate(() => window.renderMs)
    const drag = await measureDrag(page, 'meeting', dragMs)
    await context.close()
    return { renderMs, drag }
  }
  const whole = await visit('/?rooms=50&items=500')
  const { drag: few } = await visit('/?rooms=3&items=4')
  return { ...whole, few }
}

/** The grid of rooms and time with 50 rooms and 500 bookings on one day, as a desk's Chromium draws it. */
export const row: BenchRow = {
  name: 'time-grid',
  title: '时间网格，50 个会议室、500 项预订 / the time grid with 50 rooms and 500 bookings',
  needs: [],
  async run() {
    const server = await serveGridPage()
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    })
    try {
      const all: Round[] = []
      for (let count = 0; count < rounds; count++) all.push(await measureRound(browser, server.address))
      const perSecond = median(all.map(({ drag }) => drag.perSecond))
      const few = median(all.map((round) => round.few.perSecond))
      const renderMs = median(all.map((round) => round.renderMs))
      return [
        {
          what: '拖动一项预订 / dragging a booking',
          measured: `${perSecond.toFixed(1)} 帧/秒 frames/s`,
          against: `${limits.perSecond}；三个会议室时 with three rooms ${few.toFixed(1)}`,
          ratio: perSecond / limits.perSecond,
          limit: { least: 0.95 },
          details: { rounds: all },
        },
        {
          what: '画出全部 / drawing all of it',
          measured: `${renderMs.toFixed(0)} ms`,
          against: `${limits.renderMs} ms`,
          ratio: renderMs / limits.renderMs,
          limit: { most: 1 },
        },
      ]
    } finally {
      await browser.close()
      await server.stop()
    }
  },
}
