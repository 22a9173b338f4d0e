import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { majorEventActions } from '../../actions/major-event-actions.ts'
import { majorEventStates } from '../../major-event-words.ts'
import { emitOf, lockEvent, ownerOf } from './find-event.ts'

type Actions = typeof majorEventActions

/** @throws Problem 422 for days the wrong way round or an unknown owner */
export async function createEvent(
  ctx: Ctx,
  input: InputOf<Actions['createEvent']>,
): Promise<OutputOf<Actions['createEvent']>> {
  requireOrder(input.fromDay, input.toDay)
  const owner = await ownerOf(ctx, input.ownerPersonId)
  const { rows } = await sql<{ number: string }>`
    select kernel.next_number('HD', ${input.fromDay}::date) as number`.execute(ctx.db)
  const { number } = rows[0]!
  const { id } = await ctx.db
    .insertInto('meetings.major_event')
    .values({
      number,
      title: input.title,
      state: majorEventStates.initial,
      ...owner,
      from_day: input.fromDay,
      to_day: input.toDay,
      note: input.note ?? '',
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { title, fromDay, toDay } = input
  await emitOf(ctx, id, 'meetings.event_created', { after: { number, title, fromDay, toDay } })
  return { id }
}

/** @throws Problem 404, 409 `meetings.event_over`, 422 */
export async function changeEvent(
  ctx: Ctx,
  { eventId, ...input }: InputOf<Actions['changeEvent']>,
): Promise<OutputOf<Actions['changeEvent']>> {
  const event = await lockEvent(ctx, eventId)
  const [fromDay, toDay] = [input.fromDay ?? event.from_day, input.toDay ?? event.to_day]
  requireOrder(fromDay, toDay)
  const owner = input.ownerPersonId ? await ownerOf(ctx, input.ownerPersonId) : {}
  await ctx.db
    .updateTable('meetings.major_event')
    .set({
      title: input.title ?? event.title,
      from_day: fromDay,
      to_day: toDay,
      note: input.note ?? event.note,
      ...owner,
    })
    .where('id', '=', eventId)
    .execute()
  await emitOf(ctx, eventId, 'meetings.event_changed', {
    before: { title: event.title, fromDay: event.from_day, toDay: event.to_day },
    after: input,
  })
  return done
}

/** @throws Problem 404, 409 */
export async function startEvent(
  ctx: Ctx,
  { eventId }: InputOf<Actions['startEvent']>,
): Promise<OutputOf<Actions['startEvent']>> {
  await ctx.move(majorEventStates, 'start', eventId)
  return done
}

/** @throws Problem 404, 409 `meetings.event_over`, `meetings.milestones_open` without a reason */
export async function closeEvent(
  ctx: Ctx,
  { eventId, reason }: InputOf<Actions['closeEvent']>,
): Promise<OutputOf<Actions['closeEvent']>> {
  await lockEvent(ctx, eventId)
  const open = await ctx.db
    .selectFrom('meetings.milestone')
    .select('id')
    .where('event_id', '=', eventId)
    .where('done_at', 'is', null)
    .execute()
  if (open.length > 0 && !reason)
    throw new Problem(409, 'meetings.milestones_open', { params: { n: open.length }, path: 'reason' })
  await ctx.move(majorEventStates, 'close', eventId, {
    set: { closed_at: ctx.now },
    ...(reason ? { reason } : {}),
  })
  return done
}

function requireOrder(fromDay: string, toDay: string): void {
  if (toDay < fromDay) throw new Problem(422, 'meetings.event_turned', { path: 'toDay' })
}
