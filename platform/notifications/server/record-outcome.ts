import type { Ctx } from '#kernel/context.ts'
import { backOffMs, longestTryMs } from '#platform/outbound/back-off.ts'
import type { Claimed } from './claim-deliveries.ts'
import type { Outcome } from './outcome.ts'

/** Writes how a try ended: done, given up, or when it is tried again. */
export async function recordOutcome(ctx: Ctx, claimed: readonly Claimed[], outcome: Outcome): Promise<void> {
  for (const { id, attempts, created_at: createdAt } of claimed) {
    const wait = Math.max(
      backOffMs(attempts, Math.random()),
      outcome.kind === 'later' ? (outcome.afterMs ?? 0) : 0,
    )
    const again = new Date(ctx.now.getTime() + wait)
    const tooLate = again.getTime() - Date.parse(createdAt) > longestTryMs
    const givenUp = outcome.kind === 'refused' || (outcome.kind === 'later' && tooLate)
    await ctx.db
      .updateTable('notifications.delivery')
      .set({
        leased_until: null,
        answer: outcome.answer.slice(0, 500),
        sent_at: outcome.kind === 'sent' ? ctx.now : null,
        given_up_at: givenUp ? ctx.now : null,
        ...(outcome.kind === 'later' ? { due_at: again } : {}),
      })
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .execute()
  }
}
