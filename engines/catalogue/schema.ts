import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'

export const serviceClasses = ['WELFARE', 'ASSURANCE', 'COMMERCIAL'] as const
export const ServiceClass = Type.Enum(serviceClasses)
export type ServiceClass = Static<typeof ServiceClass>

export const deliveries = ['ON_SITE', 'COUNTER', 'ONLINE'] as const
export const Delivery = Type.Enum(deliveries)

export const Urgency = Type.Union([Type.Literal('NORMAL'), Type.Literal('URGENT')])
export type Urgency = Static<typeof Urgency>

export const ChangeKind = Type.Union([
  Type.Literal('CLIENTS'),
  Type.Literal('CONTENT'),
  Type.Literal('FOCUS'),
])

export const ItemState = Type.Union([
  Type.Literal('draft'),
  Type.Literal('published'),
  Type.Literal('withdrawn'),
])

/** Minutes count over the named work calendar: `work` or `round-the-clock`. */
export const Pledge = Type.Object({
  urgency: Urgency,
  respondMinutes: Type.Integer({ minimum: 1, maximum: 100_000 }),
  finishMinutes: Type.Integer({ minimum: 1, maximum: 500_000 }),
  calendar: Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' }),
})
export type Pledge = Static<typeof Pledge>

export const stepRoles = ['worker', 'dispatcher', 'manager', 'director', 'liaison'] as const

/** Who hears of it, so many minutes before (negative) or after a pledge falls due; level 0 is a warning. */
export const EscalationStep = Type.Object({
  pledge: Type.Union([Type.Literal('RESPOND'), Type.Literal('FINISH')]),
  offsetMinutes: Type.Integer({ minimum: -100_000, maximum: 100_000 }),
  level: Type.Integer({ minimum: 0, maximum: 5 }),
  toRole: Type.Enum(stepRoles),
  name: TextPair,
})
export type EscalationStep = Static<typeof EscalationStep>

/** What the people served score, 1–5 each. */
export const Dimension = Type.Object({
  code: Type.String({ pattern: '^[a-z][a-z-]{1,30}$' }),
  name: TextPair,
  hint: TextPair,
})
export type Dimension = Static<typeof Dimension>

/** A unit by name, with its id while the directory has it. */
export const Party = Type.Object({ unitId: Nullable(Id), name: Type.String() })

/** One version of a service item, whole: what an order is taken under. */
export const ItemVersion = Type.Object({
  id: Id,
  itemId: Id,
  line: Type.String(),
  code: Type.String(),
  number: Type.Integer(),
  name: TextPair,
  content: TextPair,
  grade: TextPair,
  charge: TextPair,
  /** 0 is free; null is charged by what was used. */
  chargeFen: Nullable(Type.Integer()),
  serviceClass: ServiceClass,
  delivery: Delivery,
  managingUnit: Party,
  providerUnit: Party,
  pledges: Type.Array(Pledge),
  steps: Type.Array(EscalationStep),
  dimensions: Type.Array(Dimension),
  clauseCodes: Type.Array(Type.String()),
})
export type ItemVersion = Static<typeof ItemVersion>

const Pair = (zh: number, en: number) =>
  Type.Object({ zh: Type.String({ minLength: 1, maxLength: zh }), en: Type.String({ maxLength: en }) })
const PartyInput = Type.Object({
  unitId: Type.Optional(Nullable(Id)),
  /** Needed when no unit of the directory is named. */
  name: Type.Optional(Type.String({ maxLength: 100 })),
})

/** What a person writes about an item; together it becomes a new version. */
export const VersionInput = {
  name: Type.Object({
    zh: Type.String({ minLength: 1, maxLength: 60 }),
    en: Type.String({ minLength: 1, maxLength: 120 }),
  }),
  content: Pair(2000, 4000),
  grade: Pair(200, 400),
  charge: Pair(300, 600),
  chargeFen: Nullable(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
  serviceClass: ServiceClass,
  delivery: Delivery,
  managingUnit: PartyInput,
  providerUnit: PartyInput,
  pledges: Type.Array(Pledge, { minItems: 1, maxItems: 2 }),
  steps: Type.Array(EscalationStep, { maxItems: 20 }),
  /** Absent: the six phrases of the service creed. */
  dimensions: Type.Optional(Type.Array(Dimension, { minItems: 1, maxItems: 12 })),
  clauseCodes: Type.Array(Type.String({ minLength: 1, maxLength: 41 }), { maxItems: 60 }),
  changeKinds: Type.Optional(Type.Array(ChangeKind, { maxItems: 3 })),
  changeNote: Type.String({ minLength: 1, maxLength: 1000 }),
}
const VersionObject = Type.Object(VersionInput)
export type VersionInput = Static<typeof VersionObject>

export const ItemRow = Type.Object({
  id: Id,
  line: Type.String(),
  code: Type.String(),
  state: ItemState,
  publishedAt: Nullable(Moment),
  /** The published version, else the newest. */
  version: ItemVersion,
  /** Number of a newer version that is not published yet. */
  pendingNumber: Nullable(Type.Integer()),
  can: Type.Record(Type.String(), Type.Boolean()),
})

export const VersionSummary = Type.Object({
  id: Id,
  number: Type.Integer(),
  changeKinds: Type.Array(ChangeKind),
  changeNote: Type.String(),
  madeBy: Type.String(),
  madeAt: Moment,
  published: Type.Boolean(),
})

/** An item with one of its versions and the list of all. */
export const ItemView = Type.Object({
  id: Id,
  line: Type.String(),
  code: Type.String(),
  state: ItemState,
  publishedAt: Nullable(Moment),
  version: ItemVersion,
  versions: Type.Array(VersionSummary),
  can: Type.Record(Type.String(), Type.Boolean()),
})

export const HandbookEdition = Type.Object({
  id: Id,
  edition: Type.Integer(),
  title: TextPair,
  foreword: Type.String(),
  compiledBy: Type.String(),
  compiledAt: Moment,
})

/** One edition of the handbook, whole. */
export const HandbookView = Type.Object({
  ...HandbookEdition.properties,
  bureauName: Type.String(),
  items: Type.Array(ItemVersion),
  editions: Type.Array(HandbookEdition),
  /** Whether it is the newest edition. */
  current: Type.Boolean(),
  /** Items published since that this edition does not have; 0 when up to date. */
  changedSince: Type.Integer(),
  /** Whether the reader has opened this edition before. */
  opened: Type.Boolean(),
  can: Type.Record(Type.String(), Type.Boolean()),
})

/** One unit an edition was pushed to, and who of it has opened it. */
export const NoticeRow = Type.Object({
  unitId: Id,
  unitName: Type.String(),
  openedBy: Type.Integer(),
  firstOpenedAt: Nullable(Moment),
  firstOpenedBy: Nullable(Type.String()),
})
