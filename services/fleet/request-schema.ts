import { type Static, Type } from 'typebox'
import { ApprovalView } from '#engines/approvals/schema.ts'
import { keysOf } from '#engines/bookings/schema.ts'
import { Id, Line, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { sensitive } from '#kernel/contract/sensitive.ts'
import { LuggageName, PurposeName, ReachName, RequestRow, WayName } from './request-row-schema.ts'
import { mostStops } from './route-words.ts'
import { vehicleClasses } from './words.ts'

export const RequestId = Id
export const Passengers = Type.Integer({ minimum: 1, maximum: 60 })
const DistanceKm = Type.Integer({ minimum: 1, maximum: 5000 })
export const Why = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })
const Phone = Type.String({ maxLength: 40, pattern: '^[0-9+(（ ][0-9 ()（）+-]{2,39}$|^$' })
export const SheetFormat = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))

/** What a requester says of a ride; who, unit and phone are known. */
export const wishes = {
  purpose: PurposeName,
  reason: Why,
  passengers: Passengers,
  origin: Line,
  /** On the way, in their order. */
  stops: Type.Optional(Type.Array(Line, { maxItems: mostStops })),
  destination: Line,
  reach: ReachName,
  /** One way, km; needed beyond the city. */
  distanceKm: Type.Optional(Nullable(DistanceKm)),
  way: WayName,
  from: Moment,
  to: Moment,
  luggage: Type.Optional(LuggageName),
  mayPool: Type.Optional(Type.Boolean()),
  /** 先派后批: dispatched at once, approved within a working day. */
  emergency: Type.Optional(Type.Boolean()),
  contactPhone: Type.Optional(Phone),
  vehicleClass: Type.Optional(Nullable(keysOf(vehicleClasses))),
}

/** Another way instead of a vehicle of ours. */
export const Instead = Type.Union([
  Type.Object({
    way: Type.Literal('TAXI'),
    /** Both ways together, fen. */
    capFen: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    reason: Why,
  }),
  Type.Object({
    way: Type.Literal('SHUTTLE'),
    lineId: Id,
    leavesAt: Moment,
    reason: Type.Optional(Why),
  }),
])
export type Instead = Static<typeof Instead>

/** A wish to ride along, as those see it who may. */
export const PoolWish = Type.Object({
  id: Id,
  /** Of the other request; its reason stays hidden. */
  words: Type.Object({ whose: Type.String(), destination: Type.String(), from: Moment }),
  /** Mine rides along with the other's, or the other asks to ride along with mine. */
  mine: Type.Boolean(),
  at: Moment,
  answer: Nullable(
    Type.Unsafe<'AGREED' | 'DECLINED' | 'WITHDRAWN'>(
      Type.String({ enum: ['AGREED', 'DECLINED', 'WITHDRAWN'] }),
    ),
  ),
  answeredBy: Nullable(Type.String()),
  reason: Nullable(Type.String()),
})
export type PoolWish = Static<typeof PoolWish>

const Given = Nullable(Type.Integer())

export const RequestDetail = Type.Object({
  ...RequestRow.properties,
  /** Rises with every change of what people said of the ride. */
  version: Type.Integer(),
  requesterPersonId: Nullable(Id),
  contactPhone: sensitive('phone', 'requesterPersonId'),
  vehicleClass: Nullable(keysOf(vehicleClasses)),
  taxiCapFen: Nullable(Type.Integer()),
  shuttle: Nullable(Type.Object({ line: Type.String(), leavesAt: Moment })),
  driver: Nullable(Type.Object({ personId: Nullable(Id), name: Type.String(), phone: sensitive('phone') })),
  /** The others of the same trip, by unit and destination only. */
  companions: Type.Array(
    Type.Object({ name: Type.String(), unit: Type.String(), destination: Type.String() }),
  ),
  wishes: Type.Array(PoolWish),
  reminders: Type.Array(Type.Object({ id: Id, at: Moment, by: Type.String() })),
  /** Null while nobody was asked: by shuttle or taxi. */
  approval: Nullable(ApprovalView),
  ratingGiven: Nullable(
    Type.Object({
      overall: Type.Integer(),
      punctuality: Given,
      driving: Given,
      vehicle: Given,
      manners: Given,
      comment: Type.String(),
      at: Moment,
      by: Type.String(),
    }),
  ),
  history: Type.Array(
    Type.Object({
      id: Id,
      at: Moment,
      type: Type.String(),
      title: TextPair,
      actorName: Type.String(),
      reason: Nullable(Type.String()),
    }),
  ),
})
export type RequestDetail = Static<typeof RequestDetail>
