import { setImmediate } from 'node:timers/promises'
import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import { defineImport, type ImportRow, type Remark, type TakeStep } from '#kernel/import/import-handler.ts'
import { defineColumns } from '#kernel/sheets/columns.ts'
import type { IdentityKind } from '../schema.ts'
import { identityKinds } from '../words.ts'
import { differences } from './differences.ts'
import { type Found, findNamed, loadUnits } from './find-named.ts'
import { movePost } from './move-post.ts'
import { pinyinOf } from './pinyin-of.ts'
import { given, inParts, splitRepeated } from './repeated-rows.ts'

const columns = defineColumns({
  staffNo: { headings: ['工号', '人员编号', '职工编号'], kind: 'text', maxLength: 40, required: true },
  name: { headings: ['姓名'], kind: 'text', maxLength: 50, required: true },
  unit: { headings: ['单位', '所在单位', '部门', '单位名称'], kind: 'text', maxLength: 100, required: true },
  title: { headings: ['职务', '岗位'], kind: 'text', maxLength: 60 },
  rank: { headings: ['职级'], kind: 'text', maxLength: 40 },
  identity: {
    headings: ['人员类别', '身份', '人员身份'],
    kind: 'choice',
    choices: {
      公务员: 'CIVIL_SERVANT',
      事业人员: 'INSTITUTION_STAFF',
      临聘人员: 'TEMPORARY_STAFF',
      服务外包人员: 'OUTSOURCED_STAFF',
      事业编制: 'INSTITUTION_STAFF',
      聘用人员: 'TEMPORARY_STAFF',
      外包人员: 'OUTSOURCED_STAFF',
    },
    required: true,
  },
  mobile: { headings: ['手机', '手机号', '手机号码', '联系电话', '联络电话', '电话'], kind: 'phone' },
  skills: { headings: ['技能', '工种'], kind: 'text', maxLength: 500 },
  origin: { headings: ['来源', '派遣单位'], kind: 'text', maxLength: 100 },
  education: { headings: ['学历'], kind: 'text', maxLength: 40 },
  keyPerson: { headings: ['重点服务对象'], kind: 'choice', choices: { 是: 'yes', 否: 'no' } },
})
type Row = ImportRow<typeof columns>
const breathEvery = 1000
type Known = Selectable<DB['directory.person']>
interface GoodRow extends Row {
  unitId: string
  skills: string[] | undefined
}

/** `王　一`, spaced to stand below names of three characters, is 王一. */
function nameIn(words: string): string {
  return /^\p{Script=Han}(\s*\p{Script=Han}){1,3}$/u.test(words) ? words.replace(/\s+/g, '') : words
}

function skillsIn(words: string | null): string[] | undefined {
  if (words === null) return undefined
  return [...new Set(words.split(/[、,，;；/\s]+/).filter(Boolean))]
}

type FindUnit = (words: string) => Found<{ id: string; closed_on: string | null }>

/** Looks over one row against the units and people there are. */
function checkRow(row: Row, find: FindUnit, known: Map<string, Known>) {
  const { line, value } = row
  const remarks: Remark[] = []
  const found = find(value.unit)
  const unit = 'row' in found ? found.row : null
  if ('count' in found) {
    const code = found.count > 1 ? 'directory.row_ambiguous_unit' : 'directory.row_unknown_unit'
    remarks.push({ line, column: '单位', code, params: { value: value.unit, count: found.count } })
  } else if (found.row.closed_on)
    remarks.push({ line, column: '单位', code: 'directory.row_closed_unit', params: { value: value.unit } })
  const skills = skillsIn(value.skills)
  if (skills && (skills.length > 20 || skills.some((skill) => skill.length > 20)))
    remarks.push({ line, column: '技能', code: 'directory.row_bad_skills' })
  if (known.get(value.staffNo)?.left_on)
    remarks.push({ line, column: '工号', code: 'directory.row_left', params: { value: value.name } })
  return { remarks, unit, skills }
}

