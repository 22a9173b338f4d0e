import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { majorEventActions } from '../../actions/major-event-actions.ts'
import { emitOf, lockEvent, ownerOf } from './find-event.ts'

type Actions = typeof majorEventActions

/** @throws Problem 404, 409 `meetings.event_over`, 422 */
export async function addMilestone(
  ctx: Ctx,
  { eventId, title, dueOn, ownerPersonId }: InputOf<Actions['addMilestone']>,
): Promise<OutputOf<Actions['addMilestone']>> {
  await lockEvent(ctx, eventId)
  const { id } = await ctx.db
    .insertInto('meetings.milestone')
    .values({
      event_id: eventId,
      title,
      due_on: dueOn,
      ...(await ownerOf(ctx, ownerPersonId)),
      created_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await emitOf(ctx, eventId, 'meetings.milestone_added', { after: { id, title, dueOn } })
  return { id }
}

/** @throws Problem 404, 409 `meetings.milestone_is_done`, 422 */
export async function changeMilestone(
  ctx: Ctx,
  input: InputOf<Actions['changeMilestone']>,
): Promise<OutputOf<Actions['changeMilestone']>> {
  const before = await findOpen(ctx, input)
  const owner = input.ownerPersonId ? await ownerOf(ctx, input.ownerPersonId) : {}
  await ctx.db
    .updateTable('meetings.milestone')
    .set({ title: input.title ?? before.title, due_on: input.dueOn ?? before.due_on, ...owner })
    .where('id', '=', before.id)
    .execute()
  const { eventId, ...after } = input
  await emitOf(ctx, eventId, 'meetings.milestone_changed', {
    before: { title: before.title, dueOn: before.due_on },
    after,
  })
  return done
}

/** Finishes a milestone or opens it again: its owner, or who manages events. @throws Problem 403, 404, 409 */
export async function settleMilestone(
  ctx: Ctx,
  { eventId, milestoneId, done: isDone }: InputOf<Actions['settleMilestone']>,
): Promise<OutputOf<Actions['settleMilestone']>> {
  await lockEvent(ctx, eventId)
  const row = await find(ctx, { eventId, milestoneId })
  if (!mayFinish(ctx, row))
    throw new Problem(403, 'meetings.milestone_not_yours', { params: { owner: row.owner_name } })
  if ((row.done_at !== null) === isDone) return done
  await ctx.db
    .updateTable('meetings.milestone')
    .set(isDone ? { done_at: ctx.now, done_by: ctx.actor.name } : { done_at: null, done_by: null })
    .where('id', '=', row.id)
    .execute()
  await emitOf(ctx, eventId, isDone ? 'meetings.milestone_done' : 'meetings.milestone_reopened', {
    after: { id: row.id, title: row.title },
  })
  return done
}

export function mayFinish(ctx: Ctx, { owner_person_id }: { owner_person_id: string | null }): boolean {
  if (ctx.has('meetings.manage-events')) return true
  return ctx.has('meetings.work') && owner_person_id !== null && owner_person_id === ctx.actor.personId
}

/** @throws Problem 404, 409 `meetings.milestone_is_done` */
export async function removeMilestone(
  ctx: Ctx,
  input: InputOf<Actions['removeMilestone']>,
): Promise<OutputOf<Actions['removeMilestone']>> {
  const row = await findOpen(ctx, input)
  await ctx.db.deleteFrom('meetings.milestone').where('id', '=', row.id).execute()
  await emitOf(ctx, input.eventId, 'meetings.milestone_removed', {
    before: { id: row.id, title: row.title },
  })
  return done
}

interface Named {
  eventId: string
  milestoneId: string
}

async function find(ctx: Ctx, { eventId, milestoneId }: Named) {
  const row = await ctx.db
    .selectFrom('meetings.milestone')
    .selectAll()
    .where('event_id', '=', eventId)
    .where('id', '=', milestoneId)
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

async function findOpen(ctx: Ctx, named: Named) {
  await lockEvent(ctx, named.eventId)
  const row = await find(ctx, named)
  if (row.done_at) throw new Problem(409, 'meetings.milestone_is_done')
  return row
}
