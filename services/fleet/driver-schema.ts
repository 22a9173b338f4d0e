import { type Static, Type } from 'typebox'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { sensitive } from '#kernel/contract/sensitive.ts'
import { HistoryLine, keysOf, Reason, Search } from './register-schema.ts'
import { absenceKinds, dueLights, shifts } from './register-words.ts'
import { absenceStates, driverStates } from './states.ts'
import { licenceClasses, pools } from './words.ts'

export const Licence = Type.Enum([...licenceClasses])
export const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })

export const driverFilters = {
  search: Search,
  state: Type.Optional(Type.Array(keysOf(driverStates.states), { maxItems: 2 })),
  licence: Type.Optional(Type.Array(Licence, { maxItems: 7 })),
  pool: Type.Optional(keysOf(pools)),
  sort: Type.Optional(Type.Enum(['staffNo', '-staffNo', 'until', '-until'])),
}
export type DriverFilters = Static<ReturnType<typeof Type.Object<typeof driverFilters>>>

export const DriverRow = Type.Object({
  id: Id,
  staffNo: Type.String(),
  name: Type.String(),
  licenceClass: Licence,
  licenceUntil: Day,
  light: keysOf(dueLights),
  pool: keysOf(pools),
  state: keysOf(driverStates.states),
  leftOn: Nullable(Day),
  /** Away now, by leave that was granted. */
  away: Nullable(keysOf(absenceKinds)),
  can: Can,
})
export type DriverRow = Static<typeof DriverRow>

export const Absence = Type.Object({
  id: Id,
  driver: Type.Object({ id: Id, name: Type.String() }),
  kind: keysOf(absenceKinds),
  from: Moment,
  to: Moment,
  reason: Type.String(),
  state: keysOf(absenceStates.states),
  decidedBy: Nullable(Type.String()),
  decisionReason: Nullable(Type.String()),
  createdAt: Moment,
  /** Trips planned for that time, which somebody has to give to another driver. */
  trips: Type.Array(Type.Object({ id: Id, number: Type.String(), from: Moment })),
  can: Can,
})
export type Absence = Static<typeof Absence>

/** One part of a driver's month; it opens to its rows. */
export const Fact = Type.Object({
  key: Type.String(),
  title: TextPair,
  value: Nullable(Type.Number()),
  unit: TextPair,
  /** Points of 100 that it gives; null: it only informs. */
  points: Nullable(Type.Number()),
  words: TextPair,
  rows: Type.Array(
    Type.Object({ id: Id, label: Type.String(), detail: TextPair, href: Nullable(Type.String()) }),
  ),
})
export type Fact = Static<typeof Fact>

export const Assessment = Type.Object({
  driverId: Id,
  month: Month,
  facts: Type.Array(Fact),
  score: Nullable(Type.Number()),
  settled: Nullable(
    Type.Object({
      at: Moment,
      by: Type.String(),
      note: Type.String(),
      score: Nullable(Type.Number()),
      /** A fact was corrected since. */
      differs: Type.Boolean(),
    }),
  ),
  can: Can,
})

export const Duty = Type.Object({ day: Day, shift: keysOf(shifts) })

export const DriverDetail = Type.Object({
  ...DriverRow.properties,
  personId: Nullable(Id),
  phone: sensitive('phone', 'personId'),
  reasons: Type.Array(Reason),
  absences: Type.Array(Absence),
  duties: Type.Array(Duty),
  holds: Type.Array(
    Type.Object({
      id: Id,
      plate: Type.String(),
      vehicleId: Id,
      kind: Type.String(),
      number: Type.String(),
      since: Moment,
    }),
  ),
  history: Nullable(Type.Array(HistoryLine)),
})
