import { sql } from 'kysely'
import { readableBookings } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { accessoryActions } from '../../actions/accessory-actions.ts'
import { line } from '../../words.ts'
import { findClosing } from '../closings.ts'
import { mainFirst } from '../further-rooms.ts'
import { historyOf } from '../read-history.ts'
import { accessoryRowOf, selectAccessories } from './select-accessories.ts'

type Action = (typeof accessoryActions)['readAccessory']
type Loan = OutputOf<Action>['loans'][number]

/** One kind of equipment: how much there is, what is out when and with whom, what became of it. @throws Problem 404 */
export async function readAccessory(ctx: Ctx, { accessoryId }: InputOf<Action>): Promise<OutputOf<Action>> {
  const row = await selectAccessories(ctx).where('a.id', '=', accessoryId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return {
    ...accessoryRowOf(ctx, row),
    closing: await findClosing(ctx, accessoryId),
    loans: await loansOf(ctx, accessoryId),
    history: ctx.has('meetings.board') ? await historyOf(ctx, accessoryId) : null,
  }
}

interface LoanRow {
  id: string
  line: string
  title: string
  organiser_name: string
  room_name: string | null
  starts_at: string
  ends_at: string
  quantity: number
  readable: boolean
}

const mostLoans = 100

async function loansOf(ctx: Ctx, accessoryId: string): Promise<Loan[]> {
  const { rows } = await sql<LoanRow>`
    select b.id, b.line, b.title, b.organiser_name, b.starts_at, b.ends_at, ${readableBookings(ctx)} as readable,
      sum(upper(h.pieces) - lower(h.pieces))::integer as quantity,
      (select r.name from bookings.claim c join bookings.resource r on r.bureau_id = c.bureau_id
        and r.id = c.resource_id and r.kind = 'ROOM' where c.bureau_id = b.bureau_id and c.booking_id = b.id
        order by ${mainFirst()} limit 1) as room_name
    from bookings.holds_at(${accessoryId}, tstzrange(${ctx.now}::timestamptz, null)) h
    join bookings.booking b on b.bureau_id = h.bureau_id and b.id = h.booking_id
    where b.ends_at > ${ctx.now}::timestamptz
    group by b.bureau_id, b.id order by b.starts_at, b.id limit ${mostLoans}`.execute(ctx.db)
  return rows.map((row) => ({
    bookingId: row.id,
    title: row.readable ? row.title : null,
    organiserName: row.readable ? row.organiser_name : null,
    roomName: row.room_name,
    from: row.starts_at,
    to: row.ends_at,
    quantity: row.quantity,
    href: row.readable ? `/${row.line === line ? line : 'bookings'}/${row.id}` : null,
  }))
}
