import { type Static, Type } from 'typebox'
import { keysOf } from '#engines/bookings/schema.ts'
import { Can, Day, Id, Moment, Nullable } from '#kernel/contract/action.ts'
import { requestStates } from './states.ts'
import { diversions, luggages, purposes, reaches, ways } from './words.ts'

export const PurposeName = keysOf(purposes)
export const ReachName = keysOf(reaches)
export const WayName = keysOf(ways)
export const LuggageName = keysOf(luggages)
const DiversionName = keysOf(diversions)
const RequestStateName = keysOf(requestStates.states)
const Ref = Type.Object({ id: Id, name: Type.String() })

/** Who holds it, since when, promised when; the words are the web's. */
export const Holder = Type.Object({
  names: Type.Array(Type.String()),
  since: Moment,
  due: Nullable(Moment),
})

const Trip = Type.Object({
  id: Id,
  number: Type.String(),
  plate: Type.String(),
  model: Type.String(),
  driverName: Type.String(),
  from: Moment,
  to: Moment,
  leftAt: Nullable(Moment),
  returnedAt: Nullable(Moment),
})

export const RequestRow = Type.Object({
  id: Id,
  number: Type.String(),
  unit: Ref,
  requesterName: Type.String(),
  purpose: PurposeName,
  reason: Type.String(),
  passengers: Type.Integer(),
  origin: Type.String(),
  /** On the way, in their order. */
  stops: Type.Array(Type.String()),
  destination: Type.String(),
  reach: ReachName,
  distanceKm: Nullable(Type.Integer()),
  way: WayName,
  from: Moment,
  to: Moment,
  luggage: LuggageName,
  mayPool: Type.Boolean(),
  emergency: Type.Boolean(),
  state: RequestStateName,
  divertedTo: Nullable(DiversionName),
  submittedAt: Moment,
  approvedAt: Nullable(Moment),
  afterApproval: Nullable(
    Type.Unsafe<'PENDING' | 'APPROVED' | 'REFUSED' | 'RETURNED'>(
      Type.String({ enum: ['PENDING', 'APPROVED', 'REFUSED', 'RETURNED'] }),
    ),
  ),
  approveBy: Nullable(Moment),
  closingReason: Nullable(Type.String()),
  firstContactName: Nullable(Type.String()),
  holder: Nullable(Holder),
  trip: Nullable(Trip),
  /** In a rented vehicle instead of a trip of ours. */
  rental: Nullable(
    Type.Object({
      id: Id,
      number: Type.String(),
      plate: Type.String(),
      supplierName: Type.String(),
      driverName: Type.String(),
      leftAt: Nullable(Moment),
      returnedAt: Nullable(Moment),
    }),
  ),
  /** Others ride in the same trip. */
  pooled: Type.Boolean(),
  /** A wish to ride along waits for the dispatcher. */
  poolWished: Type.Boolean(),
  rating: Nullable(Type.Integer()),
  mine: Type.Boolean(),
  can: Can,
})
export type RequestRow = Static<typeof RequestRow>

/** The filters of the list of requests and of its export. */
export const requestFilters = {
  search: Type.Optional(Type.String({ maxLength: 50 })),
  state: Type.Optional(Type.Array(RequestStateName, { maxItems: 10 })),
  unitId: Type.Optional(Id),
  purpose: Type.Optional(PurposeName),
  reach: Type.Optional(ReachName),
  pooled: Type.Optional(Type.Boolean()),
  emergency: Type.Optional(Type.Boolean()),
  mine: Type.Optional(Type.Boolean()),
  /** Still on its way, or to be rated. */
  open: Type.Optional(Type.Boolean()),
  /** Emergencies whose approval is overdue. */
  unapproved: Type.Optional(Type.Boolean()),
  divertedTo: Type.Optional(DiversionName),
  /** Day it begins, inclusive. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  sort: Type.Optional(Type.Enum(['start', '-start', 'submitted', '-submitted'])),
}
export type RequestFilters = Static<Type.TObject<typeof requestFilters>>
