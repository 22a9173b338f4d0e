import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import type { requestActions } from '../../actions/request-actions.ts'

type Action = (typeof requestActions)['readRequestDefaults']
type Defaults = OutputOf<Action>

const mostPlaces = 6

/** What the form need not ask: who, unit and phone, the last destinations with all about them, the usual choices. */
export async function readRequestDefaults(ctx: Ctx): Promise<Defaults> {
  const { personId, unitId } = ctx.actor
  const { rows } = await sql<{ mobile: string | null; unit: string | null }>`
    select (select mobile from directory.person where bureau_id = kernel.bureau() and id = ${personId}::uuid) as mobile,
      (select name from directory.unit where bureau_id = kernel.bureau() and id = ${unitId}::uuid) as unit`.execute(
    ctx.db,
  )
  return {
    personId,
    name: ctx.actor.name,
    unit: rows[0]!.unit,
    phone: rows[0]!.mobile,
    places: personId ? await lastPlaces(ctx, personId) : [],
    usual:
      (personId ? await usualOf(ctx, sql`requester_person_id = ${personId}`) : null) ??
      (unitId ? await usualOf(ctx, sql`unit_id = ${unitId}`) : null),
    mayAskForOthers: ctx.has('fleet.dispatch'),
  }
}

interface Place {
  purpose: string
  reason: string
  passengers: number
  origin: string
  stops: string[]
  destination: string
  reach: string
  distance_km: number | null
  way: string
  minutes: number
  luggage: string
  may_pool: boolean
}

/** One a destination, the latest first; each with everything of that ride. */
async function lastPlaces(ctx: Ctx, personId: string): Promise<Defaults['places']> {
  const { rows } = await sql<Place>`
    select * from (
      select distinct on (destination) purpose, reason, passengers, origin, stops, destination, reach, distance_km, way,
        round(extract(epoch from ends_at - starts_at) / 60)::integer as minutes, luggage, may_pool, submitted_at
      from (select * from fleet.request where bureau_id = kernel.bureau() and requester_person_id = ${personId}
        and not emergency and state not in ('REFUSED', 'WITHDRAWN') order by submitted_at desc limit 100) mine
      order by destination, submitted_at desc
    ) places order by submitted_at desc limit ${mostPlaces}`.execute(ctx.db)
  return rows.map(({ distance_km, may_pool, ...place }) => ({
    ...place,
    purpose: place.purpose as Defaults['places'][number]['purpose'],
    reach: place.reach as Defaults['places'][number]['reach'],
    way: place.way as Defaults['places'][number]['way'],
    distanceKm: distance_km,
    mayPool: may_pool,
  }))
}

/** The most frequent choices of the last rides; null where there is none. */
async function usualOf(ctx: Ctx, whose: ReturnType<typeof sql>): Promise<Defaults['usual']> {
  const { rows } = await sql<{ purpose: string | null; origin: string; passengers: number; way: string }>`
    select mode() within group (order by purpose) as purpose, mode() within group (order by origin) as origin,
      mode() within group (order by passengers) as passengers, mode() within group (order by way) as way
    from (select purpose, origin, passengers, way from fleet.request
      where bureau_id = kernel.bureau() and ${whose} and not emergency order by submitted_at desc limit 50) last`.execute(
    ctx.db,
  )
  const { purpose, way, ...usual } = rows[0]!
  if (purpose === null) return null
  return {
    ...usual,
    purpose: purpose as NonNullable<Defaults['usual']>['purpose'],
    way: way as NonNullable<Defaults['usual']>['way'],
  }
}
