import type { Text } from '#kernel/contract/text.ts'

export const ruleUnits = [
  ...[
    'CNY',
    'CNY_PER_PERSON_DAY',
    'CNY_PER_M2',
    'L',
    'YEAR',
    'MONTH',
    'DAY',
    'WORKDAY',
    'HOUR',
    'MINUTE',
    'SECOND',
  ],
  ...[
    'M2',
    'M2_PER_PERSON',
    'M2_PER_SPACE',
    'MM',
    'PERSON',
    'PERCENT',
    'PERCENT_PER_DAY',
    'TIMES',
    'PIECE',
    'SHEET',
  ],
  ...['GRAM', 'CELSIUS', 'MG_PER_L', 'LUX', 'KGCE_PER_KWH', 'KGCE_PER_KG', 'KGCE_PER_M3', 'KGCE_PER_MJ'],
  ...['KGCE_PER_M2', 'KGCE_PER_PERSON', 'M3_PER_PERSON', 'TCE_10K', 'M3_100M', 'T_CO2_100M'],
] as const
export type RuleUnit = (typeof ruleUnits)[number]

export const effects = ['info', 'warn', 'block'] as const
export type Effect = (typeof effects)[number]
export const ops = ['max', 'min', 'eq', 'formula'] as const
export type Op = (typeof ops)[number]
/** A = the statute was read, B = seen in at least one copy, C = from memory. */
export const marks = ['A', 'B', 'C'] as const
export type Mark = (typeof marks)[number]
export const outcomes = ['OK', 'INFO', 'WARN', 'BLOCK'] as const
export type Outcome = (typeof outcomes)[number]

/** To what a value applies; a dimension left out, or `*`, fits everything. */
export type Key = Readonly<Record<string, string>>

export interface Source {
  title: string
  docNo: string
  article: string
  url: string
  mark: Mark
  /** The day somebody last looked at it. */
  checkedOn: string
}

/** A limit as it stands in the table. `to` is the first day on which it no longer counts. */
export interface RuleValue {
  id: string
  ruleId: string
  key: Key
  op: Op
  /** Null for a formula. */
  value: number | null
  formula: string | null
  unit: RuleUnit
  effect: Effect
  jurisdiction: string
  overrides: boolean
  from: string
  to: string | null
  source: Source
}

/** What has a title in both languages and is limited. */
export interface RuleName {
  id: string
  title: Text
}

/** Asks one value of one rule. */
export interface RuleCheck {
  ruleId: string
  key: Record<string, string>
  /** In the rule's unit. */
  value: number
  /** The day it counts; today when absent. */
  on?: string
  /** The field of the caller's input, for a refusal. */
  field?: string
  /** What a formula needs, by name. */
  operands?: Record<string, number>
}

/** A value the caller worked with, where no number was held against it: an interval, a rest, a prohibition. */
export interface RuleRead {
  ruleId: string
  key: Record<string, string>
  /** The day it counts; today when absent. */
  on?: string
  /** What the caller made of it: WARN and BLOCK where it warned or refused by it, else OK. */
  outcome?: Outcome
}

/** What one limit says of one value. */
export interface Verdict {
  ruleId: string
  /** OK: within, or no rule known. */
  outcome: Outcome
  value: number | null
  limit: number | null
  unit: RuleUnit
  /** One sentence: what is over, what would be allowed, in people's units. */
  words: Text
  /** 〔title, number, article〕 and its mark; empty where no value is known. */
  source: Text
  mark: Mark | null
  /** The values used. */
  valueIds: string[]
}
