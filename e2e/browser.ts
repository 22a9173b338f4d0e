import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import type { Role } from '#kernel/contract/roles.ts'
import { cookieOf } from './ask.ts'

/** The sizes pages are looked at: a phone in the hand, a desk. */
export const phone = { width: 390, height: 844 }
export const desk = { width: 1440, height: 900 }

/** How Chromium runs under the tests. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let browser: Browser | null = null

export interface Visit {
  page: Page
  context: BrowserContext
  address: string
  /** Taps and keystrokes since the visit began. */
  counts: { taps: number; keys: number }
  /** What the page complained about; empty at the end, or the test fails. */
  complaints: string[]
}

interface VisitOptions {
  size?: { width: number; height: number }
  dark?: boolean
  locale?: string
  /** Another server than the demo bureau's. */
  at?: string
  /** Where the browser believes it is; China when absent. */
  zone?: string
  /** A refusal this test provokes on purpose, as the console tells it. */
  expects?: RegExp
}

const open: Visit[] = []

/** Opens the application as a role (or as nobody), in a browser profile of its own. */
export async function visit(role: Role | null, path: string, options: VisitOptions = {}): Promise<Visit> {
  const size = options.size ?? desk
  const small = size.width < 768
  const context = await browser!.newContext({
    viewport: size,
    hasTouch: small,
    isMobile: small,
    // A phone's picture is shown smaller than a desk's, so it has to be finer.
    deviceScaleFactor: small && process.env.HOUQIN_PICTURES === '1' ? 2 : 1,
    colorScheme: options.dark ? 'dark' : 'light',
    locale: options.locale ?? 'zh-CN',
    timezoneId: options.zone ?? 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(60_000)
  const address = options.at ?? inject('address')
  if (role) {
    const [name, value] = (await cookieOf(role)).split('=') as [string, string]
    await context.addCookies([{ name, value, url: address }])
  }
  const page = await context.newPage()
  const visited: Visit = { page, context, address, counts: { taps: 0, keys: 0 }, complaints: [] }
  page.on('pageerror', (error) => visited.complaints.push(String(error)))
  page.on('console', (line) => {
    // Asking whether one is signed in is answered by 401; that is how the sign-in page comes up.
    const said = `${line.text()} ${line.location().url}`
    const usual = /401.*\/api\/session$/.test(said) || options.expects?.test(said)
    if (line.type() === 'error' && !usual) visited.complaints.push(said)
  })
  open.push(visited)
  await page.goto(address + path)
  await settled(page)
  return visited
}

/** Waits until the page stands and nothing on it is loading any more (the live stream never ends, so not `networkidle`). */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  await page.waitForFunction(
    () => document.querySelectorAll('[aria-busy="true"], .ant-spin-spinning, .hq-loading').length === 0,
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** One browser for the tests of a file; after each test its pages are closed and must have had nothing to complain about. */
export function withBrowser(): void {
  beforeAll(async () => {
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
    browser ??= await chromium.launch({ executablePath, args: flags })
  })
  afterEach(async () => {
    const ended = open.splice(0)
    for (const { context } of ended) await context.close()
    expect(ended.flatMap(({ complaints }) => complaints)).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    browser = null
  })
}
