import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { checkPlausible } from '../check-plausible.ts'
import type { metrics } from '../module.ts'
import { parseFigure } from '../parse-figure.ts'

type Actions = typeof metrics.actions

/** Reads a number as it stands in a text and says whether so many people could have made it in so many days. */
export async function checkNumber(
  _ctx: Ctx,
  { text, people, perPersonPerDay, days }: InputOf<Actions['checkNumber']>,
): Promise<OutputOf<Actions['checkNumber']>> {
  const read = parseFigure(text)
  const capacity = people && perPersonPerDay && days ? { people, perPersonPerDay, days } : undefined
  const { ok, reason, share, meant } = checkPlausible({ value: read?.value ?? null, capacity })
  return { read, plausible: { ok, reason }, share, meant }
}
