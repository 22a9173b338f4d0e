import type { Ctx } from '#kernel/context.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { meetingsNotices } from '../notices.ts'
import { line } from '../words.ts'
import { standingIn } from './close-room.ts'

/** Whoever has booked the room from that day on hears of it in time to look for another. */
const tellOrganisers: EventHandler = async (ctx, event) => {
  const { fromDay } = event.after as { fromDay: string }
  const room = await ctx.db
    .selectFrom('bookings.resource')
    .select('name')
    .where('id', '=', event.subjectId)
    .executeTakeFirst()
  if (!room || !event.subjectId) return
  for (const { id, organiser_person_id } of await standingIn(ctx, event.subjectId, fromDay))
    if (organiser_person_id)
      await tellOne(ctx, { id, organiser_person_id, room: room.name, fromDay, by: event.actorId })
}

async function tellOne(
  ctx: Ctx,
  one: { id: string; organiser_person_id: string; room: string; fromDay: string; by: string | null },
): Promise<void> {
  const booking = await ctx.db
    .selectFrom('bookings.booking')
    .select(['line', 'title', 'private'])
    .where('id', '=', one.id)
    .executeTakeFirstOrThrow()
  const called = booking.private ? { zh: '您的会议', en: 'Your meeting' } : named(booking.title)
  await tell(ctx, meetingsNotices, 'meetings.room_closing', {
    href: booking.line === line ? `/meetings/${one.id}` : `/bookings/${one.id}`,
    subjectType: 'meetings.meeting',
    subjectId: one.id,
    sealed: booking.private,
    to: { personIds: [one.organiser_person_id] },
    by: one.by,
    title: {
      zh: `${called.zh}：${one.room}从 ${one.fromDay} 起停用，请换一间`,
      en: `${called.en}: ${one.room} is closed from ${one.fromDay}; please choose another room`,
    },
  })
}

const named = (title: string) => ({ zh: `《${title}》`, en: `“${title}”` })

export const tellOfClosing: Record<string, EventHandler[]> = { 'meetings.room_closing': [tellOrganisers] }
