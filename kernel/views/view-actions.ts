import type { Ctx } from '../context.ts'
import { done, type InputOf, type OutputOf } from '../contract/action.ts'
import { Problem } from '../contract/problem.ts'
import type { kernel } from '../module.ts'

type Actions = typeof kernel.actions

/** The filters of a list people keep by name: their own and the shared ones. */
export async function listViews(
  ctx: Ctx,
  input: InputOf<Actions['listViews']>,
): Promise<OutputOf<Actions['listViews']>> {
  const rows = await ctx.db
    .selectFrom('kernel.saved_view')
    .selectAll()
    .where('list', '=', input.list)
    .where((row) => row.or([row('shared', '=', true), row('owner_id', '=', ctx.actor.userId!)]))
    .orderBy('name')
    .execute()
  return {
    items: rows.map(({ id, list, name, query, shared, owner_id }) => ({
      id,
      list,
      name,
      query,
      shared,
      mine: owner_id === ctx.actor.userId,
    })),
  }
}

/** Keeps a view; the same name again replaces it. */
export async function saveView(
  ctx: Ctx,
  input: InputOf<Actions['saveView']>,
): Promise<OutputOf<Actions['saveView']>> {
  const values = { query: input.query, shared: input.shared ?? false }
  const { id } = await ctx.db
    .insertInto('kernel.saved_view')
    .values({ list: input.list, name: input.name, owner_id: ctx.actor.userId!, ...values })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'owner_id', 'list', 'name']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({ type: 'kernel.view_saved', subjectType: 'kernel.saved_view', subjectId: id, after: input })
  return { id }
}

export async function deleteView(
  ctx: Ctx,
  input: InputOf<Actions['deleteView']>,
): Promise<OutputOf<Actions['deleteView']>> {
  const gone = await ctx.db
    .deleteFrom('kernel.saved_view')
    .where('id', '=', input.viewId)
    .where('owner_id', '=', ctx.actor.userId!)
    .returning(['id', 'name'])
    .executeTakeFirst()
  if (!gone) throw new Problem(404, 'kernel.not_found')
  await ctx.emit({
    type: 'kernel.view_deleted',
    subjectType: 'kernel.saved_view',
    subjectId: gone.id,
    before: gone,
  })
  return done
}
