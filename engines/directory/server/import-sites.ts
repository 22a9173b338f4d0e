import type { Ctx } from '#kernel/context.ts'
import { defineImport, type ImportRow, type Remark } from '#kernel/import/import-handler.ts'
import { defineColumns } from '#kernel/sheets/columns.ts'
import { differences } from './differences.ts'
import { loadSites } from './find-named.ts'
import { pinyinOf } from './pinyin-of.ts'
import { given, inParts, splitRepeated } from './repeated-rows.ts'

const columns = defineColumns({
  code: { headings: ['物业编号', '物业编码', '编号'], kind: 'text', maxLength: 40, required: true },
  name: { headings: ['物业名称', '名称', '楼宇名称'], kind: 'text', maxLength: 100, required: true },
  kind: { headings: ['类型', '物业类型', '类别'], kind: 'text', maxLength: 40, required: true },
  area: {
    headings: ['建筑面积', '建筑面积（㎡）', '建筑面积（平方米）', '面积'],
    kind: 'area',
    max: 10_000_000,
    required: true,
  },
  address: { headings: ['地址', '详细地址'], kind: 'text', maxLength: 200 },
  campus: { headings: ['院区', '办公区', '园区'], kind: 'text', maxLength: 100 },
})
type Row = ImportRow<typeof columns>

const smallestUsualM2 = 5
const largestUsualM2 = 500_000

/** Campuses by name or code; those the sheet names first are made. */
async function campusIds(ctx: Ctx, rows: Row[], warnings: Remark[]): Promise<Map<string, string>> {
  const known = await ctx.db.selectFrom('directory.campus').select(['id', 'code', 'name']).execute()
  const ids = new Map(known.flatMap(({ id, code, name }) => [[code, id] as const, [name, id] as const]))
  for (const { line, value } of rows) {
    if (!value.campus || ids.has(value.campus)) continue
    const { id } = await ctx.db
      .insertInto('directory.campus')
      .values({ code: value.campus.slice(0, 40), name: value.campus })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(value.campus, id)
    warnings.push({
      line,
      column: '院区',
      code: 'directory.row_new_campus',
      params: { value: value.campus },
    })
  }
  return ids
}

function warnOfArea({ line, value }: Row): Remark[] {
  if (value.area >= smallestUsualM2 && value.area <= largestUsualM2) return []
  return [{ line, column: '建筑面积', code: 'directory.row_area_odd', params: { value: value.area } }]
}

async function updateSite(ctx: Ctx, old: { id: string; name: string }, wanted: object): Promise<boolean> {
  const { before, after, changed } = differences(old, wanted)
  if (!changed) return false
  const spelling = typeof after.name === 'string' ? pinyinOf(after.name) : {}
  await ctx.db
    .updateTable('directory.site')
    .set({ ...after, ...spelling })
    .where('id', '=', old.id)
    .execute()
  await ctx.emit({
    type: 'directory.site_changed',
    subjectType: 'directory.site',
    subjectId: old.id,
    before,
    after,
  })
  return true
}

/** Sites by their number; an empty cell leaves what is there. */
export const importSites = defineImport({
  columns,
  async take(ctx, rows) {
    const { single, refused } = splitRepeated(rows, ({ value }) => value.code, '物业编号')
    const warnings = single.flatMap(warnOfArea)
    const campuses = await campusIds(ctx, single, warnings)
    const known = new Map((await loadSites(ctx)).map((site) => [site.code, site]))
    const fresh = []
    let changed = 0
    for (const { value } of single) {
      const site = {
        name: value.name,
        kind: value.kind,
        floor_area_m2: value.area,
        address: given(value.address),
        campus_id: value.campus ? campuses.get(value.campus)! : undefined,
      }
      const old = known.get(value.code)
      if (!old) fresh.push({ ...site, code: value.code, ...pinyinOf(value.name) })
      else if (await updateSite(ctx, old, site)) changed++
    }
    for (const part of inParts(fresh)) await ctx.db.insertInto('directory.site').values(part).execute()
    return { changed: changed + fresh.length, refused, warnings }
  },
  async current(ctx) {
    const rows = await ctx.db
      .selectFrom('directory.site as site')
      .leftJoin('directory.campus as campus', (join) =>
        join.onRef('campus.bureau_id', '=', 'site.bureau_id').onRef('campus.id', '=', 'site.campus_id'),
      )
      .select(['site.code', 'site.name', 'site.kind', 'site.floor_area_m2', 'site.address'])
      .select('campus.name as campus')
      .where('site.closed_on', 'is', null)
      .orderBy('site.code')
      .execute()
    return rows.map(({ floor_area_m2, ...row }) => ({ ...row, area: floor_area_m2 }))
  },
})
