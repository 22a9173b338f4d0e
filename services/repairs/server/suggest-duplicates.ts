import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Holder } from '#engines/orders/schema.ts'
import type { OrderState } from '#engines/orders/states.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { reportActions } from '../actions/report-actions.ts'
import type { FaultKind } from '../words.ts'
import { findPlace, placeOf } from './find-place.ts'
import { sameSpot } from './find-repeat.ts'

type Action = (typeof reportActions)['suggestDuplicates']

interface Row {
  id: string
  number: string
  title: string
  kind: FaultKind
  state: OrderState
  holder_role: Static<typeof Holder>['role']
  holder_person_id: string | null
  holder_name: string
  held_since: string
  created_at: string
  finish_due_at: string | null
}

/**
 * What is already being done at a spot, of this kind or of any, so that nobody reports it twice. Everybody who
 * stands there may know, whoever reported it; restricted orders stay out.
 */
export async function suggestDuplicates(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const place = await findPlace(ctx, input)
  const kind = input.kind ? sql`and r.fault_kind = ${input.kind}` : sql``
  const { rows } = await sql<Row>`
    select o.id, o.number, o.title, r.fault_kind as kind, o.state, o.holder_role, o.holder_person_id,
      coalesce(p.name, u.name, '') as holder_name, o.held_since, o.created_at, o.finish_due_at
    from orders.service_order o
    join repairs.repair r on r.bureau_id = o.bureau_id and r.order_id = o.id
    left join directory.person p on p.bureau_id = o.bureau_id and p.id = o.holder_person_id
    left join directory.unit u on u.bureau_id = o.bureau_id and u.id = o.holder_unit_id
    where o.bureau_id = kernel.bureau() and ${sameSpot(place)} ${kind} and not o.restricted
      and o.state not in ('FINISHED', 'COMPLETED', 'VOIDED', 'MERGED')
    order by o.created_at desc limit 10`.execute(ctx.db)
  return {
    items: rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      kind: row.kind,
      state: row.state,
      place: placeOf(place),
      holder: {
        role: row.holder_role,
        personId: row.holder_person_id,
        name: row.holder_name,
        phone: null,
        since: row.held_since,
        dueAt: null,
      },
      createdAt: row.created_at,
      finishDueAt: row.finish_due_at,
    })),
  }
}
