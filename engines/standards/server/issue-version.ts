import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { FormFinding } from '../form/finding.ts'
import type { standards } from '../module.ts'
import { versionStates } from '../states.ts'
import { findForm } from './check-version.ts'

type Actions = typeof standards.actions

/**
 * Puts a draft in force from this moment; from now on it never changes. What the check of form advises is kept with it.
 * @throws Problem 404, 409; 422 `standards.form_errors` with `findings` while its form has errors
 */
export async function issueVersion(
  ctx: Ctx,
  { versionId }: InputOf<Actions['issueVersion']>,
): Promise<OutputOf<Actions['issueVersion']>> {
  await issueChecked(ctx, versionId, ctx.now)
  return done
}

/** Issues a version as of a moment, once its form is right. */
export async function issueChecked(ctx: Ctx, versionId: string, at: Date): Promise<void> {
  // Whoever is writing the draft in this moment comes first, so that what is issued is what was checked.
  await ctx.db.selectFrom('standards.version').select('id').where('id', '=', versionId).forUpdate().execute()
  const findings = await findForm(ctx, versionId)
  const { numUpdatedRows } = await ctx.db
    .updateTable('standards.version')
    .set({ form_findings: JSON.stringify(findings) })
    .where('id', '=', versionId)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  // What is no draft any more is refused for that, below, whatever its form is.
  if (numUpdatedRows > 0n) requireForm(ctx, findings)
  await ctx.move(versionStates, 'issue', versionId, {
    set: { issued_at: at },
    note: { advice: findings.length },
  })
}

function requireForm(ctx: Ctx, findings: readonly FormFinding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const [worst] = errors
  if (!worst) return
  const first = [worst.where.code, ctx.say(worst.words)].filter(Boolean).join(' ')
  throw new Problem(422, 'standards.form_errors', {
    params: { count: errors.length, first },
    extra: { findings: errors },
  })
}

/** Takes a version out of force; what was done to it stays as it is. @throws Problem 404, 409 */
export async function withdrawVersion(
  ctx: Ctx,
  { versionId, reason }: InputOf<Actions['withdrawVersion']>,
): Promise<OutputOf<Actions['withdrawVersion']>> {
  await ctx.move(versionStates, 'withdraw', versionId, { set: { withdrawn_at: ctx.now }, reason })
  return done
}
