/** Days as 'YYYY-MM-DD', both ends inclusive. */
export interface Period {
  from: string
  to: string
}

const dayMs = 86_400_000

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** The day some days later. */
export function addDays(day: string, days: number): string {
  return dayOf(new Date(utc(day).getTime() + days * dayMs))
}

/** How many days the period has. */
export function daysIn({ from, to }: Period): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / dayMs) + 1
}

/** The last day of the day's month. */
export function monthEnd(day: string): string {
  return dayOf(new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)))
}

/** The same day in another month; the month's last day when it has no such day (29 February). */
function shiftMonths(day: string, months: number): string {
  const first = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1))
  const last = monthEnd(dayOf(first))
  const wanted = `${last.slice(0, 8)}${day.slice(8)}`
  return wanted > last ? last : wanted
}

/** The same days of the year before; a period that ends with February ends with it there too. */
export function yearBefore({ from, to }: Period): Period {
  const end = shiftMonths(to, -12)
  return { from: shiftMonths(from, -12), to: to === monthEnd(to) ? monthEnd(end) : end }
}

/** As many whole months right before when the period is whole months, else as many days. */
export function periodBefore(period: Period): Period {
  const { from, to } = period
  const end = addDays(from, -1)
  if (!from.endsWith('-01') || to !== monthEnd(to)) return { from: addDays(from, -daysIn(period)), to: end }
  return { from: shiftMonths(from, -monthsOf(period).length), to: end }
}

/** The months of a period, the first and last one cut to it. */
export function monthsOf({ from, to }: Period): Period[] {
  const months: Period[] = []
  for (let start = from; start <= to; ) {
    const end = monthEnd(start)
    months.push({ from: start, to: end < to ? end : to })
    start = addDays(end, 1)
  }
  return months
}

/** The day of a moment as people in China read it. */
export function localDay(moment: Date): string {
  return dayOf(new Date(moment.getTime() + 8 * 3_600_000))
}
