import { sql } from 'kysely'
import { conformityOf } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { Fact } from '../../driver-schema.ts'
import { complaintFacts } from './complaint-facts.ts'
import { etiquetteSubject } from './etiquette-checks.ts'

interface Span {
  driverId: string
  /** The first moments of the month and of the next one. */
  from: Date
  to: Date
}

interface TripRow {
  id: string
  number: string
  starts_at: string
  left_at: string | null
  returned_at: string | null
  distance_km: number | null
  litres: number
}

/** So late is still on time. */
const graceMinutes = 10

/** What a driver's month was like, every part from rows that exist for another reason; nobody types a figure. */
export async function driverFacts(ctx: Ctx, span: Span): Promise<Fact[]> {
  const trips = await selectTrips(ctx, span)
  return [
    tripsDone(trips),
    punctuality(trips),
    hoursOut(trips),
    fuel(trips),
    await ratings(ctx, span),
    await violations(ctx, span),
    await accidents(ctx, span),
    ...(await manners(ctx, span)),
    await complaintFacts(ctx, span),
  ]
}

/** The mean of the parts that give points, to one decimal; null when none does. */
export function scoreOf(facts: readonly Fact[]): number | null {
  const points = facts.flatMap((fact) => (fact.points === null ? [] : [fact.points]))
  if (points.length === 0) return null
  return Math.round((points.reduce((sum, one) => sum + one, 0) / points.length) * 10) / 10
}

async function selectTrips(ctx: Ctx, { driverId, from, to }: Span): Promise<TripRow[]> {
  const { rows } = await sql<TripRow>`
    select t.id, t.number, t.starts_at, t.left_at, t.returned_at, t.distance_km,
      coalesce((select sum(c.litres) from fleet.trip_cost c where c.bureau_id = t.bureau_id and c.trip_id = t.id), 0)::float8 as litres
    from fleet.trip t where t.bureau_id = kernel.bureau() and t.driver_id = ${driverId} and t.state = 'COMPLETED'
      and t.left_at >= ${from} and t.left_at < ${to} order by t.left_at, t.id`.execute(ctx.db)
  return rows
}

const rowOf = ({ id, number }: TripRow, detail: Text): Fact['rows'][number] => ({
  id,
  label: number,
  detail,
  href: `/fleet/trips/${id}`,
})
const kmOf = (trip: TripRow) => trip.distance_km ?? 0
const hoursOf = ({ left_at, returned_at }: TripRow) =>
  left_at && returned_at ? (Date.parse(returned_at) - Date.parse(left_at)) / 3_600_000 : 0
const total = (trips: readonly TripRow[], of: (trip: TripRow) => number) =>
  trips.reduce((sum, trip) => sum + of(trip), 0)
const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits

function tripsDone(trips: readonly TripRow[]): Fact {
  const km = total(trips, kmOf)
  return {
    key: 'trips',
    title: text('出车', 'Trips'),
    value: trips.length,
    unit: text('次', 'trips'),
    points: null,
    words: text(`共 ${km} 公里`, `${km} km in all`),
    rows: trips.map((trip) => rowOf(trip, text(`${kmOf(trip)} 公里`, `${kmOf(trip)} km`))),
  }
}

function punctuality(trips: readonly TripRow[]): Fact {
  const late = trips.filter(
    ({ left_at, starts_at }) =>
      left_at && Date.parse(left_at) > Date.parse(starts_at) + graceMinutes * 60_000,
  )
  const value = trips.length === 0 ? null : round((1 - late.length / trips.length) * 100)
  return {
    key: 'punctuality',
    title: text('准时出车', 'Left on time'),
    value,
    unit: text('%', '%'),
    points: value,
    words: text(
      `晚于计划 ${graceMinutes} 分钟以上的有 ${late.length} 次`,
      `${late.length} left more than ${graceMinutes} minutes late`,
    ),
    rows: late.map((trip) => rowOf(trip, sayLate(trip))),
  }
}

function sayLate({ left_at, starts_at }: TripRow): Text {
  const minutes = Math.round((Date.parse(left_at!) - Date.parse(starts_at)) / 60_000)
  return text(`晚 ${minutes} 分钟`, `${minutes} minutes late`)
}

function hoursOut(trips: readonly TripRow[]): Fact {
  return {
    key: 'hours',
    title: text('出车时长', 'Hours out'),
    value: round(total(trips, hoursOf)),
    unit: text('小时', 'hours'),
    points: null,
    words: text('从出车到收车，不计入评分', 'From leaving to coming back; it gives no points'),
    rows: trips.map((trip) =>
      rowOf(trip, text(`${round(hoursOf(trip))} 小时`, `${round(hoursOf(trip))} hours`)),
    ),
  }
}

function fuel(trips: readonly TripRow[]): Fact {
  const fuelled = trips.filter(({ litres }) => litres > 0)
  const litres = total(fuelled, (trip) => trip.litres)
  return {
    key: 'fuel',
    title: text('每升公里数', 'Km a litre'),
    value: litres > 0 ? round(total(trips, kmOf) / litres, 2) : null,
    unit: text('公里/升', 'km/l'),
    points: null,
    words: text(
      '当月里程除以加油升数；车型不同，不计入评分',
      'Km of the month by litres fuelled; vehicles differ, it gives no points',
    ),
    rows: fuelled.map((trip) => rowOf(trip, text(`${trip.litres} 升`, `${trip.litres} litres`))),
  }
}

