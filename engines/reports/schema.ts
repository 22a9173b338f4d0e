import { type Static, Type } from 'typebox'
import { Dimension, MetricId } from '#engines/metrics/schema.ts'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'

export const ReportKind = Type.Union([
  Type.Literal('monthly'),
  Type.Literal('half-year'),
  Type.Literal('annual'),
])
export type ReportKind = Static<typeof ReportKind>
export const SectionRole = Type.Enum(['done', 'problems', 'plan', 'other'])
export type SectionRole = Static<typeof SectionRole>

/** Which value of a figure is meant; the report's own days and the whole bureau when absent. */
export const FigureScope = {
  metric: MetricId,
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  unit: Type.Optional(Id),
  site: Type.Optional(Id),
}

/** 1,043 · 18.68万 · 1.2亿 */
export const NumberStyle = Type.Union([Type.Literal('plain'), Type.Literal('wan'), Type.Literal('yi')])
/** 约1,000 · 近1,000 · 60余 (cut to tens, hundreds …) */
export const Qualifier = Type.Union([Type.Literal('about'), Type.Literal('nearly'), Type.Literal('over')])

export const TextRun = Type.Object({
  kind: Type.Literal('text'),
  text: Type.String({ maxLength: 4000 }),
  bold: Type.Optional(Type.Boolean()),
})

/** A live figure inside a sentence; people write around it and never retype it. */
export const FigureRun = Type.Object({
  kind: Type.Literal('figure'),
  ...FigureScope,
  /** `value`: the figure itself; `before`: that of the year before; `difference`, `change`: 增加12项, 增长3.5%. */
  show: Type.Optional(Type.Enum(['value', 'before', 'difference', 'change'])),
  style: Type.Optional(NumberStyle),
  qualifier: Type.Optional(Qualifier),
  /** Whether the unit stands behind the number; it does when absent. */
  withUnit: Type.Optional(Type.Boolean()),
  /** In answers: the figure it shows, in `figures`, and how it reads. What is sent back is ignored. */
  key: Type.Optional(Type.String({ maxLength: 300 })),
  shown: Type.Optional(Type.String({ maxLength: 200 })),
})
export type FigureRun = Static<typeof FigureRun>
export const Run = Type.Union([TextRun, FigureRun])
export type Run = Static<typeof Run>

/** A table as it reads; in answers only. */
export const ShownTable = Type.Object({
  columns: Type.Array(Type.Object({ heading: Type.String(), number: Type.Boolean() })),
  rows: Type.Array(Type.Array(Type.String())),
})

export const Paragraph = Type.Object({
  kind: Type.Literal('paragraph'),
  runs: Type.Array(Run, { maxItems: 200 }),
  /** Which suggestion it came from. */
  suggestion: Type.Optional(Type.String({ maxLength: 300 })),
})
export const Heading = Type.Object({
  kind: Type.Literal('heading'),
  level: Type.Integer({ minimum: 2, maximum: 4 }),
  text: Type.String({ minLength: 1, maxLength: 200 }),
})
/** Figures against the period before and their targets. */
export const FigureTable = Type.Object({
  kind: Type.Literal('figures'),
  caption: Type.String({ maxLength: 200 }),
  metrics: Type.Array(MetricId, { minItems: 1, maxItems: 100 }),
  shown: Type.Optional(ShownTable),
})
/** One figure: ourselves now and before, and peers with their source (RPT-08). */
export const PeerTable = Type.Object({
  kind: Type.Literal('peers'),
  caption: Type.String({ maxLength: 200 }),
  metric: MetricId,
  shown: Type.Optional(ShownTable),
})
export const TextTable = Type.Object({
  kind: Type.Literal('table'),
  caption: Type.String({ maxLength: 200 }),
  columns: Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 12 }),
  rows: Type.Array(Type.Array(Type.String({ maxLength: 1000 }), { maxItems: 12 }), { maxItems: 200 }),
})
export const ChartPoint = Type.Object({
  key: Type.String(),
  label: Type.String(),
  value: Nullable(Type.Number()),
})
export const Chart = Type.Object({
  kind: Type.Literal('chart'),
  /** The sentence the chart proves. */
  caption: Type.String({ maxLength: 200 }),
  metric: MetricId,
  by: Dimension,
  /** In answers: live in a draft, as they were in a frozen report. */
  points: Type.Optional(Type.Array(ChartPoint, { maxItems: 500 })),
})
export const Block = Type.Union([Paragraph, Heading, FigureTable, PeerTable, TextTable, Chart])
export type Block = Static<typeof Block>
export const Blocks = Type.Array(Block, { maxItems: 300 })

