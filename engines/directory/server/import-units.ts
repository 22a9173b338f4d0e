import type { Ctx } from '#kernel/context.ts'
import { defineImport, type ImportRow, type Remark } from '#kernel/import/import-handler.ts'
import { defineColumns } from '#kernel/sheets/columns.ts'
import type { UnitKind } from '../schema.ts'
import { unitKinds } from '../words.ts'
import { differences } from './differences.ts'
import { loadUnits } from './find-named.ts'
import { pinyinOf } from './pinyin-of.ts'
import { given, inParts, splitRepeated } from './repeated-rows.ts'
import { resolveParents } from './resolve-parents.ts'

const columns = defineColumns({
  code: { headings: ['单位编码', '单位编号', '编码'], kind: 'text', maxLength: 40, required: true },
  name: { headings: ['单位名称', '单位', '名称'], kind: 'text', maxLength: 100, required: true },
  parent: { headings: ['上级单位', '主管单位'], kind: 'text', maxLength: 100 },
  level: { headings: ['级别', '单位级别'], kind: 'text', maxLength: 40 },
  kind: {
    headings: ['类别', '单位类别'],
    kind: 'choice',
    choices: { 服务对象: 'client', 后勤中心: 'centre' },
  },
  shortName: { headings: ['简称', '单位简称'], kind: 'text', maxLength: 40 },
})
export type UnitSheetRow = ImportRow<typeof columns>

/** A unit without a kind is served, unless its name says that it serves. */
function kindOf({ line, value }: UnitSheetRow, warnings: Remark[]): UnitKind {
  if (value.kind) return value.kind as UnitKind
  if (!value.name.includes('后勤')) return 'client'
  warnings.push({ line, column: '类别', code: 'directory.row_taken_as_centre' })
  return 'centre'
}

async function updateUnit(ctx: Ctx, old: { id: string }, wanted: object): Promise<boolean> {
  const { before, after, changed } = differences(old, wanted)
  if (!changed) return false
  const spelling = typeof after.name === 'string' ? pinyinOf(after.name) : {}
  await ctx.db
    .updateTable('directory.unit')
    .set({ ...after, ...spelling })
    .where('id', '=', old.id)
    .execute()
  await ctx.emit({
    type: 'directory.unit_changed',
    subjectType: 'directory.unit',
    subjectId: old.id,
    before,
    after,
  })
  return true
}

/** Units by their code; superiors may stand anywhere in the sheet, or be there already. */
export const importUnits = defineImport({
  columns,
  async take(ctx, rows) {
    const { single, refused } = splitRepeated(rows, ({ value }) => value.code, '单位编码')
    const warnings: Remark[] = []
    const known = new Map((await loadUnits(ctx)).map((unit) => [unit.code, unit]))
    const { good, parentCodes, refused: lost } = resolveParents(single, [...known.values()])
    refused.push(...lost)
    const fresh = good.filter(({ value }) => !known.has(value.code))
    for (const part of inParts(fresh)) {
      const values = part.map((row) => ({
        code: row.value.code,
        name: row.value.name,
        short_name: row.value.shortName,
        level: row.value.level,
        kind: kindOf(row, warnings),
        ...pinyinOf(row.value.name),
      }))
      await ctx.db.insertInto('directory.unit').values(values).execute()
    }
    const now = new Map((await loadUnits(ctx)).map((unit) => [unit.code, unit]))
    let changed = fresh.length
    for (const { value } of good) {
      const parentCode = parentCodes.get(value.code)
      const parent = parentCode === undefined ? {} : { parent_id: now.get(parentCode)!.id }
      if (!known.has(value.code)) {
        if (parentCode === undefined) continue
        await ctx.db.updateTable('directory.unit').set(parent).where('code', '=', value.code).execute()
        continue
      }
      const wanted = {
        name: value.name,
        short_name: given(value.shortName),
        level: given(value.level),
        kind: given(value.kind),
        ...parent,
      }
      if (await updateUnit(ctx, now.get(value.code)!, wanted)) changed++
    }
    return { changed, refused, warnings }
  },
  async current(ctx) {
    const units = (await loadUnits(ctx)).filter(({ closed_on }) => closed_on === null)
    const names = new Map<string, number>()
    for (const { name } of units) names.set(name, (names.get(name) ?? 0) + 1)
    const byId = new Map(units.map((unit) => [unit.id, unit]))
    return units.map((unit) => {
      const parent = unit.parent_id ? byId.get(unit.parent_id) : undefined
      return {
        code: unit.code,
        name: unit.name,
        // A name that several units bear would not find its way back.
        parent: parent ? (names.get(parent.name) === 1 ? parent.name : parent.code) : null,
        level: unit.level,
        kind: unitKinds[unit.kind as UnitKind].zh,
        shortName: unit.short_name,
      }
    })
  },
})
