import { describe, expect, it } from 'vitest'
import type { Role } from '#kernel/contract/roles.ts'
import { desk, phone, settled, visit, withBrowser } from './browser.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()

/** The pages each role opens most, in the place of the role that opens them most. */
const pages: Partial<Record<Role, readonly string[]>> = {
  staff: ['/', '/repairs/new', '/orders/mine', '/opinions', '/catalogue', '/handbook', '/more'],
  liaison: ['/'],
  worker: ['/'],
  dispatcher: ['/', '/board', '/board?call=1&focus=late', '/orders?overdue=true', '/repairs/codes'],
  manager: ['/', '/repairs', '/repairs/works', '/orders/follow-ups', '/orders/complaints', '/standards'],
  director: ['/', '/figures', '/reports', '/targets'],
  auditor: ['/audit'],
  admin: ['/import', '/accounts', '/calendar', '/organisation', '/sites', '/me/tokens'],
  security: ['/security', '/me/security'],
}
/** Who has a phone in the hand; for the others a phone's pages must fit, and are made of the same pieces. */
const onPhones: readonly string[] = ['staff', 'liaison', 'worker', 'director']
// axe looks at every element: a page takes it seconds on a busy machine.
const patience = 300_000

describe('at a desk, light', () => {
  it.each(Object.entries(pages))(
    'the pages of %s have no finding of axe',
    async (role, paths) => {
      const visited = await visit(role as Role, '/', { size: desk })
      for (const path of paths) {
        await visited.page.goto(visited.address + path)
        await settled(visited.page)
        await expect.soft(expectAccessible(visited.page), path).resolves.toBeUndefined()
      }
    },
    patience,
  )
})

describe('on a phone, dark', () => {
  it.each(Object.entries(pages))(
    'the pages of %s fit the screen, and those in the hand have no finding of axe',
    async (role, paths) => {
      const visited = await visit(role as Role, '/', { size: phone, dark: true })
      for (const path of paths) {
        await visited.page.goto(visited.address + path)
        await settled(visited.page)
        await expect.soft(expectFits(visited.page), path).resolves.toBeUndefined()
        if (onPhones.includes(role))
          await expect.soft(expectAccessible(visited.page), path).resolves.toBeUndefined()
      }
    },
    patience,
  )
})
