import { type Static, Type } from 'typebox'
import { VerdictShape } from '#engines/rules/schema.ts'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import {
  blames,
  dueKinds,
  dueLights,
  foundBy,
  incidentKinds,
  incidentStates,
  paperKinds,
  recordKinds,
} from './register-words.ts'
import { vehicleStates } from './states.ts'
import { bodies, energies, pools, readingSources, vehicleClasses } from './words.ts'

type KeyOf<T> = Extract<keyof T, string>
/** One of the keys of an object, as a wire shape. */
export function keysOf<T extends object>(words: T) {
  return Type.Enum(Object.keys(words) as KeyOf<T>[])
}

export const Format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))
export const Search = Type.Optional(Type.String({ maxLength: 50 }))
export const Fen = Type.Integer({ minimum: 0, maximum: 100_000_000_000 })
export const Km = Type.Integer({ minimum: 0, maximum: 3_000_000 })
export const Short = Type.String({ minLength: 1, maxLength: 500 })
export const Note = Type.String({ maxLength: 500 })
export const Made = Type.Object({ id: Id })
export const Ref = Type.Object({ id: Id, name: Type.String() })

export const VehicleInput = {
  plate: Type.String({ minLength: 1, maxLength: 20 }),
  class: keysOf(vehicleClasses),
  body: keysOf(bodies),
  model: Type.Optional(Type.String({ maxLength: 100 })),
  special: Type.Optional(Type.Boolean()),
  energy: keysOf(energies),
  displacementMl: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 20_000 }))),
  priceFen: Fen,
  purchasedOn: Day,
  seats: Type.Integer({ minimum: 1, maximum: 60 }),
  emissionClass: Type.Optional(Type.String({ maxLength: 40 })),
  yellowLabel: Type.Optional(Type.Boolean()),
  pool: Type.Optional(keysOf(pools)),
  homeSiteId: Type.Optional(Nullable(Id)),
}

export const vehicleFilters = {
  search: Search,
  state: Type.Optional(Type.Array(keysOf(vehicleStates.states), { maxItems: 3 })),
  class: Type.Optional(Type.Array(keysOf(vehicleClasses), { maxItems: 5 })),
  pool: Type.Optional(keysOf(pools)),
  light: Type.Optional(keysOf(dueLights)),
  yellowLabel: Type.Optional(Type.Boolean()),
  sort: Type.Optional(
    Type.Enum(['plate', '-plate', 'seats', '-seats', 'bought', '-bought', 'price', '-price']),
  ),
}
export type VehicleFilters = Static<ReturnType<typeof Type.Object<typeof vehicleFilters>>>

export const VehicleRow = Type.Object({
  id: Id,
  plate: Type.String(),
  class: keysOf(vehicleClasses),
  body: keysOf(bodies),
  model: Type.String(),
  energy: keysOf(energies),
  displacementMl: Nullable(Type.Integer()),
  priceFen: Type.Integer(),
  purchasedOn: Day,
  seats: Type.Integer(),
  pool: keysOf(pools),
  yellowLabel: Type.Boolean(),
  state: keysOf(vehicleStates.states),
  outOfUseReason: Nullable(Type.String()),
  retiredOn: Nullable(Day),
  retiredReason: Nullable(Type.String()),
  /** The highest reading that stands. */
  km: Nullable(Type.Integer()),
  /** The nearest of its papers that run out. */
  nextDue: Nullable(Day),
  light: keysOf(dueLights),
  can: Can,
})
export type VehicleRow = Static<typeof VehicleRow>

export const Paper = Type.Object({
  id: Id,
  kind: keysOf(paperKinds),
  number: Type.String(),
  holder: Type.String(),
  validFrom: Nullable(Day),
  validUntil: Nullable(Day),
  costFen: Nullable(Type.Integer()),
  fileId: Nullable(Id),
  note: Type.String(),
  light: keysOf(dueLights),
  daysLeft: Nullable(Type.Integer()),
  /** Followed by another, or taken out of use. */
  endedAt: Nullable(Moment),
  endedReason: Nullable(Type.String()),
  /** Who has it, of a key or a fuel card. */
  handedOut: Nullable(Type.Object({ name: Type.String(), since: Moment })),
})

export const Reading = Type.Object({
  id: Id,
  at: Moment,
  km: Type.Integer(),
  source: keysOf(readingSources),
  tripId: Nullable(Id),
  note: Type.String(),
  createdAt: Moment,
  createdBy: Type.String(),
  /** Written more than a day after its time. */
  late: Type.Boolean(),
  voided: Nullable(Type.Object({ at: Moment, by: Type.String(), reason: Type.String() })),
  can: Can,
})

