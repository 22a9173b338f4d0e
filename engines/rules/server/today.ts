import type { Ctx } from '#kernel/context.ts'

const chinaAheadMs = 8 * 3600_000

/** The day of this request as people in China read it, `YYYY-MM-DD`. */
export function today(ctx: Pick<Ctx, 'now'>): string {
  return new Date(ctx.now.getTime() + chinaAheadMs).toISOString().slice(0, 10)
}
