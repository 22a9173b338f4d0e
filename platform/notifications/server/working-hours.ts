import type { Ctx } from '#kernel/context.ts'

/** The next moment within the bureau's working hours: `at` itself when it lies within. */
export type NextWorkingMoment = (ctx: Ctx, at: Date) => Promise<Date>

let nextWorking: NextWorkingMoment = async (_ctx, at) => at

/** The calendar is an engine above this floor; the application hands its answer down, once, when it is put together. */
export function setWorkingHours(next: NextWorkingMoment): void {
  nextWorking = next
}

export function nextWorkingMoment(ctx: Ctx, at: Date): Promise<Date> {
  return nextWorking(ctx, at)
}
