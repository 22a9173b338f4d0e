import { type Find, findNames } from '#engines/directory/server/api.ts'
import type { Ctx } from '#kernel/context.ts'

/** What the names in a sheet of trips stand for. */
export interface TripNames {
  unit: Find<{ id: string; name: string }>
  vehicle: Find<{ id: string; plate: string }>
  driver: Find<{ id: string; staffNo: string }>
  /** Null where the unit has nobody, or several, of that name: the name is then kept as it is written. */
  person(unitId: string, name: string): string | null
}

export async function readTripNames(ctx: Ctx): Promise<TripNames> {
  const units = await ctx.db
    .selectFrom('directory.unit')
    .select(['id', 'name', 'short_name', 'code'])
    .execute()
  const vehicles = await ctx.db.selectFrom('fleet.vehicle').select(['id', 'plate']).execute()
  const drivers = await ctx.db.selectFrom('fleet.driver').select(['id', 'staff_no as staffNo']).execute()
  const people = await ctx.db.selectFrom('directory.person').select(['id', 'name', 'unit_id']).execute()
  const byUnit = new Map<string, string | null>()
  for (const { id, name, unit_id } of people) {
    const key = `${unit_id} ${name}`
    byUnit.set(key, byUnit.has(key) ? null : id)
  }
  return {
    unit: findNames(units, ({ name, short_name, code }) => [code, short_name, name]),
    vehicle: findNames(vehicles, ({ plate }) => [plate]),
    driver: findNames(drivers, ({ staffNo }) => [staffNo]),
    person: (unitId, name) => byUnit.get(`${unitId} ${name}`) ?? null,
  }
}
