import type { Ctx } from '#kernel/context.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import type { meetingActions } from '../actions/meeting-actions.ts'
import type { Layout, Service } from '../words.ts'
import { selectMeetings } from './select-meetings.ts'

type Action = (typeof meetingActions)['readDefaults']

/** What the actor booked last, from which the next booking starts; and whether they may book a leadership meeting. */
export async function readDefaults(ctx: Ctx): Promise<OutputOf<Action>> {
  const me = ctx.actor.personId
  const last = me
    ? await selectMeetings(ctx)
        .where('b.organiser_person_id', '=', me)
        .orderBy('m.created_at', 'desc')
        .orderBy('b.id', 'desc')
        .limit(1)
        .executeTakeFirst()
    : undefined
  return {
    last: last
      ? {
          title: last.title,
          roomId: last.room?.id ?? null,
          minutes: Math.round((Date.parse(last.ends_at) - Date.parse(last.starts_at)) / 60_000),
          headcount: last.headcount,
          services: last.services as Service[],
          layout: last.layout as Layout | null,
        }
      : null,
    mayLead: ctx.has('bookings.manage'),
  }
}
