import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { ruleUses } from './instruments.ts'

/** One thing that carries a clause out. */
export const ExecutorView = Type.Object({
  by: Type.Enum(['RULE', 'LIGHT', 'CHECK', 'PART']),
  title: TextPair,
  /** Of a rule: how the service works with it. */
  how: Nullable(Type.Enum([...ruleUses])),
  /** Of a rule with one value in force: what is allowed; else null. */
  limit: Nullable(TextPair),
  /** Of a rule: how many values are in force. */
  values: Nullable(Type.Integer()),
  /** Of a light or a check: how grave. */
  weight: Nullable(Type.Enum(['RED', 'YELLOW'])),
  /** How often it was asked, or its value was gone by, within twelve months; null where that is not counted. */
  asked: Nullable(Type.Integer()),
  /** How often it bit: warned, refused, found. */
  bit: Nullable(Type.Integer()),
  /** Where it opens, for those who may. */
  href: Nullable(Type.String()),
})
export type ExecutorView = Static<typeof ExecutorView>

export const InstrumentView = Type.Object({
  id: Id,
  code: Type.String(),
  title: TextPair,
  version: Type.Integer(),
  issuedAt: Moment,
  clauses: Type.Array(
    Type.Object({
      code: Type.String(),
      title: TextPair,
      body: TextPair,
      /** None: people keep to it. */
      executors: Type.Array(ExecutorView),
    }),
  ),
})
export type InstrumentView = Static<typeof InstrumentView>

export const Instruments = Type.Object({ from: Day, to: Day, items: Type.Array(InstrumentView) })
