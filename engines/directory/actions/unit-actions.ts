import { Type } from 'typebox'
import { Day, Done, download, Id, Nullable, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Code, Format, Name, Reason, Search, ShortWord, Unit, UnitKind } from '../schema.ts'

const filters = {
  search: Type.Optional(Search),
  kind: Type.Optional(UnitKind),
  parentId: Type.Optional(Id),
  /** Those without a superior unit only. */
  top: Type.Optional(Type.Boolean()),
  /** Also those that are closed. */
  closed: Type.Optional(Type.Boolean()),
}
const fields = {
  name: Name,
  shortName: Type.Optional(Nullable(ShortWord)),
  parentId: Type.Optional(Nullable(Id)),
  level: Type.Optional(Nullable(ShortWord)),
  openedOn: Type.Optional(Nullable(Day)),
}

export const unitActions = {
  listUnits: read({
    path: '/directory/units',
    permission: 'signed-in',
    input: Type.Object({ ...paging, ...filters }),
    output: PageOf(Unit),
    summary: text('单位', 'Units'),
  }),
  exportUnits: download({
    path: '/directory/units/export',
    permission: 'directory.export',
    input: Type.Object({ ...filters, format: Format }),
    summary: text('导出单位', 'Export units'),
  }),
  readUnit: read({
    path: '/directory/units/:unitId',
    permission: 'signed-in',
    input: Type.Object({ unitId: Id }),
    output: Unit,
    summary: text('一个单位', 'A unit'),
  }),
  createUnit: write({
    path: '/directory/units',
    permission: 'directory.write',
    input: Type.Object({ ...fields, code: Code, kind: UnitKind }),
    output: Type.Object({ id: Id }),
    summary: text('新增单位', 'Add a unit'),
  }),
  changeUnit: write({
    method: 'PATCH',
    path: '/directory/units/:unitId',
    permission: 'directory.write',
    input: Type.Object({
      ...Type.Partial(Type.Object({ ...fields, code: Code, kind: UnitKind })).properties,
      unitId: Id,
    }),
    output: Done,
    summary: text('修改单位', 'Change a unit'),
  }),
  closeUnit: write({
    path: '/directory/units/:unitId/closure',
    permission: 'directory.write',
    input: Type.Object({ unitId: Id, day: Day, reason: Reason }),
    output: Done,
    summary: text('撤销单位：自某日起', 'Close a unit from a day'),
  }),
}
