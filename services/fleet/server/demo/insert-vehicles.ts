import type { Ctx } from '#kernel/context.ts'
import type { Body, Energy, Pool, VehicleClass } from '../../words.ts'
import type { Chance } from './chance.ts'
import type { DemoVehicle } from './demo-life.ts'
import { ensureResources } from './ensure-resources.ts'

interface Model {
  class: VehicleClass
  body: Body
  name: string
  energy: Energy
  ml: number | null
  /** Litres or kWh for 100 km, as the year of the model usually has it. */
  per100km: number
  tank: number
  seats: number
  priceFen: number
  count: number
}

/** Forty-three vehicles of the five classes; makes are left out, so that none is recommended. */
const models: readonly Model[] = [
  model('CONFIDENTIAL_COMM', 'CAR', '轿车', 'PETROL', 1600, 8.1, 38, 5, 11_600_000, 4),
  model('CONFIDENTIAL_COMM', 'CAR', '新能源轿车', 'ELECTRIC', null, 14.8, 36, 5, 11_900_000, 2),
  model('EMERGENCY_SUPPORT', 'CAR', '轿车', 'PETROL', 1800, 8.7, 40, 5, 17_200_000, 11),
  model('EMERGENCY_SUPPORT', 'CAR', '混动轿车', 'HYBRID', 1800, 5.4, 34, 5, 17_900_000, 3),
  model('EMERGENCY_SUPPORT', 'CAR', '新能源轿车', 'ELECTRIC', null, 15.4, 40, 5, 17_600_000, 3),
  model('EMERGENCY_SUPPORT', 'OTHER_SMALL', '七座商务车', 'PETROL', 2000, 10.2, 48, 7, 24_600_000, 4),
  model('EMERGENCY_SUPPORT', 'MEDIUM_BUS', '中型客车', 'DIESEL', 2800, 14.6, 60, 19, 24_900_000, 2),
  model('EMERGENCY_SUPPORT', 'LARGE_BUS', '大型客车', 'DIESEL', 6700, 23.5, 120, 45, 44_800_000, 1),
  model('LAW_ENFORCEMENT', 'CAR', '执法轿车', 'PETROL', 1600, 8.4, 38, 5, 11_800_000, 4),
  model('SPECIAL_TECHNICAL', 'TRUCK', '应急抢险车', 'DIESEL', 3000, 12.8, 55, 3, 31_500_000, 1),
  model('SPECIAL_TECHNICAL', 'OTHER_SMALL', '通信保障车', 'DIESEL', 2400, 11.4, 50, 5, 38_000_000, 1),
  model('OTHER_PROVISIONED', 'CAR', '轿车', 'PETROL', 1800, 8.9, 40, 5, 16_900_000, 5),
  model('OTHER_PROVISIONED', 'OTHER_SMALL', '七座商务车', 'PLUG_IN', 1500, 6.2, 34, 7, 23_800_000, 2),
]

function model(
  kind: VehicleClass,
  body: Body,
  name: string,
  energy: Energy,
  ml: number | null,
  per100km: number,
  tank: number,
  seats: number,
  priceFen: number,
  count: number,
): Model {
  return { class: kind, body, name, energy, ml, per100km, tank, seats, priceFen, count }
}

/** The places in the list of vehicles that stand out: one thirsty, one out of use, three given up within the year. */
const thirsty = 8
const outOfUse = 12
const retired = [7, 31, 36]

type Written = DemoVehicle & { model: Model; boughtOn: string; retiredOn: string | null; out: boolean }

/** @param firstDay from which trips are told: the odometer of that morning is the one registered */
export async function insertVehicles(
  ctx: Ctx,
  chance: Chance,
  firstDay: string,
  retiredOn: readonly string[],
): Promise<DemoVehicle[]> {
  const listed = models.flatMap((one) => Array.from({ length: one.count }, () => one))
  const ids = await ensureResources(
    ctx,
    'VEHICLE',
    listed.map((one, place) => {
      const plate = plateOf(place, one.energy)
      return {
        code: plate,
        name: plate,
        capacity: one.seats - 1,
        closed: retired.includes(place) || place === outOfUse,
      }
    }),
  )
  const vehicles = listed.map((one, place): Written => {
    const plate = plateOf(place, one.energy)
    const gone = retired.indexOf(place)
    // Those given up are old; the others were bought within the last seven years.
    const year = gone >= 0 ? 2013 + gone : 2018 + chance.between(0, 6)
    const firstKm = (2025 - year) * chance.between(9_000, 15_000) + chance.between(500, 4000)
    const per100km = one.per100km * (place === thirsty ? 1.26 : 0.96 + chance.next() * 0.08)
    return {
      id: ids.get(plate)!,
      plate,
      class: one.class,
      body: one.body,
      energy: one.energy,
      seats: one.seats,
      pool: place % 3 === 2 || one.class === 'SPECIAL_TECHNICAL' ? 'EMERGENCY' : 'CENTRE',
      firstKm,
      km: firstKm,
      per100km,
      used: chance.between(0, 20),
      tank: one.tank,
      freeAt: 0,
      until: gone >= 0 ? (retiredOn[gone] ?? null) : place === outOfUse ? firstDay : null,
      model: one,
      boughtOn: `${year}-0${chance.between(1, 9)}-${chance.between(10, 28)}`,
      retiredOn: gone >= 0 ? (retiredOn[gone] ?? null) : null,
      out: place === outOfUse,
    }
  })
  await ctx.db.insertInto('fleet.vehicle').values(vehicles.map(rowOf)).execute()
  await ctx.db
    .insertInto('fleet.odometer_reading')
    .values(
      vehicles.map(({ id, firstKm }) => ({
        vehicle_id: id,
        at: new Date(`${firstDay}T07:00:00+08:00`),
        km: firstKm,
        source: 'REGISTERED' as const,
        created_by: '系统',
      })),
    )
    .execute()
  return vehicles
}

/** The first letter of new-energy plates is D or F; the numbers are nobody's. */
function plateOf(place: number, energy: Energy): string {
  const digits = String(60_013 + place * 37)
  return energy === 'ELECTRIC' || energy === 'PLUG_IN' ? `粤BD${digits}` : `粤B${digits}`
}

function rowOf({ model: one, ...vehicle }: Written, place: number) {
  return {
    id: vehicle.id,
    plate: vehicle.plate,
    class: vehicle.class,
    body: vehicle.body,
    model: one.name,
    special: one.class === 'EMERGENCY_SUPPORT' && one.body !== 'CAR',
    energy: vehicle.energy,
    displacement_ml: one.ml,
    price_fen: one.priceFen,
    purchased_on: vehicle.boughtOn,
    seats: vehicle.seats,
    vin: `LHZA${String(10_000_000 + place * 7919).padStart(13, '0')}`,
    emission_class: one.energy === 'ELECTRIC' ? '' : vehicle.retiredOn ? '国四' : '国六',
    yellow_label: false,
    pool: vehicle.pool satisfies Pool,
    state: vehicle.retiredOn ? 'RETIRED' : vehicle.out ? 'OUT_OF_USE' : 'IN_USE',
    out_of_use_reason: vehicle.out ? '事故维修，等待配件' : null,
    retired_on: vehicle.retiredOn,
    retired_reason: vehicle.retiredOn ? '使用年限已满，按程序报废' : null,
  }
}
