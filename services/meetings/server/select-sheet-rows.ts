import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { mainFirst } from './further-rooms.ts'

/** All meetings as the sheet needs them, whoever asks: the import's own permission stands before it. */
export function selectSheetRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('meetings.meeting as m')
    .innerJoin('bookings.booking as b', (join) =>
      join.onRef('b.bureau_id', '=', 'm.bureau_id').onRef('b.id', '=', 'm.booking_id'),
    )
    .innerJoin('directory.unit as unit', (join) =>
      join.onRef('unit.bureau_id', '=', 'b.bureau_id').onRef('unit.id', '=', 'b.unit_id'),
    )
    .select(['b.id', 'm.number', 'm.services', 'm.other_services', 'm.imported'])
    .select(['b.title', 'b.rank', 'b.state', 'b.starts_at', 'b.ends_at', 'b.headcount'])
    .select(['unit.name as unit_name', roomNameOf().as('room_name')])
}

/** The room a booking `b` claims. */
const roomNameOf = () => sql<string | null>`(select r.name from bookings.claim c
  join bookings.resource r on r.bureau_id = c.bureau_id and r.id = c.resource_id and r.kind = 'ROOM'
  where c.bureau_id = b.bureau_id and c.booking_id = b.id order by ${mainFirst()} limit 1)`
