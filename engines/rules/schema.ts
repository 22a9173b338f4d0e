import { type Static, Type } from 'typebox'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { fields } from './fields.ts'
import { jurisdictionPattern, levels } from './jurisdiction.ts'
import { effects, marks, ops, outcomes, ruleUnits } from './value.ts'

export const RuleId = Type.String({ pattern: '^[A-Z][A-Z0-9]*(\\.[A-Z][A-Z0-9_]*)+$', maxLength: 80 })
export const FieldName = Type.Enum(fields)
export const MarkName = Type.Enum(marks)
export const EffectName = Type.Enum(effects)
export const OutcomeName = Type.Enum(outcomes)
const UnitName = Type.Enum(ruleUnits)
export const Jurisdiction = Type.String({ pattern: jurisdictionPattern })
/** Six digits of GB/T 2260. */
export const AreaCode = Type.String({ pattern: '^[1-9][0-9]{5}$' })

/** `vehicleClass=EMERGENCY_SUPPORT`: parts of a key, or numbers a formula needs, in an address. */
export const Part = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]{0,30}=[^=]{1,60}$' })
export const Parts = Type.Optional(Type.Array(Part, { maxItems: 8 }))

/** To what a value applies. */
const KeyInput = Type.Record(
  Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]{0,30}$' }),
  Type.String({ minLength: 1, maxLength: 60 }),
  { maxProperties: 6, additionalProperties: false },
)

const Line = (maxLength: number) => Type.Optional(Type.String({ maxLength }))
const SourceInput = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  docNo: Line(100),
  article: Line(100),
  url: Line(500),
  mark: MarkName,
  checkedOn: Day,
})

/** What a person says of a limit; `from` is today when absent. */
export const ValueInput = {
  op: Type.Enum(ops),
  value: Nullable(Type.Number({ exclusiveMinimum: -1e12, exclusiveMaximum: 1e12 })),
  formula: Type.Optional(Nullable(Type.String({ maxLength: 60 }))),
  unit: UnitName,
  effect: EffectName,
  overrides: Type.Optional(Type.Boolean()),
  from: Type.Optional(Day),
  source: SourceInput,
}
export const NewValueInput = { key: KeyInput, jurisdiction: Jurisdiction, ...ValueInput }

/** How often it was used: numbers held against it, or its value worked with; and what came of it. */
const Counts = Type.Object({
  asked: Type.Integer(),
  read: Type.Integer(),
  informed: Type.Integer(),
  warned: Type.Integer(),
  blocked: Type.Integer(),
})

export const RuleRow = Type.Object({
  /** Of the rule, `FLEET.PRICE_CAP`. */
  id: Type.String(),
  field: FieldName,
  title: TextPair,
  /** Where it bites. */
  uses: TextPair,
  /** In force today. */
  values: Type.Integer(),
  /** Of them, those of the bureau's own area or unit. */
  local: Type.Integer(),
  /** Of those in force, the surest mark and the strongest effect. */
  mark: Nullable(MarkName),
  effect: Nullable(EffectName),
  /** “不超过 120000 元（机要通信用车）”, where there is only one. */
  limit: Nullable(TextPair),
  counts: Counts,
})
export type RuleRow = Static<typeof RuleRow>

export const valueStates = ['IN_FORCE', 'LATER', 'ENDED'] as const

export const ValueView = Type.Object({
  id: Id,
  key: Type.Record(Type.String(), Type.String()),
  keyWords: Nullable(TextPair),
  op: Type.Enum(ops),
  value: Nullable(Type.Number()),
  formula: Nullable(Type.String()),
  unit: UnitName,
  /** “不超过 120000 元”, or the formula in words. */
  limit: TextPair,
  effect: EffectName,
  jurisdiction: Type.String(),
  level: Type.Enum(levels),
  /** A unit's name; null for an area. */
  unitName: Nullable(Type.String()),
  /** Whether it is one of the bureau's own areas. */
  applies: Type.Boolean(),
  overrides: Type.Boolean(),
  from: Day,
  /** The first day on which it no longer counts. */
  to: Nullable(Day),
  state: Type.Enum(valueStates),
  source: Type.Object({
    title: Type.String(),
    docNo: Type.String(),
    article: Type.String(),
    url: Type.String(),
    mark: MarkName,
    checkedOn: Day,
  }),
  /** Came with a release, and was not written by somebody here. */
  national: Type.Boolean(),
  reason: Type.String(),
  createdBy: Type.String(),
  createdAt: Moment,
  endedBy: Nullable(Type.String()),
  endReason: Nullable(Type.String()),
  can: Can,
})
export type ValueView = Static<typeof ValueView>

export const RuleView = Type.Object({
  id: Type.String(),
  field: FieldName,
  title: TextPair,
  uses: TextPair,
  note: Nullable(TextPair),
  /** In force first, the nearest first; then later ones, then ended ones. */
  values: Type.Array(ValueView),
  /** Dimensions its values name, with the words seen for them. */
  dimensions: Type.Array(
    Type.Object({
      name: Type.String(),
      title: TextPair,
      choices: Type.Array(Type.Object({ value: Type.String(), title: TextPair })),
    }),
  ),
  /** What a formula of its values needs. */
  operands: Type.Array(Type.Object({ name: Type.String(), title: TextPair })),
  unit: Nullable(UnitName),
  counts: Counts,
  /** The same by kind of thing, the most first. */
  askedBy: Type.Array(Type.Object({ ...Counts.properties, subjectType: Type.String(), title: TextPair })),
  /** Which days are counted. */
  from: Day,
  to: Day,
  /** The bureau's own area; null while nobody has said it. */
  jurisdiction: Nullable(Type.String()),
  can: Can,
})
export type RuleView = Static<typeof RuleView>

export const VerdictShape = Type.Object({
  ruleId: Type.String(),
  outcome: OutcomeName,
  value: Nullable(Type.Number()),
  limit: Nullable(Type.Number()),
  unit: UnitName,
  words: TextPair,
  source: TextPair,
  mark: Nullable(MarkName),
  valueIds: Type.Array(Id),
})

export const DecisionRow = Type.Object({
  id: Id,
  at: Moment,
  by: Type.String(),
  subjectType: Type.String(),
  label: Type.String(),
  href: Type.String(),
  outcome: OutcomeName,
  refused: Type.Boolean(),
  verdicts: Type.Array(VerdictShape),
})
export type DecisionRow = Static<typeof DecisionRow>

export const LimitShape = Type.Object({
  value: Type.Number(),
  op: Type.Enum(['max', 'min', 'eq']),
  unit: UnitName,
  words: TextPair,
  source: TextPair,
  mark: MarkName,
  valueId: Id,
})

export const HistoryRow = Type.Object({
  id: Id,
  at: Moment,
  by: Type.String(),
  title: TextPair,
  /** What changed, in words. */
  words: TextPair,
  reason: Nullable(Type.String()),
})
