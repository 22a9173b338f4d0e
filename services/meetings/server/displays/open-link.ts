import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { LinkKind } from '../../display-words.ts'
import { enterByCode } from '../enter-by-code.ts'

export interface LinkedRoom {
  linkId: string
  roomId: string
  name: string
  site: string
  capacity: number | null
}

/** The room behind a secret address. @throws Problem 404 for one that is not ours, 410 for a revoked one */
export async function openLink(ctx: Ctx, kind: LinkKind, code: string): Promise<LinkedRoom> {
  const linkId = await enterByCode(ctx, code, 'meetings.link_unknown')
  const { rows } = await sql<LinkedRoom & { revoked: boolean }>`
    select l.id as "linkId", l.room_id as "roomId", r.name, s.name as site, r.capacity,
      (l.revoked_at is not null or r.closed_at is not null) as revoked
    from meetings.room_link l
    join meetings.room m on m.bureau_id = l.bureau_id and m.id = l.room_id
    join bookings.resource r on r.bureau_id = l.bureau_id and r.id = l.room_id
    join directory.site s on s.bureau_id = m.bureau_id and s.id = m.site_id
    where l.bureau_id = kernel.bureau() and l.id = ${linkId} and l.kind = ${kind}`.execute(ctx.db)
  const [room] = rows
  if (!room) throw new Problem(404, 'meetings.link_unknown')
  if (room.revoked) throw new Problem(410, 'meetings.link_revoked')
  return room
}
