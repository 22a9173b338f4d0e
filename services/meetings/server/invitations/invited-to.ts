import type { FurtherBookings } from '#engines/bookings/server/api.ts'

/**
 * The meetings somebody is invited to, for their calendar: on the list, and the invitations went out. A private one goes
 * by its number there, as in the invitation itself.
 */
export const invitedTo: FurtherBookings = async (ctx, personId) => {
  const rows = await ctx.db
    .selectFrom('meetings.participant as p')
    .innerJoin('meetings.meeting as m', (join) =>
      join.onRef('m.bureau_id', '=', 'p.bureau_id').onRef('m.booking_id', '=', 'p.meeting_id'),
    )
    .innerJoin('meetings.invitation as i', (join) =>
      join.onRef('i.bureau_id', '=', 'p.bureau_id').onRef('i.meeting_id', '=', 'p.meeting_id'),
    )
    .select(['p.meeting_id', 'm.number'])
    .where('p.person_id', '=', personId)
    .execute()
  return rows.map(({ meeting_id, number }) => ({
    bookingId: meeting_id,
    called: { zh: `会议 ${number}`, en: `Meeting ${number}` },
  }))
}
