import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import { licenceCovers, licenceSource, neededClasses } from '../../licence-covers.ts'
import type { Body, LicenceClass } from '../../words.ts'
import { findDriverReasons, findVehicleReasons } from './fitness-reasons.ts'

/** Why somebody or something should not go. BLOCK: must not; WARN: only with the dispatcher's own words. */
export interface FitnessReason {
  code: string
  severity: 'BLOCK' | 'WARN'
  words: Text
  /** Where it is written, 〔title article〕. */
  source?: Text
  /** Of a driver: it concerns this vehicle only (the class of the licence). */
  vehicleId?: string
}

interface Asked {
  vehicleIds: readonly string[]
  driverIds: readonly string[]
  from: Date
  to: Date
}

interface VehicleSize {
  id: string
  plate: string
  body: Body
  seats: number
}

/**
 * What stands against vehicles and drivers for a time; an id with nothing against it has an empty list, one that is not in the
 * book is not in the answer. The class of a licence is judged against each of the vehicles asked for.
 */
export async function fitnessOf(ctx: Ctx, asked: Asked): Promise<Map<string, FitnessReason[]>> {
  const span = { from: asked.from, to: asked.to, lastDay: localDayOf(new Date(asked.to.getTime() - 1)) }
  const vehicles = await findVehicleReasons(ctx, asked.vehicleIds, span)
  const drivers = await findDriverReasons(ctx, asked.driverIds, span)
  await judgeClasses(ctx, asked, drivers)
  return new Map([...vehicles, ...drivers])
}

async function judgeClasses(ctx: Ctx, asked: Asked, reasons: Map<string, FitnessReason[]>): Promise<void> {
  const { rows: sizes } = await sql<VehicleSize>`select id, plate, body, seats from fleet.vehicle
    where bureau_id = kernel.bureau() and id = any(${[...asked.vehicleIds]}::uuid[]) order by plate`.execute(
    ctx.db,
  )
  const { rows: drivers } = await sql<{ id: string; licence_class: LicenceClass }>`
    select id, licence_class from fleet.driver
    where bureau_id = kernel.bureau() and id = any(${[...asked.driverIds]}::uuid[])`.execute(ctx.db)
  for (const driver of drivers)
    for (const vehicle of sizes)
      if (!licenceCovers(driver.licence_class, vehicle))
        reasons.get(driver.id)?.push({
          code: 'LICENCE_CLASS',
          severity: 'BLOCK',
          words: classWords(driver.licence_class, vehicle),
          source: licenceSource,
          vehicleId: vehicle.id,
        })
}

function classWords(licence: LicenceClass, vehicle: VehicleSize): Text {
  const needed = neededClasses(vehicle)
  return {
    zh: `准驾车型 ${licence} 不能驾驶 ${vehicle.plate}（${vehicle.seats} 座），需要 ${needed.join('、')}`,
    en: `Class ${licence} does not cover ${vehicle.plate} (${vehicle.seats} seats); ${needed.join(', ')} do`,
  }
}