export const Plan = Type.Object({
  id: Id,
  title: Type.String(),
  everyDays: Nullable(Type.Integer()),
  everyKm: Nullable(Type.Integer()),
  everyHours: Nullable(Type.Integer()),
  aheadDays: Type.Integer(),
  aheadKm: Type.Integer(),
  lastDay: Day,
  lastKm: Type.Integer(),
  /** The sooner of the day it is due by date and the day its km are reckoned to be full. */
  due: Nullable(Day),
  light: keysOf(dueLights),
  words: TextPair,
})

export const MaintenanceRecord = Type.Object({
  id: Id,
  kind: keysOf(recordKinds),
  planTitle: Nullable(Type.String()),
  followsId: Nullable(Id),
  onDay: Day,
  km: Nullable(Type.Integer()),
  shop: Type.String(),
  what: Type.String(),
  costFen: Type.Integer(),
  passed: Nullable(Type.Boolean()),
  fileId: Nullable(Id),
  createdBy: Type.String(),
  voidReason: Nullable(Type.String()),
  /** Of its checklist: mandatory lines that apply, and those of them that were met; null without one, or once it is void. */
  check: Nullable(Type.Object({ base: Type.Integer(), ok: Type.Integer() })),
  /** May a next step follow: the chain inspection, repair, retest. */
  open: Type.Boolean(),
})

const incident = {
  id: Id,
  vehicle: Type.Object({ id: Id, plate: Type.String() }),
  driver: Nullable(Ref),
  foundBy: keysOf(foundBy),
  trip: Nullable(Type.Object({ id: Id, number: Type.String() })),
  at: Moment,
  place: Type.String(),
  what: Type.String(),
  createdBy: Type.String(),
  voidReason: Nullable(Type.String()),
}
export const Accident = Type.Object({
  ...incident,
  injured: Type.Integer(),
  dead: Type.Integer(),
  blame: keysOf(blames),
  damageFen: Type.Integer(),
  insuredFen: Type.Integer(),
  /** Decided after it was recorded. */
  settled: Nullable(Type.Object({ at: Moment, by: Type.String(), ground: Type.String() })),
})
export const Violation = Type.Object({
  ...incident,
  noticeNo: Type.String(),
  fineFen: Type.Integer(),
  points: Type.Integer(),
  settledOn: Nullable(Day),
})

/** An accident or a violation, as the list of all vehicles has it. */
export const IncidentRow = Type.Object({
  ...incident,
  kind: keysOf(incidentKinds),
  state: keysOf(incidentStates),
  /** Of the police's notice; null for an accident. */
  noticeNo: Nullable(Type.String()),
  /** Null for a violation. */
  blame: Nullable(keysOf(blames)),
  injured: Type.Integer(),
  dead: Type.Integer(),
  /** Damage of an accident, fine of a violation. */
  costFen: Type.Integer(),
  points: Type.Integer(),
})
export type IncidentRow = Static<typeof IncidentRow>

export const DueItem = Type.Object({
  id: Type.String(),
  kind: keysOf(dueKinds),
  /** The vehicle or the driver it is about. */
  name: Type.String(),
  href: Type.String(),
  title: Type.String(),
  due: Nullable(Day),
  light: keysOf(dueLights),
  words: TextPair,
})
export type DueItem = Static<typeof DueItem>

export const Reason = Type.Object({
  code: Type.String(),
  severity: Type.Enum(['BLOCK', 'WARN']),
  words: TextPair,
  source: Nullable(TextPair),
})

export const HistoryLine = Type.Object({
  id: Id,
  at: Moment,
  actorName: Type.String(),
  title: TextPair,
  reason: Nullable(Type.String()),
})

export const VehicleDetail = Type.Object({
  ...VehicleRow.properties,
  special: Type.Boolean(),
  emissionClass: Type.String(),
  home: Nullable(Ref),
  /** What stands against sending it out today. */
  reasons: Type.Array(Reason),
  /** The 8-year rule and the like: they only inform. */
  life: Type.Object({ years: Type.Number(), words: TextPair, source: TextPair }),
  /** Null for those who only drive it. */
  verdicts: Nullable(Type.Array(VerdictShape)),
  papers: Nullable(Type.Array(Paper)),
  plans: Nullable(Type.Array(Plan)),
  records: Nullable(Type.Array(MaintenanceRecord)),
  accidents: Nullable(Type.Array(Accident)),
  violations: Nullable(Type.Array(Violation)),
  history: Nullable(Type.Array(HistoryLine)),
})
