import { openPool } from '#kernel/database/connect.ts'

/** Kept free after each booking of a room with rules. */
export const bufferMinutes = 5

/**
 * Gives rooms every rule there is, wide enough that none refuses what the bench books: what is measured is looking at
 * them, as it is done for everybody but the service desk.
 */
export async function setRoomRules(url: string, roomIds: readonly string[]): Promise<void> {
  const pool = openPool(url, { max: 1 })
  const client = await pool.connect()
  try {
    const { rows } = await client.query('select id from kernel.bureau limit 1')
    await client.query('begin')
    await client.query(`select set_config('app.bureau', $1, true)`, [rows[0].id])
    await client.query(
      `insert into bookings.policy (bureau_id, resource_id, notice_add_minutes, notice_change_minutes,
         notice_cancel_minutes, shortest_minutes, longest_minutes, buffer_after_minutes, horizon_days, quota_count,
         quota_minutes, quota_period, unit_ids, check_in_minutes, strikes, changed_by)
       select $1, room, 60, 60, 60, 15, 480, $3, 3660, 100000, 10000000, 'DAY',
         (select array_agg(id) from directory.unit where bureau_id = $1 and parent_id is null), 15, 3, 'bench'
       from unnest($2::uuid[]) room`,
      [rows[0].id, roomIds, bufferMinutes],
    )
    await client.query('commit')
  } finally {
    client.release()
    await pool.end()
  }
}
