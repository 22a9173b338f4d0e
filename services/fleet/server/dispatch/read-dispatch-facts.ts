import { sql } from 'kysely'
import { DAY, localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { addWorkingDays } from '#engines/calendar/working-days.ts'
import type { Ctx } from '#kernel/context.ts'
import { fitnessOf } from '../register/fitness.ts'
import { nothingRented } from '../rentals/rental-stands.ts'
import { samePlace } from '../requests/offers/same-place.ts'
import { minuteOf } from './journey.ts'
import type { DispatchFacts } from './judge-dispatch.ts'
import { candidateOf, judgeTrip, minutesOfDay } from './judge-trip.ts'
import { loadFacts } from './load-facts.ts'
import { type LockedRequest, lookAtRequests } from './lock-requests.ts'

export interface CheckedTrip {
  id: string
  number: string
  vehicle_id: string
  driver_id: string
  starts_at: string
  ends_at: string
  left_at: string | null
  created_at: string
  note: string
  arranged_at: string | null
  seats: number
}

/** A trip with the moment it was last arranged; none that is off, or that came with a sheet. */
export async function findCheckedTrip(ctx: Ctx, tripId: string): Promise<CheckedTrip | undefined> {
  const { rows } = await sql<CheckedTrip>`
    select t.id, t.number, t.vehicle_id, t.driver_id, t.starts_at, t.ends_at, t.left_at, t.created_at, t.note, v.seats,
      (select max(e.at) from kernel.event e where e.bureau_id = t.bureau_id and e.subject_type = 'fleet.trip'
        and e.subject_id = t.id and e.type in ('fleet.trip_planned', 'fleet.trip_rearranged')) as arranged_at
    from fleet.trip t join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    where t.bureau_id = kernel.bureau() and t.id = ${tripId} and t.state <> 'CANCELLED' and not t.imported`.execute(
    ctx.db,
  )
  return rows[0]
}

/** What the verdicts on a trip's dispatch depend on, as the books are now. */
export async function readDispatchFacts(ctx: Ctx, trip: CheckedTrip): Promise<DispatchFacts> {
  const ids = await requestIdsOf(ctx, trip.id)
  const requests = ids.length > 0 ? await lookAtRequests(ctx, ids) : []
  const arrangedAt = new Date(trip.arranged_at ?? trip.created_at)
  return {
    now: ctx.now,
    from: new Date(trip.starts_at),
    leftAt: trip.left_at === null ? null : new Date(trip.left_at),
    madeAt: new Date(trip.created_at),
    arrangedAt,
    note: trip.note,
    requests: await readApprovals(ctx, ids),
    ...(await judged(ctx, trip, requests)),
    sealing: await readSealed(ctx, trip),
    sameWay: await findSameWay(ctx, trip, requests, arrangedAt),
  }
}

async function requestIdsOf(ctx: Ctx, tripId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('fleet.trip_request')
    .select('request_id')
    .where('trip_id', '=', tripId)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(({ request_id }) => request_id)
}

/** Answered by the end of the next working day after the approval, or before its time where that is sooner. */
async function readApprovals(ctx: Ctx, ids: readonly string[]): Promise<DispatchFacts['requests']> {
  if (ids.length === 0) return []
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const rows = await ctx.db
    .selectFrom('fleet.request')
    .select(['number', 'emergency', 'approved_at', 'after_approval', 'approve_by', 'starts_at'])
    .where('id', 'in', [...ids])
    .orderBy('number')
    .execute()
  return rows.map((row) => {
    const approvedAt = row.approved_at === null ? null : new Date(row.approved_at)
    const due =
      approvedAt === null || row.emergency
        ? null
        : startOfLocalDay(addWorkingDays(calendar, localDayOf(approvedAt), 1)).getTime() + DAY
    return {
      number: row.number,
      emergency: row.emergency,
      approvedAt,
      afterApproval: row.after_approval,
      approveBy: row.approve_by === null ? null : new Date(row.approve_by),
      answerBy: due === null ? null : new Date(Math.min(due, new Date(row.starts_at).getTime())),
    }
  })
}

async function judged(
  ctx: Ctx,
  trip: CheckedTrip,
  requests: readonly LockedRequest[],
): Promise<Pick<DispatchFacts, 'against' | 'minutesOfDay'>> {
  const [from, to] = [new Date(trip.starts_at), new Date(trip.ends_at)]
  const pair = { vehicleId: trip.vehicle_id, driverId: trip.driver_id }
  const ids = { vehicleIds: [pair.vehicleId], driverIds: [pair.driverId] }
  const facts = await loadFacts(ctx, { ...ids, from, to, except: [trip.id] })
  const span = { from: minuteOf(from), to: minuteOf(to) }
  const candidate = requests.length > 0 ? candidateOf(facts, pair, span, requests) : null
  const fitness = await fitnessOf(ctx, { ...ids, from, to })
  const books = [pair.vehicleId, pair.driverId].flatMap((id) => fitness.get(id) ?? [])
  const minutes = candidate ? minutesOfDay(facts, pair.driverId, candidate.journey) : 0
  return {
    against: [...(candidate ? judgeTrip(facts, candidate) : []), ...books],
    minutesOfDay: minutes === 0 ? null : minutes,
  }
}

async function readSealed(ctx: Ctx, trip: CheckedTrip): Promise<DispatchFacts['sealing']> {
  const { rows } = await sql<{ title: string; used: boolean }>`
    select p.title, exists (select from fleet.sealed_vehicle s where s.bureau_id = p.bureau_id and s.period_id = p.id
      and s.vehicle_id = ${trip.vehicle_id} and s.exempt_reason is null) as used
    from fleet.sealing_period p where p.bureau_id = kernel.bureau()
      and p.starts_on <= kernel.local_day(${trip.ends_at}::timestamptz) and p.ends_on >= kernel.local_day(${trip.starts_at}::timestamptz)
    order by used desc, p.starts_on limit 1`.execute(ctx.db)
  return rows[0] ?? null
}

const nearMinutes = 30

/** Requests that were approved by then, begin near it, go to the same place, share, and would have found a seat. */
async function findSameWay(
  ctx: Ctx,
  trip: CheckedTrip,
  requests: readonly LockedRequest[],
  arrangedAt: Date,
): Promise<string[]> {
  if (requests.length === 0 || requests.some(({ mayPool, emergency }) => !mayPool || emergency)) return []
  const room = trip.seats - 1 - requests.reduce((sum, { passengers }) => sum + passengers, 0)
  const { rows } = await sql<{ number: string; destination: string }>`
    select q.number, q.destination from fleet.request q
    left join directory.person p on p.bureau_id = q.bureau_id and p.id = q.requester_person_id
    where q.bureau_id = kernel.bureau() and q.state in ('APPROVED', 'ASSIGNED') and q.may_pool and not q.emergency
      and not coalesce(p.key_person, false) and q.passengers <= ${room} and q.approved_at <= ${arrangedAt}::timestamptz
      and q.starts_at between ${trip.starts_at}::timestamptz - make_interval(mins => ${nearMinutes})
        and ${trip.starts_at}::timestamptz + make_interval(mins => ${nearMinutes})
      and ${nothingRented}
      and q.id <> all(${requests.map(({ id }) => id)}::uuid[])
    order by q.number limit 50`.execute(ctx.db)
  return rows
    .filter(({ destination }) => requests.some((one) => samePlace(one.destination, destination)))
    .map(({ number }) => number)
}
