import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Role, roles } from '#kernel/contract/roles.ts'
import type { Visit } from './browser.ts'

const file = join(import.meta.dirname, '..', 'docs', 'roles.md')
const begin = '<!-- counted by the browser tests: begin -->'
const end = '<!-- counted by the browser tests: end -->'
const head = ['| 谁 who | 做什么 what | 点 taps | 键 keys |', '|---|---|---:|---:|']

type Who = Role | 'visitor'

interface Deed {
  who: Who
  what: string
  taps: number
  keys: number
}

/**
 * Compares what a deed took with docs/roles.md: it may only fall. `HOUQIN_PICTURES=1` writes the new count there
 * (a rise has to be written by hand, so that somebody looks at it).
 */
export function countDeed(who: Who, what: string, { counts: { taps, keys } }: Visit): void {
  const deeds = readDeeds()
  const known = deeds.find((one) => one.who === who && one.what === what)
  if (known) {
    expect(taps, `taps of ${who}: ${what}`).toBeLessThanOrEqual(known.taps)
    expect(keys, `keystrokes of ${who}: ${what}`).toBeLessThanOrEqual(known.keys)
  }
  if (process.env.HOUQIN_PICTURES === '1') {
    writeDeeds([...deeds.filter((one) => one !== known), { who, what, taps, keys }])
  } else expect(known, `${what} is not yet in docs/roles.md: run with HOUQIN_PICTURES=1`).toBeDefined()
}

const order = [...Object.keys(roles), 'visitor'] as Who[]
const titleOf = (who: Who) => (who === 'visitor' ? '访客 visitor' : `${roles[who].zh} ${who}`)

function readDeeds(): Deed[] {
  const [, table = ''] = readFileSync(file, 'utf8').split(begin)
  return table
    .split(end)[0]!
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| 谁'))
    .map((line) => {
      const [title, what, taps, keys] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()) as [string, string, string, string]
      return { who: title.split(' ').at(-1) as Who, what, taps: Number(taps), keys: Number(keys) }
    })
}

function writeDeeds(deeds: readonly Deed[]): void {
  const rows = [...deeds]
    .sort((a, b) => order.indexOf(a.who) - order.indexOf(b.who) || (a.what < b.what ? -1 : 1))
    .map(({ who, what, taps, keys }) => `| ${titleOf(who)} | ${what} | ${taps} | ${keys} |`)
  const [before, after] = readFileSync(file, 'utf8').split(new RegExp(`${begin}[^]*${end}`)) as [
    string,
    string,
  ]
  writeFileSync(file, `${before}${begin}\n${[...head, ...rows].join('\n')}\n${end}${after}`)
}
