import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { tripActions } from '../../actions/trip-actions.ts'
import { listSheet } from '../list-sheet.ts'
import { inOrder, orderOf } from '../order-of.ts'
import { reconcileTrips } from './reconcile-trips.ts'

type Actions = typeof tripActions
type Filters = Omit<InputOf<Actions['exportParkingChecks']>, 'format'>

const startOfDay = (day: string) => new Date(`${day}T00:00:00+08:00`)
const aDay = 86_400_000

/** The latest first, unless another order is asked for. */
const checkOrder = ({ sort = '-at' }: Filters) => orderOf(sort, { at: 'k.at' })

function filterChecks(ctx: Ctx, input: Filters) {
  let query = ctx.db
    .selectFrom('fleet.parking_check as k')
    .innerJoin('fleet.vehicle as v', (join) =>
      join.onRef('v.bureau_id', '=', 'k.bureau_id').onRef('v.id', '=', 'k.vehicle_id'),
    )
    .leftJoin('directory.site as h', (join) =>
      join.onRef('h.bureau_id', '=', 'v.bureau_id').onRef('h.id', '=', 'v.home_site_id'),
    )
    .select(['k.id', 'k.vehicle_id', 'v.plate', 'k.at', 'k.place', 'h.name as home_name', 'k.elsewhere'])
    .select(['k.note', 'k.photo_id', 'k.by_name'])
  if (input.vehicleId) query = query.where('k.vehicle_id', '=', input.vehicleId)
  if (input.elsewhere !== undefined) query = query.where('k.elsewhere', '=', input.elsewhere)
  if (input.from) query = query.where('k.at', '>=', startOfDay(input.from).toISOString())
  if (input.to)
    query = query.where('k.at', '<', new Date(startOfDay(input.to).getTime() + aDay).toISOString())
  return query
}

/** Where vehicles were seen to stand. */
export async function listParkingChecks(
  ctx: Ctx,
  input: InputOf<Actions['listParkingChecks']>,
): Promise<OutputOf<Actions['listParkingChecks']>> {
  const { items, next } = await keysetPage(filterChecks(ctx, input), input, {
    by: [checkOrder(input)],
    idRef: 'k.id',
  })
  return {
    items: items.map((row) => ({
      id: row.id,
      vehicle: { id: row.vehicle_id, plate: row.plate },
      at: row.at,
      place: row.place,
      homeName: row.home_name,
      elsewhere: row.elsewhere,
      note: row.note,
      photoId: row.photo_id,
      by: row.by_name,
    })),
    next,
  }
}

/** The same as a sheet. */
export async function exportParkingChecks(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportParkingChecks']>,
): Promise<FileAnswer> {
  const rows = await inOrder(filterChecks(ctx, filters), checkOrder(filters), 'k.id').execute()
  return listSheet(
    ctx,
    text('停放检查', 'Parking checks'),
    [
      [text('车牌', 'Plate'), (row) => row.plate],
      [text('时间', 'When'), (row) => localMinute(row.at), 'datetime'],
      [text('停放地点', 'Where'), (row) => row.place],
      [text('指定地点', 'Fixed place'), (row) => row.home_name],
      [
        text('不在指定地点', 'Elsewhere'),
        (row) => ctx.say(row.elsewhere ? text('是', 'Yes') : text('否', 'No')),
      ],
      [text('备注', 'Note'), (row) => row.note],
      [text('检查人', 'By'), (row) => row.by_name],
    ],
    rows,
    format,
  )
}

/**
 * A guard or driver says where a vehicle stands, by our place or in words. A place that is not its fixed one shows at
 * the trip before. @throws Problem 422 `fleet.unknown_vehicle`, for another's photo
 */
export async function recordParkingCheck(
  ctx: Ctx,
  input: InputOf<Actions['recordParkingCheck']>,
): Promise<OutputOf<Actions['recordParkingCheck']>> {
  const vehicle = await ctx.db
    .selectFrom('fleet.vehicle')
    .select('home_site_id')
    .where('id', '=', input.vehicleId)
    .executeTakeFirst()
  const site = input.siteId
    ? await ctx.db
        .selectFrom('directory.site')
        .select(['id', 'name'])
        .where('id', '=', input.siteId)
        .executeTakeFirst()
    : undefined
  if (!vehicle) throw new Problem(422, 'fleet.unknown_vehicle', { path: 'vehicleId' })
  const place = input.place?.trim() || site?.name
  if (!place || (input.siteId && !site)) throw new Problem(422, 'fleet.parking_place', { path: 'place' })
  const elsewhere = vehicle.home_site_id !== null && vehicle.home_site_id !== (site?.id ?? null)
  const { id } = await ctx.db
    .insertInto('fleet.parking_check')
    .values({
      vehicle_id: input.vehicleId,
      at: momentOf(ctx, input.at),
      site_id: site?.id ?? null,
      place,
      elsewhere,
      note: input.note?.trim() ?? '',
      photo_id: input.photoId ?? null,
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
      created_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (input.photoId) await attachFiles(ctx, [input.photoId], 'fleet.parking_check', id)
  await ctx.emit({
    type: 'fleet.parking_checked',
    subjectType: 'fleet.parking_check',
    subjectId: id,
    after: { vehicleId: input.vehicleId, place, elsewhere },
  })
  await reconcileBefore(ctx, input.vehicleId)
  return { id, elsewhere }
}

/** Never in the future, whatever was said. */
function momentOf(ctx: Ctx, said: string | undefined): Date {
  const at = said ? new Date(said) : (ctx.saidAt ?? ctx.now)
  return new Date(Math.min(at.getTime(), ctx.now.getTime()))
}

async function reconcileBefore(ctx: Ctx, vehicleId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from fleet.trip where bureau_id = kernel.bureau() and vehicle_id = ${vehicleId} and state = 'COMPLETED'
    order by starts_at desc limit 3`.execute(ctx.db)
  await reconcileTrips(
    ctx,
    rows.map(({ id }) => id),
  )
}
