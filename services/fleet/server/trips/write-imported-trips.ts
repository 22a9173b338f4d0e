import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#kernel/context.ts'
import type { CheckedTrip } from './check-trip-rows.ts'
import { readPurpose, readReach } from './trip-sheet.ts'

/** A line whose booking is written; `requestId` null for one that is new. */
export interface WrittenTrip {
  row: CheckedTrip
  id: string
  requestId: string | null
}

/** Requests, trips, costs and readings of many lines, each kind in one statement. */
export async function writeImportedTrips(ctx: Ctx, written: readonly WrittenTrip[]): Promise<void> {
  if (written.length === 0) return
  const rows = written.map(lineOf)
  const again = written.filter(({ requestId }) => requestId !== null)
  await letStatesThrough(ctx, again)
  const given = JSON.stringify(rows)
  await writeRequests(ctx, given)
  await writeTrips(ctx, given)
  await writeReadings(
    ctx,
    given,
    again.map(({ id }) => id),
  )
  await writeCosts(ctx, rows)
  await ctx.emitAll(
    written.map(({ row, id }) => ({
      type: 'fleet.trip_imported',
      subjectType: 'fleet.trip',
      subjectId: id,
      after: { number: row.value.number, plate: row.value.plate, state: row.value.state },
    })),
  )
}

function lineOf({ row, id, requestId }: WrittenTrip) {
  const { value, from, to } = row
  const back = value.state === 'COMPLETED'
  return {
    id,
    request_id: requestId ?? uuidv7(),
    number: value.number,
    unit_id: row.unitId,
    requester_person_id: row.requesterPersonId,
    requester_name: value.requester,
    purpose: readPurpose(value.purpose),
    reason: value.purpose,
    passengers: value.passengers,
    destination: value.destination,
    reach: readReach(value.destination),
    vehicle_id: row.vehicleId,
    driver_id: row.driverId,
    starts_at: from,
    ends_at: to,
    back,
    out_km: back ? value.outKm : null,
    in_km: back ? value.inKm : null,
    costs: back ? { FUEL: value.fuel ?? 0, TOLL: value.toll ?? 0, PARKING: value.parking ?? 0 } : {},
  }
}
type Line = ReturnType<typeof lineOf>

const columns = sql`(id uuid, request_id uuid, number text, unit_id uuid, requester_person_id uuid, requester_name text,
  purpose text, reason text, passengers integer, destination text, reach text, vehicle_id uuid, driver_id uuid,
  starts_at timestamptz, ends_at timestamptz, back boolean, out_km integer, in_km integer)`

/** A corrected sheet may say that what was driven was cancelled; few do, so each is let past the guard of states alone. */
async function letStatesThrough(ctx: Ctx, again: readonly WrittenTrip[]): Promise<void> {
  for (const { row, id, requestId } of again) {
    const back = row.value.state === 'COMPLETED'
    for (const [table, one, state] of [
      ['fleet.request', requestId!, back ? 'DONE' : 'CANCELLED'],
      ['fleet.trip', id, back ? 'COMPLETED' : 'CANCELLED'],
    ] as const) {
      await sql`select set_config('app.moving', ${`${one}:${state}`}, true)`.execute(ctx.db)
      if (table === 'fleet.request')
        await sql`update fleet.request set state = ${state}, closing_reason = ${back ? null : sheetSays}
          where bureau_id = kernel.bureau() and id = ${one} and state <> ${state}`.execute(ctx.db)
      else
        await sql`update fleet.trip set state = ${state}, cancel_reason = ${back ? null : sheetSays},
          left_at = ${back ? row.from : null}::timestamptz, returned_at = ${back ? row.to : null}::timestamptz,
          odometer_out_km = ${back ? row.value.outKm : null}::integer, odometer_in_km = ${back ? row.value.inKm : null}::integer,
          light = null, light_reasons = '[]'
          where bureau_id = kernel.bureau() and id = ${one} and state <> ${state}`.execute(ctx.db)
    }
  }
}

const sheetSays = '表格记为已取消'

