import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { line } from '../../words.ts'
import { type Chance, inParts } from './chance.ts'
import type { DemoMeeting } from './plan-meetings.ts'

export interface KeptMeeting extends DemoMeeting {
  id: string
}

const holding = ['ENDED', 'CHECKED_IN', 'CONFIRMED']

/** Writes bookings, what they claim and hold, and the meetings, as the engine and this line would have left them. */
export async function insertMeetings(ctx: Ctx, planned: readonly DemoMeeting[]): Promise<KeptMeeting[]> {
  const kept = planned.map((meeting) => ({ ...meeting, id: uuidv7() }))
  const seriesId = await insertSeries(ctx, kept)
  for (const part of inParts(kept, 1000)) {
    await ctx.db
      .insertInto('bookings.booking')
      .values(part.map((one) => bookingOf(one, seriesId)))
      .execute()
    await ctx.db
      .insertInto('bookings.claim')
      .values(part.map(({ id, room }) => ({ booking_id: id, resource_id: room.id })))
      .execute()
    await ctx.db
      .insertInto('bookings.hold')
      .values(
        part
          .filter(({ state }) => holding.includes(state))
          .map(({ id, room, from, to }) => ({
            booking_id: id,
            resource_id: room.id,
            pieces: sql<string>`int4range(1, 2)`,
            occupied: sql<string>`tstzrange(${from}, ${to})`,
          })),
      )
      .execute()
    await ctx.db
      .insertInto('meetings.meeting')
      .values(
        part.map(({ id, number, services, bookedAt }) => ({
          booking_id: id,
          number,
          services,
          created_at: bookedAt,
        })),
      )
      .execute()
  }
  await setCounters(ctx, kept)
  await insertHistory(ctx, kept)
  return kept
}

/** The one series there is: the dates that were struck out. */
async function insertSeries(ctx: Ctx, kept: readonly KeptMeeting[]): Promise<string | null> {
  const dates = kept.filter(({ struckOut }) => struckOut)
  const [first] = dates
  if (!first) return null
  const { id } = await ctx.db
    .insertInto('bookings.series')
    .values({
      title: first.title,
      rule: `FREQ=WEEKLY;COUNT=${dates.length}`,
      starts_at: first.from,
      minutes: 30,
      off_days: 'SKIP',
      created_at: first.bookedAt,
      created_by: first.organiser.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function bookingOf({ id, ...meeting }: KeptMeeting, seriesId: string | null) {
  const { state, to } = meeting
  const over = state === 'ENDED' || state === 'CANCELLED' || state === 'RELEASED'
  return {
    id,
    line,
    title: meeting.title,
    private: meeting.private,
    rank: meeting.class,
    state,
    unit_id: meeting.organiser.unitId,
    organiser_person_id: meeting.organiser.id,
    organiser_name: meeting.organiser.name,
    headcount: meeting.headcount,
    starts_at: meeting.from,
    ends_at: to,
    checked_in_at: state === 'ENDED' || state === 'CHECKED_IN' ? meeting.from : null,
    ended_at: state === 'ENDED' ? to : null,
    closed_at: over ? (state === 'ENDED' ? to : meeting.bookedAt) : null,
    created_at: meeting.bookedAt,
    ...(meeting.struckOut ? { series_id: seriesId, series_day: localDayOf(meeting.from) } : {}),
  }
}

const weeksTold = 8

/** The history of the last weeks and of what is to come: who booked, and how it ended. */
async function insertHistory(ctx: Ctx, kept: readonly KeptMeeting[]): Promise<void> {
  const since = ctx.now.getTime() - weeksTold * 7 * 86_400_000
  const ended = {
    ENDED: 'bookings.ended',
    CANCELLED: 'bookings.cancelled',
    RELEASED: 'bookings.released',
  } as const
  const rows = kept
    .filter(({ from }) => from.getTime() > since)
    .flatMap(({ id, number, state, bookedAt, to, organiser }) => {
      const told = { actor_name: organiser.name, source: 'session', subject_id: id, request_id: 'demo' }
      const after = JSON.stringify({ number })
      const booked = {
        ...told,
        at: bookedAt,
        type: 'meetings.booked',
        subject_type: 'meetings.meeting',
        after,
      }
      if (state === 'CONFIRMED' || state === 'CHECKED_IN') return [booked]
      const at = state === 'CANCELLED' ? (bookedAt.getTime() + to.getTime()) / 2 : to.getTime()
      const end = { ...told, at: new Date(Math.min(at, ctx.now.getTime())), type: ended[state] }
      return [booked, { ...end, subject_type: 'bookings.booking', after: null }]
    })
  for (const part of inParts(rows, 3000)) await ctx.db.insertInto('kernel.event').values(part).execute()
}

/** The next number of each day on which there are meetings. */
async function setCounters(ctx: Ctx, kept: readonly KeptMeeting[]): Promise<void> {
  const last = new Map<string, number>()
  for (const { number } of kept) {
    const series = number.slice(0, 11)
    last.set(series, Math.max(last.get(series) ?? 0, Number(number.slice(12))))
  }
  await ctx.db
    .insertInto('kernel.counter')
    .values([...last].map(([series, value]) => ({ series, value })))
    .execute()
}

const words = [
  '会场布置规范，服务细致。',
  '茶水及时，音响清楚。',
  '话筒中途没电，换得还算快。',
  '都好。',
  '室温偏低，反映后调好了。',
  '',
]

/** Six of ten organisers say how it was. */
export async function insertRatings(ctx: Ctx, kept: readonly KeptMeeting[], chance: Chance): Promise<void> {
  const rated = kept.flatMap((meeting) => {
    // The staff member's latest is left to be rated by whoever tries the demo.
    const fresh = ctx.now.getTime() - meeting.to.getTime() < 3 * 86_400_000
    if (meeting.state !== 'ENDED' || fresh || chance.next() > 0.6) return []
    const overall = chance.next() < 0.7 ? 5 : chance.next() < 0.8 ? 4 : 3
    return [
      {
        meeting_id: meeting.id,
        overall,
        comment: chance.pick(words),
        at: new Date(meeting.to.getTime() + chance.between(10, 1500) * 60_000),
        by_person_id: meeting.organiser.id,
        by_name: meeting.organiser.name,
      },
    ]
  })
  for (const part of inParts(rated, 2000)) await ctx.db.insertInto('meetings.rating').values(part).execute()
}
