import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { rentalActions } from '../../actions/rental-actions.ts'

type Actions = typeof rentalActions
type Content = InputOf<Actions['addRentalSupplier']>

/** @throws Problem 422 `fleet.contract_turned`; 409 `fleet.supplier_exists` for a name that is there already */
export async function addRentalSupplier(
  ctx: Ctx,
  input: Content,
): Promise<OutputOf<Actions['addRentalSupplier']>> {
  const values = columnsOf(ctx, input)
  await requireOwnName(ctx, values.name, null)
  const { id } = await ctx.db
    .insertInto('fleet.rental_supplier')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
  await emit(ctx, 'fleet.rental_supplier_added', id, { after: contractOf(values) })
  return { id }
}

/** Another contact, or a contract renewed; rides ordered before keep the contract they were ordered under. @throws as above; 404 */
export async function changeRentalSupplier(
  ctx: Ctx,
  { supplierId, ...input }: InputOf<Actions['changeRentalSupplier']>,
): Promise<OutputOf<Actions['changeRentalSupplier']>> {
  const before = await lockSupplier(ctx, supplierId)
  const values = columnsOf(ctx, input)
  await requireOwnName(ctx, values.name, supplierId)
  await ctx.db.updateTable('fleet.rental_supplier').set(values).where('id', '=', supplierId).execute()
  await emit(ctx, 'fleet.rental_supplier_changed', supplierId, {
    before: contractOf(before),
    after: contractOf(values),
  })
  return done
}

/** No longer chosen; what was ordered of it stays. @throws Problem 404; 409 a second time */
export async function closeRentalSupplier(
  ctx: Ctx,
  { supplierId }: InputOf<Actions['closeRentalSupplier']>,
): Promise<OutputOf<Actions['closeRentalSupplier']>> {
  await lockSupplier(ctx, supplierId)
  await ctx.db
    .updateTable('fleet.rental_supplier')
    .set({ closed_at: ctx.now, changed_at: ctx.now, changed_by: ctx.actor.name })
    .where('id', '=', supplierId)
    .execute()
  await emit(ctx, 'fleet.rental_supplier_closed', supplierId, {})
  return done
}

function columnsOf(ctx: Ctx, { note = '', contactName = '', ...input }: Content) {
  if (input.validUntil < input.validFrom)
    throw new Problem(422, 'fleet.contract_turned', { path: 'validUntil' })
  return {
    name: input.name.trim(),
    contact_name: contactName.trim(),
    contact_phone: input.contactPhone.trim(),
    contract_number: input.contractNumber.trim(),
    valid_from: input.validFrom,
    valid_until: input.validUntil,
    note: note.trim(),
    changed_at: ctx.now,
    changed_by: ctx.actor.name,
  }
}

/** What the history keeps; telephone numbers are none of it, as it is kept longer than they are. */
const contractOf = (row: {
  name: string
  contract_number: string
  valid_from: string
  valid_until: string
}) => ({
  name: row.name,
  contractNumber: row.contract_number,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
})

async function lockSupplier(ctx: Ctx, supplierId: string) {
  const supplier = await ctx.db
    .selectFrom('fleet.rental_supplier')
    .selectAll()
    .where('id', '=', supplierId)
    .forUpdate()
    .executeTakeFirst()
  if (!supplier) throw new Problem(404, 'kernel.not_found')
  if (supplier.closed_at !== null) throw new Problem(409, 'fleet.supplier_closed')
  return supplier
}

async function requireOwnName(ctx: Ctx, name: string, except: string | null): Promise<void> {
  const other = await ctx.db
    .selectFrom('fleet.rental_supplier')
    .select('id')
    .where('name', '=', name)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (other && other.id !== except)
    throw new Problem(409, 'fleet.supplier_exists', { params: { name }, path: 'name' })
}

async function emit(
  ctx: Ctx,
  type: string,
  id: string,
  event: { before?: unknown; after?: unknown },
): Promise<void> {
  await ctx.emit({ type, subjectType: 'fleet.rental_supplier', subjectId: id, ...event })
}
