import { atMoment } from '#kernel/bureau/at-moment.ts'
import type { Ctx } from '#kernel/context.ts'
import { sealEntries } from './seal-entries.ts'

const dayMs = 86_400_000
/** Nights for which the demo bureau has sealed its trail; what was before went into the first of them. */
const nights = 30

/** Seals the demo bureau's trail as the job would have: all that was before in one night, then every night since. */
export async function sealDemoDays(ctx: Ctx): Promise<void> {
  // Midnight in Asia/Shanghai, which is eight hours ahead of UTC the whole year.
  const today = Math.floor((ctx.now.getTime() + 8 * 3_600_000) / dayMs) * dayMs - 8 * 3_600_000
  for (let back = nights; back >= 0; back--) {
    const midnight = new Date(today - back * dayMs)
    const job = new Date(Math.min(midnight.getTime() + 5 * 60_000, ctx.now.getTime()))
    await atMoment(ctx, job, (then) => sealEntries(then, midnight.toISOString()))
  }
}
