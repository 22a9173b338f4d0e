import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { pngQuantize } from '@napi-rs/image'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { settled } from './browser.ts'

/** No finding of axe at level A or AA; of what lies on top only, where something covers the page. */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  // There are no frames to look into, and without them it takes half the time.
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found: string[] = []
  for (const { id, nodes } of violations)
    for (const { html, target } of nodes)
      if (id !== 'target-size' || (await tooSmallWhole(page, String(target.at(-1)))))
        found.push(`${id}: ${html.slice(0, 160)}`)
  expect(found).toEqual([])
}

/** A target half under a bar that stays is small only there: it is judged once more in the middle of the screen. */
async function tooSmallWhole(page: Page, selector: string): Promise<boolean> {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const { violations } = await new AxeBuilder({ page })
    .include(selector)
    .setLegacyMode()
    .withRules(['target-size'])
    .analyze()
  return violations.length > 0
}

/** The page is no wider than the screen: nobody has to push it sideways to read. */
export async function expectFits(page: Page): Promise<void> {
  const { wide, screen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    screen: window.innerWidth,
  }))
  expect(wide).toBeLessThanOrEqual(screen)
}

const pictures = join(import.meta.dirname, '..', 'docs', 'pictures')

/** Keeps a picture for the README; only when `HOUQIN_PICTURES=1`, so that a test run changes no file. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.HOUQIN_PICTURES !== '1') return
  mkdirSync(pictures, { recursive: true })
  await settled(page)
  // Charts draw themselves in a moment after their figures have come; messages about what was done go away.
  await page.waitForFunction(() => document.querySelectorAll('.ant-message-notice').length === 0)
  await page.waitForTimeout(1000)
  const shot = await page.screenshot({ animations: 'disabled' })
  writeFileSync(join(pictures, `${name}.png`), await pngQuantize(shot, { maxQuality: 95 }))
}
