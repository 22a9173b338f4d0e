import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { cookieOf } from './ask.ts'
import { flags, phone } from './browser.ts'

/** A phone of its own: what it keeps outlives the browser, even one that is killed. */
export interface OwnPhone {
  context: BrowserContext
  page: Page
  /** The battery ends: SIGKILL, nothing is tidied up. */
  kill: () => Promise<void>
}

export function newPhoneFolder(): string {
  return mkdtempSync(join(tmpdir(), 'houqin-phone-'))
}

/** Switches a phone on, signed in as the demo worker. */
export async function switchOn(folder: string): Promise<OwnPhone> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
    viewport: phone,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(60_000)
  // Chromium writes cookies to disk only every half minute; what is tested here is what the application keeps.
  const [name, value] = (await cookieOf('worker')).split('=') as [string, string]
  await context.addCookies([{ name, value, url: inject('address') }])
  const page = context.pages()[0] ?? (await context.newPage())
  const kill = async () => {
    const closed = context.waitForEvent('close', { timeout: 30_000 })
    process.kill(browserProcess(folder), 'SIGKILL')
    await closed
  }
  return { context, page, kill }
}

/** The process of the browser that uses this folder (its children have a `--type`). */
function browserProcess(folder: string): number {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const command = commandOf(name)
    if (command.includes(`--user-data-dir=${folder}`) && !command.some((part) => part.startsWith('--type=')))
      return Number(name)
  }
  throw new Error(`no browser runs in ${folder}`)
}

function commandOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch (error) {
    // It ended between the listing and the look.
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' ||
      (error as NodeJS.ErrnoException).code === 'ESRCH'
    )
      return []
    throw error
  }
}

/** Waits until these orders and the application itself are kept, so that the network may go. */
export async function readyForBasement(page: Page, orderIds: readonly string[]): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await expect.poll(() => page.evaluate(keepsAll, [...orderIds]), { timeout: 90_000 }).toBe(true)
}

/** Runs in the page: whether an answer about each order is in the database of this device. */
async function keepsAll(ids: string[]): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('houqin')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const keys = await new Promise<string[]>((resolve, reject) => {
    const asking = database.transaction('answer').objectStore('answer').getAllKeys()
    asking.onsuccess = () => resolve(asking.result.map(String))
    asking.onerror = () => reject(asking.error)
  })
  database.close()
  return ids.every((id) => keys.some((key) => key.includes('/repairs/:orderId') && key.includes(id)))
}

/** How many rows a shelf of the device's database holds. */
export function countKept(page: Page, shelf: 'answer' | 'deed' | 'picture' | 'session'): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('houqin')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count()
          counting.onsuccess = () => resolve(counting.result)
          counting.onerror = () => reject(counting.error)
          opening.result.close()
        }
      }),
    shelf,
  )
}
