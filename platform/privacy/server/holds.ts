import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { privacy } from '../module.ts'

type Actions = typeof privacy.actions

/** Newest first, also those released. */
export async function listHolds(
  ctx: Ctx,
  input: InputOf<Actions['listHolds']>,
): Promise<OutputOf<Actions['listHolds']>> {
  const page = await keysetPage(ctx.db.selectFrom('privacy.hold').selectAll(), input, {
    by: [{ column: 'placed_at', direction: 'desc' }],
  })
  return {
    next: page.next,
    items: page.items.map((row) => ({
      id: row.id,
      class: row.class,
      subjectId: row.subject_id,
      reason: row.reason,
      placedBy: row.placed_by,
      placedAt: row.placed_at,
      releasedBy: row.released_by,
      releasedAt: row.released_at,
    })),
  }
}

/** @throws Problem 404 unknown class, 422 unless exactly one of class and id is given */
export async function placeHold(
  ctx: Ctx,
  classes: readonly RetentionClass[],
  input: InputOf<Actions['placeHold']>,
): Promise<OutputOf<Actions['placeHold']>> {
  if ((input.class === undefined) === (input.subjectId === undefined))
    throw new Problem(422, 'privacy.hold_of_one', { path: 'subjectId' })
  if (input.class !== undefined && !classes.some(({ name }) => name === input.class))
    throw new Problem(404, 'kernel.not_found', { path: 'class' })
  const { id } = await ctx.db
    .insertInto('privacy.hold')
    .values({
      class: input.class ?? null,
      subject_id: input.subjectId ?? null,
      reason: input.reason,
      placed_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'privacy.hold_placed',
    subjectType: 'privacy.hold',
    subjectId: id,
    after: { class: input.class ?? null, subjectId: input.subjectId ?? null },
    reason: input.reason,
  })
  return { id }
}

/** @throws Problem 404 unknown or released already */
export async function releaseHold(
  ctx: Ctx,
  input: InputOf<Actions['releaseHold']>,
): Promise<OutputOf<Actions['releaseHold']>> {
  const released = await ctx.db
    .updateTable('privacy.hold')
    .set({ released_at: ctx.now, released_by: ctx.actor.name })
    .where('id', '=', input.holdId)
    .where('released_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!released) throw new Problem(404, 'kernel.not_found')
  await ctx.emit({
    type: 'privacy.hold_released',
    subjectType: 'privacy.hold',
    subjectId: released.id,
    reason: input.reason,
  })
  return done
}
