import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** Puts somebody at the `order`-th place of the list (from 1; beyond the end: last), under the meeting's lock. */
export async function placeParticipant(
  ctx: Ctx,
  { meetingId, participantId, order }: { meetingId: string; participantId: string; order: number },
): Promise<void> {
  await sql`
    update meetings.participant p set position = n.position
    from (select id, row_number() over (order by place, moved desc) - 1 as position from (
        select id, id = ${participantId} as moved, case when id = ${participantId} then ${order}::int
          else row_number() over (partition by id = ${participantId} order by position, id) end as place
        from meetings.participant where bureau_id = kernel.bureau() and meeting_id = ${meetingId}) placed) n
    where p.bureau_id = kernel.bureau() and p.id = n.id and p.position <> n.position`.execute(ctx.db)
}
