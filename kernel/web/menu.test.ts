import { describe, expect, it } from 'vitest'
import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { homeScreen, homeTitle, isAtHome, menuOf } from './menu.ts'
import type { Session } from './use-session.ts'

const line = { icon: 'tasks', permission: 'signed-in', group: 'work' } as const
const module = defineModule({
  name: 'chores',
  title: text('杂务', 'Chores'),
  dependsOn: [],
  permissions: {},
  actions: {},
  menu: [
    { ...line, title: text('今天', 'Today'), path: '/chores', order: 1 },
    { ...line, title: text('记录', 'Records'), path: '/records', order: 2 },
  ],
})
const modules = [{ module, pages: [] }]

function sessionOf(role: 'worker' | 'manager'): Session {
  return {
    userId: 'u',
    userName: role,
    name: '赵铁柱',
    personId: null,
    unitId: null,
    unitName: null,
    roles: [role],
    permissions: [],
    bureau: { id: 'b', name: '演示局', demo: true },
    centre: true,
    owes: null,
    secondFactor: false,
    passwordEndsAt: null,
    idleSeconds: 0,
    separate: false,
    allowed: () => true,
  }
}

describe('the menu', () => {
  const paths = (session: Session) =>
    menuOf(modules, session).flatMap(({ entries }) => entries.map(({ path }) => path))

  it('has a line called like the first screen once: it is the first screen, and lights it', () => {
    const worker = sessionOf('worker')
    expect(paths(worker)).toEqual(['/records'])
    expect(isAtHome(modules, worker, '/')).toBe(true)
    expect(isAtHome(modules, worker, '/chores/7')).toBe(true)
    expect(isAtHome(modules, worker, '/records')).toBe(false)
  })

  it('is led by the page that is the whole first screen of a role', () => {
    const pages = [
      {
        path: '/records',
        title: text('记录', 'Records'),
        permission: 'signed-in',
        load: () => Promise.reject(),
      },
    ] as const
    const led = [{ module, pages, screens: { '/records': ['manager'] } }] as const
    expect(homeTitle(led, sessionOf('manager')).zh).toBe('记录')
    expect(isAtHome(led, sessionOf('manager'), '/records')).toBe(true)
    expect(homeScreen(led, sessionOf('worker'))).toBeUndefined()
  })

  it('shows the line to those whose first screen is another', () => {
    const manager = sessionOf('manager')
    expect(paths(manager)).toEqual(['/chores', '/records'])
    expect(isAtHome(modules, manager, '/chores')).toBe(false)
  })
})
