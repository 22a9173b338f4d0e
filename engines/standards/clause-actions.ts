import { Type } from 'typebox'
import { Day, download, read } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { ClauseView, stages } from './schema.ts'

const Format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))
const period = { from: Type.Optional(Day), to: Type.Optional(Day) }
const search = Type.Optional(Type.String({ maxLength: 50 }))

/** The clauses in force, whatever standard they are of. */
export const clauseActions = {
  listClauses: read({
    path: '/standards/clauses',
    permission: 'signed-in',
    input: Type.Object({ ...period, search, stage: Type.Optional(Type.Enum(stages)) }),
    output: Type.Object({ items: Type.Array(ClauseView) }),
    summary: text('现行条款及执行率', 'Clauses in force and how they are kept'),
  }),
  exportClauses: download({
    path: '/standards/clauses/export',
    permission: 'signed-in',
    input: Type.Object({ ...period, search, stage: Type.Optional(Type.Enum(stages)), format: Format }),
    summary: text('导出条款执行率', 'Export how clauses are kept'),
  }),
}
