import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'

/** Whose calendar it is. */
export interface FeedOwner {
  userId: string
  personId: string | null
}

/** One date. Without `until` it ends at the moment that matters, so that what comes before it is visibly taken. */
export interface FeedDate {
  /** Stays the same while the date moves, so that calendars move it too. */
  uid: string
  title: Text
  place: string
  /** Path in the application. */
  href: `/${string}`
  /** The promised moment; with `until`, the beginning. */
  at: Date
  until?: Date
  /** When the matter itself began; part of the content, so never "now". */
  since: Date
  /** Rises with every change, for invitations (RFC 5546). */
  sequence?: number
  cancelled?: boolean
  organiser?: CalendarAddress
  attendees?: readonly CalendarAddress[]
}

export interface CalendarAddress {
  name: string
  mail: string
}

/** What an engine adds to a person's calendar; only what this person may see anyway. */
export type FeedSource = (ctx: Ctx, owner: FeedOwner) => Promise<FeedDate[]>

export { type CalendarKind, writeCalendar } from './write-calendar.ts'
