import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import type { BoardTrip } from '../../dispatch-schema.ts'

type Trip = Static<typeof BoardTrip>
type Row = Omit<Trip, 'can' | 'requests'> & { requests: Trip['requests'] | null }

/** Trips by a condition on `t`, with whom they take. */
export async function selectBoardTrips(ctx: Ctx, condition: ReturnType<typeof sql>): Promise<Trip[]> {
  const { rows } = await sql<Row>`
    select t.id, t.number, t.state, t.vehicle_id as "vehicleId", v.plate, t.driver_id as "driverId",
      d.name as "driverName", t.starts_at as "from", t.ends_at as "to", v.seats - 1 as places,
      coalesce(q.passengers, 0) as passengers, t.note, t.created_by as "createdBy", t.created_at as "createdAt",
      t.cancel_reason as "cancelReason", q.requests
    from fleet.trip t
    join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    left join lateral (
      select sum(r.passengers)::int as passengers, json_agg(json_build_object('id', r.id, 'number', r.number,
        'reason', r.reason, 'origin', r.origin, 'stops', r.stops, 'destination', r.destination, 'passengers', r.passengers,
        'emergency', r.emergency, 'requesterName', r.requester_name, 'unitName', u.name) order by r.starts_at, r.id) as requests
      from fleet.trip_request x
      join fleet.request r on r.bureau_id = x.bureau_id and r.id = x.request_id
      join directory.unit u on u.bureau_id = r.bureau_id and u.id = r.unit_id
      where x.bureau_id = t.bureau_id and x.trip_id = t.id and x.removed_at is null) q on true
    where t.bureau_id = kernel.bureau() and ${condition} order by t.starts_at, t.id`.execute(ctx.db)
  return rows.map((row) => {
    const open = row.state === 'ASSIGNED' && ctx.has('fleet.dispatch')
    return {
      ...row,
      requests: row.requests ?? [],
      can: {
        rearrange: open,
        cancel: open,
        addRequest: open,
        takeOut: open && (row.requests?.length ?? 0) > 1,
      },
    }
  })
}
