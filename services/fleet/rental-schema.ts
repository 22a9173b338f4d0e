import { type Static, Type } from 'typebox'
import { keysOf } from '#engines/bookings/schema.ts'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { sensitive } from '#kernel/contract/sensitive.ts'
import { rentalStates } from './rental-states.ts'
import { priceBases } from './rental-words.ts'
import { rentedBodies } from './words.ts'

const Word = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const Phone = Type.String({ maxLength: 40, pattern: '^[0-9+(（ ][0-9 ()（）+-]{2,39}$' })
const Fen = Type.Integer({ minimum: 0, maximum: 100_000_000 })
const RentedBody = keysOf(rentedBodies)
const BasisName = keysOf(priceBases)
const RentalStateName = keysOf(rentalStates.states)
const Ref = Type.Object({ id: Id, name: Type.String() })
/** Why something is done. */
export const Reason = Word(500)

/** A supplier as its keeper writes it. */
export const rentalSupplier = {
  name: Word(100),
  contactName: Type.Optional(Type.String({ maxLength: 100 })),
  contactPhone: Phone,
  contractNumber: Word(60),
  validFrom: Day,
  validUntil: Day,
  note: Type.Optional(Type.String({ maxLength: 500 })),
}

export const RentalSupplier = Type.Object({
  id: Id,
  name: Type.String(),
  contactName: Type.String(),
  /** Whole for whoever keeps suppliers or rings them; masked for everybody else. */
  contactPhone: sensitive('phone'),
  contractNumber: Type.String(),
  validFrom: Day,
  validUntil: Day,
  /** The contract holds today. */
  valid: Type.Boolean(),
  note: Type.String(),
  /** Rides it was hired for, those called off left out. */
  rentals: Type.Integer(),
  closedAt: Nullable(Moment),
  can: Can,
})
export type RentalSupplier = Static<typeof RentalSupplier>

export const supplierFilters = {
  /** Those given up, instead of those in use. */
  closed: Type.Optional(Type.Boolean()),
  /** Whether the contract holds today. */
  valid: Type.Optional(Type.Boolean()),
  /** Name, contact person, contract. */
  search: Type.Optional(Type.String({ maxLength: 100 })),
  sort: Type.Optional(Type.Enum(['name', '-name', 'until', '-until', 'rentals', '-rentals'])),
}
export type SupplierFilters = Static<Type.TObject<typeof supplierFilters>>

/** What a dispatcher agrees with a supplier for one request. */
export const order = {
  supplierId: Id,
  body: RentedBody,
  /** With the driver's. */
  seats: Type.Integer({ minimum: 2, maximum: 60 }),
  plate: Word(20),
  driverName: Word(100),
  driverPhone: Phone,
  priceBasis: BasisName,
  priceFen: Fen,
  /** Why no own vehicle carries it. */
  reason: Reason,
  /** Words of one's own where the rule on fixed suppliers warns. */
  note: Type.Optional(Type.String({ maxLength: 1000 })),
}

/** What is recorded once it is back. */
export const ride = {
  leftAt: Moment,
  returnedAt: Moment,
  distanceKm: Type.Integer({ minimum: 0, maximum: 20_000 }),
  costFen: Fen,
  /** Wanted where it cost more than was agreed. */
  costNote: Type.Optional(Type.String({ maxLength: 500 })),
}

export const RentalRow = Type.Object({
  id: Id,
  number: Type.String(),
  state: RentalStateName,
  supplier: Ref,
  contractNumber: Type.String(),
  body: RentedBody,
  seats: Type.Integer(),
  plate: Type.String(),
  driverName: Type.String(),
  priceBasis: BasisName,
  priceFen: Type.Integer(),
  from: Moment,
  to: Moment,
  leftAt: Nullable(Moment),
  returnedAt: Nullable(Moment),
  distanceKm: Nullable(Type.Integer()),
  costFen: Nullable(Type.Integer()),
  request: Type.Object({
    id: Id,
    number: Type.String(),
    unit: Ref,
    requesterName: Type.String(),
    reason: Type.String(),
    destination: Type.String(),
    passengers: Type.Integer(),
  }),
  can: Can,
})
export type RentalRow = Static<typeof RentalRow>

export const RentalDetail = Type.Object({
  ...RentalRow.properties,
  driverPhone: sensitive('phone'),
  supplierPhone: sensitive('phone'),
  reason: Type.String(),
  note: Type.String(),
  costNote: Type.String(),
  cancelReason: Nullable(Type.String()),
  createdAt: Moment,
  createdBy: Type.String(),
  history: Type.Array(
    Type.Object({
      id: Id,
      at: Moment,
      title: TextPair,
      actorName: Type.String(),
      reason: Nullable(Type.String()),
    }),
  ),
})
export type RentalDetail = Static<typeof RentalDetail>

export const rentalFilters = {
  /** Day it is planned to begin, inclusive. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  state: Type.Optional(Type.Array(RentalStateName, { maxItems: 3 })),
  supplierId: Type.Optional(Id),
  unitId: Type.Optional(Id),
  /** Number, plate, driver, supplier, destination. */
  search: Type.Optional(Type.String({ maxLength: 100 })),
  sort: Type.Optional(Type.Enum(['start', '-start', 'number', '-number', 'cost', '-cost'])),
}
export type RentalFilters = Static<Type.TObject<typeof rentalFilters>>
