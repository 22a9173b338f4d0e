import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { PublishedRow } from '../../account-schema.ts'
import { type Span, within } from './month.ts'

interface Row extends Omit<PublishedRow, 'masked'> {
  /** DOCUMENTS where one of its requests was for that. */
  purpose: string | null
}

const withheld = { reason: '机要通信（按规定不公开）', place: '—' }

/**
 * The finished trips and rented rides of these days as they may be published: time, reason, place, kilometres, fuel, cost
 * and class. What served confidential communication or the exchange of documents shows neither reason nor place, and a
 * name of anybody of the bureau is crossed out.
 */
export async function publishedRows(ctx: Ctx, span: Span): Promise<PublishedRow[]> {
  const { rows } = await sql<Row>`
    select t.id as "tripId", t.left_at as "leftAt", t.returned_at as "returnedAt", v.class, t.distance_km as km,
      coalesce((select string_agg(distinct q.reason, '；') from fleet.trip_request r join fleet.request q
        on q.bureau_id = r.bureau_id and q.id = r.request_id
        where r.bureau_id = t.bureau_id and r.trip_id = t.id and r.removed_at is null), '') as reason,
      coalesce((select string_agg(distinct q.destination, '；') from fleet.trip_request r join fleet.request q
        on q.bureau_id = r.bureau_id and q.id = r.request_id
        where r.bureau_id = t.bureau_id and r.trip_id = t.id and r.removed_at is null), '') as place,
      (select max(q.purpose) from fleet.trip_request r join fleet.request q on q.bureau_id = r.bureau_id and q.id = r.request_id
        where r.bureau_id = t.bureau_id and r.trip_id = t.id and r.removed_at is null and q.purpose = 'DOCUMENTS') as purpose,
      c.litres, c."fuelFen", c."costFen"
    from fleet.trip t join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    cross join lateral (select coalesce(sum(c.litres * sign(c.amount_fen)), 0)::float8 as litres,
      coalesce(sum(c.amount_fen) filter (where c.kind = 'FUEL'), 0)::bigint as "fuelFen",
      coalesce(sum(c.amount_fen), 0)::bigint as "costFen"
      from fleet.trip_cost c where c.bureau_id = t.bureau_id and c.trip_id = t.id) c
    where t.bureau_id = kernel.bureau() and t.state = 'COMPLETED' and ${within('t.starts_at', span)}
    union all
    select n.id, n.left_at, n.returned_at, null, n.distance_km, q.reason, q.destination,
      case when q.vehicle_class = 'CONFIDENTIAL_COMM' then 'DOCUMENTS' else q.purpose end, 0, 0, n.cost_fen
    from fleet.rental n join fleet.request q on q.bureau_id = n.bureau_id and q.id = n.request_id
    where n.bureau_id = kernel.bureau() and n.state = 'RETURNED' and ${within('n.starts_at', span)}
    order by "leftAt", "tripId"`.execute(ctx.db)
  const cross = await crossOut(ctx)
  return rows.map(({ purpose, ...row }): PublishedRow => {
    const masked = row.class === 'CONFIDENTIAL_COMM' || purpose === 'DOCUMENTS'
    const said = masked ? withheld : { reason: cross(row.reason) || '—', place: cross(row.place) || '—' }
    return {
      ...row,
      ...said,
      leftAt: new Date(row.leftAt).toISOString(),
      returnedAt: row.returnedAt && new Date(row.returnedAt).toISOString(),
      masked,
    }
  })
}

/** Crosses out the names of the bureau's people and drivers, the longer before the shorter. */
async function crossOut(ctx: Ctx): Promise<(words: string) => string> {
  const { rows } = await sql<{ name: string }>`
    select name from directory.person where bureau_id = kernel.bureau() and length(name) > 1
    union select name from fleet.driver where bureau_id = kernel.bureau() and length(name) > 1`.execute(
    ctx.db,
  )
  const names = rows.map(({ name }) => name).sort((one, other) => other.length - one.length)
  const known = new Map<string, string>()
  return (words) => {
    const said = known.get(words) ?? names.reduce((left, name) => left.replaceAll(name, '××'), words)
    known.set(words, said)
    return said
  }
}

/** What stands below the list. */
export function publishedTotal(rows: readonly PublishedRow[]) {
  const sum = (of: (row: PublishedRow) => number) => rows.reduce((whole, row) => whole + of(row), 0)
  return {
    trips: rows.length,
    km: sum(({ km }) => km),
    litres: Math.round(sum(({ litres }) => litres) * 100) / 100,
    fuelFen: sum(({ fuelFen }) => fuelFen),
    costFen: sum(({ costFen }) => costFen),
  }
}
