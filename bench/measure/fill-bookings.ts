import { openPool } from '#kernel/database/connect.ts'

/** Rooms of the grid, and what is booked of them on an ordinary day. */
export const rooms = 50
const bookingsPerDay = 250

/**
 * Fills a database with fifty rooms and so many bookings of an hour, half of all there could be, from today into the past
 * and seven days ahead. Straight into the tables: what the triggers would check is right by its making.
 * @returns ids of the rooms, and a full day among those filled
 */
export async function fillBookings(url: string, count: number): Promise<{ roomIds: string[]; day: string }> {
  const pool = openPool(url, { max: 1 })
  const client = await pool.connect()
  try {
    const { rows: bureaus } = await client.query('select id from kernel.bureau limit 1')
    const bureau = bureaus[0].id as string
    await client.query('begin')
    await client.query(`select set_config('app.bureau', $1, true)`, [bureau])
    await client.query('set local session_replication_role = replica')
    const { rows: made } = await client.query(
      `insert into bookings.resource (bureau_id, kind, code, name, capacity, site_id)
       select $1, 'ROOM', 'B' || n, '会议室 ' || lpad(n::text, 2, '0'), 10 + n, (select id from directory.site limit 1)
       from generate_series(1, $2::integer) n returning id`,
      [bureau, rooms],
    )
    const roomIds = made.map(({ id }) => id as string)
    await client.query(
      `create temp table plan on commit drop as
       select kernel.uuidv7() as id, ($2::uuid[])[1 + (n % $3)] as room,
         date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '7 days'
           - (n / $4) * interval '1 day' + (8 + 2 * ((n % $4) / $3) + (n % 2)) * interval '1 hour' as at
       from generate_series(0, $1::integer - 1) n`,
      [count, roomIds, rooms, bookingsPerDay],
    )
    await client.query(
      `insert into bookings.booking (bureau_id, id, line, title, state, unit_id, organiser_name, headcount, starts_at, ends_at,
         ended_at, closed_at, created_at)
       select $1, id, 'meetings', '工作例会', case when at < now() at time zone 'Asia/Shanghai' then 'ENDED' else 'CONFIRMED' end,
         (select id from directory.unit order by code limit 1), '林小满', 12, at at time zone 'Asia/Shanghai',
         (at + interval '1 hour') at time zone 'Asia/Shanghai', null, null, now() from plan`,
      [bureau],
    )
    await client.query(
      `insert into bookings.claim (bureau_id, booking_id, resource_id) select $1, id, room from plan`,
      [bureau],
    )
    await client.query(
      `insert into bookings.hold (bureau_id, booking_id, resource_id, pieces, occupied)
       select $1, id, room, '[1,2)', tstzrange(at at time zone 'Asia/Shanghai', (at + interval '1 hour') at time zone 'Asia/Shanghai')
       from plan`,
      [bureau],
    )
    await client.query('commit')
    await client.query('vacuum analyze bookings.booking, bookings.claim, bookings.hold, bookings.resource')
    const { rows: days } = await client.query(
      `select to_char(now() at time zone 'Asia/Shanghai' - interval '3 days', 'YYYY-MM-DD') as day`,
    )
    return { roomIds, day: days[0].day }
  } finally {
    client.release()
    await pool.end()
  }
}
