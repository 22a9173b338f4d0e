import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { requestStates } from '../../states.ts'
import type { LockedTrip } from './lock-trip.ts'

/** The requests of a trip go with it: under way when it leaves, done when it is back; in the order of their ids. */
export async function moveRequests(ctx: Ctx, trip: LockedTrip, step: 'depart' | 'finish'): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select r.id from fleet.trip_request w
    join fleet.request r on r.bureau_id = w.bureau_id and r.id = w.request_id
    where w.bureau_id = kernel.bureau() and w.trip_id = ${trip.id} and w.removed_at is null
      and r.state = ${step === 'depart' ? 'ASSIGNED' : 'UNDER_WAY'}
    order by r.id for update of r`.execute(ctx.db)
  for (const { id } of rows) await ctx.move(requestStates, step, id, { note: { trip: trip.number } })
}
