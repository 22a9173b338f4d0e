import { uuidv7 } from 'uuidv7'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { LicenceClass, Purpose, VehicleClass } from '../../words.ts'
import type { DemoDriver, DemoRequest, DemoTrip, DemoVehicle, DemoWorld } from './demo-life.ts'
import { type DemoPlace, places, reasons } from './places.ts'
import { spendOn } from './spend-on.ts'
import { workerMayDrive, workersDay } from './workers-day.ts'

const minute = 60_000
/** Where the demo's driver goes today: there and back in an hour or so. */
const near = places[7]!
/** Airing, washing, paper: between two trips of one vehicle or driver. */
const breath = 20 * minute

/** One trip that begins then, with whom it takes; null when no vehicle or no driver is free. */
export function planTrip(world: DemoWorld, from: Date): DemoTrip | null {
  const { chance, now } = world
  const workersOwn = workersDay(now).some((at) => at.getTime() === from.getTime())
  const place = workersOwn
    ? near
    : chance.next() < 0.62
      ? chance.pick(places.slice(0, 8))
      : chance.pick(places.slice(8))
  const purpose = purposeOf(world, place)
  const to = new Date(
    from.getTime() + Math.round((place.minutes * (0.85 + chance.next() * 0.4)) / 15) * 15 * minute,
  )
  const pooled = chance.next() < 0.11 ? chance.between(2, 3) : 1
  const requests = Array.from({ length: pooled }, () => askFor(world, { place, purpose, from, to }))
  // His licence is for no large bus.
  if (workersOwn) for (const request of requests) request.passengers = Math.min(request.passengers, 4)
  const passengers = requests.reduce((sum, request) => sum + request.passengers, 0)
  const vehicle = findVehicle(world, from, passengers, requests[0]!.class)
  const driver = vehicle && (workersOwn ? world.drivers[0]! : findDriver(world, { from, to, vehicle }))
  if (!vehicle || !driver) return null
  const trip: DemoTrip = {
    id: uuidv7(),
    number: '',
    vehicle,
    driver,
    state: from > now ? 'ASSIGNED' : to > now ? 'UNDER_WAY' : 'COMPLETED',
    from,
    to,
    leftAt: null,
    returnedAt: null,
    outKm: null,
    inKm: null,
    light: null,
    reasons: [],
    requests,
    costs: [],
    plannedAt: new Date(
      Math.min(
        from.getTime() - chance.between(40, 900) * minute,
        now.getTime() - chance.between(5, 60) * minute,
      ),
    ),
  }
  if (chance.next() < 0.035 && trip.state !== 'UNDER_WAY' && !workersOwn) return cancelled(trip)
  vehicle.freeAt = to.getTime() + breath
  driver.freeAt = to.getTime() + breath
  return drive(world, trip, place)
}

function cancelled(trip: DemoTrip): DemoTrip {
  for (const request of trip.requests) {
    request.state = 'CANCELLED'
    request.closingReason = '公务活动改期'
  }
  return { ...trip, state: 'CANCELLED' }
}

/** What the phone and the odometer say of it. */
function drive({ chance, now }: DemoWorld, trip: DemoTrip, place: DemoPlace): DemoTrip {
  const { vehicle } = trip
  const state = trip.state === 'COMPLETED' ? 'DONE' : trip.state === 'UNDER_WAY' ? 'UNDER_WAY' : 'ASSIGNED'
  for (const request of trip.requests) request.state = state
  if (trip.state === 'ASSIGNED') return trip
  trip.leftAt = before(now, trip.from.getTime() + chance.between(-4, 9) * minute)
  trip.outKm = vehicle.km
  if (trip.state === 'UNDER_WAY') return trip
  const detour = 1 + chance.next() * 0.12 + (trip.requests.length - 1) * 0.1
  const km = Math.max(2, Math.round(place.km * 2 * detour))
  trip.returnedAt = before(now, trip.to.getTime() + chance.between(-14, 12) * minute)
  trip.inKm = vehicle.km + km
  vehicle.km = trip.inKm
  trip.costs = spendOn(chance, trip, { km, reach: place.reach })
  trip.light = 'GREEN'
  return trip
}

const before = (now: Date, at: number) => new Date(Math.min(at, now.getTime()))

