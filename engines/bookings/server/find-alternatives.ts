import { sql } from 'kysely'
import { DAY, dayNumberAt, dayStart } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { bookings } from '../module.ts'
import type { Alternative } from '../schema.ts'
import { checkSpan } from './check-span.ts'

/** What was wanted and cannot be had. */
export interface Missed {
  resourceId: string
  from: Date
  to: Date
  headcount: number | null
  /** Bookings that do not count, because they are the ones to be moved. */
  except?: readonly string[]
  /** Times when it is spoken for, though nobody holds it yet. */
  promised?: readonly { from: Date; to: Date }[]
}

const mostElsewhere = 5
const mostTimes = 4
/** Times are offered from 7 to 21 o'clock, on the quarter. */
const [opens, closes] = [7 * 3_600_000, 21 * 3_600_000]
const quarter = 15 * 60_000
const daysAhead = 7

type Action = (typeof bookings.actions)['listAlternatives']

/** Ways out for each of some resources, before anything was refused. */
export async function listAlternatives(
  ctx: Ctx,
  { resourceId, from, to, headcount }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  const span = checkSpan(ctx, from, to)
  const items: Alternative[] = []
  for (const id of resourceId) {
    const missed = { resourceId: id, ...span, headcount: headcount ?? null }
    items.push(...(await findAlternatives(ctx, missed)))
  }
  return { items }
}

/** Ways out of a clash: the same time on other resources that fit, and other times on the same one. */
export async function findAlternatives(ctx: Ctx, missed: Missed): Promise<Alternative[]> {
  return [...(await findElsewhere(ctx, missed)), ...(await findOtherTimes(ctx, missed))]
}

/** Resources of the kind that are free then and large enough, those of the same site and the smallest first. */
export async function findElsewhere(ctx: Ctx, missed: Missed): Promise<Alternative[]> {
  const { resourceId, from, to } = missed
  const { rows } = await sql<{ id: string; kind: Alternative['resource']['kind']; name: string }>`
    select r.id, r.kind, r.name from bookings.resource wanted
    join bookings.resource r on r.bureau_id = wanted.bureau_id and r.kind = wanted.kind and r.id <> wanted.id
      and r.closed_at is null and r.quantity = 1
      and (r.capacity is null or r.capacity >= coalesce(${missed.headcount}::integer, 0))
    left join bookings.policy p on p.bureau_id = r.bureau_id and p.resource_id = r.id
    where wanted.bureau_id = kernel.bureau() and wanted.id = ${resourceId} and wanted.quantity = 1
      and coalesce(cardinality(p.unit_ids), 0) = 0
      and not exists (select from bookings.holds_at(r.id, tstzrange(${from}::timestamptz - make_interval(mins => coalesce(p.buffer_before_minutes, 0)),
          ${to}::timestamptz + make_interval(mins => coalesce(p.buffer_after_minutes, 0)))) h
        where h.booking_id <> all(${[...(missed.except ?? [])]}::uuid[]))
      and not exists (select from bookings.blackout x where x.bureau_id = r.bureau_id and x.resource_id = r.id
        and x.lifted_at is null and x.span && tstzrange(${from}::timestamptz, ${to}::timestamptz))
    order by (r.site_id is not distinct from wanted.site_id) desc, r.capacity nulls last, r.name
    limit ${mostElsewhere}`.execute(ctx.db)
  const time = { from: from.toISOString(), to: to.toISOString() }
  return rows.map((resource) => ({ kind: 'elsewhere' as const, resource, ...time }))
}

/** The nearest free times of the same length on the same resource: that day first, then the days after. */
export async function findOtherTimes(ctx: Ctx, missed: Missed): Promise<Alternative[]> {
  const first = dayNumberAt(missed.from.getTime())
  const window = { from: new Date(dayStart(first)), to: new Date(dayStart(first + daysAhead)) }
  const { rows } = await sql<{
    id: string
    kind: Alternative['resource']['kind']
    name: string
    before: number
    after: number
    taken: { from: string; to: string }[]
  }>`
    select r.id, r.kind, r.name, coalesce(p.buffer_before_minutes, 0) as before, coalesce(p.buffer_after_minutes, 0) as after,
      coalesce((select json_agg(json_build_object('from', lower(busy.span), 'to', upper(busy.span)) order by busy.span)
        from (select h.occupied as span from bookings.holds_at(r.id,
              tstzrange(${window.from}::timestamptz, ${window.to}::timestamptz)) h
            where h.booking_id <> all(${[...(missed.except ?? [])]}::uuid[])
          union all select x.span from bookings.blackout x where x.bureau_id = r.bureau_id and x.resource_id = r.id
            and x.lifted_at is null and x.span && tstzrange(${window.from}::timestamptz, ${window.to}::timestamptz)) busy), '[]') as taken
    from bookings.resource r left join bookings.policy p on p.bureau_id = r.bureau_id and p.resource_id = r.id
    where r.bureau_id = kernel.bureau() and r.id = ${missed.resourceId} and r.quantity = 1 and r.closed_at is null`.execute(
    ctx.db,
  )
  const [row] = rows
  if (!row) return []
  const busy = row.taken.map(({ from, to }): [number, number] => [
    Date.parse(from) - row.after * 60_000,
    Date.parse(to) + row.before * 60_000,
  ])
  for (const { from, to } of missed.promised ?? [])
    busy.push([
      from.getTime() - (row.before + row.after) * 60_000,
      to.getTime() + (row.before + row.after) * 60_000,
    ])
  const resource = { id: row.id, kind: row.kind, name: row.name }
  return freeTimes(busy, missed, first, ctx.now.getTime()).map((start) => ({
    kind: 'other-time' as const,
    resource,
    from: new Date(start).toISOString(),
    to: new Date(start + missed.to.getTime() - missed.from.getTime()).toISOString(),
  }))
}

/** Starts of free stretches on the quarter, the nearest to what was wanted first, at most two a day. */
function freeTimes(
  busy: readonly (readonly [number, number])[],
  { from, to }: Missed,
  firstDay: number,
  now: number,
): number[] {
  const length = to.getTime() - from.getTime()
  const found: number[] = []
  for (let day = firstDay; day < firstDay + daysAhead && found.length < mostTimes; day++) {
    const wanted = from.getTime() + (day - firstDay) * DAY
    const starts: number[] = []
    for (let at = dayStart(day) + opens; at + length <= dayStart(day) + closes; at += quarter)
      if (at > now && busy.every(([begins, ends]) => at + length <= begins || at >= ends)) starts.push(at)
    starts.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))
    const [nearest] = starts
    if (nearest === undefined) continue
    found.push(nearest)
    const other = starts.find((at) => Math.abs(at - nearest) >= length)
    if (other !== undefined && day === firstDay) found.push(other)
  }
  return found.slice(0, mostTimes)
}
