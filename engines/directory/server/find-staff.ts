import { sql } from 'kysely'
import type { Db } from '#kernel/database/connect.ts'

/** User ids of the accounts whose person has this staff number today, in whatever case it is written. */
export async function findStaff(db: Db, staffNumber: string): Promise<string[]> {
  const { rows } = await sql<{ user_id: string }>`
    select m.user_id from directory.person p
      join kernel.member m on m.bureau_id = p.bureau_id and m.person_id = p.id
    where p.bureau_id = kernel.bureau() and lower(p.staff_no) = lower(${staffNumber})
      and (p.left_on is null or p.left_on > kernel.local_day(kernel.now()))`.execute(db)
  return rows.map((row) => row.user_id)
}
