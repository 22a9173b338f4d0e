import { metrics } from '#engines/metrics/module.ts'
import { valueOfRecords } from '#engines/metrics/server/api.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import type { CasePack } from './read-pack.ts'
import type { Person } from './sign-in.ts'

export interface Comparison {
  compared: string[]
  equal: boolean
}

/** Equal up to the last bits of a sum of decimals. */
export function sameNumber(one: number | null, other: number): boolean {
  return one !== null && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other))
}

type Listed = OutputOf<typeof metrics.actions.listMetrics>['items'][number]

/** What the rows behind a figure make. */
async function madeByRecords(
  person: Person,
  { period }: CasePack,
  { id: metricId, from }: Listed,
): Promise<number | null> {
  const values: number[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await person.call(metrics.actions.listRecords, { metricId, ...period, limit: 200, cursor })
    values.push(...page.items.map(({ value }) => value))
    if (page.next === null) return valueOfRecords(from, values)
    cursor = page.next
  }
}

/**
 * Compares every expected figure that this installation gives, a line for each; and of every figure, expected or not,
 * the rows behind it must make its value.
 */
export async function compareFigures(
  pack: CasePack,
  person: Person,
  say: (line: string) => void,
): Promise<Comparison> {
  const { items } = await person.call(metrics.actions.listMetrics, {})
  const known = new Set(items.map(({ id }) => id))
  for (const id of pack.figures.keys()) if (!known.has(id)) say(`not yet: ${id}`)
  const compared: string[] = []
  let equal = true
  for (const metric of items) {
    const { id } = metric
    const expected = pack.figures.get(id)
    const { value } = await person.call(metrics.actions.readMetric, { metricId: id, ...pack.period })
    const made = await madeByRecords(person, pack, metric)
    const addsUp = made === null ? value === null : sameNumber(value, made)
    if (!addsUp) say(`≠ ${id} ${value}: the rows behind it make ${made}`)
    if (!addsUp) equal = false
    if (expected === undefined) continue
    const same = sameNumber(value, expected)
    say(same ? `= ${id} ${value}` : `≠ ${id} ${value}, expected ${expected}`)
    compared.push(id)
    if (!same) equal = false
  }
  return { compared, equal }
}
