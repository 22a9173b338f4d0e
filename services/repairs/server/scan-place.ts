import { sql } from 'kysely'
import { type OrderState, orderStates } from '#engines/orders/states.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { reportActions } from '../actions/report-actions.ts'
import { allFaultKinds, type FaultKind, faultKinds } from '../words.ts'
import { placeOf } from './find-place.ts'
import { sameSpot } from './find-repeat.ts'
import { openPlaceCode } from './open-code.ts'

type Action = (typeof reportActions)['scanPlace']

/** What somebody sees who scans a door: where they are, what can be reported, and what is already being done. */
export async function scanPlace(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { place } = await openPlaceCode(ctx, input.code)
  const bureau = await ctx.db.selectFrom('kernel.bureau').select('name').executeTakeFirstOrThrow()
  const { rows } = await sql<{ number: string; kind: FaultKind; state: OrderState }>`
    select o.number, r.fault_kind as kind, o.state
    from orders.service_order o
    join repairs.repair r on r.bureau_id = o.bureau_id and r.order_id = o.id
    where o.bureau_id = kernel.bureau() and ${sameSpot(place)} and not o.restricted
      and o.state not in ('FINISHED', 'COMPLETED', 'VOIDED', 'MERGED')
    order by o.created_at desc limit 10`.execute(ctx.db)
  return {
    bureauName: bureau.name,
    place: placeOf(place),
    kinds: allFaultKinds.map((kind) => ({ kind, title: faultKinds[kind] })),
    open: rows.map(({ number, kind, state }) => ({
      number,
      kind,
      stateTitle: orderStates.states[state].title,
    })),
  }
}
