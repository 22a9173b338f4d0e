import { type OrderState, orderStates } from '#engines/orders/states.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import type { reportActions } from '../actions/report-actions.ts'
import { placeLabel } from '../place-label.ts'
import { openFollowCode } from './open-code.ts'

type Action = (typeof reportActions)['followReport']

const steps: readonly [
  column: 'created_at' | 'responded_at' | 'started_at' | 'finished_at' | 'completed_at',
  Text,
][] = [
  ['created_at', text('已报修', 'Reported')],
  ['responded_at', text('已响应', 'Answered')],
  ['started_at', text('开始处理', 'Work started')],
  ['finished_at', text('已完工', 'Work finished')],
  ['completed_at', text('已办结', 'Closed')],
]

/** What a reporter without an account sees: how far it is and who holds it, by surname; nobody's phone, no other names. */
export async function followReport(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const orderId = await openFollowCode(ctx, input.code)
  const row = await ctx.db
    .selectFrom('orders.service_order as o')
    .innerJoin('directory.site as site', 'site.id', 'o.site_id')
    .leftJoin('directory.room as room', 'room.id', 'o.room_id')
    .leftJoin('directory.person as holder', 'holder.id', 'o.holder_person_id')
    .leftJoin('directory.unit as desk', 'desk.id', 'o.holder_unit_id')
    .select(['o.number', 'o.state', 'o.title', 'o.place_text', 'o.holder_role', 'o.respond_due_at'])
    .select(['o.finish_due_at', 'o.created_at', 'o.responded_at', 'o.started_at', 'o.finished_at'])
    .select(['o.completed_at', 'site.name as site_name', 'room.name as room_name'])
    .select(['holder.name as holder_name', 'desk.name as desk_name'])
    .where('o.id', '=', orderId)
    .executeTakeFirstOrThrow()
  const surname =
    row.holder_role === 'WORKER' && row.holder_name ? `${row.holder_name.slice(0, 1)}师傅` : null
  return {
    number: row.number,
    state: row.state as OrderState,
    stateTitle: orderStates.states[row.state as OrderState].title,
    title: row.title,
    place: placeLabel({ siteName: row.site_name, roomName: row.room_name, placeText: row.place_text }),
    holderName: surname ?? row.desk_name ?? '',
    createdAt: row.created_at,
    respondDueAt: row.respond_due_at,
    finishDueAt: row.finish_due_at,
    finishedAt: row.finished_at,
    steps: steps.flatMap(([column, title]) => (row[column] ? [{ at: row[column], title }] : [])),
  }
}