async function writeRequests(ctx: Ctx, given: string): Promise<void> {
  await sql`
    insert into fleet.request (id, number, unit_id, requester_person_id, requester_name, purpose, reason, passengers, origin,
      destination, reach, way, starts_at, ends_at, state, closing_reason, submitted_at, imported)
    select request_id, 'YC-' || number, unit_id, requester_person_id, requester_name, purpose, reason, passengers, '机关',
      destination, reach, 'RETURN', starts_at, ends_at, case when back then 'DONE' else 'CANCELLED' end,
      case when back then null else ${sheetSays} end, starts_at, true
    from jsonb_to_recordset(${given}::jsonb) as g ${columns}
    on conflict (bureau_id, id) do update set unit_id = excluded.unit_id, requester_person_id = excluded.requester_person_id,
      requester_name = excluded.requester_name, purpose = excluded.purpose, reason = excluded.reason,
      passengers = excluded.passengers, destination = excluded.destination, reach = excluded.reach,
      starts_at = excluded.starts_at, ends_at = excluded.ends_at`.execute(ctx.db)
}

async function writeTrips(ctx: Ctx, given: string): Promise<void> {
  await sql`
    with g as (select * from jsonb_to_recordset(${given}::jsonb) as g ${columns}),
    trips as (
      insert into fleet.trip (id, number, vehicle_id, driver_id, state, starts_at, ends_at, left_at, returned_at,
        odometer_out_km, odometer_in_km, cancel_reason, imported, created_at, created_by)
      select id, number, vehicle_id, driver_id, case when back then 'COMPLETED' else 'CANCELLED' end, starts_at, ends_at,
        case when back then starts_at end, case when back then ends_at end, out_km, in_km,
        case when back then null else ${sheetSays} end, true, ${ctx.now}::timestamptz, ${ctx.actor.name}
      from g
      on conflict (bureau_id, id) do update set vehicle_id = excluded.vehicle_id, driver_id = excluded.driver_id,
        starts_at = excluded.starts_at, ends_at = excluded.ends_at, left_at = excluded.left_at,
        returned_at = excluded.returned_at, odometer_out_km = excluded.odometer_out_km,
        odometer_in_km = excluded.odometer_in_km)
    insert into fleet.trip_request (trip_id, request_id) select id, request_id from g
    on conflict (bureau_id, trip_id, request_id) do nothing`.execute(ctx.db)
}

/** What a corrected line read before is voided; each reading finds its place by its moment. */
async function writeReadings(ctx: Ctx, given: string, again: readonly string[]): Promise<void> {
  if (again.length > 0)
    await sql`update fleet.odometer_reading set voided_at = ${ctx.now}, voided_by = ${ctx.actor.name}, void_reason = '表格更正'
      where bureau_id = kernel.bureau() and trip_id = any(${[...again]}::uuid[]) and voided_at is null`.execute(
      ctx.db,
    )
  await sql`
    insert into fleet.odometer_reading (vehicle_id, at, km, source, trip_id, driver_id, created_at, created_by)
    select vehicle_id, at, km, source, id, driver_id, ${ctx.now}::timestamptz, ${ctx.actor.name}
    from jsonb_to_recordset(${given}::jsonb) as g ${columns}
    cross join lateral (values (starts_at, out_km, 'TRIP_OUT'), (ends_at, in_km, 'TRIP_IN')) as reading (at, km, source)
    where back order by vehicle_id, at, km`.execute(ctx.db)
}

/** Costs are never changed: a corrected line adds the difference, as the correction of what stands. */
async function writeCosts(ctx: Ctx, rows: readonly Line[]): Promise<void> {
  const wanted = rows.flatMap(({ id, starts_at, back, costs }) =>
    ['FUEL', 'TOLL', 'PARKING'].map((kind) => ({
      trip_id: id,
      kind,
      at: starts_at,
      fen: back ? ((costs as Record<string, number>)[kind] ?? 0) : 0,
    })),
  )
  await sql`
    insert into fleet.trip_cost (trip_id, kind, amount_fen, corrects_id, note, at, by_name)
    select g.trip_id, g.kind, g.fen - coalesce(there.fen, 0), there.id, case when there.id is null then '' else '表格更正' end,
      g.at, ${ctx.actor.name}
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as g (trip_id uuid, kind text, at timestamptz, fen bigint)
    left join lateral (select sum(c.amount_fen) as fen, (array_agg(c.id order by c.at, c.id) filter (where c.corrects_id is null))[1] as id
      from fleet.trip_cost c where c.bureau_id = kernel.bureau() and c.trip_id = g.trip_id and c.kind = g.kind) there on true
    where g.fen <> coalesce(there.fen, 0)`.execute(ctx.db)
}
