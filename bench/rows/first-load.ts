import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { StartProblem } from '#kernel/database/start-problem.ts'
import type { BenchRow, Result } from '../bench-row.ts'
import { median } from '../measure/percentile.ts'
import { type BenchServer, startServer } from '../measure/start-server.ts'

/** What `bench/serve.ts` serves. */
const built = resolve(import.meta.dirname, '..', '..', 'dist', 'web', 'index.html')
const visits = 5
const slowedTimes = 4
const most = { kilobytes: 300, firstContentMs: 2000, shift: 0.01 }
const phone = { width: 390, height: 844 }

interface Visit {
  kilobytes: number
  firstContentMs: number
  shift: number
  /** When the page itself stood there, all of it. */
  wholeMs: number
}

declare global {
  interface Window {
    houqinShift: number
  }
}

/** One first visit on a cold cache: what scripts came over the wire, when content stood there, and whether it moved. */
async function visitOnce(browser: Browser, server: BenchServer, cookie: string | null): Promise<Visit> {
  const context = await browser.newContext({
    viewport: phone,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  })
  try {
    if (cookie) {
      const [name, value] = cookie.split('=') as [string, string]
      await context.addCookies([{ name, value, url: server.address }])
    }
    const page = await context.newPage()
    const bodies: Promise<number>[] = []
    page.on('response', (answer) => {
      const { pathname } = new URL(answer.url())
      // Packed here: what a browser is sent may be packed better (Brotli), the limit is on gzip.
      if (/\.m?js$/.test(pathname)) bodies.push(answer.body().then((body) => gzipSync(body).length))
    })
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowedTimes })
    await page.addInitScript(() => {
      window.houqinShift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as PerformanceEntry & {
            value: number
            hadRecentInput: boolean
          }
          if (!hadRecentInput) window.houqinShift += value
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(server.address)
    await page.locator('main').first().waitFor()
    await page.waitForFunction(
      () => document.querySelectorAll('[aria-busy="true"], .ant-spin-spinning, .hq-loading').length === 0,
    )
    const wholeMs = await page.evaluate(() => performance.now())
    // Whatever still moves does so within this time.
    await page.waitForTimeout(1500)
    const { firstContentMs, shift } = await page.evaluate(() => ({
      firstContentMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      shift: window.houqinShift,
    }))
    const sizes = await Promise.all(bodies)
    return { kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1024, firstContentMs, shift, wholeMs }
  } finally {
    await context.close()
  }
}

function resultsOf(name: string, all: readonly Visit[]): Result[] {
  const of = (pick: (visit: Visit) => number) => median(all.map(pick))
  const kilobytes = of((visit) => visit.kilobytes)
  const firstContentMs = of((visit) => visit.firstContentMs)
  const shift = Math.max(...all.map((visit) => visit.shift))
  return [
    {
      what: `${name}：脚本 / JavaScript`,
      measured: `${kilobytes.toFixed(0)} KB gzip`,
      against: `${most.kilobytes} KB`,
      ratio: kilobytes / most.kilobytes,
      limit: { most: 1 },
    },
    {
      what: `${name}：首屏内容，CPU 慢 ${slowedTimes} 倍 / first content, CPU ${slowedTimes} × slower`,
      measured: `${firstContentMs.toFixed(0)} ms`,
      against: `${most.firstContentMs} ms`,
      ratio: firstContentMs / most.firstContentMs,
      limit: { most: 1 },
    },
    {
      what: `${name}：布局移动 / layout shift (CLS)`,
      measured: shift.toFixed(4),
      against: String(most.shift),
      ratio: shift / most.shift,
      limit: { most: 1 },
      details: { visits: all },
    },
  ]
}

/** The portal as a phone sees it first, as staff and before signing in. */
export const row: BenchRow = {
  name: 'first-load',
  title: '门户首次打开 / the portal’s first load',
  needs: ['small'],
  async run(tools) {
    if (!existsSync(built))
      throw new StartProblem(
        '网页还没有构建：请用 npm run bench 运行，它会先构建',
        'the web application is not built: npm run bench builds it first',
      )
    const server = await startServer(tools.databases.url('small'))
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    })
    try {
      const cookie = await server.signIn('staff')
      const results: Result[] = []
      for (const [name, as] of [
        ['职工首页 / staff', cookie],
        ['登录页 / sign-in', null],
      ] as const) {
        const all: Visit[] = []
        for (let count = 0; count < visits; count++) all.push(await visitOnce(browser, server, as))
        results.push(...resultsOf(name, all))
      }
      return results
    } finally {
      await browser.close()
      await server.stop()
    }
  },
}
