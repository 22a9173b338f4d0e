import { localDayOf } from '#engines/calendar/local-day.ts'
import { readLimit } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { FatigueLimits } from './journey.ts'

/** The limits on driving without a rest, with where they are written. */
export interface Fatigue extends FatigueLimits {
  source: Text
  /** What the rule makes of driving longer: the bureau may have it only warn, or only say so. */
  level: 'BLOCK' | 'WARN' | 'MINUS'
}

export const fatigueRule = 'FLEET.FATIGUE_DRIVING_HOURS'
export const restRule = 'FLEET.FATIGUE_REST_MINUTES'

/** The limits in force on a day; null where no rule is known, or one only from memory, and then nothing is asked. */
export async function readFatigue(ctx: Ctx, on: Date): Promise<Fatigue | null> {
  const day = localDayOf(on)
  const driving = await readLimit(ctx, fatigueRule, {}, day)
  const rest = await readLimit(ctx, restRule, {}, day)
  if (!driving || !rest || driving.mark === 'C' || rest.mark === 'C') return null
  return {
    drivingMinutes: driving.value * 60,
    restMinutes: rest.value,
    source: driving.source,
    level: driving.beyond === 'BLOCK' || driving.beyond === 'WARN' ? driving.beyond : 'MINUS',
  }
}
