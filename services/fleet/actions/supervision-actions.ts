import { Type } from 'typebox'
import { download, Id, PageOf, paging, read } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Format } from '../account-schema.ts'
import { CaseChain, CheckCode, CheckRow, CheckSummary, spanFilters } from '../supervision-schema.ts'

/** 公车监督: what is not in order first, and the way from there to the case. */
export const supervisionActions = {
  listChecks: read({
    path: '/fleet/supervision',
    permission: 'fleet.supervise',
    input: Type.Object(spanFilters),
    output: Type.Object({ from: Type.String(), to: Type.String(), items: Type.Array(CheckSummary) }),
    summary: text('公车监督：各类异常的数量和走势', 'Supervision of official vehicles: exceptions, counted'),
  }),
  listCheckRows: read({
    path: '/fleet/supervision/checks/:code',
    permission: 'fleet.supervise',
    input: Type.Object({ code: CheckCode, ...spanFilters, ...paging }),
    output: PageOf(CheckRow),
    summary: text('一类异常的明细', 'The rows of one kind of exception'),
  }),
  exportChecks: download({
    path: '/fleet/supervision/export',
    permission: 'fleet.supervise',
    input: Type.Object({ code: Type.Optional(CheckCode), ...spanFilters, format: Format }),
    summary: text('导出监督取证材料', 'Export what was found, as evidence'),
  }),
  readCase: read({
    path: '/fleet/supervision/cases/:tripId',
    permission: 'fleet.supervise',
    input: Type.Object({ tripId: Id }),
    output: CaseChain,
    summary: text('一趟出车从申请到费用的全过程', 'A trip from asking to paying'),
  }),
}
