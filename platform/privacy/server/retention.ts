import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'
import type { privacy } from '../module.ts'
import { classHeld, dueRows, lastDayOf, ruleOf } from './due-rows.ts'

type Actions = typeof privacy.actions

async function countDue(ctx: Ctx, one: RetentionClass, days: number) {
  const lastDay = await lastDayOf(ctx, days)
  if (!('table' in one.rows)) {
    const count = await one.rows.count(ctx, lastDay)
    return (await classHeld(ctx, one.name)) ? { due: 0, held: count } : { due: count, held: 0 }
  }
  const rows = one.rows
  const count = async (held: boolean) =>
    (
      await sql<{
        count: number
      }>`select count(*)::integer as count from ${dueRows(one, rows, lastDay, held)}`.execute(ctx.db)
    ).rows[0]!.count
  return { due: await count(false), held: await count(true) }
}

/** Every class with its rule, what would go tonight, and what the last run did. */
export async function listRetention(
  ctx: Ctx,
  classes: readonly RetentionClass[],
): Promise<OutputOf<Actions['listRetention']>> {
  const items = []
  for (const one of classes) {
    const rule = await ruleOf(ctx, one)
    const last = await ctx.db
      .selectFrom('privacy.retention_run')
      .select(['at', 'rows'])
      .where('class', '=', one.name)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
    const count = rule.action === 'KEEP' ? { due: 0, held: 0 } : await countDue(ctx, one, rule.days)
    const { name, title, what, minimumDays, actions, basis } = one
    items.push({
      ...{ name, title, what, minimumDays, ...rule, ...count },
      actions: [...actions],
      basis: basis.title,
      mark: basis.mark,
      lastRun: last ?? null,
    })
  }
  return { items }
}

/** @throws Problem 404 unknown class, 422 below the legal minimum or an action the class has not */
export async function changeRetention(
  ctx: Ctx,
  classes: readonly RetentionClass[],
  input: InputOf<Actions['changeRetention']>,
): Promise<OutputOf<Actions['changeRetention']>> {
  const one = classes.find(({ name }) => name === input.className)
  if (!one) throw new Problem(404, 'kernel.not_found')
  const { days, action, reason } = input
  if (days < one.minimumDays)
    throw new Problem(422, 'privacy.below_minimum', {
      path: 'days',
      params: { days: one.minimumDays, basis: ctx.say(one.basis.title) },
    })
  if (!one.actions.includes(action)) throw new Problem(422, 'privacy.action_unknown', { path: 'action' })
  const before = await ruleOf(ctx, one)
  const values = { class: one.name, days, action, changed_by: ctx.actor.name, changed_at: ctx.now }
  await ctx.db
    .insertInto('privacy.retention_rule')
    .values(values)
    .onConflict((clash) => clash.columns(['bureau_id', 'class']).doUpdateSet(values))
    .execute()
  await ctx.emit({
    type: 'privacy.retention_changed',
    subjectType: 'privacy.retention',
    subjectId: null,
    before: { class: one.name, days: before.days, action: before.action },
    after: { class: one.name, days, action },
    reason,
  })
  return done
}
