import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import type { Fact } from '../../driver-schema.ts'

/** What each costs of a hundred, as a violation does. */
const each = 20

interface Row {
  id: string
  number: string
  about: string
  trip_id: string
}

/**
 * Complaints about rides of the month that were found justified; what is still open, or was not, costs nothing. Always a
 * part, as a month without one is a good month.
 */
export async function complaintFacts(
  ctx: Ctx,
  { driverId, from, to }: { driverId: string; from: Date; to: Date },
): Promise<Fact> {
  const { rows } = await sql<Row>`
    select c.id, c.number, c.about, t.id as trip_id
    from fleet.trip t
    join fleet.trip_request x on x.bureau_id = t.bureau_id and x.trip_id = t.id and x.removed_at is null
    join orders.complaint c on c.bureau_id = x.bureau_id and c.matter_type = 'fleet.request'
      and c.matter_id = x.request_id and c.justified
    where t.bureau_id = kernel.bureau() and t.driver_id = ${driverId} and t.state <> 'CANCELLED'
      and coalesce(t.left_at, t.starts_at) >= ${from} and coalesce(t.left_at, t.starts_at) < ${to}
    order by c.registered_at, c.id`.execute(ctx.db)
  return {
    key: 'complaints',
    title: text('属实投诉', 'Complaints upheld'),
    value: rows.length,
    unit: text('件', 'cases'),
    points: Math.max(0, 100 - each * rows.length),
    words: text(
      `按出车月份计，每件扣 ${each} 分；未办结和不属实的不计`,
      `By the month of the ride, ${each} points off for each; none while open or not upheld`,
    ),
    rows: rows.map(({ id, number, about, trip_id }) => ({
      id,
      label: number,
      detail: text(about, about),
      href: `/fleet/trips/${trip_id}`,
    })),
  }
}

/** A month settled before complaints counted stays as it was. @param settled key and value of each fact, as they were kept */
export function asSettled(facts: readonly Fact[], settled: unknown): readonly Fact[] {
  const counted = (settled as [string, unknown][]).some(([key]) => key === 'complaints')
  return counted ? facts : facts.filter(({ key }) => key !== 'complaints')
}
