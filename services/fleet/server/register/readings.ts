import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { registerActions } from '../../actions/register-actions.ts'
import type { ReadingSource } from '../../words.ts'
import { nineOf } from './insert-vehicles.ts'
import { emitForVehicle, lockVehicle, refuseFuture } from './lock-vehicle.ts'
import { recordReading } from './record-reading.ts'

type Actions = typeof registerActions
type Reading = OutputOf<Actions['listReadings']>['items'][number]

/** The ledger of one vehicle, latest time first, with what was voided and why. @throws Problem 404 */
export async function listReadings(
  ctx: Ctx,
  { vehicleId, ...input }: InputOf<Actions['listReadings']>,
): Promise<OutputOf<Actions['listReadings']>> {
  const known = await ctx.db
    .selectFrom('fleet.vehicle')
    .select('id')
    .where('id', '=', vehicleId)
    .executeTakeFirst()
  if (!known) throw new Problem(404, 'kernel.not_found')
  const query = ctx.db
    .selectFrom('fleet.odometer_reading as o')
    .select(['o.id', 'o.at', 'o.km', 'o.source', 'o.trip_id', 'o.note', 'o.created_at', 'o.created_by'])
    .select(['o.voided_at', 'o.voided_by', 'o.void_reason'])
    .select(sql<boolean>`o.created_at > o.at + interval '1 day' and o.source <> 'REGISTERED'`.as('late'))
    .where('o.vehicle_id', '=', vehicleId)
  const { items, next } = await keysetPage(query, input, {
    by: [{ column: 'at', ref: 'o.at', direction: 'desc' }],
    idRef: 'o.id',
  })
  return {
    items: items.map(
      (row): Reading => ({
        id: row.id,
        at: row.at,
        km: row.km,
        source: row.source as ReadingSource,
        tripId: row.trip_id,
        note: row.note,
        createdAt: row.created_at,
        createdBy: row.created_by,
        late: row.late,
        voided: row.voided_at
          ? { at: row.voided_at, by: row.voided_by ?? '', reason: row.void_reason ?? '' }
          : null,
        can: { void: ctx.has('fleet.keep-register') && row.voided_at === null && row.trip_id === null },
      }),
    ),
    next,
  }
}

/** 登记里程; one that comes late finds its place by its time. @throws Problem 404; 422 `fleet.odometer_falls` */
export async function addReading(
  ctx: Ctx,
  { vehicleId, km, note, ...input }: InputOf<Actions['addReading']>,
): Promise<OutputOf<Actions['addReading']>> {
  const vehicle = await lockVehicle(ctx, vehicleId)
  const at = new Date(input.at)
  refuseFuture(ctx, at, 'at')
  if (at < nineOf(vehicle.purchased_on))
    throw new Problem(422, 'fleet.before_purchase', { params: { day: vehicle.purchased_on }, path: 'at' })
  const id = await recordReading(ctx, { vehicleId, at, km, source: 'BY_HAND', note: note ?? '' })
  await emitForVehicle(ctx, vehicleId, 'fleet.reading_recorded', { after: { id, at, km } })
  return { id }
}

/** 作废: stays in the ledger with its reason. @throws Problem 404; 409 `fleet.voided_before`, `fleet.reading_of_trip` */
export async function voidReading(
  ctx: Ctx,
  { vehicleId, readingId, reason }: InputOf<Actions['voidReading']>,
): Promise<OutputOf<Actions['voidReading']>> {
  await lockVehicle(ctx, vehicleId)
  const row = await ctx.db
    .selectFrom('fleet.odometer_reading')
    .selectAll()
    .where('id', '=', readingId)
    .where('vehicle_id', '=', vehicleId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (row.voided_at) throw new Problem(409, 'fleet.voided_before')
  if (row.trip_id) throw new Problem(409, 'fleet.reading_of_trip')
  await ctx.db
    .updateTable('fleet.odometer_reading')
    .set({ voided_at: ctx.now, voided_by: ctx.actor.name, void_reason: reason })
    .where('id', '=', readingId)
    .execute()
  await emitForVehicle(ctx, vehicleId, 'fleet.reading_voided', {
    before: { id: readingId, at: row.at, km: row.km },
    reason,
  })
  return done
}
