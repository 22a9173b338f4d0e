import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { workingMinutesBetween } from '#engines/calendar/working-minutes-between.ts'
import { isAtWork, type LedgerRow } from './ledger.ts'

/** What one holder used of the time of an order that came too late; held time and confirmation do not count. */
export interface HolderShare {
  readonly holder: string
  readonly role: string
  readonly minutesBeforeDue: number
  readonly minutesAfterDue: number
  /** Part of all counted working minutes, 0 to 1; the shares of an order add up to 1. */
  readonly share: number
}

/** Why an order came too late: in whose hands the due moment passed, and what each holder used. */
export interface BreachExplanation {
  readonly holderWhenDue: string
  readonly roleWhenDue: string
  /** Working minutes from the due moment to the end of the work (or of the ledger), held time left out. */
  readonly overdueMinutes: number
  /** Largest share first. */
  readonly shares: readonly HolderShare[]
}

/**
 * Explains a breach from the ledger; null if the work ended by the due moment. At the moment of a hand-over the
 * breach is the giver's: it passed in those hands. Without any counted working minute all shares are 0.
 */
export function explainBreach(
  rows: readonly LedgerRow[],
  due: Date,
  calendar: WorkCalendar,
): BreachExplanation | null {
  const atWork = rows.filter(isAtWork)
  const whenDue = atWork.findLast((row) => row.from < due) ?? atWork[0]
  if (!whenDue || !atWork.some((row) => row.to > due)) return null
  const counted = sharesByHolder(
    atWork.filter((row) => row.pauseReason === null),
    due,
    calendar,
  )
  const total = counted.reduce(
    (sum, { minutesBeforeDue, minutesAfterDue }) => sum + minutesBeforeDue + minutesAfterDue,
    0,
  )
  return {
    holderWhenDue: whenDue.holder,
    roleWhenDue: whenDue.role,
    overdueMinutes: counted.reduce((sum, { minutesAfterDue }) => sum + minutesAfterDue, 0),
    shares: counted
      .map((part) => ({ ...part, share: total && (part.minutesBeforeDue + part.minutesAfterDue) / total }))
      .sort((a, b) => b.share - a.share),
  }
}

function sharesByHolder(rows: readonly LedgerRow[], due: Date, calendar: WorkCalendar) {
  const parts = new Map<string, Omit<HolderShare, 'share'>>()
  for (const { holder, role, from, to, workingMinutes } of rows) {
    const part = parts.get(holder) ?? { holder, role, minutesBeforeDue: 0, minutesAfterDue: 0 }
    const cut = due < from ? from : due > to ? to : due
    const before = workingMinutesBetween(calendar, from, cut)
    parts.set(holder, {
      ...part,
      minutesBeforeDue: part.minutesBeforeDue + before,
      minutesAfterDue: part.minutesAfterDue + workingMinutes - before,
    })
  }
  return [...parts.values()]
}
