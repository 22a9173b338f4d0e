import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { containing } from '#kernel/database/containing.ts'
import type { directory } from '../module.ts'
import { placeWords } from '../words.ts'
import { searchTerms } from './match-search.ts'
import { today } from './today.ts'

type Action = (typeof directory.actions)['searchPlaces']

interface Found {
  site_id: string
  room_id: string | null
  site_name: string
  room_name: string | null
  floor: string | null
  campus_name: string | null
}

const usualLimit = 20

/**
 * Sites and rooms for one box: every word may stand in the site's or the room's name, code, pinyin or initials, so
 * that “综合楼 301” and “zhl 301” both find the room. Whole sites come first, then rooms by floor.
 */
export async function searchPlaces(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const terms = searchTerms(input.search)
  const day = today(ctx)
  const siteWords = sql.join(
    [sql`true`, ...terms.map((term) => sql`site.words like ${containing(term)}`)],
    sql` and `,
  )
  const roomWords = sql.join(
    [
      sql`true`,
      ...terms.map(
        (term) => sql`(room.words like ${containing(term)} or site.words like ${containing(term)})`,
      ),
    ],
    sql` and `,
  )
  const inSite = input.siteId ? sql`site.id = ${input.siteId}::uuid` : sql`true`
  // Without a word or a site, rooms would only push the sites away.
  const wantRooms = terms.length > 0 || input.siteId ? sql`true` : sql`false`
  const { rows } = await sql<Found>`
    with open_site as (
      select site.*, campus.name as campus_name from directory.site
      left join directory.campus on campus.bureau_id = site.bureau_id and campus.id = site.campus_id
      where ${inSite} and (site.closed_on is null or site.closed_on > ${day}::date)
    ), place as (
      select site.id as site_id, null::uuid as room_id, site.name as site_name, null as room_name,
        null as floor, campus_name, site.code as site_code, -1000 as floor_number, '' as room_code
      from open_site as site where ${siteWords}
      union all
      select site.id, room.id, site.name, room.name, room.floor, campus_name, site.code, room.floor_number, room.code
      from directory.room join open_site as site on site.bureau_id = room.bureau_id and site.id = room.site_id
      where ${wantRooms} and ${roomWords} and (room.closed_on is null or room.closed_on > ${day}::date)
    )
    select site_id, room_id, site_name, room_name, floor, campus_name from place
    order by room_id is not null, site_code, floor_number, room_code
    limit ${input.limit ?? usualLimit}
  `.execute(ctx.db)
  return { items: rows.map(placeOf) }
}

function placeOf(row: Found) {
  const room = row.room_name === null || row.floor === null ? null : { floor: row.floor, name: row.room_name }
  return {
    siteId: row.site_id,
    roomId: row.room_id,
    label: placeWords(row.site_name, room),
    campusName: row.campus_name,
  }
}

/** A room as a place, whatever became of it since; null when there is none. */
export async function readPlace(ctx: Ctx, roomId: string): Promise<ReturnType<typeof placeOf> | null> {
  const { rows } = await sql<Found>`
    select site.id as site_id, room.id as room_id, site.name as site_name, room.name as room_name, room.floor,
      campus.name as campus_name
    from directory.room
    join directory.site on site.bureau_id = room.bureau_id and site.id = room.site_id
    left join directory.campus on campus.bureau_id = site.bureau_id and campus.id = site.campus_id
    where room.id = ${roomId}
  `.execute(ctx.db)
  return rows[0] ? placeOf(rows[0]) : null
}
