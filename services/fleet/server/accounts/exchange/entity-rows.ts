import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { EntityCode } from '../../../exchange-entities.ts'
import { line } from '../../../words.ts'
import { type Span, within } from '../month.ts'
import { findOverStandard } from '../over-standard.ts'

const ofKinds = (kinds: readonly string[], more: RawBuilder<unknown>) => (span: Span) =>
  sql`
  select c.id, t.number as "tripNumber", v.plate, kernel.local_day(t.starts_at) as "onDay",
    (c.amount_fen / 100.0)::float8 as "amountYuan" ${more}, c.receipt_id is not null as "hasReceipt"
  from fleet.trip_cost c join fleet.trip t on t.bureau_id = c.bureau_id and t.id = c.trip_id
  join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
  where c.bureau_id = kernel.bureau() and c.kind = any(${[...kinds]}::text[]) and ${within('t.starts_at', span)}
  order by t.starts_at, c.id`
const nothing = sql``
const withheld = sql`ride.class = 'CONFIDENTIAL_COMM'`
/** A rented vehicle has no class of its own: what the request was for decides. */
const confidential = sql`(q.purpose = 'DOCUMENTS' or coalesce(q.vehicle_class = 'CONFIDENTIAL_COMM', false))`

type Rows = RawBuilder<unknown>

