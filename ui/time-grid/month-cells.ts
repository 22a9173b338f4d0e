import { addDays, dayOf, minuteOf } from './china-minutes.ts'
import type { GridItem } from './grid-shapes.ts'

/** The items of each day, by their beginning; one that lasts over midnight stands on every day it touches. */
export function itemsByDay(items: readonly GridItem[]): Map<string, GridItem[]> {
  const days = new Map<string, GridItem[]>()
  const sorted = items.toSorted((one, other) => minuteOf(one.from) - minuteOf(other.from))
  for (const item of sorted) {
    const last = dayOf(Math.max(minuteOf(item.from), minuteOf(item.to) - 1))
    for (let day = dayOf(minuteOf(item.from)); day <= last; day = addDays(day, 1)) {
      const list = days.get(day)
      if (list) list.push(item)
      else days.set(day, [item])
    }
  }
  return days
}

/** Where an arrow leads in a calendar of so many days; the same day at its edges. */
export function walkDays(index: number, key: string, days: number): number | null {
  const ways: Record<string, number> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - 7,
    ArrowDown: index + 7,
    Home: index - (index % 7),
    End: index - (index % 7) + 6,
  }
  const to = ways[key]
  if (to === undefined) return null
  return to >= 0 && to < days ? to : index
}