/** A figure of a report: live in a draft, as it was in a frozen one. */
export const ReportFigure = Type.Object({
  key: Type.String(),
  metric: Type.String(),
  title: Type.String(),
  unit: Type.String(),
  definition: Type.String(),
  decimals: Type.Integer(),
  from: Day,
  /** The cut-off. */
  to: Day,
  unitId: Nullable(Id),
  siteId: Nullable(Id),
  value: Nullable(Type.Number()),
  before: Type.Object({ from: Day, to: Day, value: Nullable(Type.Number()) }),
  target: Nullable(Type.Number()),
  asOf: Moment,
  /** Why the value cannot be right; null when it can. */
  implausible: Nullable(Type.String()),
  records: Nullable(Type.Integer()),
})
export type ReportFigure = Static<typeof ReportFigure>

export const Section = Type.Object({
  id: Id,
  position: Type.Integer(),
  role: SectionRole,
  heading: Type.String(),
  version: Type.Integer(),
  changedAt: Moment,
  changedBy: Type.String(),
  blocks: Type.Array(Block),
})
export type Section = Static<typeof Section>

/** The eight fields of public disclosure (RPT-06), as they are filled in. */
export const disclosureInput = {
  indexNumber: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
  category: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
  publisher: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  writtenOn: Type.Optional(Nullable(Day)),
  disclosureName: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  documentNumber: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
  publishedOn: Type.Optional(Nullable(Day)),
  keywords: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
}

export const ReportRow = Type.Object({
  id: Id,
  state: Type.Enum(['DRAFT', 'REVIEW', 'FROZEN', 'PUBLISHED', 'VOIDED']),
  kind: ReportKind,
  title: Type.String(),
  from: Day,
  to: Day,
  cutoffOn: Day,
  /** 截至2014年11月底 */
  cutoffWords: Type.String(),
  version: Type.Integer(),
  createdAt: Moment,
  createdBy: Type.String(),
  frozenAt: Nullable(Moment),
  frozenBy: Nullable(Type.String()),
  publishedOn: Nullable(Day),
  can: Can,
})

export const Disclosure = Type.Object({
  indexNumber: Nullable(Type.String()),
  category: Nullable(Type.String()),
  publisher: Nullable(Type.String()),
  writtenOn: Nullable(Day),
  disclosureName: Nullable(Type.String()),
  documentNumber: Nullable(Type.String()),
  publishedOn: Nullable(Day),
  keywords: Nullable(Type.String()),
})

export const ReportDetail = Type.Object({
  ...ReportRow.properties,
  addressee: Nullable(Type.String()),
  disclosure: Disclosure,
  frozenHash: Nullable(Type.String()),
  voidedReason: Nullable(Type.String()),
  sections: Type.Array(Section),
  /** Every figure the report shows, by key. */
  figures: Type.Array(ReportFigure),
})

export const Finding = Type.Object({
  /** `block` must be put right before the freeze; `warn` should be looked at. */
  weight: Type.Union([Type.Literal('block'), Type.Literal('warn')]),
  code: Type.String(),
  message: Type.String(),
  sectionId: Nullable(Id),
  blockIndex: Nullable(Type.Integer()),
  found: Type.String(),
})
export type Finding = Static<typeof Finding>

export const Suggestion = Type.Object({
  /** Names it when it is accepted. */
  key: Type.String(),
  metric: Type.String(),
  title: TextPair,
  because: TextPair,
  /** Where it opens. */
  href: Nullable(Type.String()),
  problem: Type.Array(Run),
  plan: Type.Array(Run),
  accepted: Type.Boolean(),
})

export const Difference = Type.Object({
  key: Type.String(),
  metric: Type.String(),
  title: Type.String(),
  unit: Type.String(),
  decimals: Type.Integer(),
  from: Day,
  to: Day,
  frozen: Nullable(Type.Number()),
  frozenAsOf: Moment,
  now: Nullable(Type.Number()),
  difference: Nullable(Type.Number()),
  frozenRecords: Nullable(Type.Integer()),
  /** The value may be the same while other rows make it. */
  recordsChanged: Type.Boolean(),
})

export const BenchmarkRow = Type.Object({
  id: Id,
  metric: Type.String(),
  title: TextPair,
  unit: TextPair,
  peer: Type.String(),
  value: Type.Number(),
  rawText: Nullable(Type.String()),
  source: Type.String(),
  sourceOn: Day,
  note: Nullable(Type.String()),
  can: Can,
})

/** One line of the table that compares periods, peers and units. */
export const ComparisonRow = Type.Object({
  kind: Type.Enum(['own', 'before', 'previous', 'unit', 'peer']),
  label: Type.String(),
  value: Nullable(Type.Number()),
  /** Our own value less this one. */
  difference: Nullable(Type.Number()),
  from: Nullable(Day),
  to: Nullable(Day),
  source: Nullable(Type.String()),
  sourceOn: Nullable(Day),
})
