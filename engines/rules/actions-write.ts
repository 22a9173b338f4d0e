import { Type } from 'typebox'
import { Day, Done, Id, Nullable, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { AreaCode, NewValueInput, RuleId, ValueInput } from './schema.ts'

const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' })

/** What people change: always a new value, the old one is ended and stays. */
export const writeActions = {
  addValue: write({
    path: '/rules/:ruleId/values',
    permission: 'rules.write',
    input: Type.Object({ ruleId: RuleId, ...NewValueInput, reason: Reason }),
    output: Type.Object({ id: Id }),
    summary: text('增加本地或其他适用对象的限值', 'Add a value: of one’s own area, or for something else'),
  }),
  replaceValue: write({
    path: '/rule-values/:valueId/successor',
    permission: 'rules.write',
    input: Type.Object({ valueId: Id, ...ValueInput, reason: Reason }),
    output: Type.Object({ id: Id }),
    summary: text('以新限值接替', 'Put a new value in the place of one'),
  }),
  endValue: write({
    path: '/rule-values/:valueId/end',
    permission: 'rules.write',
    input: Type.Object({
      valueId: Id,
      /** The first day on which it no longer counts; today when absent. */ on: Type.Optional(Day),
      reason: Reason,
    }),
    output: Done,
    summary: text('停用一个限值', 'End a value'),
  }),
  setJurisdiction: write({
    method: 'PUT',
    path: '/rules-setting',
    permission: 'rules.write',
    input: Type.Object({ jurisdiction: Nullable(AreaCode) }),
    output: Done,
    summary: text('设定本机关所在地区', 'Say where the bureau stands'),
  }),
}
