import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable } from '#kernel/contract/action.ts'

export const Datum = Type.Enum(['WGS-84', 'GCJ-02'])
export const TerminalNumber = Type.String({ pattern: '^[0-9]{6,20}$' })

export const GivenPoint = Type.Object({
  /** One of the two says which vehicle. */
  plate: Type.Optional(Type.String({ minLength: 7, maxLength: 8 })),
  terminal: Type.Optional(TerminalNumber),
  at: Moment,
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  lon: Type.Number({ minimum: -180, maximum: 180 }),
  speedKmh: Type.Optional(Type.Number({ minimum: 0, maximum: 400 })),
  datum: Type.Optional(Datum),
})
export type GivenPoint = Static<typeof GivenPoint>

/** How many were kept; of the others only how many there were, never where. */
export const TakenPoints = Type.Object({
  kept: Type.Integer(),
  dropped: Type.Integer(),
  refused: Type.Array(Type.Object({ frame: Type.Integer(), why: Type.String() })),
})

export const Terminal = Type.Object({
  id: Id,
  number: TerminalNumber,
  vehicle: Type.Object({ id: Id, plate: Type.String() }),
  fittedAt: Moment,
  fittedBy: Type.String(),
  removedAt: Nullable(Moment),
  removedBy: Nullable(Type.String()),
})

export const TrackPoint = Type.Object({
  at: Moment,
  lat: Type.Number(),
  lon: Type.Number(),
  speedKmh: Nullable(Type.Number()),
})
export const Track = Type.Object({
  tripId: Id,
  number: Type.String(),
  plate: Type.String(),
  leftAt: Nullable(Moment),
  returnedAt: Nullable(Moment),
  odometerKm: Nullable(Type.Integer()),
  gpsKm: Nullable(Type.Number()),
  datum: Nullable(Datum),
  points: Type.Array(TrackPoint),
  /** How long points are kept, in days. */
  keptDays: Type.Integer(),
})
export type Track = Static<typeof Track>
export const TrackLook = Type.Object({
  id: Id,
  at: Moment,
  by: Type.String(),
  number: Type.String(),
  reason: Type.String(),
})