interface RatingRow {
  id: string
  number: string
  trip_id: string
  overall: number
  comment: string
}

/** What passengers said of his trips; five stars are full points. */
async function ratings(ctx: Ctx, { driverId, from, to }: Span): Promise<Fact> {
  const { rows } = await sql<RatingRow>`
    select g.id, t.number, t.id as trip_id, g.overall::int as overall, g.comment
    from fleet.trip t
    join fleet.trip_request x on x.bureau_id = t.bureau_id and x.trip_id = t.id and x.removed_at is null
    join fleet.rating g on g.bureau_id = x.bureau_id and g.request_id = x.request_id
    where t.bureau_id = kernel.bureau() and t.driver_id = ${driverId} and t.state = 'COMPLETED'
      and t.left_at >= ${from} and t.left_at < ${to} order by g.at, g.id`.execute(ctx.db)
  const mean = rows.length === 0 ? null : rows.reduce((sum, { overall }) => sum + overall, 0) / rows.length
  return {
    key: 'ratings',
    title: text('乘车人评价', 'Passengers’ ratings'),
    value: mean === null ? null : round(mean, 2),
    unit: text('分', 'of 5'),
    points: mean === null ? null : round(mean * 20),
    words: text(`共 ${rows.length} 份，满分 5 分`, `${rows.length} in all, 5 at most`),
    rows: rows.map(({ id, number, trip_id, overall, comment }) => ({
      id,
      label: number,
      detail: text(`${overall} 分 ${comment}`.trim(), `${overall} of 5 ${comment}`.trim()),
      href: `/fleet/trips/${trip_id}`,
    })),
  }
}

interface IncidentRow {
  id: string
  label: string
  detail: string
  vehicle_id: string
  weight: number
}

async function violations(ctx: Ctx, { driverId, from, to }: Span): Promise<Fact> {
  const { rows } =
    await sql<IncidentRow>`select id, notice_no as label, what as detail, vehicle_id, points as weight
    from fleet.violation where bureau_id = kernel.bureau() and driver_id = ${driverId} and voided_at is null
      and at >= ${from} and at < ${to} order by at, id`.execute(ctx.db)
  return incidents(rows, {
    key: 'violations',
    title: text('违章', 'Violations'),
    each: 20,
    words: text('每起扣 20 分', '20 points off for each'),
  })
}

/** Those he is not to blame for cost nothing. */
async function accidents(ctx: Ctx, { driverId, from, to }: Span): Promise<Fact> {
  const { rows } =
    await sql<IncidentRow>`select id, place as label, what as detail, vehicle_id, injured as weight
    from fleet.accident where bureau_id = kernel.bureau() and driver_id = ${driverId} and voided_at is null
      and blame in ('PART', 'FULL') and at >= ${from} and at < ${to} order by at, id`.execute(ctx.db)
  return incidents(rows, {
    key: 'accidents',
    title: text('有责事故', 'Accidents to blame for'),
    each: 50,
    words: text('每起扣 50 分；无责的不计', '50 points off for each; none where not to blame'),
  })
}

function incidents(
  rows: readonly IncidentRow[],
  { key, title, each, words }: { key: string; title: Text; each: number; words: Text },
): Fact {
  return {
    key,
    title,
    value: rows.length,
    unit: text('起', 'cases'),
    points: Math.max(0, 100 - each * rows.length),
    words,
    rows: rows.map(({ id, label, detail, vehicle_id }) => ({
      id,
      label,
      detail: text(detail, detail),
      href: `/fleet/vehicles/${vehicle_id}`,
    })),
  }
}

/**
 * How the standard of manners was kept at the checks of the month, a hundred when every line was met. A month nobody checked has no
 * such part, so that what was settled before there were checks stays as it was.
 */
async function manners(ctx: Ctx, { driverId, from, to }: Span): Promise<Fact[]> {
  const rows = await ctx.db
    .selectFrom('fleet.etiquette_check')
    .select(['id', 'at', 'by_name'])
    .where('driver_id', '=', driverId)
    .where('voided_at', 'is', null)
    .where('at', '>=', from.toISOString())
    .where('at', '<', to.toISOString())
    .orderBy('at')
    .orderBy('id')
    .execute()
  const kept = await conformityOf(
    ctx,
    etiquetteSubject,
    rows.map(({ id }) => id),
  )
  const checks = rows.flatMap(({ id, at, by_name }) => {
    const { base, ok } = kept.get(id)!
    return base === 0 ? [] : [{ id, at, by_name, base, ok }]
  })
  if (checks.length === 0) return []
  const value = round(checks.reduce((sum, { base, ok }) => sum + (ok * 100) / base, 0) / checks.length)
  return [
    {
      key: 'manners',
      title: text('礼仪检查', 'Manners'),
      value,
      unit: text('%', '%'),
      points: value,
      words: text(`检查 ${checks.length} 次，按符合的项计分`, `${checks.length} checks, by the lines met`),
      rows: checks.map(({ id, at, by_name, base, ok }) => ({
        id,
        label: localMinute(at),
        detail: text(`${by_name}：${base} 项符合 ${ok} 项`, `${by_name}: ${ok} of ${base} lines met`),
        href: `/fleet/drivers/${driverId}`,
      })),
    },
  ]
}
