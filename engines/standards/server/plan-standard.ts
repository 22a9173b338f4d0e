import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { standards } from '../module.ts'
import { plantTree } from './plant-tree.ts'

type Actions = typeof standards.actions

/** @throws Problem 422 `standards.unknown_node` */
export async function addPlanned(
  ctx: Ctx,
  input: InputOf<Actions['addPlanned']>,
): Promise<OutputOf<Actions['addPlanned']>> {
  const values = await valuesOf(ctx, input)
  const { id } = await ctx.db
    .insertInto('standards.planned')
    .values({ ...values, created_by: ctx.actor.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tell(ctx, 'standards.planned_added', id, { after: values })
  return { id }
}

/** @throws Problem 404; 409 `standards.planned_closed`; 422 `standards.unknown_node` */
export async function changePlanned(
  ctx: Ctx,
  input: InputOf<Actions['changePlanned']>,
): Promise<OutputOf<Actions['changePlanned']>> {
  const before = await lockPlanned(ctx, input.plannedId)
  const after = await valuesOf(ctx, input)
  await ctx.db.updateTable('standards.planned').set(after).where('id', '=', input.plannedId).execute()
  await tell(ctx, 'standards.planned_changed', input.plannedId, { before, after })
  return done
}

/** It is not to be written after all, and the reason stays. @throws Problem 404; 409 `standards.planned_closed` */
export async function dropPlanned(
  ctx: Ctx,
  { plannedId, reason }: InputOf<Actions['dropPlanned']>,
): Promise<OutputOf<Actions['dropPlanned']>> {
  await lockPlanned(ctx, plannedId)
  await ctx.db
    .updateTable('standards.planned')
    .set({ dropped_at: ctx.now, drop_reason: reason.trim() })
    .where('id', '=', plannedId)
    .execute()
  await tell(ctx, 'standards.planned_dropped', plannedId, { reason: reason.trim() })
  return done
}

/** The row of what is still to be written, locked. @throws Problem 404; 409 once it was written or dropped */
export async function lockPlanned(ctx: Ctx, plannedId: string) {
  const row = await ctx.db
    .selectFrom('standards.planned')
    .select(['title_zh', 'node_id', 'urgency', 'ease', 'level', 'reason', 'document_id', 'dropped_at'])
    .where('id', '=', plannedId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const { document_id, dropped_at, ...values } = row
  if (document_id !== null || dropped_at !== null)
    throw new Problem(409, 'standards.planned_closed', { path: 'plannedId' })
  return values
}

async function valuesOf(ctx: Ctx, input: InputOf<Actions['addPlanned']>) {
  await plantTree(ctx)
  const node = await ctx.db
    .selectFrom('standards.node')
    .select('id')
    .where('id', '=', input.nodeId)
    .executeTakeFirst()
  if (!node) throw new Problem(422, 'standards.unknown_node', { path: 'nodeId' })
  return {
    title_zh: input.title.trim(),
    node_id: node.id,
    urgency: input.urgency,
    ease: input.ease,
    level: input.level,
    reason: input.reason?.trim() ?? '',
  }
}

function tell(
  ctx: Ctx,
  type: string,
  subjectId: string,
  what: { before?: unknown; after?: unknown; reason?: string },
) {
  return ctx.emit({ type, subjectType: 'standards.planned', subjectId, ...what })
}
