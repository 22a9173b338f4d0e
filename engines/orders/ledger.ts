import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { wholeMinute, workingMinutesBetween } from '#engines/calendar/working-minutes-between.ts'
import { inOrderOfTime, type OrderEvent } from './clock-events.ts'

/** What an order waits for: being taken, being accepted, being started, the work, the confirmation, nothing. */
export type LedgerPhase = 'reception' | 'assigned' | 'accepted' | 'working' | 'confirming' | 'closed'

/**
 * One stretch of an order in one pair of hands and one phase. Minutes are whole and add up over rows: each moment
 * is cut to its minute first. `heldMinutes` are those of the working minutes in which a pause held the order.
 */
export interface LedgerRow {
  readonly holder: string
  readonly role: string
  readonly phase: LedgerPhase
  readonly from: Date
  readonly to: Date
  readonly calendarMinutes: number
  readonly workingMinutes: number
  readonly heldMinutes: number
  /** Reason of the pause that held the order, null while it was not held. */
  readonly pauseReason: string | null
}

/** Who holds the order, for what, and whether a pause holds it. */
interface Hands {
  readonly holder: string
  readonly role: string
  readonly phase: LedgerPhase
  readonly pauseReason: string | null
}

/**
 * The per-hop ledger (流转台账): rows in order that cut the time from the order's creation to its end (or to `now`
 * while it is open) without gap or overlap, so that every minute is explained exactly once and the working
 * minutes add up to workingMinutesBetween(creation, end). Events after `now` do not count yet, so it can be read
 * as of any moment. RangeError if the first event puts the order into nobody's hands.
 */
export function buildLedger(events: readonly OrderEvent[], calendar: WorkCalendar, now: Date): LedgerRow[] {
  const ordered = inOrderOfTime(events)
  const first = ordered[0]
  if (!first || !('holder' in first)) throw new RangeError('the first event must say who received the order')
  let hands: Hands = { holder: first.holder, role: first.role, phase: 'reception', pauseReason: null }
  let from = first.at
  const rows: LedgerRow[] = []
  for (const event of ordered) {
    if (event.at > now) break
    const next = handsAfter(hands, event)
    if (sameHands(hands, next)) continue
    if (event.at > from) rows.push(rowOf(hands, calendar, from, event.at))
    hands = next
    from = event.at
  }
  if (hands.phase !== 'closed' && now > from) rows.push(rowOf(hands, calendar, from, now))
  return rows
}

function handsAfter(hands: Hands, event: OrderEvent): Hands {
  if (!isAtWork(hands) && event.kind !== 'reopened' && !(hands.phase === 'confirming' && endsOrder(event))) {
    return hands // a late event from an offline phone takes nothing out of the requester's hands
  }
  switch (event.kind) {
    case 'received':
    case 'returned':
      return { ...hands, holder: event.holder, role: event.role, phase: 'reception' }
    case 'assigned':
    case 'transferred':
    case 'reopened':
      return { ...hands, holder: event.holder, role: event.role, phase: 'assigned' }
    case 'accepted':
      return { ...hands, holder: event.holder, role: event.role, phase: 'accepted' }
    case 'finished':
      return { holder: event.holder, role: event.role, phase: 'confirming', pauseReason: null }
    case 'started':
      return { ...hands, phase: 'working' }
    case 'paused':
      return { ...hands, pauseReason: hands.pauseReason ?? event.reason }
    case 'resumed':
      return { ...hands, pauseReason: null }
    case 'confirmed':
    case 'closed':
    case 'withdrawn':
      return { ...hands, phase: 'closed', pauseReason: null }
    case 'pledged':
    case 'replied':
      return hands
  }
}

/** Whether the clock of the order runs in the phase: not while it is with the requester, nor after its end. */
export function isAtWork({ phase }: { readonly phase: LedgerPhase }): boolean {
  return phase !== 'confirming' && phase !== 'closed'
}

function endsOrder({ kind }: OrderEvent): boolean {
  return kind === 'confirmed' || kind === 'closed' || kind === 'withdrawn'
}

function sameHands(a: Hands, b: Hands): boolean {
  return a.holder === b.holder && a.role === b.role && a.phase === b.phase && a.pauseReason === b.pauseReason
}

function rowOf(hands: Hands, calendar: WorkCalendar, from: Date, to: Date): LedgerRow {
  const workingMinutes = workingMinutesBetween(calendar, from, to)
  return {
    ...hands,
    from,
    to,
    calendarMinutes: (wholeMinute(to).getTime() - wholeMinute(from).getTime()) / 60_000,
    workingMinutes,
    heldMinutes: hands.pauseReason === null ? 0 : workingMinutes,
  }
}
