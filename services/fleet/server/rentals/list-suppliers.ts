import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { mask } from '#kernel/contract/sensitive.ts'
import { text } from '#kernel/contract/text.ts'
import { containing } from '#kernel/database/containing.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { rentalActions } from '../../actions/rental-actions.ts'
import type { RentalSupplier, SupplierFilters } from '../../rental-schema.ts'
import { listSheet } from '../list-sheet.ts'
import { inOrder, orderOf } from '../order-of.ts'
import { rentalStands } from './rental-stands.ts'

type Actions = typeof rentalActions

/** By name, unless another order is asked for. */
const supplierOrder = ({ sort = 'name' }: SupplierFilters) =>
  orderOf(sort, { name: 's.name', until: 's.valid_until', rentals: 's.rentals' })

/** Suppliers with how often each was hired, which a list can stand by. */
function selectSuppliers(ctx: Ctx) {
  return ctx.db
    .selectFrom((db) =>
      db
        .selectFrom('fleet.rental_supplier as r')
        .selectAll('r')
        .select(
          sql<number>`(select count(*)::int from fleet.rental n where n.bureau_id = r.bureau_id and n.supplier_id = r.id
            and ${rentalStands})`.as('rentals'),
        )
        .as('s'),
    )
    .selectAll('s')
}
type Query = ReturnType<typeof selectSuppliers>
type Selection = Awaited<ReturnType<Query['execute']>>[number]

function filterSuppliers(ctx: Ctx, { closed = false, valid, search }: SupplierFilters): Query {
  let query = selectSuppliers(ctx).where('s.closed_at', closed ? 'is not' : 'is', null)
  if (search?.trim()) {
    const like = containing(search.trim())
    query = query.where((row) =>
      row.or([
        row('s.name', 'ilike', like),
        row('s.contact_name', 'ilike', like),
        row('s.contract_number', 'ilike', like),
      ]),
    )
  }
  if (valid !== undefined) {
    const today = localDayOf(ctx.now)
    query = query.where(sql<boolean>`(${today} between s.valid_from and s.valid_until) = ${valid}`)
  }
  return query
}

/** The suppliers vehicles are rented from, or those given up. */
export async function listRentalSuppliers(
  ctx: Ctx,
  input: InputOf<Actions['listRentalSuppliers']>,
): Promise<OutputOf<Actions['listRentalSuppliers']>> {
  const { items, next } = await keysetPage(filterSuppliers(ctx, input), input, {
    by: [supplierOrder(input)],
    idRef: 's.id',
  })
  return { items: items.map((row) => supplierOf(ctx, row)), next }
}

/** The same as a sheet; telephone numbers are not in it. */
export async function exportRentalSuppliers(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportRentalSuppliers']>,
): Promise<FileAnswer> {
  const rows = await inOrder(filterSuppliers(ctx, filters), supplierOrder(filters), 's.id').execute()
  const yes = (is: boolean) => ctx.say(is ? text('是', 'Yes') : text('否', 'No'))
  return listSheet(
    ctx,
    text('租赁单位', 'Rental suppliers'),
    [
      [text('单位名称', 'Name'), (row) => row.name],
      [text('联系人', 'Contact person'), (row) => row.contactName],
      [text('合同编号', 'Contract'), (row) => row.contractNumber],
      [text('合同起始日期', 'Contract from'), (row) => row.validFrom, 'date'],
      [text('合同终止日期', 'Contract until'), (row) => row.validUntil, 'date'],
      [text('今天有效', 'Holds today'), (row) => yes(row.valid)],
      [text('租车次数', 'Rides'), (row) => row.rentals, 'number'],
      [text('已停用', 'Closed'), (row) => yes(row.closedAt !== null)],
      [text('备注', 'Note'), (row) => row.note],
    ],
    rows.map((row) => supplierOf(ctx, row)),
    format,
  )
}

/** One of them, closed or not. @throws Problem 404 */
export async function readRentalSupplier(
  ctx: Ctx,
  { supplierId }: InputOf<Actions['readRentalSupplier']>,
): Promise<RentalSupplier> {
  const row = await selectSuppliers(ctx).where('s.id', '=', supplierId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return supplierOf(ctx, row)
}

function supplierOf(ctx: Ctx, row: Selection): RentalSupplier {
  const today = localDayOf(ctx.now)
  const keeps = ctx.has('fleet.keep-register')
  const rings = keeps || ctx.has('fleet.dispatch')
  return {
    id: row.id,
    name: row.name,
    contactName: row.contact_name,
    contactPhone: rings ? row.contact_phone : mask(row.contact_phone),
    contractNumber: row.contract_number,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    valid: row.valid_from <= today && today <= row.valid_until,
    note: row.note,
    rentals: row.rentals,
    closedAt: row.closed_at,
    can: { change: keeps && row.closed_at === null },
  }
}