/** How each entity is read; the columns are its fields. */
export const entityRows: Record<EntityCode, (span: Span, ctx: Ctx) => Rows | Promise<Rows>> = {
  unit: () => sql`select u.code, u.name, u.level, p.code as "parentCode" from directory.unit u
    left join directory.unit p on p.bureau_id = u.bureau_id and p.id = u.parent_id
    where u.bureau_id = kernel.bureau() and u.closed_on is null order by u.code`,
  vehicle: () => sql`select plate, class, body, model, energy, displacement_ml as "displacementMl",
    (price_fen / 100.0)::float8 as "priceYuan", purchased_on as "purchasedOn", seats, vin, state
    from fleet.vehicle where bureau_id = kernel.bureau() order by plate`,
  'over-standard': async (_span, ctx) => {
    const rows = (await findOverStandard(ctx)).map(({ price, displacement, ...row }) => ({
      ...row,
      capYuan: price.limit,
      capMl: displacement?.limit == null ? null : Math.round(displacement.limit * 1000),
    }))
    return sql`select plate, class, (price_fen / 100.0)::float8 as "priceYuan", "capYuan", displacement_ml as "displacementMl", "capMl"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o (plate text, class text, price_fen bigint,
        "capYuan" float8, displacement_ml integer, "capMl" integer) order by plate`
  },
  driver:
    () => sql`select staff_no as "staffNo", name, licence_class as "licenceClass", licence_until as "licenceUntil", state
    from fleet.driver where bureau_id = kernel.bureau() order by staff_no`,
  dispatch: (span) => sql`
    select t.number, v.plate, d.staff_no as "driverStaffNo", coalesce(q.units, '{}') as "unitNames",
      case when v.class = 'CONFIDENTIAL_COMM' then '{}'::text[] else coalesce(q.reasons, '{}') end as reasons,
      case when v.class = 'CONFIDENTIAL_COMM' then '{}'::text[] else coalesce(q.destinations, '{}') end as destinations,
      t.left_at as "leftAt", t.returned_at as "returnedAt", t.odometer_out_km as "outKm", t.odometer_in_km as "inKm", t.state
    from fleet.trip t join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    left join lateral (select array_agg(u.name order by q.id) as units, array_agg(q.reason order by q.id) as reasons,
      array_agg(q.destination order by q.id) as destinations from fleet.trip_request r
      join fleet.request q on q.bureau_id = r.bureau_id and q.id = r.request_id
      join directory.unit u on u.bureau_id = q.bureau_id and u.id = q.unit_id
      where r.bureau_id = t.bureau_id and r.trip_id = t.id and r.removed_at is null) q on true
    where t.bureau_id = kernel.bureau() and ${within('t.starts_at', span)} order by t.starts_at, t.id`,
  rental: (span) => sql`
    select n.number, s.name as supplier, n.contract_number as "contractNumber", n.plate, n.body, n.seats, u.name as "unitName",
      case when ${confidential} then null else q.reason end as reason,
      case when ${confidential} then null else q.destination end as destination,
      n.left_at as "leftAt", n.returned_at as "returnedAt", n.distance_km as "distanceKm",
      (n.cost_fen / 100.0)::float8 as "amountYuan", n.state
    from fleet.rental n join fleet.rental_supplier s on s.bureau_id = n.bureau_id and s.id = n.supplier_id
    join fleet.request q on q.bureau_id = n.bureau_id and q.id = n.request_id
    join directory.unit u on u.bureau_id = q.bureau_id and u.id = q.unit_id
    where n.bureau_id = kernel.bureau() and ${within('n.starts_at', span)} order by n.starts_at, n.id`,
  maintenance: (span) => sql`select v.plate, r.on_day as "onDay", r.kind, r.what, r.shop, r.km,
      (r.cost_fen / 100.0)::float8 as "amountYuan"
    from fleet.maintenance_record r join fleet.vehicle v on v.bureau_id = r.bureau_id and v.id = r.vehicle_id
    where r.bureau_id = kernel.bureau() and r.voided_at is null and r.kind in ('UPKEEP', 'REPAIR')
      and r.on_day between ${span.from}::date and ${span.to}::date order by r.on_day, r.id`,
  inspection: (
    span,
  ) => sql`select v.plate, r.on_day as "onDay", r.passed, (r.cost_fen / 100.0)::float8 as "amountYuan"
    from fleet.maintenance_record r join fleet.vehicle v on v.bureau_id = r.bureau_id and v.id = r.vehicle_id
    where r.bureau_id = kernel.bureau() and r.voided_at is null and r.kind in ('INSPECTION', 'RETEST')
      and r.on_day between ${span.from}::date and ${span.to}::date order by r.on_day, r.id`,
  energy: ofKinds(
    ['FUEL', 'CHARGING'],
    sql`, c.kind, c.litres::float8 as litres, c.energy_kwh::float8 as "energyKwh"`,
  ),
  insurance: (
    span,
  ) => sql`select v.plate, p.kind, p.number as "policyNumber", p.holder as insurer, p.valid_from as "from",
      p.valid_until as until, (coalesce(p.cost_fen, 0) / 100.0)::float8 as "amountYuan"
    from fleet.vehicle_paper p join fleet.vehicle v on v.bureau_id = p.bureau_id and v.id = p.vehicle_id
    where p.bureau_id = kernel.bureau() and p.kind in ('COMPULSORY_INSURANCE', 'COMMERCIAL_INSURANCE')
      and coalesce(p.valid_from, kernel.local_day(p.created_at)) between ${span.from}::date and ${span.to}::date
    order by v.plate, p.kind, p.valid_from`,
  toll: ofKinds(['TOLL'], nothing),
  parking: ofKinds(['PARKING'], nothing),
  'other-cost': ofKinds(['WASH', 'OTHER'], sql`, c.kind`),
  supervision: (
    span,
  ) => sql`select t.number as "tripNumber", v.plate, kernel.local_day(t.starts_at) as "onDay", t.light,
      array(select jsonb_path_query(t.light_reasons, '$[*].code') #>> '{}') as codes, t.verified_at as "verifiedAt"
    from fleet.trip t join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    where t.bureau_id = kernel.bureau() and t.light in ('YELLOW', 'RED') and ${within('t.starts_at', span)}
    order by t.starts_at, t.id`,
  complaint: (span) => sql`
    select c.number, c.channel, c.registered_at as "registeredAt", c.about,
      case when ${withheld} then null else c.words end as words, ride.number as "tripNumber", ride.plate,
      ride.staff_no as "driverStaffNo", c.due_at as "dueAt", c.state, c.justified,
      case when ${withheld} then null else c.answer end as answer, c.answered_at as "answeredAt"
    from orders.complaint c
    left join lateral (select t.number, v.plate, v.class, d.staff_no from fleet.trip_request r
      join fleet.trip t on t.bureau_id = r.bureau_id and t.id = r.trip_id
      join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
      join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
      where c.matter_type = 'fleet.request' and r.bureau_id = c.bureau_id and r.request_id = c.matter_id
        and r.removed_at is null) ride on true
    where c.bureau_id = kernel.bureau() and c.line = ${line} and ${within('c.registered_at', span)}
    order by c.registered_at, c.id`,
  violation: (span) => sql`select x.notice_no as "noticeNo", v.plate, x.at, x.place, x.what,
      (x.fine_fen / 100.0)::float8 as "fineYuan", x.points, x.settled_on as "settledOn"
    from fleet.violation x join fleet.vehicle v on v.bureau_id = x.bureau_id and v.id = x.vehicle_id
    where x.bureau_id = kernel.bureau() and x.voided_at is null and ${within('x.at', span)} order by x.at, x.id`,
  disposal: (
    span,
  ) => sql`select plate, retired_on as "retiredOn", retired_reason as reason, purchased_on as "purchasedOn",
      (price_fen / 100.0)::float8 as "priceYuan"
    from fleet.vehicle where bureau_id = kernel.bureau() and state = 'RETIRED'
      and retired_on between ${span.from}::date and ${span.to}::date order by retired_on, plate`,
}
