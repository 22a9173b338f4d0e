import { sql } from 'kysely'
import { startOfLocalDay } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { workingMinutesBetween } from '#engines/calendar/working-minutes-between.ts'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricRecord, MetricScope } from '#kernel/server-module.ts'
import { endOf, startOf } from './measure-meetings.ts'

interface RoomMinutes {
  id: string
  code: string
  name: string
  site_id: string
  held: number
}

const aDay = 86_400_000

/** Each room in use with the minutes of its meetings that lie in the period, and its percentage of the working hours. */
async function roomUse(ctx: Ctx, scope: MetricScope): Promise<(RoomMinutes & { value: number })[]> {
  const { rows } = await sql<RoomMinutes>`
    select m.id, r.code, r.name, m.site_id, coalesce((
      select sum(extract(epoch from least(b.ends_at, coalesce(b.ended_at, b.ends_at), ${endOf(scope)})
        - greatest(b.starts_at, ${startOf(scope)})) / 60)
      from bookings.claim c join bookings.booking b on b.bureau_id = c.bureau_id and b.id = c.booking_id
      where c.bureau_id = m.bureau_id and c.resource_id = m.id and b.state = 'ENDED'
        and b.starts_at < ${endOf(scope)} and least(b.ends_at, coalesce(b.ended_at, b.ends_at)) > ${startOf(scope)}
    ), 0)::float8 as held
    from meetings.room m join bookings.resource r on r.bureau_id = m.bureau_id and r.id = m.id
    where (r.closed_at is null or r.closed_at >= ${startOf(scope)})
      ${scope.siteId ? sql`and m.site_id = ${scope.siteId}` : sql``}
    order by m.id`.execute(ctx.db)
  const minutes = new Map<string, number>()
  const last = Math.min(startOfLocalDay(scope.to).getTime() + aDay, ctx.now.getTime())
  for (const { site_id } of rows) {
    if (minutes.has(site_id)) continue
    const calendar = await loadCalendar(ctx, { name: 'work', siteId: site_id })
    minutes.set(site_id, workingMinutesBetween(calendar, startOfLocalDay(scope.from), new Date(last)))
  }
  return rows.flatMap((room) => {
    const there = minutes.get(room.site_id) ?? 0
    return there > 0 ? [{ ...room, value: (room.held / there) * 100 }] : []
  })
}

/** Use of the rooms: the rows are the rooms, the figure is their mean. */
export const roomUtilisation: MetricHandler = {
  from: 'mean',
  async value(ctx, scope) {
    const rooms = await roomUse(ctx, scope)
    if (rooms.length === 0) return null
    return rooms.reduce((sum, { value }) => sum + value, 0) / rooms.length
  },
  async records(ctx, scope, page) {
    const rooms = (await roomUse(ctx, scope)).filter(({ id }) => page.after === null || id > page.after)
    return rooms.slice(0, page.limit).map(
      ({ id, code, name, value, held }): MetricRecord => ({
        id,
        label: code,
        at: null,
        value,
        href: `/meetings/rooms/${id}`,
        detail: `${name} · ${Math.round(held)} min`,
      }),
    )
  },
}
