import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { addWorkingDays } from '#engines/calendar/working-days.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { orders } from '../module.ts'
import { settingOf } from './settings.ts'

type Actions = typeof orders.actions

/** Working days from the draw within which the calls are made. */
const callWithinDays = 10

/**
 * Draws the month's sample: so many percent of its completed orders, by a fixed shuffle, so that drawing again, or with
 * a larger share, keeps those drawn before.
 */
export async function drawSample(
  ctx: Ctx,
  month: string,
  percent: number,
): Promise<OutputOf<Actions['planFollowUps']>> {
  const first = `${month.slice(0, 7)}-01`
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const dueOn = addWorkingDays(calendar, localDayOf(ctx.now), callWithinDays)
  const completed = sql`
    select o.id, row_number() over (order by md5(o.id::text || ${first})) as place, count(*) over () as total
    from orders.service_order o
    where o.bureau_id = kernel.bureau() and o.state = 'COMPLETED' and o.channel <> 'IMPORT'
      and o.completed_at >= (${first}::date::timestamp at time zone 'Asia/Shanghai')
      and o.completed_at < ((${first}::date + interval '1 month') at time zone 'Asia/Shanghai')`
  const { rows } = await sql<{ completed: number; planned: number; added: number }>`
    with completed as (${completed}),
    drawn as (select id from completed where place <= ceil(total * ${percent}::numeric / 100)),
    added as (
      insert into orders.follow_up (order_id, month, due_on, planned_at)
      select id, ${first}::date, ${dueOn}::date, ${ctx.now}::timestamptz from drawn
      on conflict (bureau_id, order_id) do nothing returning id)
    select (select count(*)::int from completed) as completed, (select count(*)::int from drawn) as planned,
      (select count(*)::int from added) as added`.execute(ctx.db)
  const counts = rows[0]!
  await ctx.emit({
    type: 'orders.follow_ups_planned',
    subjectType: 'orders.follow_up',
    subjectId: null,
    after: { month: first, percent, ...counts },
  })
  return counts
}

export async function planFollowUps(
  ctx: Ctx,
  input: InputOf<Actions['planFollowUps']>,
): Promise<OutputOf<Actions['planFollowUps']>> {
  const { followUpPercent } = await settingOf(ctx)
  return drawSample(ctx, input.month, input.percent ?? followUpPercent)
}

/** On the first of the month, for the month before. */
export async function sampleFollowUps(ctx: Ctx): Promise<void> {
  const { followUpPercent } = await settingOf(ctx)
  const lastDayBefore = new Date(`${localDayOf(ctx.now).slice(0, 7)}-01T00:00:00Z`).getTime() - 86_400_000
  await drawSample(ctx, new Date(lastDayBefore).toISOString().slice(0, 10), followUpPercent)
}
