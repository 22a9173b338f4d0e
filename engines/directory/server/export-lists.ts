import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { directory } from '../module.ts'
import type { IdentityKind, RoomKind, UnitKind } from '../schema.ts'
import { identityKinds, roomKinds, unitKinds } from '../words.ts'
import { filteredPeople } from './people-queries.ts'
import { filteredRooms, filteredSites } from './place-queries.ts'
import { filteredUnits } from './unit-queries.ts'

type Actions = typeof directory.actions

/** Headings are those of the import, so that a list that was corrected in a spreadsheet can come back. */
function table(headings: string[], rows: (string | number | null)[][], title: string) {
  const columns = headings.map((heading, index) => ({
    heading,
    kind: rows.some((row) => typeof row[index] === 'number') ? ('number' as const) : ('text' as const),
  }))
  return { title, columns, rows }
}

export async function exportUnits(ctx: Ctx, input: InputOf<Actions['exportUnits']>): Promise<FileAnswer> {
  const rows = await filteredUnits(ctx, input).orderBy('unit.code').execute()
  const headings = ['单位编码', '单位名称', '简称', '上级单位', '级别', '类别', '人数', '撤销日期']
  const lines = rows.map((row) => [
    row.code,
    row.name,
    row.short_name,
    row.parent_name,
    row.level,
    unitKinds[row.kind as UnitKind].zh,
    row.people,
    row.closed_on,
  ])
  return sheetAnswer(table(headings, lines, '单位'), input.format ?? 'xlsx', '单位')
}

export async function exportPeople(ctx: Ctx, input: InputOf<Actions['exportPeople']>): Promise<FileAnswer> {
  const rows = await filteredPeople(ctx, input).orderBy('person.staff_no').execute()
  const open = ctx.has('directory.read-private')
  const headings = ['工号', '姓名', '单位', '职务', '职级', '人员类别', '手机', '技能', '离任日期']
  const lines = rows.map((row) => [
    row.staff_no,
    row.name,
    row.unit_name,
    row.title,
    row.rank,
    identityKinds[row.identity_kind as IdentityKind].zh,
    open ? row.mobile : null,
    row.skills.join('、'),
    row.left_on,
  ])
  return sheetAnswer(table(headings, lines, '人员'), input.format ?? 'xlsx', '人员')
}

export async function exportSites(ctx: Ctx, input: InputOf<Actions['exportSites']>): Promise<FileAnswer> {
  const rows = await filteredSites(ctx, input).orderBy('site.code').execute()
  const headings = ['物业编号', '物业名称', '类型', '建筑面积', '地址', '院区', '房间数', '停用日期']
  const lines = rows.map((row) => [
    row.code,
    row.name,
    row.kind,
    row.floor_area_m2,
    row.address,
    row.campus_name,
    row.rooms,
    row.closed_on,
  ])
  return sheetAnswer(table(headings, lines, '物业'), input.format ?? 'xlsx', '物业')
}

export async function exportRooms(ctx: Ctx, input: InputOf<Actions['exportRooms']>): Promise<FileAnswer> {
  const rows = await filteredRooms(ctx, input)
    .orderBy('site.code')
    .orderBy('room.floor_number')
    .orderBy('room.code')
    .execute()
  const headings = ['房间编号', '房间', '物业', '楼层', '用途', '使用单位', '停用日期']
  const lines = rows.map((row) => [
    row.code,
    row.name,
    row.site_name,
    row.floor,
    roomKinds[row.kind as RoomKind].zh,
    row.unit_name,
    row.closed_on,
  ])
  return sheetAnswer(table(headings, lines, '房间'), input.format ?? 'xlsx', '房间')
}
