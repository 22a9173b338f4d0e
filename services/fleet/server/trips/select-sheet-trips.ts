import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

const costOf = (
  kind: string,
) => sql<number>`(select coalesce(sum(c.amount_fen), 0)::float8 from fleet.trip_cost c
  where c.bureau_id = t.bureau_id and c.trip_id = t.id and c.kind = ${kind})`

/** All trips as the sheet needs them, whoever asks: a permission stands before it. */
export function selectSheetTrips(ctx: Ctx) {
  return ctx.db
    .selectFrom('fleet.trip as t')
    .innerJoin('fleet.vehicle as v', (join) =>
      join.onRef('v.bureau_id', '=', 't.bureau_id').onRef('v.id', '=', 't.vehicle_id'),
    )
    .innerJoin('fleet.driver as d', (join) =>
      join.onRef('d.bureau_id', '=', 't.bureau_id').onRef('d.id', '=', 't.driver_id'),
    )
    .innerJoin('bookings.booking as b', (join) =>
      join.onRef('b.bureau_id', '=', 't.bureau_id').onRef('b.id', '=', 't.id'),
    )
    .innerJoin('directory.unit as unit', (join) =>
      join.onRef('unit.bureau_id', '=', 'b.bureau_id').onRef('unit.id', '=', 'b.unit_id'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('fleet.trip_request as w')
          .innerJoin('fleet.request as q', (join) =>
            join.onRef('q.bureau_id', '=', 'w.bureau_id').onRef('q.id', '=', 'w.request_id'),
          )
          .select(['q.id', 'q.requester_name', 'q.reason', 'q.destination'])
          .select(sql<number>`sum(q.passengers) over ()::int`.as('passengers'))
          .whereRef('w.bureau_id', '=', 't.bureau_id')
          .whereRef('w.trip_id', '=', 't.id')
          .where((row) => row.or([row('w.removed_at', 'is', null), row('t.state', '=', 'CANCELLED')]))
          .orderBy('q.starts_at')
          .orderBy('q.number')
          .limit(1)
          .as('first'),
      (join) => join.onTrue(),
    )
    .select(['t.id', 't.number', 't.state', 't.imported', 'unit.name as unit', 'v.plate', 'd.staff_no'])
    .select(['first.id as request_id', 'first.requester_name as requester', 'first.reason'])
    .select(['first.destination', 'first.passengers'])
    .select((row) => [
      row.fn.coalesce('t.left_at', 't.starts_at').as('from'),
      row.fn.coalesce('t.returned_at', 't.ends_at').as('to'),
    ])
    .select(['t.odometer_out_km as out_km', 't.odometer_in_km as in_km'])
    .select([costOf('FUEL').as('fuel'), costOf('TOLL').as('toll'), costOf('PARKING').as('parking')])
}
