import { Type } from 'typebox'
import { Done, download, Id, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { PlannedInput, PlannedRow } from './planned-schema.ts'

const filters = {
  search: Type.Optional(Type.String({ maxLength: 50 })),
  /** Also what was written or dropped. */
  all: Type.Optional(Type.Boolean()),
}

/** 待编标准: what is to be written next, and why that first. */
export const plannedActions = {
  listPlanned: read({
    path: '/standards/planned',
    permission: 'standards.conformity',
    input: Type.Object({ ...paging, ...filters }),
    output: PageOf(PlannedRow),
    summary: text('待编标准，急用优先、先易后难、由低到高', 'Standards to be written, the most urgent first'),
  }),
  exportPlanned: download({
    path: '/standards/planned/export',
    permission: 'standards.conformity',
    input: Type.Object({
      ...filters,
      format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])),
    }),
    summary: text('导出待编标准', 'Export standards to be written'),
  }),
  addPlanned: write({
    path: '/standards/planned',
    permission: 'standards.write',
    input: Type.Object(PlannedInput),
    output: Type.Object({ id: Id }),
    summary: text('列入待编', 'Put on the list to be written'),
  }),
  changePlanned: write({
    method: 'PUT',
    path: '/standards/planned/:plannedId',
    permission: 'standards.write',
    input: Type.Object({ plannedId: Id, ...PlannedInput }),
    output: Done,
    summary: text('修改待编标准', 'Change what is to be written'),
  }),
  dropPlanned: write({
    path: '/standards/planned/:plannedId/removal',
    permission: 'standards.write',
    input: Type.Object({
      plannedId: Id,
      reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }),
    }),
    output: Done,
    summary: text('不再编写', 'Drop what was to be written'),
  }),
}
