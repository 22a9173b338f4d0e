import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Reach } from '../../words.ts'
import type { Chance } from './chance.ts'
import type { DemoCost, DemoTrip } from './demo-life.ts'

/** Fen a litre, as the price moves over the months, January first; made up. */
const petrol = [756, 761, 772, 784, 779, 765, 752, 748, 757, 769, 763, 751]
const dieselBelow = 34
/** Fen a kWh at the charging posts. */
const power = 118

/** What a trip cost: the tank is filled when it is low, tolls by how far it went. */
export function spendOn(
  chance: Chance,
  trip: DemoTrip,
  { km, reach }: { km: number; reach: Reach },
): DemoCost[] {
  const { vehicle } = trip
  const costs: DemoCost[] = []
  vehicle.used += (km * vehicle.per100km) / 100
  if (vehicle.used >= vehicle.tank) {
    costs.push(fill(trip, Math.round(vehicle.used * 100) / 100))
    vehicle.used = 0
  }
  if (reach === 'BEYOND') costs.push({ kind: 'TOLL', fen: Math.round(km * 0.43) * 100, receipt: true })
  else if (reach === 'CITY' && chance.next() < 0.35)
    costs.push({ kind: 'TOLL', fen: chance.between(5, 15) * 200, receipt: chance.next() < 0.985 })
  if (reach !== 'DISTRICT' && chance.next() < 0.6)
    costs.push({ kind: 'PARKING', fen: chance.between(1, 6) * 500, receipt: chance.next() < 0.98 })
  if (chance.next() < 0.02) costs.push({ kind: 'WASH', fen: 3000, receipt: true })
  return costs
}

/** Litres (or kWh where there is no tank) at the price of the month. */
function fill({ vehicle, from }: DemoTrip, amount: number): DemoCost {
  if (vehicle.energy === 'ELECTRIC')
    return { kind: 'CHARGING', fen: Math.round(amount * power), kwh: amount, receipt: true }
  const month = Number(localDayOf(from).slice(5, 7)) - 1
  const price = petrol[month]! - (vehicle.energy === 'DIESEL' ? dieselBelow : 0)
  return { kind: 'FUEL', fen: Math.round(amount * price), litres: amount, receipt: true }
}
