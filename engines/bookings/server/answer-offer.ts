import type { Ctx } from '#kernel/context.ts'
import { done } from '#kernel/contract/action.ts'
import { bookingStates } from '../states.ts'
import { requireSpeaker } from './booking-can.ts'
import { freeHolds } from './cancel-booking.ts'
import { lockBooking } from './lock-booking.ts'
import { promoteWaiting } from './promote-waiting.ts'

/** Takes the place that was offered after giving way; it is held already. */
export async function acceptOffer(ctx: Ctx, { bookingId }: { bookingId: string }) {
  const { record } = await lockBooking(ctx, bookingId)
  requireSpeaker(ctx, record)
  await ctx.move(bookingStates, 'accept', bookingId)
  return done
}

/** Does without; the place is free for others at once. */
export async function declineOffer(ctx: Ctx, { bookingId, reason }: { bookingId: string; reason: string }) {
  const { record, resources } = await lockBooking(ctx, bookingId)
  requireSpeaker(ctx, record)
  await ctx.move(bookingStates, 'decline', bookingId, { set: { closed_at: ctx.now }, reason })
  await promoteWaiting(ctx, resources, await freeHolds(ctx, record))
  return done
}
