import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { DeliveredEvent, EventHandler } from '#kernel/server-module.ts'
import { type Pattern, sayPattern } from '../say-pattern.ts'

type Side = Pattern & { claims: { resourceId: string }[] }

/** Several dates of a series that went elsewhere in one deed: what it was and is, and which bookings they are. */
export interface SeriesNews {
  was: { pattern: Text; place: string }
  is: { pattern: Text; place: string }
  bookingIds: string[]
}

/** What `bookings.series_moved` holds, in words. */
export async function readSeriesNews(
  ctx: Ctx,
  { before, after }: Pick<DeliveredEvent, 'before' | 'after'>,
): Promise<SeriesNews> {
  const say = async (side: Side) => ({ pattern: sayPattern(side), place: await sayPlaces(ctx, side) })
  const { bookingIds, ...is } = after as Side & Pick<SeriesNews, 'bookingIds'>
  return { was: await say(before as Side), is: await say(is), bookingIds }
}

/** Rooms before what is borrowed for them, as people name a place. */
async function sayPlaces(ctx: Ctx, { claims }: Side): Promise<string> {
  const { rows } = await sql<{ names: string | null }>`
    select string_agg(name, '、' order by kind <> 'ROOM', code) as names from bookings.resource
    where bureau_id = kernel.bureau() and id = any(${claims.map(({ resourceId }) => resourceId)}::uuid[])
      and (kind = 'ROOM' or not exists (select from bookings.resource r where r.bureau_id = kernel.bureau()
        and r.kind = 'ROOM' and r.id = any(${claims.map(({ resourceId }) => resourceId)}::uuid[])))`.execute(
    ctx.db,
  )
  return rows[0]?.names ?? ''
}

/** Both patterns in a sentence; `places` false where the reader is not to know them. */
export function saySeriesNews({ was, is, bookingIds }: SeriesNews, count: number, places = true): Text {
  const one = (side: SeriesNews['was'], language: 'zh' | 'en') =>
    [side.pattern[language], places ? side.place : ''].filter(Boolean).join(' ')
  const part = count < bookingIds.length
  return {
    zh: `原为：${one(was, 'zh')}。现为：${one(is, 'zh')}。${part ? '与您有关的' : ''}共 ${count} 次`,
    en: `Before: ${one(was, 'en')}. Now: ${one(is, 'en')}. ${count} dates${part ? ' of yours' : ''}`,
  }
}

/** The same for an event that is one date of such a move: it is told of with the others. */
export const movedWithSeries = ({ after }: Pick<DeliveredEvent, 'after'>): boolean =>
  (after as { withSeries?: boolean } | null)?.withSeries === true

/** A handler that leaves the dates of a moved series to the news of the whole. */
export const unlessWithSeries =
  (handle: EventHandler): EventHandler =>
  async (ctx, event) => {
    if (!movedWithSeries(event)) await handle(ctx, event)
  }
