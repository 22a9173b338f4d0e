import type { Text } from '#kernel/contract/text.ts'
import { type Axis, type Days, lengthOf } from './axis.ts'
import { startOfDay, weekOf } from './china-minutes.ts'
import type { BlockedSpan, GridItem, GridRow, GridView, TimeGridProps } from './grid-shapes.ts'
import { type PlacedItem, placeItems, placeSpan, type Stretch } from './place-items.ts'

export interface ShutStretch extends Stretch {
  reason: Text | string | undefined
}

/** One line of the grid with all that stands on it. */
export interface GridLine {
  key: string
  row: GridRow
  days: Days
  placed: readonly PlacedItem[]
  /** Blackouts, and when the row is not there. */
  shut: readonly ShutStretch[]
  /** How many items stand below each other at most. */
  lanes: number
}

export interface GridLayout {
  axis: Axis
  lines: readonly GridLine[]
  /** What the columns are, `2026-11-22`. */
  days: readonly string[]
  /** The lines are days of one row, not rows. */
  linesAreDays: boolean
  length: number
}

/** A week of several rows has a fifth of the room for an hour that a day has. */
const weekStep = 30

function groupByRow<T extends { rowId: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(one.rowId)
    if (group) group.push(one)
    else groups.set(one.rowId, [one])
  }
  return groups
}

/** The lines of a day or a week: rows, or the days of the only row. */
export function layLines(
  { rows, items, blocked = [], day, hours = { from: 7, to: 21 }, stepMinutes = 15 }: TimeGridProps,
  view: Exclude<GridView, 'month'>,
): GridLayout {
  const linesAreDays = view === 'week' && rows.length === 1
  const compact = view === 'week' && !linesAreDays
  const axis = {
    open: hours.from * 60,
    close: hours.to * 60,
    step: compact ? Math.max(weekStep, stepMinutes) : stepMinutes,
  }
  const [itemsOf, blockedOf] = [groupByRow(items), groupByRow(blocked)]
  const line = (row: GridRow, key: string, names: readonly string[]) =>
    layLine(axis, row, key, names.map(startOfDay), itemsOf.get(row.id) ?? [], blockedOf.get(row.id) ?? [])
  const days = view === 'day' ? [day] : weekOf(day)
  const lines = linesAreDays
    ? days.map((one) => line(rows[0]!, one, [one]))
    : rows.map((row) => line(row, row.id, days))
  const columns = linesAreDays ? [day] : days
  return { axis, lines, days: columns, linesAreDays, length: lengthOf(axis, columns.map(startOfDay)) }
}

function layLine(
  axis: Axis,
  row: GridRow,
  key: string,
  days: Days,
  items: readonly GridItem[],
  blocked: readonly BlockedSpan[],
): GridLine {
  const placed = placeItems(axis, days, items)
  const shut = [...(row.closed ?? []), ...blocked].flatMap((span) => {
    const stretch = placeSpan(axis, days, span)
    return stretch ? [{ ...stretch, reason: span.reason }] : []
  })
  return { key, row, days, placed, shut, lanes: Math.max(1, ...placed.map(({ lanes }) => lanes)) }
}
