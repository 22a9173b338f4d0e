import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { copyOf } from './copy-id.ts'

/** A year of so many orders is played for one compound; more are its copies. */
const ordersPlayed = 10_000
const mostCopies = 100

/** How many times the demo bureau's people and places are needed for so many orders a year; a whole part of them. */
export function copiesFor(ordersPerYear: number): number {
  const wanted = Math.max(1, Math.min(mostCopies, Math.round(ordersPerYear / ordersPlayed)))
  const whole = Array.from({ length: wanted }, (_, less) => wanted - less)
  return whole.find((copies) => ordersPerYear % copies === 0) ?? 1
}

const copy = (column: string) => sql.raw(copyOf(`x.${column}`))

/**
 * A hundred thousand orders a year are too many for one compound: makes copies of every site, room and person, so that
 * each room and worker keeps a believable number of orders.
 */
export async function enlargeDirectory(ctx: Ctx, copies: number): Promise<void> {
  if (copies < 2) return
  const copied = sql`cross join generate_series(2, ${copies}::int) as n where x.bureau_id = kernel.bureau()`
  await sql`
    insert into directory.site (id, code, name, kind, floor_area_m2, address, campus_id, pinyin, initials, opened_on)
    select ${copy('id')}, x.code || '-' || n, x.name || n || '区', x.kind, x.floor_area_m2, x.address, x.campus_id,
      x.pinyin, x.initials, x.opened_on
    from directory.site x ${copied}`.execute(ctx.db)
  await sql`
    insert into directory.room (id, site_id, code, name, floor, floor_number, kind, unit_id, pinyin, initials)
    select ${copy('id')}, ${copy('site_id')}, x.code || '-' || n, x.name, x.floor, x.floor_number,
      x.kind, x.unit_id, x.pinyin, x.initials
    from directory.room x ${copied}`.execute(ctx.db)
  await sql`
    insert into directory.person (id, staff_no, name, unit_id, title, rank, identity_kind, origin, education, mobile,
      skills, key_person, room_id, pinyin, initials, joined_on)
    select ${copy('id')}, x.staff_no || '-' || n, x.name, x.unit_id, x.title, x.rank, x.identity_kind, x.origin,
      x.education, x.mobile, x.skills, x.key_person,
      case when x.room_id is not null then ${copy('room_id')} end, x.pinyin, x.initials, x.joined_on
    from directory.person x ${copied}`.execute(ctx.db)
  await sql`
    insert into directory.post (id, person_id, unit_id, title, main, from_day, to_day)
    select ${copy('id')}, ${copy('person_id')}, x.unit_id, x.title, x.main, x.from_day, x.to_day
    from directory.post x ${copied}`.execute(ctx.db)
  await sql`
    insert into orders.worker (id, person_id, on_duty, max_load, site_id)
    select ${copy('id')}, ${copy('person_id')}, x.on_duty, x.max_load, x.site_id
    from orders.worker x ${copied}`.execute(ctx.db)
}
