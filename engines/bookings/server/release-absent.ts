import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import { bookingStates } from '../states.ts'
import { freeHolds } from './cancel-booking.ts'
import { type BookingRecord, lockBookings, spanOf } from './lock-booking.ts'
import type { Locked } from './lock-resources.ts'
import { promoteWaiting } from './promote-waiting.ts'

type Deed = 'release' | 'end' | 'lapse' | 'warn'

/** So many in one run; the next minute does the rest. */
const atOnce = 200

/**
 * What the clock does to bookings, every minute: nobody checked in within the resource's time, and the rest is free for
 * others; what is over is ended; who still waits when the time has come waits no longer. Somebody may check in, move or
 * get a place while it looks: what is due is asked again once nobody else can change it.
 */
export async function releaseAbsent(ctx: Ctx): Promise<void> {
  const seen = [...(await findDue(ctx, sql`true`)).keys()]
  if (seen.length === 0) return
  const { records, resources } = await lockBookings(ctx, sql`b.id = any(${seen}::uuid[])`)
  const due = await findDue(ctx, sql`b.id = any(${seen}::uuid[])`)
  // A series that is struck out takes dates along that were due for themselves.
  const taken = new Set<string>()
  for (const record of records) {
    const deed = taken.has(record.id) ? undefined : due.get(record.id)
    if (deed === 'release') for (const id of await releaseOne(ctx, record, resources)) taken.add(id)
    else if (deed === 'warn') await warn(ctx, record)
    else if (deed) await close(ctx, record, deed)
  }
}

/** @param condition on `b` */
async function findDue(ctx: Ctx, condition: ReturnType<typeof sql>): Promise<Map<string, Deed>> {
  const { rows } = await sql<{ id: string; deed: Deed }>`
    with near as (
      select b.id, b.state, b.starts_at, b.ends_at, b.warned_at, (select min(p.check_in_minutes) from bookings.claim c
        join bookings.policy p on p.bureau_id = c.bureau_id and p.resource_id = c.resource_id
        where c.bureau_id = b.bureau_id and c.booking_id = b.id) as minutes
      from bookings.booking b where b.bureau_id = kernel.bureau() and ${condition}
        and b.state in ('WAITING', 'CONFIRMED', 'OFFERED', 'CHECKED_IN') and b.starts_at <= ${ctx.now}::timestamptz
    ), due as (
      select id, starts_at, case
        when state = 'WAITING' then 'lapse'
        when state = 'OFFERED' then 'release'
        when state = 'CONFIRMED' and starts_at + make_interval(mins => minutes) <= ${ctx.now}::timestamptz then 'release'
        when ends_at <= ${ctx.now}::timestamptz then 'end'
        when state = 'CONFIRMED' and minutes is not null and warned_at is null then 'warn'
      end as deed from near)
    select id, deed from due where deed is not null order by starts_at, id limit ${atOnce}`.execute(ctx.db)
  return new Map(rows.map(({ id, deed }) => [id, deed]))
}

async function warn(ctx: Ctx, { id }: BookingRecord): Promise<void> {
  await ctx.db.updateTable('bookings.booking').set({ warned_at: ctx.now }).where('id', '=', id).execute()
  await ctx.emit({ type: 'bookings.check_in_due', subjectType: 'bookings.booking', subjectId: id })
}

async function close(ctx: Ctx, { id, ends_at }: BookingRecord, deed: 'end' | 'lapse'): Promise<void> {
  const closed = { closed_at: ctx.now }
  if (deed === 'end') {
    await ctx.move(bookingStates, 'end', id, { set: { ended_at: ends_at, ...closed } })
    return
  }
  const reason = ctx.say(text('到时仍未排到', 'no place became free in time'))
  await ctx.move(bookingStates, 'cancel', id, { set: closed, reason })
}

/** @returns the dates of its series that were released with it */
async function releaseOne(ctx: Ctx, record: BookingRecord, resources: Locked): Promise<string[]> {
  const reason = ctx.say(text('无人签到', 'nobody checked in'))
  await ctx.move(bookingStates, 'release', record.id, { set: { closed_at: ctx.now }, reason })
  await promoteWaiting(ctx, resources, await freeHolds(ctx, record))
  return record.series_id && (await isStruckOut(ctx, record)) ? releaseRest(ctx, record) : []
}

/** Whether so many dates in a row were released as the strictest of its resources allows. */
async function isStruckOut(ctx: Ctx, record: BookingRecord): Promise<boolean> {
  const { rows } = await sql<{ out: boolean }>`
    select coalesce(bool_and(last.state = 'RELEASED') and count(*) = limits.strikes, false) as out
    from (select min(p.strikes) as strikes from bookings.claim c
      join bookings.policy p on p.bureau_id = c.bureau_id and p.resource_id = c.resource_id
      where c.bureau_id = kernel.bureau() and c.booking_id = ${record.id}) limits
    cross join lateral (select b.state from bookings.booking b where b.bureau_id = kernel.bureau()
      and b.series_id = ${record.series_id} and b.state <> 'CANCELLED' and b.starts_at <= ${record.starts_at}::timestamptz
      order by b.starts_at desc limit limits.strikes) last
    group by limits.strikes`.execute(ctx.db)
  return rows[0]?.out ?? false
}

async function releaseRest(ctx: Ctx, { series_id: seriesId, starts_at }: BookingRecord): Promise<string[]> {
  const { records, resources } = await lockBookings(
    ctx,
    sql`b.series_id = ${seriesId} and b.starts_at > ${starts_at}::timestamptz and b.state in ('CONFIRMED', 'OFFERED')`,
  )
  const reason = ctx.say(
    text('该系列连续无人签到', 'nobody checked in to this series several times in a row'),
  )
  for (const record of records) {
    await ctx.move(bookingStates, 'release', record.id, { set: { closed_at: ctx.now }, reason })
    await freeHolds(ctx, record)
  }
  await promoteWaiting(ctx, resources, records.map(spanOf))
  return records.map(({ id }) => id)
}
