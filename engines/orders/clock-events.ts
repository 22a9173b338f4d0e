import { type Clock, checkPledgeMinutes, type Pause, type PledgeTerm } from './clock.ts'

/** What every event of an order's life has; events may be given in any order, those of one moment in theirs. */
interface EventAt {
  readonly at: Date
  /**
   * Whether the requester got an answer by it, and from whom. Only a person's answer stops the respond clock:
   * an automatic reply is no response, and neither is a note that answers nothing (absent).
   */
  readonly responds?: 'human' | 'machine'
}

/** The order comes into somebody's hands; `finished` puts it into those of whoever confirms. */
export interface HolderEvent extends EventAt {
  readonly kind: 'received' | 'assigned' | 'accepted' | 'transferred' | 'returned' | 'finished' | 'reopened'
  /** Id of the person, desk, pool or vendor. */
  readonly holder: string
  readonly role: string
}

/** Service pledge of the order from then on; the first counts from the order's creation. Minutes are working ones. */
export interface PledgedEvent extends EventAt {
  readonly kind: 'pledged'
  readonly respondMinutes: number
  readonly finishMinutes: number
  readonly roundTheClock: boolean
}

export interface PausedEvent extends EventAt {
  readonly kind: 'paused'
  readonly reason: string
}

export interface PlainEvent extends EventAt {
  readonly kind: 'replied' | 'started' | 'resumed' | 'confirmed' | 'closed' | 'withdrawn'
}

/** The life of a service order as its clocks and its ledger see it. */
export type OrderEvent = HolderEvent | PledgedEvent | PausedEvent | PlainEvent

/** The two pledges of an order: an answer within, and the work finished within. */
export interface OrderClocks {
  readonly respond: Clock
  readonly finish: Clock
}

/** Reason of the hold between a finish and the reopening that followed: the order was with the requester. */
export const AWAITING_CONFIRMATION = 'awaiting-confirmation'

/** Events in order of time; those of the same moment keep their order. */
export function inOrderOfTime(events: readonly OrderEvent[]): OrderEvent[] {
  return events.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/**
 * The clocks of an order from its events; null if nothing was pledged. Both start at the first event, whoever
 * holds the order later: handing it on changes nothing for the requester. Pauses hold both. The respond clock
 * stops at the first answer of a person, at the latest where the work ends; the finish clock where the work ends,
 * and runs on from a reopening. Repeated events (offline replay) change nothing. RangeError for a pledge that is no whole number of minutes above zero.
 */
export function readClocks(events: readonly OrderEvent[]): OrderClocks | null {
  const ordered = inOrderOfTime(events)
  const start = ordered[0]?.at
  const pledges = ordered.filter((event) => event.kind === 'pledged')
  if (!start || pledges.length === 0) return null
  const { pauses, finishedAt } = readPauses(ordered)
  const terms = (minutes: (event: PledgedEvent) => number) =>
    pledges.map((event, index) => termOf(event, minutes(event), index === 0 ? start : event.at))
  const answeredAt = ordered.find((event) => event.responds === 'human' || endsWork(event))?.at ?? null
  return {
    respond: { start, terms: terms((event) => event.respondMinutes), pauses, stoppedAt: answeredAt },
    finish: { start, terms: terms((event) => event.finishMinutes), pauses, stoppedAt: finishedAt },
  }
}

function termOf({ roundTheClock }: PledgedEvent, minutes: number, from: Date): PledgeTerm {
  checkPledgeMinutes(minutes)
  return { from, minutes, roundTheClock }
}

/** Work ends by finishing, and also by an end without it. */
function endsWork({ kind }: OrderEvent): boolean {
  return kind === 'finished' || kind === 'withdrawn' || kind === 'closed' || kind === 'confirmed'
}

function readPauses(ordered: readonly OrderEvent[]): { pauses: Pause[]; finishedAt: Date | null } {
  const pauses: Pause[] = []
  let finishedAt: Date | null = null
  const end = (at: Date) => {
    const last = pauses.at(-1)
    if (last && last.to === null) pauses[pauses.length - 1] = { ...last, to: at }
  }
  for (const event of ordered) {
    if (event.kind === 'paused' && !finishedAt && pauses.at(-1)?.to !== null) {
      pauses.push({ from: event.at, to: null, reason: event.reason })
    }
    if (event.kind === 'resumed') end(event.at)
    if (endsWork(event) && !finishedAt) {
      end(event.at)
      finishedAt = event.at
    }
    if (event.kind === 'reopened' && finishedAt) {
      pauses.push({ from: finishedAt, to: event.at, reason: AWAITING_CONFIRMATION })
      finishedAt = null
    }
  }
  return { pauses, finishedAt }
}
