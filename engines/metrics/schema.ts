import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'

/** Names of figures have dots: `repairs.open.count`. */
export const MetricId = Type.String({ pattern: '^[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+$', maxLength: 100 })

/** The days (inclusive) and the place a figure is asked for; the year so far and the whole bureau when absent. */
export const scopeInput = {
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  unit: Type.Optional(Id),
  site: Type.Optional(Id),
}

export const Dimension = Type.Union([Type.Literal('month'), Type.Literal('unit'), Type.Literal('site')])

export const MetricSummary = Type.Object({
  id: Type.String(),
  /** The module it comes from, and its title. */
  module: Type.String(),
  group: TextPair,
  title: TextPair,
  unit: TextPair,
  definition: TextPair,
  decimals: Type.Integer(),
  better: Nullable(Type.Union([Type.Literal('more'), Type.Literal('less')])),
  kind: Type.Union([Type.Literal('moment'), Type.Literal('period')]),
  /** Whether the values of parts make the whole. */
  adds: Type.Boolean(),
  /** How it follows from the rows behind it. */
  from: Type.Union([Type.Literal('sum'), Type.Literal('mean'), Type.Literal('median')]),
  by: Type.Array(Dimension),
  /** For this year: the bureau's own, or the one the figure comes with. */
  target: Nullable(Type.Number()),
})

const Compared = Type.Object({ from: Day, to: Day, value: Nullable(Type.Number()) })

export const Plausible = Type.Object({ ok: Type.Boolean(), reason: Nullable(TextPair) })

export const Figure = Type.Object({
  id: Type.String(),
  title: TextPair,
  unit: TextPair,
  definition: TextPair,
  decimals: Type.Integer(),
  better: Nullable(Type.Union([Type.Literal('more'), Type.Literal('less')])),
  value: Nullable(Type.Number()),
  asOf: Moment,
  from: Day,
  to: Day,
  unitId: Nullable(Id),
  siteId: Nullable(Id),
  /** The same days of the year before. */
  before: Compared,
  /** As many days (or months) right before. */
  previous: Compared,
  target: Nullable(Type.Number()),
  plausible: Plausible,
})
export type Figure = Static<typeof Figure>

export const RecordRow = Type.Object({
  id: Type.String(),
  label: Type.String(),
  at: Nullable(Type.String()),
  value: Type.Number(),
  href: Nullable(Type.String()),
  detail: Type.String(),
})

export const SeriesPoint = Type.Object({
  /** `2014-11` for a month, else the id of the unit or site. */
  key: Type.String(),
  label: Type.String(),
  from: Day,
  to: Day,
  value: Nullable(Type.Number()),
  /** The same part in the same days of the year before; months only. */
  before: Nullable(Type.Number()),
})

export const TargetRow = Type.Object({
  id: Id,
  metric: Type.String(),
  title: TextPair,
  unit: TextPair,
  fromYear: Type.Integer(),
  value: Type.Number(),
  note: Nullable(Type.String()),
  setBy: Type.String(),
  setAt: Moment,
})

/** A number as people write it, understood. */
export const ReadNumber = Type.Object({
  raw: Type.String(),
  value: Type.Number(),
  unit: Type.String(),
  /** 约, 近, 余 …: it is not exact. */
  qualifier: Type.String(),
})
