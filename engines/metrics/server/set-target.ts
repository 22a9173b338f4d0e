import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { metrics } from '../module.ts'
import type { FigureBook } from './figure-book.ts'

type Actions = typeof metrics.actions

/** Sets what a figure should be from a year on, or takes that year's word away; the history keeps both. */
export async function setTarget(
  ctx: Ctx,
  book: FigureBook,
  { metricId, fromYear, value, note }: InputOf<Actions['setTarget']>,
): Promise<OutputOf<Actions['setTarget']>> {
  const { id } = book.find(metricId)
  const old = await ctx.db
    .selectFrom('metrics.target')
    .select(['id', 'value', 'note'])
    .where('metric', '=', id)
    .where('from_year', '=', fromYear)
    .forUpdate()
    .executeTakeFirst()
  const subject = {
    subjectType: 'metrics.target',
    before: old && { metric: id, fromYear, value: old.value, note: old.note },
  }
  if (value === null) {
    if (!old) return done
    await ctx.db.deleteFrom('metrics.target').where('id', '=', old.id).execute()
    await ctx.emit({ type: 'metrics.target_removed', subjectId: old.id, ...subject })
    return done
  }
  const values = { value, note: note || null, set_by: ctx.actor.name, set_at: ctx.now }
  const row = await ctx.db
    .insertInto('metrics.target')
    .values({ metric: id, from_year: fromYear, ...values })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'metric', 'from_year']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'metrics.target_set',
    subjectId: row.id,
    ...subject,
    after: { metric: id, fromYear, value, note },
  })
  return done
}
