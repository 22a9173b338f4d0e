import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { displayActions } from '../../actions/display-actions.ts'
import type { Board, Slot } from '../../display-schema.ts'
import { bureauName } from '../enter-by-code.ts'
import { type LinkedRoom, openLink } from './open-link.ts'

type Action = (typeof displayActions)['readDisplay']

/** What a door screen shows of today; nothing when that is on the screen already. @throws Problem 404, 410 */
export async function readDisplay(ctx: Ctx, { code, seen }: InputOf<Action>): Promise<OutputOf<Action>> {
  const room = await openLink(ctx, 'DISPLAY', code)
  const board: Board = {
    bureauName: await bureauName(ctx),
    room: { name: room.name, site: room.site, capacity: room.capacity },
    slots: await readSlots(ctx, room),
    closed: await readClosed(ctx, room),
  }
  const tag = createHash('sha256').update(JSON.stringify(board)).digest('base64url')
  return { tag, at: ctx.now.getTime(), board: seen === tag ? null : board }
}

interface SlotRow {
  id: string
  title: string
  private: boolean
  unit: string
  starts_at: string
  ends_at: string
  state: string
  check_in_minutes: number | null
  here: boolean
}

/** How long before its beginning the bookings engine lets anybody check in. */
const checkInEarlyMs = 30 * 60_000
const today = (
  ctx: Ctx,
) => sql`tstzrange(date_trunc('day', ${ctx.now}::timestamptz at time zone 'Asia/Shanghai')
  at time zone 'Asia/Shanghai', (date_trunc('day', ${ctx.now}::timestamptz at time zone 'Asia/Shanghai')
  + interval '1 day') at time zone 'Asia/Shanghai')`

async function readSlots(ctx: Ctx, { linkId, roomId }: LinkedRoom): Promise<Slot[]> {
  const { rows } = await sql<SlotRow>`
    select b.id, b.title, b.private, u.name as unit, b.starts_at, b.ends_at, b.state, p.check_in_minutes,
      exists (select from meetings.walk_up w where w.bureau_id = b.bureau_id and w.meeting_id = b.id
        and w.room_link_id = ${linkId}) as here
    from bookings.holds_at(${roomId}, ${today(ctx)}) h
    join bookings.booking b on b.bureau_id = h.bureau_id and b.id = h.booking_id
      and b.state in ('CONFIRMED', 'OFFERED', 'CHECKED_IN')
    join directory.unit u on u.bureau_id = b.bureau_id and u.id = b.unit_id
    left join bookings.policy p on p.bureau_id = h.bureau_id and p.resource_id = h.resource_id
    where tstzrange(b.starts_at, b.ends_at) && ${today(ctx)}
    order by b.starts_at, b.id`.execute(ctx.db)
  return rows.map(slotOf)
}

function slotOf(row: SlotRow): Slot {
  const from = Date.parse(row.starts_at)
  const waits = row.check_in_minutes !== null && row.state !== 'CHECKED_IN'
  return {
    id: row.id,
    title: row.private ? null : row.title,
    unit: row.private ? null : row.unit,
    from: new Date(from).toISOString(),
    to: new Date(row.ends_at).toISOString(),
    inUse: row.state === 'CHECKED_IN',
    checkInFrom: new Date(from - checkInEarlyMs).toISOString(),
    checkInBy: waits ? new Date(from + row.check_in_minutes! * 60_000).toISOString() : null,
    here: row.here && row.state === 'CHECKED_IN',
  }
}

async function readClosed(ctx: Ctx, { roomId }: LinkedRoom): Promise<Board['closed']> {
  const { rows } = await sql<{ from: string; to: string; reason: string }>`
    select lower(span) as from, upper(span) as to, reason from bookings.blackout
    where bureau_id = kernel.bureau() and resource_id = ${roomId} and lifted_at is null and span && ${today(ctx)}
    order by lower(span)`.execute(ctx.db)
  return rows.map(({ from, to, reason }) => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    reason,
  }))
}
