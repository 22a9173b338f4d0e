import { Type } from 'typebox'
import { Day, download, Id, Nullable, PageOf, paging, read } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Format, filters, Kind, RepairDetail, RepairRow, UnitCost } from '../schema.ts'

const costScope = { from: Type.Optional(Day), to: Type.Optional(Day), unitId: Type.Optional(Id) }

/** What the pages read. */
export const readActions = {
  listRepairs: read({
    path: '/repairs',
    permission: 'repairs.read',
    input: Type.Object({ ...paging, ...filters }),
    output: PageOf(RepairRow),
    summary: text('报修单', 'Repairs'),
  }),
  exportRepairs: download({
    path: '/repairs/export',
    permission: 'repairs.read',
    input: Type.Object({ ...filters, format: Format }),
    summary: text('导出报修单，可再导入', 'Export repairs, importable again'),
  }),
  readCosts: read({
    path: '/repairs/costs',
    permission: 'repairs.read',
    input: Type.Object(costScope),
    output: Type.Object({ items: Type.Array(UnitCost), totalFen: Type.Integer() }),
    summary: text('各单位维修费用', 'Repair costs by unit'),
  }),
  readUse: read({
    path: '/repairs/use',
    permission: 'repairs.read',
    input: Type.Object({ from: Day, to: Day, unitId: Type.Optional(Id) }),
    output: Type.Object({
      /** One line per kind and month (`2026-03`) that had any. */
      items: Type.Array(
        Type.Object({
          kind: Kind,
          month: Type.String(),
          count: Type.Integer(),
          costFen: Type.Integer(),
        }),
      ),
      rated: Type.Integer(),
      satisfaction: Nullable(Type.Number()),
    }),
    summary: text('维修用量、费用和满意度', 'Repairs used, their cost and how they were rated'),
  }),
  exportCosts: download({
    path: '/repairs/costs/export',
    permission: 'repairs.read',
    input: Type.Object({ ...costScope, format: Format }),
    summary: text('导出维修费用', 'Export repair costs'),
  }),
  readRepair: read({
    path: '/repairs/:orderId',
    permission: 'repairs.read',
    input: Type.Object({ orderId: Id }),
    output: RepairDetail,
    summary: text('一张报修单', 'One repair'),
  }),
}
