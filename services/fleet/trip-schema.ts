import { type Static, Type } from 'typebox'
import { AnswerName } from '#engines/approvals/schema.ts'
import { ChecklistLine, ExecutedLine } from '#engines/standards/schema.ts'
import { Can, Day, Id, Moment, Nullable } from '#kernel/contract/action.ts'
import { sensitive } from '#kernel/contract/sensitive.ts'
import { tripStates } from './states.ts'
import { lightCodes, stepKinds } from './trip-words.ts'
import { costKinds, lights, luggages, purposes } from './words.ts'

const keysOf = <T extends object>(words: T) => Object.keys(words) as (keyof T & string)[]

export const TripStateName = Type.Enum(keysOf(tripStates.states))
export const LightName = Type.Enum(keysOf(lights))
export const CostKindName = Type.Enum(keysOf(costKinds))
export const Km = Type.Integer({ minimum: 0, maximum: 3_000_000 })
export const Why = Type.String({ minLength: 1, maxLength: 500 })
export const Format = Type.Optional(Type.Enum(['csv', 'xlsx']))

/** One reason of a light: the words are the web's, `href` opens what it speaks of. */
export const LightReason = Type.Object({
  code: Type.Enum(keysOf(lightCodes)),
  light: LightName,
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  href: Type.String(),
})
export type LightReason = Static<typeof LightReason>

/** Whom a trip takes, as the driver needs it. */
export const TakenRequest = Type.Object({
  id: Id,
  number: Type.String(),
  unitName: Type.String(),
  requesterPersonId: Nullable(Id),
  requesterName: Type.String(),
  /** Whom the driver rings: for whoever drives the trip, until it is over. */
  contactPhone: sensitive('phone', 'requesterPersonId'),
  reason: Type.String(),
  purpose: Type.Enum(keysOf(purposes)),
  passengers: Type.Integer(),
  origin: Type.String(),
  /** On the way, in their order. */
  stops: Type.Array(Type.String()),
  destination: Type.String(),
  luggage: Type.Enum(keysOf(luggages)),
  from: Moment,
  to: Moment,
})
export type TakenRequest = Static<typeof TakenRequest>

const Named = Type.Object({ id: Id, name: Type.String() })

export const TripRow = Type.Object({
  id: Id,
  number: Type.String(),
  state: TripStateName,
  vehicle: Type.Object({ id: Id, plate: Type.String(), energy: Type.String() }),
  driver: Named,
  unit: Named,
  /** As planned. */
  from: Moment,
  to: Moment,
  leftAt: Nullable(Moment),
  returnedAt: Nullable(Moment),
  outKm: Nullable(Type.Integer()),
  inKm: Nullable(Type.Integer()),
  distanceKm: Nullable(Type.Integer()),
  costFen: Type.Integer(),
  passengers: Type.Integer(),
  requests: Type.Array(TakenRequest),
  light: Nullable(LightName),
  reasons: Type.Array(LightReason),
  verifiedAt: Nullable(Moment),
  verifiedBy: Nullable(Type.String()),
  cancelReason: Nullable(Type.String()),
  note: Type.String(),
  imported: Type.Boolean(),
  can: Can,
})
export type TripRow = Static<typeof TripRow>

const Answered = Type.Object({ line: ChecklistLine, executed: Nullable(ExecutedLine) })

/** A trip as its driver's phone keeps it: the step that comes next needs nothing else. */
export const DriverTrip = Type.Object({
  ...TripRow.properties,
  /** Last reading of the vehicle in the ledger: the odometer's prefill. */
  lastKm: Nullable(Type.Integer()),
  /** Where the vehicle stands when waiting. */
  place: Type.String(),
  /** The last step done. */
  stepAt: Nullable(Moment),
  check: Type.Object({ lines: Type.Array(Answered), safetyClauses: Type.Array(Type.String()) }),
})
export type DriverTrip = Static<typeof DriverTrip>

export const TripCost = Type.Object({
  id: Id,
  kind: CostKindName,
  amountFen: Type.Integer(),
  litres: Nullable(Type.Number()),
  energyKwh: Nullable(Type.Number()),
  receiptId: Nullable(Id),
  note: Type.String(),
  correctsId: Nullable(Id),
  at: Moment,
  by: Type.String(),
})
export type TripCost = Static<typeof TripCost>

