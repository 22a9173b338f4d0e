import { sql } from 'kysely'

/** Days, both included. */
export interface Span {
  from: string
  to: string
}

/** `2026-02` → its first and last day. */
export function daysOfMonth(month: string): Span {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` }
}

/** The month so many months later (or earlier, below zero). */
export function monthAfter(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const at = new Date(Date.UTC(year, number - 1 + by, 1))
  return at.toISOString().slice(0, 7)
}

/** Every month from the first to the last, both included; at most ten years. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to && months.length < 120; month = monthAfter(month, 1)) months.push(month)
  return months
}

/** The twelve months that end with it, as days: over a year the tank's filling at the ends weighs little. */
export function yearUpTo(month: string): Span {
  return { from: daysOfMonth(monthAfter(month, -11)).from, to: daysOfMonth(month).to }
}

/** A moment is within the days, in China. */
export const within = (
  at: string,
  { from, to }: Span,
) => sql<boolean>`(${sql.ref(at)} >= (${from}::date::timestamp at time zone 'Asia/Shanghai')
  and ${sql.ref(at)} < ((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'))`
