import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import type { tripActions } from '../../actions/trip-actions.ts'

type Action = (typeof tripActions)['verifyTrips']

const why = {
  gone: text('没有这趟车', 'there is no such trip'),
  open: text('还没有核对结果', 'not compared yet'),
  seen: text('已经核对过', 'looked at already'),
}

/** 已核对: somebody has looked at the light and its reasons. The light stays as it is; each row says what became of it. */
export async function verifyTrips(ctx: Ctx, { tripIds, note }: InputOf<Action>): Promise<OutputOf<Action>> {
  const rows = await ctx.db
    .selectFrom('fleet.trip')
    .select(['id', 'number', 'light', 'verified_at'])
    .where('id', 'in', tripIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  const items: OutputOf<Action>['items'] = []
  for (const tripId of tripIds) {
    const trip = known.get(tripId)
    const hindered = !trip ? why.gone : trip.light === null ? why.open : trip.verified_at ? why.seen : null
    items.push({ tripId, verified: hindered === null, reason: hindered && ctx.say(hindered) })
    if (hindered) continue
    await ctx.db
      .updateTable('fleet.trip')
      .set({ verified_at: ctx.now, verified_by: ctx.actor.name, verified_note: note?.trim() ?? '' })
      .where('id', '=', tripId)
      .execute()
    await ctx.emit({
      type: 'fleet.trip_verified',
      subjectType: 'fleet.trip',
      subjectId: tripId,
      after: { number: trip!.number, light: trip!.light, note: note ?? '' },
    })
  }
  return { items }
}
