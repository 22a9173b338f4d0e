import { Type } from 'typebox'
import { read } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Instruments } from '../instrument-schema.ts'

/** 用车制度: which rule or check carries each clause out. */
export const instrumentActions = {
  listInstruments: read({
    path: '/fleet/rules',
    permission: 'fleet.read-rules',
    input: Type.Object({}),
    output: Instruments,
    summary: text(
      '用车制度：各条款由哪条规则或核对执行，近一年触发多少次',
      'The instruments on official vehicles: what carries each clause out, and how often it bit',
    ),
  }),
}