/** What the sheet says of a person, by column of the table. */
function wantedOf({ value, skills }: GoodRow) {
  return {
    name: nameIn(value.name),
    rank: given(value.rank),
    identity_kind: value.identity,
    mobile: given(value.mobile),
    skills,
    origin: given(value.origin),
    education: given(value.education),
    key_person: value.keyPerson === null ? undefined : value.keyPerson === 'yes',
  }
}

async function insertPeople(ctx: Ctx, rows: GoodRow[], step: TakeStep): Promise<void> {
  let taken = 0
  for (const part of inParts(rows)) {
    const people = part.map((row) => ({
      ...wantedOf(row),
      staff_no: row.value.staffNo,
      unit_id: row.unitId,
      title: row.value.title,
      skills: row.skills ?? [],
      key_person: row.value.keyPerson === 'yes',
      ...pinyinOf(nameIn(row.value.name), true),
    }))
    const made = await ctx.db
      .insertInto('directory.person')
      .values(people)
      .returning(['id as person_id', 'unit_id', 'title'])
      .execute()
    await ctx.db.insertInto('directory.post').values(made).execute()
    taken += part.length
    await step(taken)
  }
}

async function updatePerson(ctx: Ctx, old: Known, row: GoodRow): Promise<boolean> {
  const { before, after, changed } = differences(old, wantedOf(row))
  const moved = await movePost(ctx, old, { unitId: row.unitId, title: row.value.title ?? old.title })
  if (!changed) return moved
  const spelling = typeof after.name === 'string' ? pinyinOf(after.name, true) : {}
  await ctx.db
    .updateTable('directory.person')
    .set({ ...after, ...spelling })
    .where('id', '=', old.id)
    .execute()
  await ctx.emit({
    type: 'directory.person_changed',
    subjectType: 'directory.person',
    subjectId: old.id,
    before,
    after,
  })
  return true
}

/** People by their staff number; two may share a name. Another unit or title begins a new post today. */
export const importPeople = defineImport({
  columns,
  async take(ctx, rows, step) {
    const { single, refused } = splitRepeated(rows, ({ value }) => value.staffNo, '工号')
    const find = findNamed(await loadUnits(ctx))
    const people = await ctx.db.selectFrom('directory.person').selectAll().execute()
    const known = new Map(people.map((person) => [person.staff_no, person]))
    const good: GoodRow[] = []
    for (const [index, row] of single.entries()) {
      // Others want their answers while 100,000 lines are looked over.
      if (index % breathEvery === 0) await setImmediate()
      const { remarks, unit, skills } = checkRow(row, find, known)
      refused.push(...remarks)
      if (remarks.length === 0 && unit) good.push({ ...row, unitId: unit.id, skills })
    }
    const fresh = good.filter(({ value }) => !known.has(value.staffNo))
    await insertPeople(ctx, fresh, step)
    let changed = fresh.length
    for (const [index, row] of good.entries()) {
      if (index % 200 === 0) await step(Math.max(fresh.length, index))
      const old = known.get(row.value.staffNo)
      if (old && (await updatePerson(ctx, old, row))) changed++
    }
    return { changed, refused, warnings: [] }
  },
  async current(ctx) {
    const find = findNamed(await loadUnits(ctx))
    const rows = await ctx.db
      .selectFrom('directory.person as person')
      .innerJoin('directory.unit as unit', (join) =>
        join.onRef('unit.bureau_id', '=', 'person.bureau_id').onRef('unit.id', '=', 'person.unit_id'),
      )
      .selectAll('person')
      .select(['unit.name as unit_name', 'unit.code as unit_code'])
      .where('person.left_on', 'is', null)
      .orderBy('person.staff_no')
      .execute()
    return rows.map((row) => ({
      staffNo: row.staff_no,
      name: row.name,
      unit: 'row' in find(row.unit_name) ? row.unit_name : row.unit_code,
      title: row.title,
      rank: row.rank,
      identity: identityKinds[row.identity_kind as IdentityKind].zh,
      mobile: row.mobile,
      skills: row.skills.join('、') || null,
      origin: row.origin,
      education: row.education,
      keyPerson: row.key_person ? '是' : null,
    }))
  },
})
