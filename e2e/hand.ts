import type { Locator } from 'playwright-core'
import type { Visit } from './browser.ts'

type Kind = 'button' | 'link' | 'radio' | 'tab' | 'menuitem' | 'switch' | 'checkbox' | 'option'

/** Presses what carries these words, and counts it as one tap. */
export async function tap(visited: Visit, name: string | RegExp, kind: Kind = 'button'): Promise<void> {
  await touch(visited, visited.page.getByRole(kind, { name }).first())
}

/** Presses this very thing, and counts it as one tap. Radio and check boxes are pressed by their label, as people do. */
export async function touch(visited: Visit, target: Locator): Promise<void> {
  visited.counts.taps++
  const label = target.locator('xpath=ancestor::label[1]')
  await target.waitFor({ state: 'attached' })
  await ((await label.count()) > 0 ? label : target).click()
}

/** Types words into the field of that name; each character counts as one keystroke. */
export async function type(visited: Visit, name: string | RegExp | Locator, words: string): Promise<void> {
  const { page } = visited
  const field =
    typeof name === 'string' || name instanceof RegExp
      ? page
          .getByLabel(name)
          .and(page.locator('input:not([type=radio],[type=checkbox],[type=file]),textarea'))
          .first()
      : name
  visited.counts.keys += words.length
  await field.fill(words)
}

/** Presses keys one after the other where the focus is; each counts as one keystroke. */
export async function press(visited: Visit, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    visited.counts.keys++
    await visited.page.keyboard.press(key)
  }
}
