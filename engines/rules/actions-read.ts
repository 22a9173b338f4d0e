import { Type } from 'typebox'
import { Day, download, Id, Nullable, PageOf, paging, read } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  DecisionRow,
  EffectName,
  FieldName,
  HistoryRow,
  LimitShape,
  MarkName,
  OutcomeName,
  Parts,
  RuleId,
  RuleRow,
  RuleView,
  VerdictShape,
} from './schema.ts'

const format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))
const search = Type.Optional(Type.String({ maxLength: 50 }))
const ruleFilters = {
  field: Type.Optional(FieldName),
  mark: Type.Optional(MarkName),
  effect: Type.Optional(EffectName),
  /** Only rules that have a value of the bureau's own area or unit. */
  local: Type.Optional(Type.Boolean()),
  search,
}
const decisionFilters = {
  rule: Type.Optional(RuleId),
  outcome: Type.Optional(OutcomeName),
  refused: Type.Optional(Type.Boolean()),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  search,
}

/** What is there: rules, their values, what they were used for. */
export const readActions = {
  listRules: read({
    path: '/rules',
    permission: 'rules.read',
    input: Type.Object({ ...paging, ...ruleFilters }),
    output: PageOf(RuleRow),
    summary: text(
      '全部规则：限值、用在哪里、起作用多少次',
      'Every rule: its limit, where it bites, how often it did',
    ),
  }),
  exportRules: download({
    path: '/rules/export',
    permission: 'rules.read',
    input: Type.Object({ ...ruleFilters, format }),
    summary: text('导出规则', 'Export rules'),
  }),
  readRule: read({
    path: '/rules/:ruleId',
    permission: 'rules.read',
    input: Type.Object({ ruleId: RuleId, from: Type.Optional(Day), to: Type.Optional(Day) }),
    output: RuleView,
    summary: text('一条规则的全部限值', 'A rule with all its values'),
  }),
  readRuleHistory: read({
    path: '/rules/:ruleId/history',
    permission: 'rules.read',
    input: Type.Object({ ruleId: RuleId }),
    output: Type.Object({ items: Type.Array(HistoryRow) }),
    summary: text('一条规则的变更记录', 'What people changed of a rule'),
  }),
  tryRule: read({
    path: '/rules/:ruleId/trial',
    permission: 'rules.read',
    input: Type.Object({
      ruleId: RuleId,
      value: Type.Number({ exclusiveMinimum: -1e12, exclusiveMaximum: 1e12 }),
      key: Parts,
      operand: Parts,
      on: Type.Optional(Day),
      unitId: Type.Optional(Id),
    }),
    output: VerdictShape,
    summary: text('试算：一个数是否在限值内', 'Try a number against a rule'),
  }),
  readLimit: read({
    path: '/rules/:ruleId/limit',
    permission: 'signed-in',
    input: Type.Object({
      ruleId: RuleId,
      key: Parts,
      operand: Parts,
      on: Type.Optional(Day),
      unitId: Type.Optional(Id),
    }),
    output: Type.Object({ limit: Nullable(LimitShape) }),
    summary: text('填表时看到的限值', 'The limit a form shows beside its field'),
  }),
  listDecisions: read({
    path: '/rule-decisions',
    permission: 'rules.read',
    input: Type.Object({ ...paging, ...decisionFilters }),
    output: PageOf(DecisionRow),
    summary: text('规则用过的记录', 'Decisions in which rules were used'),
  }),
  exportDecisions: download({
    path: '/rule-decisions/export',
    permission: 'rules.read',
    input: Type.Object({ ...decisionFilters, format }),
    summary: text('导出规则用过的记录', 'Export decisions'),
  }),
  readSetting: read({
    path: '/rules-setting',
    permission: 'rules.read',
    input: Type.Object({}),
    output: Type.Object({ jurisdiction: Nullable(Type.String()) }),
    summary: text('本机关所在地区', 'Where the bureau stands'),
  }),
}
