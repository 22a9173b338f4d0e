import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { JudgedRequest } from './judge-trip.ts'

/** A request as dispatching needs it, locked until the transaction ends. */
export interface LockedRequest extends JudgedRequest {
  id: string
  number: string
  state: string
  unitId: string
  requesterPersonId: string | null
  requesterName: string
  reason: string
  mayPool: boolean
  from: Date
  to: Date
}

type Row = Omit<LockedRequest, 'from' | 'to'> & { startsAt: string; endsAt: string }

/**
 * In the order of their ids, so that two dispatchers do not wait in a circle; answered in the order given.
 * @throws Problem 422 `fleet.unknown_request`
 */
export function lockRequests(ctx: Ctx, ids: readonly string[]): Promise<LockedRequest[]> {
  return selectRequests(ctx, ids, sql`for update`)
}

/** The same without holding anybody up, for those who only look. @throws Problem 422 `fleet.unknown_request` */
export function lookAtRequests(ctx: Ctx, ids: readonly string[]): Promise<LockedRequest[]> {
  return selectRequests(ctx, ids, sql``)
}

async function selectRequests(
  ctx: Ctx,
  ids: readonly string[],
  lock: RawBuilder<unknown>,
): Promise<LockedRequest[]> {
  const wanted = [...new Set(ids)]
  const { rows } = await sql<Row>`
    select id, number, state, unit_id as "unitId", requester_person_id as "requesterPersonId",
      requester_name as "requesterName", purpose, reason, passengers, origin, stops, destination, reach,
      distance_km as "distanceKm", way, may_pool as "mayPool", emergency, vehicle_class as "vehicleClass",
      starts_at as "startsAt", ends_at as "endsAt"
    from fleet.request where bureau_id = kernel.bureau() and id = any(${wanted}::uuid[]) order by id ${lock}`.execute(
    ctx.db,
  )
  if (rows.length < wanted.length || wanted.length === 0)
    throw new Problem(422, 'fleet.unknown_request', { path: 'requestIds' })
  const found = new Map(
    rows.map(({ startsAt, endsAt, ...row }) => [
      row.id,
      { ...row, from: new Date(startsAt), to: new Date(endsAt) },
    ]),
  )
  return wanted.map((id) => found.get(id)!)
}

/** From the earliest beginning to the latest end. */
export function spanOfAll(spans: readonly { from: Date; to: Date }[]): { from: Date; to: Date } {
  return {
    from: new Date(Math.min(...spans.map(({ from }) => from.getTime()))),
    to: new Date(Math.max(...spans.map(({ to }) => to.getTime()))),
  }
}
