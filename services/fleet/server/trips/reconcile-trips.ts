import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { LightReason } from '../../trip-schema.ts'
import type { Light } from '../../words.ts'
import { dropPointsBeside, dropPointsOfNobody } from '../accounts/drop-points.ts'
import { keepGpsKm } from './gps-km.ts'
import { judgeLight } from './judge-light.ts'
import { readLightFacts } from './light-facts.ts'

interface Reconciled {
  id: string
  light: Light
  reasons: LightReason[]
}

interface Changed {
  id: string
  number: string
  imported: boolean
  light: Light
  before: Light | null
}

/**
 * Compares request, approval, trip, odometer and positions of these trips, of those that are back, and writes light and reasons. What somebody had looked
 * at is to be looked at again when its reasons change. @returns each with its light
 */
export async function reconcileTrips(ctx: Ctx, tripIds: readonly string[]): Promise<Reconciled[]> {
  const today = localDayOf(ctx.now)
  await holdTrips(ctx, tripIds)
  await dropPointsBeside(ctx, tripIds)
  await keepGpsKm(ctx, tripIds)
  const facts = await readLightFacts(ctx, tripIds)
  const judged = facts.map((one) => ({ id: one.id, ...judgeLight(one, today) }))
  if (judged.length === 0) return []
  const { rows } = await sql<Changed>`
    with judged as (select * from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as j (id uuid, light text, reasons jsonb)),
    before as (select t.id, t.light from fleet.trip t join judged j on j.id = t.id where t.bureau_id = kernel.bureau()
      and (t.light is distinct from j.light or t.light_reasons <> j.reasons))
    update fleet.trip t set light = j.light, light_reasons = j.reasons, verified_at = null, verified_by = null, verified_note = ''
    from judged j join before b on b.id = j.id
    where t.bureau_id = kernel.bureau() and t.id = j.id
    returning t.id, t.number, t.imported, t.light, b.light as before`.execute(ctx.db)
  // Trips of a sheet are judged in bulk as they are taken; the import is on record itself.
  await ctx.emitAll(
    rows
      .filter(({ imported, light, before }) => !imported && light !== before)
      .map(({ id, number, light, before }) => ({
        type: 'fleet.trip_reconciled',
        subjectType: 'fleet.trip',
        subjectId: id,
        before: { light: before },
        after: { number, light },
      })),
  )
  return judged
}

/** What is corrected in this moment is compared afterwards, by whoever corrects it, and not overwritten by what was read before. */
async function holdTrips(ctx: Ctx, tripIds: readonly string[]): Promise<void> {
  await sql`select from fleet.trip where bureau_id = kernel.bureau() and id = any(${[...tripIds]}::uuid[])
    order by id for no key update`.execute(ctx.db)
}

const atOnce = 300
/** Days back in which an approval, a reading or a parking check may still come late. */
const lookBackDays = 40

/** Every night: what came since (an approval that was due, a voided reading, a parking check) changes the light. */
export async function reconcileNightly(ctx: Ctx): Promise<void> {
  await dropPointsOfNobody(ctx)
  const since = new Date(ctx.now.getTime() - lookBackDays * 86_400_000)
  const { rows } = await sql<{ id: string }>`
    select id from fleet.trip where bureau_id = kernel.bureau() and state = 'COMPLETED' and not imported
      and returned_at >= ${since}::timestamptz order by id`.execute(ctx.db)
  for (let start = 0; start < rows.length; start += atOnce)
    await reconcileTrips(
      ctx,
      rows.slice(start, start + atOnce).map(({ id }) => id),
    )
}