function purposeOf({ chance }: DemoWorld, place: DemoPlace): Purpose {
  if (place.name === '市机要局') return 'DOCUMENTS'
  const dice = chance.next()
  if (place.name === '机场' || place.name === '高铁南站') return dice < 0.7 ? 'GUESTS' : 'MEETING'
  if (place.name.includes('党校') || place.name.includes('会展')) return 'MEETING'
  if (dice < 0.3) return 'MEETING'
  if (dice < 0.58) return 'INSPECTION'
  if (dice < 0.84) return 'RESEARCH'
  return dice < 0.93 ? 'DOCUMENTS' : dice < 0.97 ? 'EMERGENCY' : 'OTHER'
}

interface Wish {
  place: DemoPlace
  purpose: Purpose
  from: Date
  to: Date
}

/** What somebody of a unit wrote, and when it was approved. */
export function askFor({ chance, people, staff, now }: DemoWorld, wish: Wish): DemoRequest {
  const { place, purpose, from, to } = wish
  const person = chance.next() < (from > now ? 0.12 : 0.012) ? staff : chance.pick(people)
  const emergency = purpose === 'EMERGENCY'
  const ahead = emergency ? chance.between(20, 50) : chance.between(180, 4300)
  const submittedAt = new Date(Math.min(from.getTime() - ahead * minute, now.getTime() - 3 * 60 * minute))
  const approvedAt = new Date(
    Math.min(
      submittedAt.getTime() + chance.between(4, emergency ? 12 : 160) * minute,
      now.getTime() - minute,
    ),
  )
  return {
    id: uuidv7(),
    number: '',
    person,
    purpose,
    reason: purpose === 'OTHER' ? '其他公务活动' : chance.pick(reasons[purpose]),
    passengers:
      purpose === 'DOCUMENTS' ? 1 : chance.next() < 0.06 ? chance.between(8, 18) : chance.between(1, 4),
    origin: '一号办公楼',
    stops: stopsOn(place, from),
    destination: place.name,
    reach: place.reach,
    oneWayKm: place.km,
    from,
    to,
    emergency,
    class: place.name === '市机要局' ? 'CONFIDENTIAL_COMM' : null,
    state: 'ASSIGNED',
    closingReason: null,
    submittedAt,
    approvedAt,
  }
}

/** Every ninth ride or so takes something or somebody in on the way; by its time, so that no dice are thrown for it. */
function stopsOn(place: DemoPlace, from: Date): string[] {
  const dice = Math.floor(from.getTime() / (15 * minute))
  const stop = places[dice % 8]!
  return dice % 9 === 0 && stop !== place ? [stop.name] : []
}

/** The smallest that has the seats, of those that are free; buses only where they are needed. */
function findVehicle(
  { vehicles, chance }: DemoWorld,
  from: Date,
  passengers: number,
  wanted: VehicleClass | null,
): DemoVehicle | null {
  const day = localDayOf(from)
  const free = vehicles.filter(
    (one) =>
      one.freeAt <= from.getTime() &&
      (one.until === null || day < one.until) &&
      one.seats > passengers &&
      (wanted ? one.class === wanted : one.class !== 'CONFIDENTIAL_COMM' && one.body !== 'TRUCK'),
  )
  if (free.length === 0) return null
  const seats = Math.min(...free.map((one) => one.seats))
  const fitting = free.filter((one) => one.seats <= Math.max(seats, passengers > 4 ? seats : 7))
  return chance.pick(fitting)
}

const drives: Readonly<Record<DemoVehicle['body'], readonly LicenceClass[]>> = {
  CAR: ['A1', 'B1', 'C1'],
  OTHER_SMALL: ['A1', 'B1', 'C1'],
  MEDIUM_BUS: ['A1', 'B1'],
  LARGE_BUS: ['A1'],
  TRUCK: ['A1', 'B1'],
}

/** The demo's worker more often than the others: his are the trips that are looked at. */
function findDriver(
  { drivers, chance, now }: DemoWorld,
  { from, to, vehicle: { body, pool } }: { from: Date; to: Date; vehicle: DemoVehicle },
): DemoDriver | null {
  const [worker] = drivers
  const freeAgain = to.getTime() + breath
  const free = drivers.filter(
    (one) =>
      one.freeAt <= from.getTime() &&
      drives[body].includes(one.licence) &&
      (one !== worker || workerMayDrive(now, from, freeAgain)),
  )
  if (worker && free.includes(worker) && chance.next() < 0.05) return worker
  const same = free.filter((one) => one.pool === pool)
  return same.length > 0 ? chance.pick(same) : free.length > 0 ? chance.pick(free) : null
}
