import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import type { ParticipantRow } from '../../attendance-schema.ts'

type Row = Selectable<DB['meetings.participant']>

/** The list of a meeting in the order in which it was given. */
export function selectParticipants(ctx: Ctx, meetingId: string) {
  return ctx.db
    .selectFrom('meetings.participant')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
}

export function participantOf(row: Row): ParticipantRow {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    unit: row.unit_name,
    rank: row.rank,
    party: row.party as ParticipantRow['party'],
    mark: row.mark as ParticipantRow['mark'],
    arrivedAt: row.arrived_at,
    way: row.way as ParticipantRow['way'],
    markedBy: row.marked_by,
    substitute: row.substitute_name ? { name: row.substitute_name, unit: row.substitute_unit ?? '' } : null,
  }
}
