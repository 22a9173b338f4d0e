import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable } from '#kernel/contract/action.ts'
import { bodies, energies, vehicleClasses } from './words.ts'

const keysOf = <T extends object>(words: T) => Object.keys(words) as (keyof T & string)[]

export const Format = Type.Optional(Type.Enum(['xlsx', 'csv']))
export const Month = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$' })
export const Why = Type.String({ minLength: 1, maxLength: 500 })
export const ClassName = Type.Enum(keysOf(vehicleClasses))
const Fen = Type.Integer()

/** Why a vehicle stands out among those of its body and energy. */
export const deviationCodes = ['FUEL', 'CHARGING', 'COST', 'IDLE'] as const
export const Deviation = Type.Object({
  code: Type.Enum([...deviationCodes]),
  /** Above its peers, in per cent; null where it is no matter of more or less. */
  percent: Nullable(Type.Integer()),
})
export type Deviation = Static<typeof Deviation>

/** What a vehicle drove and cost in a stretch of time. Whole fen. */
export const AccountSums = Type.Object({
  trips: Type.Integer(),
  km: Type.Integer(),
  minutes: Type.Integer(),
  litres: Type.Number(),
  kwh: Type.Number(),
  fuelFen: Fen,
  chargingFen: Fen,
  tollFen: Fen,
  parkingFen: Fen,
  otherFen: Fen,
  upkeepFen: Fen,
  /** What of the yearly premium falls on these days. */
  insuranceFen: Fen,
})
export type AccountSums = Static<typeof AccountSums>

export const AccountVehicle = Type.Object({
  vehicleId: Id,
  plate: Type.String(),
  model: Type.String(),
  class: ClassName,
  body: Type.Enum(keysOf(bodies)),
  energy: Type.Enum(keysOf(energies)),
})
export type AccountVehicle = Static<typeof AccountVehicle>

/** One vehicle's month. */
export const AccountLine = Type.Object({
  ...AccountVehicle.properties,
  ...AccountSums.properties,
  totalFen: Fen,
  fenPerKm: Nullable(Type.Number()),
  /** Over the year that ends with the month, from filling to filling; null with fewer than two fillings. */
  litresPer100km: Nullable(Type.Number()),
  kwhPer100km: Nullable(Type.Number()),
  deviations: Type.Array(Deviation),
  /** Closed month: what it would be with what was corrected since, less what it was; null: nothing. */
  late: Nullable(Type.Object({ trips: Type.Integer(), km: Type.Integer(), totalFen: Fen })),
})
export type AccountLine = Static<typeof AccountLine>

export const AccountMonth = Type.Object({
  month: Month,
  closedAt: Nullable(Moment),
  closedBy: Nullable(Type.String()),
  total: Type.Object({ ...AccountSums.properties, totalFen: Fen }),
  items: Type.Array(AccountLine),
  can: Type.Object({ close: Type.Boolean() }),
})
export type AccountMonth = Static<typeof AccountMonth>

export const VehicleYear = Type.Object({
  vehicle: AccountVehicle,
  year: Type.Integer(),
  months: Type.Array(
    Type.Object({ month: Month, closed: Type.Boolean(), ...AccountSums.properties, totalFen: Fen }),
  ),
  total: Type.Object({ ...AccountSums.properties, totalFen: Fen }),
  litresPer100km: Nullable(Type.Number()),
  kwhPer100km: Nullable(Type.Number()),
  /** Of the others with the same body and energy. */
  peers: Type.Object({
    vehicles: Type.Integer(),
    litresPer100km: Nullable(Type.Number()),
    kwhPer100km: Nullable(Type.Number()),
    fenPerKm: Nullable(Type.Number()),
  }),
  deviations: Type.Array(Deviation),
})

const useFigures = {
  trips: Type.Integer(),
  /** A shared trip's kilometres and cost are shared out among its requests, to the last kilometre and fen. */
  km: Type.Integer(),
  costFen: Fen,
  pooledTrips: Type.Integer(),
  /** Rides in rented vehicles, how far they went and what they cost; not among the trips. Each is recorded with its kilometres. */
  rentals: Type.Integer(),
  rentalKm: Type.Integer(),
  rentalFen: Fen,
}
export const UnitUse = Type.Object({
  /** Null: trips nobody asked for. */
  unit: Nullable(Type.Object({ id: Id, name: Type.String() })),
  ...useFigures,
  months: Type.Array(Type.Object({ month: Month, ...useFigures })),
})
export type UnitUse = Static<typeof UnitUse>
export const UnitUseAnswer = Type.Object({
  from: Month,
  to: Month,
  items: Type.Array(UnitUse),
  /** A unit's mean over all that used vehicles, to compare with. */
  mean: Nullable(
    Type.Object({
      trips: Type.Number(),
      km: Type.Number(),
      costFen: Type.Number(),
      pooledShare: Type.Number(),
    }),
  ),
})

/** A line of what is published: nobody's name in it. */
export const PublishedRow = Type.Object({
  /** Of the trip, or of the rented vehicle. */
  tripId: Id,
  leftAt: Moment,
  returnedAt: Nullable(Moment),
  reason: Type.String(),
  place: Type.String(),
  km: Type.Integer(),
  litres: Type.Number(),
  fuelFen: Fen,
  costFen: Fen,
  /** Null: a rented vehicle, which belongs to no class. */
  class: Nullable(ClassName),
  /** Reason and place are kept back by rule. */
  masked: Type.Boolean(),
})
export type PublishedRow = Static<typeof PublishedRow>
export const PublishedTotal = Type.Object({
  trips: Type.Integer(),
  km: Type.Integer(),
  litres: Type.Number(),
  fuelFen: Fen,
  costFen: Fen,
})
export const Publication = Type.Object({
  id: Id,
  title: Type.String(),
  from: Day,
  to: Day,
  publishedAt: Moment,
  publishedBy: Type.String(),
  takenDown: Nullable(Type.Object({ at: Moment, by: Type.String(), reason: Type.String() })),
  total: PublishedTotal,
})
export type Publication = Static<typeof Publication>
export const PublicationDetail = Type.Object({
  ...Publication.properties,
  rows: Type.Array(PublishedRow),
  /** What was corrected since it was published: the line as it would be now, null: it would not be there. */
  differences: Type.Array(Type.Object({ was: Nullable(PublishedRow), now: Nullable(PublishedRow) })),
  can: Type.Object({ takeDown: Type.Boolean() }),
})
