import { ensureResource } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { LicenceClass, VehicleClass } from '../words.ts'

/** A small fleet for tests: three cars, a bus, four drivers; the first driver signs in as `worker`. */
export async function furnishFleet(ctx: Ctx, workerPersonId: string | null) {
  const vehicles = [
    await addVehicle(ctx, { plate: '粤B10001', class: 'EMERGENCY_SUPPORT', seats: 5 }),
    await addVehicle(ctx, { plate: '粤B10002', class: 'EMERGENCY_SUPPORT', seats: 5 }),
    await addVehicle(ctx, { plate: '粤B10003', class: 'CONFIDENTIAL_COMM', seats: 5 }),
    await addVehicle(ctx, { plate: '粤B10004', class: 'EMERGENCY_SUPPORT', seats: 19 }),
  ]
  const drivers = [
    await addDriver(ctx, { staffNo: 'D0001', name: '蒋康', licence: 'A1', personId: workerPersonId }),
    await addDriver(ctx, { staffNo: 'D0002', name: '王远', licence: 'B1', personId: null }),
    await addDriver(ctx, { staffNo: 'D0003', name: '汪梅', licence: 'C1', personId: null }),
    await addDriver(ctx, { staffNo: 'D0004', name: '邱明', licence: 'C1', personId: null }),
  ]
  return { vehicles, drivers }
}

interface NewVehicle {
  plate: string
  class: VehicleClass
  seats: number
}

async function addVehicle(ctx: Ctx, { plate, class: kind, seats }: NewVehicle): Promise<string> {
  const id = await ensureResource(ctx, {
    kind: 'VEHICLE',
    code: plate,
    name: plate,
    capacity: seats - 1,
    href: '/fleet/vehicles',
  })
  await ctx.db
    .insertInto('fleet.vehicle')
    .values({
      id,
      plate,
      class: kind,
      body: seats > 9 ? 'MEDIUM_BUS' : 'CAR',
      energy: 'PETROL',
      displacement_ml: 1600,
      price_fen: 11_800_000,
      purchased_on: '2020-03-01',
      seats,
      state: 'IN_USE',
    })
    .execute()
  await ctx.db
    .insertInto('fleet.odometer_reading')
    .values({
      vehicle_id: id,
      at: new Date('2020-03-01T09:00:00+08:00'),
      km: 12_000,
      source: 'REGISTERED',
      created_by: '系统',
    })
    .execute()
  return id
}

interface NewDriver {
  staffNo: string
  name: string
  licence: LicenceClass
  personId: string | null
}

async function addDriver(ctx: Ctx, { staffNo, name, licence, personId }: NewDriver): Promise<string> {
  const id = await ensureResource(ctx, {
    kind: 'DRIVER',
    code: staffNo,
    name: `${name} ${staffNo}`,
    href: '/fleet/drivers',
  })
  await ctx.db
    .insertInto('fleet.driver')
    .values({
      id,
      staff_no: staffNo,
      name,
      person_id: personId,
      licence_class: licence,
      licence_until: '2030-12-31',
      state: 'ACTIVE',
    })
    .execute()
  return id
}
