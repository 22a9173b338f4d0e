import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const floors = {
  '#app/': 'app/',
  '#engines/': 'engines/',
  '#kernel/': 'kernel/',
  '#platform/': 'platform/',
  '#services/': 'services/',
  '#ui/': 'ui/',
}

/** Where an import of ours points; null for a library and for files a page only loads later. */
function fileOf(source: string, from: string): string | null {
  if (source.startsWith('.')) return resolve(from, '..', source)
  const floor = Object.entries(floors).find(([mark]) => source.startsWith(mark))
  return floor ? join(root, source.replace(floor[0], floor[1])) : null
}

/** Everything a browser loads with a file, as paths from the root. */
function loadedWith(file: string, found = new Set<string>()): Set<string> {
  const name = relative(root, file)
  if (found.has(name) || !/\.tsx?$/.test(file)) return found
  found.add(name)
  const code = readFileSync(file, 'utf8')
  for (const [statement, source] of code.matchAll(/^(?:import|export) [^'"]*?from '([^']+)'/gms)) {
    if (/^(?:import|export) type /.test(statement)) continue
    const next = fileOf(source!, file)
    if (next) loadedWith(next, found)
  }
  return found
}

/** The cards of a module's first screens for the roles every member of staff has. */
function cardsForStaff(index: string): string[] {
  const home = /\n {2}home: \[([\s\S]*?)\],?\n {2}\w|\n {2}home: \[(.*)\],\n/.exec(
    readFileSync(index, 'utf8'),
  )
  const entries = (home?.[1] ?? home?.[2] ?? '').matchAll(/roles: (\[[^\]]*\]|\w+)[^}]*import\('([^']+)'\)/g)
  return [...entries]
    .filter(([, roles]) => !roles!.startsWith('[') || roles!.includes(`'staff'`))
    .map(([, , source]) => fileOf(source!, index)!)
}

it('a card of everybody’s first screen asks by its own actions and brings no whole descriptor', () => {
  const indexes = readFileSync(join(root, 'app/web-modules.ts'), 'utf8').matchAll(
    /from '(#[^']+\/web\/index\.tsx)'/g,
  )
  const cards = [...indexes].flatMap(([, index]) => cardsForStaff(fileOf(index!, root)!))
  expect(cards.map((card) => relative(root, card))).toContain('engines/orders/web/matters-card.tsx')
  for (const card of cards) {
    const brought = [...loadedWith(card)].filter((name) => name.endsWith('/module.ts'))
    expect([relative(root, card), brought]).toEqual([relative(root, card), []])
  }
})
