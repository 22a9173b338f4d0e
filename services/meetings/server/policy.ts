import { type RawBuilder, sql } from 'kysely'
import { bookingCan } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'

/**
 * Whether the actor may read the meeting of booking `b`: everything that is not private; private ones the organiser,
 * the unit's liaison, who has a task in it, and whoever may see all bookings.
 */
export function readableMeetings(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.actor.source === 'job' || ctx.has('bookings.read-all')) return sql<boolean>`true`
  const { personId, unitId } = ctx.actor
  const ways: RawBuilder<unknown>[] = [sql`not b.private`]
  if (personId)
    ways.push(
      sql`b.organiser_person_id = ${personId}`,
      sql`exists (select from meetings.task w where w.bureau_id = b.bureau_id and w.meeting_id = b.id
        and w.owner_person_id = ${personId})`,
    )
  if (unitId && ctx.has('bookings.read-unit'))
    ways.push(sql`b.unit_id in (select directory.unit_and_below(${unitId}))`)
  return sql<boolean>`coalesce(${sql.join(ways, sql` or `)}, false)`
}

/** Tasks the actor may see in full: those of readable meetings, and for those who serve, the pool's. */
export function readableTasks(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.has('meetings.dispatch')) return sql<boolean>`true`
  return sql<boolean>`(t.owner_person_id is null or ${readableMeetings(ctx)})`
}

export interface MeetingFacts {
  state: string
  organiser_person_id: string | null
  unit_id: string
  starts_at: string
  ends_at: string
  rating: number | null
  /** Whether the actor has or had a task in it. */
  served: boolean
}

const over = ['ENDED', 'CANCELLED', 'RELEASED']

/** Who speaks for the meeting: the organiser, the unit's liaison, the desk. */
export function speaksFor(
  ctx: Ctx,
  { organiser_person_id, unit_id }: Pick<MeetingFacts, 'organiser_person_id' | 'unit_id'>,
): boolean {
  return (
    isClient(ctx, { organiser_person_id, unit_id }) ||
    ctx.actor.source === 'job' ||
    ctx.has('bookings.manage')
  )
}

/** Who asked for it: the organiser, or the unit's liaison. */
export function isClient(ctx: Ctx, meeting: Pick<MeetingFacts, 'organiser_person_id' | 'unit_id'>): boolean {
  const { personId, unitId } = ctx.actor
  if (personId !== null && meeting.organiser_person_id === personId) return true
  return unitId !== null && meeting.unit_id === unitId && ctx.has('bookings.read-unit')
}

/** What this actor may do with this meeting now: the booking's own steps, and what is about its support. */
export function meetingCan(ctx: Ctx, row: MeetingFacts): Record<string, boolean> {
  const writes = ctx.has('meetings.work')
  return {
    ...bookingCan(ctx, row),
    changeNeeds: speaksFor(ctx, row) && ctx.has('meetings.book') && !over.includes(row.state),
    rate:
      row.state === 'ENDED' &&
      row.rating === null &&
      ctx.has('meetings.rate') &&
      isClient(ctx, row) &&
      !row.served,
    recordOmission: ctx.has('meetings.remedy') && row.state !== 'CANCELLED' && row.state !== 'RELEASED',
    remedyOmission: writes,
    reflect: writes && row.state === 'ENDED',
    dispatch: ctx.has('meetings.dispatch'),
    keepList: (speaksFor(ctx, row) || (row.served && writes)) && ctx.has('meetings.attendance'),
  }
}

/** Pictures of a room are seen by whoever may see rooms. */
export async function mayReadRoomFiles(ctx: Ctx, roomId: string): Promise<boolean> {
  if (!ctx.has('meetings.read')) return false
  const room = await ctx.db
    .selectFrom('meetings.room')
    .select('id')
    .where('id', '=', roomId)
    .executeTakeFirst()
  return room !== undefined
}

/** Pictures of a checklist are seen by whoever may read the meeting. */
export async function mayReadTaskFiles(ctx: Ctx, taskId: string): Promise<boolean> {
  if (!ctx.has('meetings.read')) return false
  const { rows } = await sql`select from meetings.task t
    join bookings.booking b on b.bureau_id = t.bureau_id and b.id = t.meeting_id
    where t.id = ${taskId} and (${readableMeetings(ctx)})`.execute(ctx.db)
  return rows.length > 0
}
