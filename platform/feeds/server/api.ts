import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'

/** Whose calendar it is. */
export interface FeedOwner {
  userId: string
  personId: string | null
}

/** One date: it ends at the moment that matters, so that what comes before it is visibly taken. */
export interface FeedDate {
  /** Stays the same while the date moves, so that calendars move it too. */
  uid: string
  title: Text
  place: string
  /** Path in the application. */
  href: `/${string}`
  /** The promised moment. */
  at: Date
  /** When the matter itself began; part of the content, so never "now". */
  since: Date
}

/** What an engine adds to a person's calendar; only what this person may see anyway. */
export type FeedSource = (ctx: Ctx, owner: FeedOwner) => Promise<FeedDate[]>
