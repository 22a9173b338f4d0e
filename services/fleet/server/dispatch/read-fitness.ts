import type { Ctx } from '#kernel/context.ts'
import { fitnessOf } from '../register/fitness.ts'
import { type Finding, say } from './findings.ts'

interface Asked {
  vehicleIds: readonly string[]
  driverIds: readonly string[]
  from: Date
  to: Date
}

/** A reason of the books; of a driver it may concern one vehicle only. */
export interface FitnessFinding extends Finding {
  vehicleId?: string
}

export type Fitness = ReadonlyMap<string, readonly FitnessFinding[]>

/** What the books of vehicles and drivers say against using them at a time, by their ids, with where it is written. */
export async function readFitness(ctx: Ctx, asked: Asked): Promise<Fitness> {
  const reasons = await fitnessOf(ctx, asked)
  const vehicles = new Set(asked.vehicleIds)
  return new Map(
    [...reasons].map(([id, all]) => [
      id,
      all.map((reason) => ({
        ...say.unfit(vehicles.has(id) ? 'vehicleId' : 'driverId', reason),
        ...(reason.vehicleId ? { vehicleId: reason.vehicleId } : {}),
      })),
    ]),
  )
}

/**
 * What stands against a vehicle or, with this vehicle, against a driver. An emergency does not wait for somebody to let a sealed
 * vehicle out: there it is the dispatcher's words that count.
 */
export function unfitFor(
  fitness: Fitness,
  id: string,
  vehicleId: string,
  requests: readonly { emergency: boolean }[],
): FitnessFinding[] {
  const urgent = requests.length > 0 && requests.every(({ emergency }) => emergency)
  return (fitness.get(id) ?? [])
    .filter((one) => one.vehicleId === undefined || one.vehicleId === vehicleId)
    .map((one) => (urgent && one.code === 'SEALED' ? { ...one, level: 'WARN' } : one))
}