export const TripStep = Type.Object({
  id: Id,
  kind: Type.Enum(keysOf(stepKinds)),
  at: Moment,
  place: Type.String(),
  by: Type.String(),
  forDriver: Type.Boolean(),
  arrivedAt: Nullable(Moment),
})
export type TripStep = Static<typeof TripStep>

/** Who answered a request in which step, and in whose place. */
const ApprovalDecision = Type.Object({
  id: Id,
  step: Type.String(),
  answer: AnswerName,
  at: Moment,
  by: Type.String(),
  /** For whom a substitute answered; null in the own name. */
  inPlaceOf: Nullable(Type.String()),
  /** Called in because it was overdue or nobody was there. */
  calledIn: Type.Boolean(),
  reason: Nullable(Type.String()),
})
export type ApprovalDecision = Static<typeof ApprovalDecision>

/** The whole chain: request → approval → dispatch → trip → odometer → costs. */
export const TripDetail = Type.Object({
  ...DriverTrip.properties,
  /** Its length by satellite; null where its positions cover too little of it, or there are none. */
  gpsKm: Nullable(Type.Number()),
  createdAt: Moment,
  createdBy: Type.String(),
  verifiedNote: Type.String(),
  approvals: Type.Array(
    Type.Object({
      requestId: Id,
      submittedAt: Moment,
      approvedAt: Nullable(Moment),
      emergency: Type.Boolean(),
      /** For those who may see the board; empty for others and for what no route asks about. */
      decisions: Type.Array(ApprovalDecision),
    }),
  ),
  steps: Type.Array(TripStep),
  readings: Type.Array(
    Type.Object({
      id: Id,
      at: Moment,
      km: Type.Integer(),
      source: Type.String(),
      photoId: Nullable(Id),
      by: Type.String(),
      voidReason: Nullable(Type.String()),
    }),
  ),
  costs: Type.Array(TripCost),
  /** How the dispatch kept the dispatch standard, as the system found; null for whoever only rides. */
  dispatchCheck: Nullable(Type.Array(Answered)),
})
export type TripDetail = Static<typeof TripDetail>

export const tripFilters = {
  /** Day it is planned to begin, inclusive. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  state: Type.Optional(Type.Array(TripStateName, { maxItems: 5 })),
  light: Type.Optional(Type.Array(LightName, { maxItems: 3 })),
  vehicleId: Type.Optional(Id),
  driverId: Type.Optional(Id),
  unitId: Type.Optional(Id),
  /** Looked at by somebody; or not yet. */
  verified: Type.Optional(Type.Boolean()),
  /** Number, plate, driver, destination. */
  search: Type.Optional(Type.String({ maxLength: 100 })),
  sort: Type.Optional(Type.Enum(['start', '-start', 'number', '-number', 'km', '-km'])),
}
export const TripFilters = Type.Object(tripFilters)
export type TripFilters = Static<typeof TripFilters>

export const SealingRow = Type.Object({
  id: Id,
  title: Type.String(),
  from: Day,
  to: Day,
  vehicles: Type.Integer(),
  sealed: Type.Integer(),
  exempt: Type.Integer(),
  /** Trips of sealed vehicles within it. */
  used: Type.Integer(),
})

export const SealedVehicle = Type.Object({
  vehicleId: Id,
  plate: Type.String(),
  siteName: Nullable(Type.String()),
  exemptReason: Nullable(Type.String()),
  exemptApprovedBy: Nullable(Type.String()),
  sealedAt: Nullable(Moment),
  sealedBy: Nullable(Type.String()),
  photoId: Nullable(Id),
  can: Can,
})

export const ParkingCheck = Type.Object({
  id: Id,
  vehicle: Type.Object({ id: Id, plate: Type.String() }),
  at: Moment,
  place: Type.String(),
  homeName: Nullable(Type.String()),
  elsewhere: Type.Boolean(),
  note: Type.String(),
  photoId: Nullable(Id),
  by: Type.String(),
})
