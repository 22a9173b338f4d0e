import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { VersionInput } from '../schema.ts'

/** What the shape alone cannot say about a version. @throws Problem 422 naming the field */
export async function checkVersion(ctx: Ctx, input: VersionInput): Promise<void> {
  const { pledges, steps, dimensions } = input
  if (repeats(pledges.map(({ urgency }) => urgency)))
    throw new Problem(422, 'catalogue.pledge_repeated', { path: 'pledges' })
  if (!pledges.some(({ urgency }) => urgency === 'NORMAL'))
    throw new Problem(422, 'catalogue.normal_pledge_needed', { path: 'pledges' })
  if (pledges.some(({ respondMinutes, finishMinutes }) => respondMinutes > finishMinutes))
    throw new Problem(422, 'catalogue.pledge_order', { path: 'pledges' })
  if (repeats(steps.map(({ pledge, offsetMinutes, toRole }) => `${pledge} ${offsetMinutes} ${toRole}`)))
    throw new Problem(422, 'catalogue.step_repeated', { path: 'steps' })
  if (repeats((dimensions ?? []).map(({ code }) => code)))
    throw new Problem(422, 'catalogue.dimension_repeated', { path: 'dimensions' })
  if (repeats(input.clauseCodes)) throw new Problem(422, 'catalogue.clause_repeated', { path: 'clauseCodes' })
  await checkCalendars(
    ctx,
    pledges.map(({ calendar }) => calendar),
  )
}

function repeats(keys: readonly string[]): boolean {
  return new Set(keys).size < keys.length
}

async function checkCalendars(ctx: Ctx, names: readonly string[]): Promise<void> {
  const known = await ctx.db
    .selectFrom('calendar.work_calendar')
    .select('name')
    .where('name', 'in', [...names])
    .execute()
  const missing = names.find((name) => !known.some((calendar) => calendar.name === name))
  if (missing)
    throw new Problem(422, 'catalogue.unknown_calendar', { params: { name: missing }, path: 'pledges' })
}
