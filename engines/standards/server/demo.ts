import type { Ctx } from '#kernel/context.ts'
import { ensureStandards } from './ensure-standards.ts'

/** The demo bureau has worked to its standard for longer than its year of orders reaches back. */
export async function fillDemo(ctx: Ctx): Promise<void> {
  const threeYears = 3 * 365 * 86_400_000
  await ensureStandards(ctx, new Date(ctx.now.getTime() - threeYears))
}
