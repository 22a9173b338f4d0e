import { Type } from 'typebox'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { rentalStates } from './rental-states.ts'
import { bodies, luggages, pools, purposes, reaches, vehicleClasses, ways } from './words.ts'

/** One of the keys of an object, as a wire shape. */
const oneOf = <T extends object>(words: T) => Type.Enum(Object.keys(words) as Extract<keyof T, string>[])

export const ReachName = oneOf(reaches)
export const WayName = oneOf(ways)
export const ClassName = oneOf(vehicleClasses)
export const PoolName = oneOf(pools)
const TripStateName = oneOf({ ASSIGNED: 0, UNDER_WAY: 0, WAITING: 0, COMPLETED: 0, CANCELLED: 0 })
/** Words of a decision. */
export const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })
export const Words = Type.String({ maxLength: 1000 })

/** One reason for or against, as a short sentence. */
export const FindingRow = Type.Object({
  code: Type.String(),
  level: oneOf({ BLOCK: 0, WARN: 0, PLUS: 0, MINUS: 0 }),
  words: TextPair,
})

/** A vehicle and a driver that could take a request: on their own, or in a trip that goes there anyway. */
export const Proposal = Type.Object({
  kind: oneOf({ OWN: 0, POOL: 0 }),
  tripId: Nullable(Id),
  vehicleId: Id,
  plate: Type.String(),
  driverId: Id,
  driverName: Type.String(),
  /** Something is warned of: only with the dispatcher's own words. */
  needsWords: Type.Boolean(),
  reasons: Type.Array(FindingRow),
})

export const BoardVehicle = Type.Object({
  id: Id,
  plate: Type.String(),
  class: ClassName,
  body: oneOf(bodies),
  /** With the driver's. */
  seats: Type.Integer(),
  pool: PoolName,
})

export const BoardDriver = Type.Object({
  id: Id,
  name: Type.String(),
  staffNo: Type.String(),
  licence: Type.String(),
  pool: PoolName,
})

export const BoardTrip = Type.Object({
  id: Id,
  number: Type.String(),
  state: TripStateName,
  vehicleId: Id,
  plate: Type.String(),
  driverId: Id,
  driverName: Type.String(),
  from: Moment,
  to: Moment,
  /** Besides the driver's. */
  places: Type.Integer(),
  passengers: Type.Integer(),
  note: Type.String(),
  createdBy: Type.String(),
  createdAt: Moment,
  cancelReason: Nullable(Type.String()),
  requests: Type.Array(
    Type.Object({
      id: Id,
      number: Type.String(),
      reason: Type.String(),
      origin: Type.String(),
      stops: Type.Array(Type.String()),
      destination: Type.String(),
      passengers: Type.Integer(),
      emergency: Type.Boolean(),
      requesterName: Type.String(),
      unitName: Type.String(),
    }),
  ),
  can: Can,
})

export const QueuedRequest = Type.Object({
  id: Id,
  number: Type.String(),
  from: Moment,
  to: Moment,
  origin: Type.String(),
  stops: Type.Array(Type.String()),
  destination: Type.String(),
  reach: ReachName,
  way: WayName,
  purpose: oneOf(purposes),
  reason: Type.String(),
  passengers: Type.Integer(),
  luggage: oneOf(luggages),
  mayPool: Type.Boolean(),
  emergency: Type.Boolean(),
  vehicleClass: Nullable(ClassName),
  requesterName: Type.String(),
  unitName: Type.String(),
  waitingSince: Moment,
  displacedReason: Nullable(Type.String()),
})

export const Board = Type.Object({
  day: Day,
  vehicles: Type.Array(BoardVehicle),
  drivers: Type.Array(BoardDriver),
  trips: Type.Array(BoardTrip),
  queue: Type.Array(QueuedRequest),
  /** Vehicles rented for requests of the day. */
  rentals: Type.Array(
    Type.Object({
      id: Id,
      number: Type.String(),
      state: oneOf(rentalStates.states),
      plate: Type.String(),
      driverName: Type.String(),
      supplierName: Type.String(),
      from: Moment,
      to: Moment,
      destination: Type.String(),
      unitName: Type.String(),
    }),
  ),
  /** Maintenance, leave, and what is held by hand. */
  blocked: Type.Array(Type.Object({ rowId: Id, from: Moment, to: Moment, reason: Type.String() })),
  mayDispatch: Type.Boolean(),
})

export const ZoneRow = Type.Object({
  id: Id,
  name: Type.String(),
  words: Type.Array(Type.String()),
  reach: ReachName,
  base: Type.Boolean(),
})

const PlanSide = Type.Object({
  requests: Type.Integer(),
  served: Type.Integer(),
  unserved: Type.Integer(),
  vehicles: Type.Integer(),
  /** All kilometres, the empty ones among them. */
  km: Type.Number(),
  emptyKm: Type.Number(),
  /** Hours vehicles are held. */
  hours: Type.Number(),
})

const planned = {
  key: Type.String(),
  vehicleId: Id,
  plate: Type.String(),
  driverId: Id,
  driverName: Type.String(),
  from: Moment,
  to: Moment,
  requestIds: Type.Array(Id),
  /** Numbers and ways, as people read them. */
  requests: Type.Array(Type.Object({ number: Type.String(), way: Type.String() })),
  km: Type.Number(),
  emptyKm: Type.Number(),
}
/** A row as the solver gave it and as it is kept. */
export const PlanRow = Type.Object(planned)
/** What has become of a row since: OPEN all of it still waits; ASSIGNED all of it has a vehicle, whoever gave it. */
const planRowStates = { OPEN: 0, ASSIGNED: 0, CHANGED: 0 }
const PlanRowNow = Type.Object({
  ...planned,
  state: oneOf(planRowStates),
  /** The trips that take its requests by now. */
  trips: Type.Array(Type.Object({ id: Id, number: Type.String() })),
})

export const DayPlan = Type.Object({
  id: Id,
  day: Day,
  scope: oneOf({ OPEN: 0, WHOLE: 0 }),
  outcome: oneOf({ OPTIMAL: 0, LIMIT: 0, EMPTY: 0 }),
  askedAt: Moment,
  askedBy: Type.String(),
  own: PlanSide,
  planned: PlanSide,
  rows: Type.Array(PlanRowNow),
  unserved: Type.Array(Type.Object({ id: Id, number: Type.String(), way: Type.String(), from: Moment })),
  /** What the solver proved no plan can beat, and how far from it this one is at most, in percent. */
  bound: Nullable(Type.Number()),
  objective: Nullable(Type.Number()),
  gap: Nullable(Type.Number()),
  size: Type.Record(Type.String(), Type.Number()),
  seconds: Type.Number(),
  mayAccept: Type.Boolean(),
})
