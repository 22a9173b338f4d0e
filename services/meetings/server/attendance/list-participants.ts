import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { attendanceActions } from '../../actions/attendance-actions.ts'
import type { ParticipantRow } from '../../attendance-schema.ts'
import { readDoorOf } from './doors.ts'
import { findListed, isCalledOff } from './find-list.ts'
import { participantOf, selectParticipants } from './select-participants.ts'

type Action = (typeof attendanceActions)['listParticipants']

/** The list with who came. @throws Problem 404, 403 `meetings.not_your_list` */
export async function listParticipants(ctx: Ctx, { meetingId }: InputOf<Action>): Promise<OutputOf<Action>> {
  const meeting = await findListed(ctx, meetingId)
  const items = (await selectParticipants(ctx, meetingId).execute()).map(participantOf)
  const counted = await ctx.db
    .selectFrom('meetings.counted')
    .select(['headcount', 'at', 'by_name'])
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  const open = !isCalledOff(meeting) && ctx.has('meetings.attendance')
  return {
    meeting: {
      id: meeting.id,
      number: meeting.number,
      title: meeting.title,
      from: meeting.starts_at,
      to: meeting.ends_at,
      headcount: meeting.headcount,
      room: meeting.room?.name ?? null,
    },
    items,
    counts: countsOf(items),
    counted: counted ? { headcount: counted.headcount, at: counted.at, by: counted.by_name } : null,
    attended: await attendedOf(ctx, meetingId),
    door: await readDoorOf(ctx, meetingId),
    can: { change: open, mark: open, door: open },
  }
}

async function attendedOf(ctx: Ctx, meetingId: string): Promise<number | null> {
  const { rows } = await sql<{ attended: number | null }>`
    select meetings.attended(kernel.bureau(), ${meetingId}) as attended`.execute(ctx.db)
  return rows[0]!.attended
}

function countsOf(items: readonly ParticipantRow[]) {
  const of = (mark: ParticipantRow['mark']) => items.filter((one) => one.mark === mark).length
  return {
    listed: items.length,
    present: of('PRESENT'),
    late: of('LATE'),
    absent: of('ABSENT'),
    substituted: items.filter(({ substitute }) => substitute !== null).length,
    open: of(null),
  }
}
