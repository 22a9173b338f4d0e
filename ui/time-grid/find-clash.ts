import { minuteOf } from './china-minutes.ts'
import type { BlockedSpan, GridItem, GridRow } from './grid-shapes.ts'

/** What stands in the way of a time. */
export type Clash =
  | { kind: 'item'; item: GridItem }
  /** The times themselves do not meet, but what one needs before or after does. */
  | { kind: 'buffer'; item: GridItem }
  | { kind: 'blocked'; reason: BlockedSpan['reason'] }
  | { kind: 'closed'; reason: BlockedSpan['reason'] | undefined }

interface Held {
  from: number
  to: number
  clash: Clash
}

interface HeldItem {
  item: GridItem
  from: number
  to: number
  before: number
  after: number
}

/** Finds what stands in the way in a row from one minute to another, leaving out the item that is being moved. */
export type ClashFinder = (rowId: string, from: number, to: number, exceptId: string | null) => Clash | null

/** Reads rows, items and blackouts once, so that asking at every step of a drag costs next to nothing. */
export function indexClashes(
  rows: readonly GridRow[],
  items: readonly GridItem[],
  blocked: readonly BlockedSpan[],
): ClashFinder {
  const shut = new Map<string, Held[]>()
  const held = new Map<string, HeldItem[]>()
  const byId = new Map<string, HeldItem>()
  const add = <T>(map: Map<string, T[]>, rowId: string, one: T) => {
    const list = map.get(rowId)
    if (list) list.push(one)
    else map.set(rowId, [one])
  }
  for (const { id, closed = [] } of rows)
    for (const { from, to, reason } of closed)
      add(shut, id, { from: minuteOf(from), to: minuteOf(to), clash: { kind: 'closed', reason } })
  for (const { rowId, from, to, reason } of blocked)
    add(shut, rowId, { from: minuteOf(from), to: minuteOf(to), clash: { kind: 'blocked', reason } })
  for (const item of items) {
    const one = {
      item,
      from: minuteOf(item.from),
      to: minuteOf(item.to),
      before: item.bufferBeforeMinutes ?? 0,
      after: item.bufferAfterMinutes ?? 0,
    }
    add(held, item.rowId, one)
    byId.set(item.id, one)
  }
  return (rowId, from, to, exceptId) => {
    const own = exceptId === null ? undefined : byId.get(exceptId)
    const [before, after] = [own?.before ?? 0, own?.after ?? 0]
    const others = (held.get(rowId) ?? []).filter(({ item }) => item.id !== exceptId)
    const met = others.find((other) => from < other.to && to > other.from)
    if (met) return { kind: 'item', item: met.item }
    const closed = shut.get(rowId)?.find((one) => from < one.to && to > one.from)
    if (closed) return closed.clash
    const near = others.find(
      (other) => from - before < other.to + other.after && to + after > other.from - other.before,
    )
    return near ? { kind: 'buffer', item: near.item } : null
  }
}
