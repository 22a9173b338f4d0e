import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { mask } from '#kernel/contract/sensitive.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { rentalActions } from '../../actions/rental-actions.ts'
import type { RentalFilters, RentalRow } from '../../rental-schema.ts'
import { rentalStates } from '../../rental-states.ts'
import { priceBases, rentalEvents } from '../../rental-words.ts'
import { rentedBodies } from '../../words.ts'
import { type ListColumn, listSheet } from '../list-sheet.ts'
import { inOrder, orderOf } from '../order-of.ts'
import { filterRentals, rentalRowOf, selectRentals } from './select-rentals.ts'

type Actions = typeof rentalActions

/** Latest first, unless another order is asked for. */
const rentalOrder = ({ sort = '-start' }: RentalFilters) =>
  orderOf(sort, { start: 'n.starts_at', number: 'n.number', cost: 'n.cost_rank' })

export async function listRentals(
  ctx: Ctx,
  input: InputOf<Actions['listRentals']>,
): Promise<OutputOf<Actions['listRentals']>> {
  const { items, next } = await keysetPage(filterRentals(ctx, input), input, {
    by: [rentalOrder(input)],
    idRef: 'n.id',
  })
  return { items: items.map((row) => rentalRowOf(ctx, row)), next }
}

/** The same as a sheet; telephone numbers are not in it. */
export async function exportRentals(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportRentals']>,
): Promise<FileAnswer> {
  const rows = await inOrder(filterRentals(ctx, filters), rentalOrder(filters), 'n.id').execute()
  const say = (words: Text) => ctx.say(words)
  const columns: ListColumn<RentalRow>[] = [
    [text('租车单号', 'Number'), (row) => row.number],
    [text('状态', 'State'), (row) => say(rentalStates.states[row.state].title)],
    [text('租赁单位', 'Supplier'), (row) => row.supplier.name],
    [text('合同编号', 'Contract'), (row) => row.contractNumber],
    [text('车牌', 'Plate'), (row) => row.plate],
    [text('车型', 'Body'), (row) => say(rentedBodies[row.body])],
    [text('座位', 'Seats'), (row) => row.seats, 'number'],
    [text('驾驶员', 'Driver'), (row) => row.driverName],
    [text('用车申请', 'Request'), (row) => row.request.number],
    [text('用车单位', 'Unit'), (row) => row.request.unit.name],
    [text('事由', 'Reason'), (row) => row.request.reason],
    [text('目的地', 'Destination'), (row) => row.request.destination],
    [text('计划出车', 'Planned'), (row) => localMinute(row.from), 'datetime'],
    [text('出车时间', 'Left'), (row) => row.leftAt && localMinute(row.leftAt), 'datetime'],
    [text('收车时间', 'Back'), (row) => row.returnedAt && localMinute(row.returnedAt), 'datetime'],
    [text('里程km', 'Km'), (row) => row.distanceKm, 'number'],
    [text('计价方式', 'Price for'), (row) => say(priceBases[row.priceBasis])],
    [text('约定单价元', 'Agreed price (yuan)'), (row) => row.priceFen, 'money-fen'],
    [text('费用元', 'Cost (yuan)'), (row) => row.costFen, 'money-fen'],
  ]
  return listSheet(
    ctx,
    text('租赁派车', 'Rented vehicles'),
    columns,
    rows.map((row) => rentalRowOf(ctx, row)),
    format,
  )
}

/** One with what was agreed and what happened. @throws Problem 404 */
export async function readRental(
  ctx: Ctx,
  { rentalId }: InputOf<Actions['readRental']>,
): Promise<OutputOf<Actions['readRental']>> {
  const row = await selectRentals(ctx).where('n.id', '=', rentalId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const rings = ctx.has('fleet.dispatch') && row.state === 'ORDERED'
  const phone = (number: string) => (rings ? number : mask(number)) || null
  return {
    ...rentalRowOf(ctx, row),
    driverPhone: phone(row.driver_phone),
    supplierPhone: phone(row.supplier_phone),
    reason: row.reason,
    note: row.note,
    costNote: row.cost_note,
    cancelReason: row.cancel_reason,
    createdAt: row.created_at,
    createdBy: row.created_by,
    history: await historyOf(ctx, rentalId),
  }
}

const titles: Readonly<Record<string, Text>> = rentalEvents

async function historyOf(ctx: Ctx, rentalId: string): Promise<OutputOf<Actions['readRental']>['history']> {
  const rows = await ctx.db
    .selectFrom('kernel.event')
    .select(['id', 'at', 'type', 'actor_name', 'reason'])
    .where('subject_id', '=', rentalId)
    .where('type', 'in', Object.keys(titles))
    .orderBy('at')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(({ id, at, type, actor_name, reason }) => ({
    id,
    at,
    title: titles[type]!,
    actorName: actor_name,
    reason,
  }))
}
