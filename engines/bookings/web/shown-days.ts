import type { GridView } from '#ui/time-grid/time-grid.tsx'

const dayLength = 86_400_000
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string =>
  dayOf(Date.parse(`${day}T00:00:00Z`) + days * dayLength)

/** The first and last day a view shows: the day, its week from Monday, the whole weeks of its month. */
export function daysShown(day: string, view: GridView): { from: string; to: string } {
  if (view === 'day') return { from: day, to: day }
  const monday = (one: string) => addDays(one, -((new Date(`${one}T00:00:00Z`).getUTCDay() + 6) % 7))
  if (view === 'week') return { from: monday(day), to: addDays(monday(day), 6) }
  const first = `${day.slice(0, 7)}-01`
  return { from: monday(first), to: addDays(monday(first), 41) }
}
