/** The days a section head looks back over. */
export const spans = ['yesterday', 'week', 'month'] as const
export type Span = (typeof spans)[number]

const dayLength = 86_400_000
const before = (day: string, days: number) =>
  new Date(Date.parse(day) - days * dayLength).toISOString().slice(0, 10)

/** First and last day of a span, both included; a week is the six days before and today. */
export function spanOf(span: Span, today: string): { from: string; to: string } {
  if (span === 'yesterday') return { from: before(today, 1), to: before(today, 1) }
  if (span === 'week') return { from: before(today, 6), to: today }
  return { from: `${today.slice(0, 8)}01`, to: today }
}
