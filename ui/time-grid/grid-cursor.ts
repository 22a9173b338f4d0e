import { type Axis, lengthOf } from './axis.ts'
import type { GridLine } from './lay-lines.ts'
import type { PlacedItem } from './place-items.ts'

/** Where the keyboard is: on an item, or on a free step `at` shown minutes from the line's beginning. */
export interface Place {
  line: number
  at: number
  id: string | null
}

/** What the place holds now that items may have come or gone: the item, or null for free time. */
export function itemAtPlace(line: GridLine, { at, id }: Pick<Place, 'at' | 'id'>): PlacedItem | null {
  const named = id === null ? undefined : line.placed.find(({ item }) => item.id === id)
  return named ?? line.placed.find(({ start, end }) => start <= at && at < end) ?? null
}

/** Where the arrows stop on a line, from left to right: every item, and every free step between them. */
export function stopsOf(axis: Axis, line: GridLine, index: number): Place[] {
  const stops: Place[] = line.placed.map(({ item, start }) => ({ line: index, at: start, id: item.id }))
  for (let at = 0; at < lengthOf(axis, line.days); at += axis.step) {
    const taken = line.placed.some(({ start, end }) => start < at + axis.step && end > at)
    if (!taken) stops.push({ line: index, at, id: null })
  }
  return stops.sort((one, other) => one.at - other.at)
}

/** The place one stop further along the line; the same when it ends there. */
export function walkAlong(axis: Axis, line: GridLine, place: Place, direction: -1 | 1): Place {
  const stops = stopsOf(axis, line, place.line)
  const here = itemAtPlace(line, place)
  const index = here
    ? stops.findIndex(({ id }) => id === here.item.id)
    : stops.findIndex(({ at, id }) => id === null && at === place.at)
  return stops[index + direction] ?? place
}

/** The same time on another line: the item there, or the free step. */
export function walkAcross(line: GridLine, place: Place, to: number): Place {
  const there = itemAtPlace(line, { at: place.at, id: null })
  return { line: to, at: place.at, id: there?.item.id ?? null }
}
