import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { rules } from '../module.ts'
import { findRule } from './find-rule.ts'
import { keyOfParts, operandsOfParts } from './read-parts.ts'
import { readLimit, readVerdicts } from './read-verdicts.ts'

type Actions = typeof rules.actions

/** 试算: what the values in force would say; nothing is remembered. @throws Problem 404 */
export async function tryRule(
  ctx: Ctx,
  { ruleId, value, key, operand, on, unitId }: InputOf<Actions['tryRule']>,
): Promise<OutputOf<Actions['tryRule']>> {
  await findRule(ctx, ruleId)
  const check = {
    ruleId,
    value,
    key: keyOfParts(key),
    operands: operandsOfParts(operand),
    ...(on ? { on } : {}),
  }
  const [verdict] = await readVerdicts(ctx, { checks: [check], unitId })
  return verdict!
}

/** The limit a form shows; null where none is known. */
export async function limitForForm(
  ctx: Ctx,
  { ruleId, key, operand, on, unitId }: InputOf<Actions['readLimit']>,
): Promise<OutputOf<Actions['readLimit']>> {
  const more = { operands: operandsOfParts(operand), ...(unitId ? { unitId } : {}) }
  return { limit: await readLimit(ctx, ruleId, keyOfParts(key), on, more) }
}
