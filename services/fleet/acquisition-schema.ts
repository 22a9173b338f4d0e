import { type Static, Type } from 'typebox'
import { Can, Id, Moment, Nullable } from '#kernel/contract/action.ts'
import { acquisitionStates } from './acquisition-states.ts'
import { Fen, keysOf } from './register-schema.ts'
import { bodies, energies, pools, vehicleClasses } from './words.ts'

/** What of a vehicle the caps ask about. */
export const Limited = {
  class: keysOf(vehicleClasses),
  body: keysOf(bodies),
  special: Type.Optional(Type.Boolean()),
  energy: keysOf(energies),
  displacementMl: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 20_000 }))),
  priceFen: Fen,
}

export const AcquisitionInput = {
  ...Limited,
  model: Type.Optional(Type.String({ maxLength: 100 })),
  seats: Type.Integer({ minimum: 1, maximum: 60 }),
  pool: Type.Optional(keysOf(pools)),
  reason: Type.String({ minLength: 1, maxLength: 1000 }),
  replacesId: Type.Optional(Nullable(Id)),
}

export const AcquisitionRow = Type.Object({
  id: Id,
  number: Type.String(),
  class: keysOf(vehicleClasses),
  body: keysOf(bodies),
  model: Type.String(),
  special: Type.Boolean(),
  energy: keysOf(energies),
  displacementMl: Nullable(Type.Integer()),
  priceFen: Type.Integer(),
  seats: Type.Integer(),
  pool: keysOf(pools),
  reason: Type.String(),
  replaces: Nullable(Type.Object({ id: Id, plate: Type.String() })),
  askedBy: Type.String(),
  askedAt: Moment,
  state: keysOf(acquisitionStates.states),
  decidedBy: Nullable(Type.String()),
  decisionReason: Nullable(Type.String()),
  vehicle: Nullable(Type.Object({ id: Id, plate: Type.String() })),
  can: Can,
})
export type AcquisitionRow = Static<typeof AcquisitionRow>
