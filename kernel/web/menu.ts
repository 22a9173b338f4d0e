import type { MenuEntry } from '#kernel/contract/module.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import type { Session } from './use-session.ts'
import type { WebModule, WebPage } from './web-module.ts'

export type MenuGroup = MenuEntry['group']

export const groupTitles: Record<MenuGroup, Text> = {
  work: text('办事', 'Work'),
  manage: text('管理', 'Manage'),
  figures: text('数据', 'Figures'),
  system: text('系统', 'System'),
}

function entriesFor(modules: readonly WebModule[], session: Session): MenuEntry[] {
  return modules
    .flatMap(({ module }) => module.menu ?? [])
    .filter((entry) => entry.path !== '/' && session.allowed(entry.permission))
}

/** The menu lines an account may use, by group, each group in its order. */
export function menuOf(
  modules: readonly WebModule[],
  session: Session,
): { group: MenuGroup; entries: MenuEntry[] }[] {
  // A line called what the first screen is called (a worker's 今天) is that line; the same word does not stand there twice.
  const entries = entriesFor(modules, session)
    .filter(({ title }) => title.zh !== homeTitle(modules, session).zh)
    .sort((a, b) => a.order - b.order)
  const groups = Object.keys(groupTitles) as MenuGroup[]
  return groups
    .map((group) => ({ group, entries: entries.filter((entry) => entry.group === group) }))
    .filter(({ entries: inside }) => inside.length > 0)
}

const homeTitles: Partial<Record<Role, Text>> = {
  staff: text('我的事项', 'My matters'),
  liaison: text('本单位', 'My unit'),
  worker: text('今天', 'Today'),
  director: text('驾驶舱', 'Cockpit'),
}

/** The role that decides the first screen: the most particular one. */
function leadingRole({ roles }: Session): Role | undefined {
  return roles.length === 1 ? roles[0] : roles.find((one) => one !== 'staff')
}

/** The page that is an account's whole first screen, if its role has one. */
export function homeScreen(modules: readonly WebModule[], session: Session): WebPage | undefined {
  const role = leadingRole(session)
  return modules
    .flatMap(({ pages, screens = {} }) => pages.filter(({ path }) => role && screens[path]?.includes(role)))
    .find(({ permission }) => session.allowed(permission))
}

/** What the first screen is called for an account. */
export function homeTitle(modules: readonly WebModule[], session: Session): Text {
  const role = leadingRole(session)
  const screen = homeScreen(modules, session)
  return screen?.title ?? (role && homeTitles[role]) ?? text('首页', 'Home')
}

/** Whether the reader is at the first screen, or at the pages of the menu line that it stands for. */
export function isAtHome(modules: readonly WebModule[], session: Session, path: string): boolean {
  const home = homeTitle(modules, session).zh
  const twins = entriesFor(modules, session).filter(({ title }) => title.zh === home)
  return path === '/' || currentEntry(twins, path) !== undefined
}

/** Whether a menu line is where the reader is: the longest path that fits wins. */
export function currentEntry(entries: readonly { path: string }[], path: string): string | undefined {
  return entries
    .map((entry) => entry.path)
    .filter((start) => path === start || path.startsWith(`${start}/`))
    .sort((a, b) => b.length - a.length)[0]
}
