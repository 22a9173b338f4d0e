import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { defineImport, type Remark } from '#kernel/import/import-handler.ts'
import { checkValue, type Fault, type ValueDraft } from '../check-value.ts'
import { ensureRules } from './ensure-rules.ts'
import { ruleValueOf, type ValueRow } from './read-values.ts'
import { cellsOf, draftOfCells, keyOfWords, valueColumns } from './value-sheet.ts'
import { insertValue, recordOf } from './write-value.ts'

const headingOf: Record<Fault['path'], string> = {
  value: '限值',
  unit: '单位',
  effect: '作用',
  formula: '公式',
  jurisdiction: '地区代码',
  from: '起日',
  to: '止日（不含）',
  overrides: '优先于上级',
  key: '适用对象',
}

const reason = '导入表格'

/** A province's or a bureau's own table. A line that says what is there already changes nothing. */
export const importValues = defineImport({
  columns: valueColumns,
  async take(ctx, rows, step) {
    await ensureRules(ctx)
    const known = new Set((await ctx.db.selectFrom('rules.rule').select('id').execute()).map(({ id }) => id))
    const units = new Set(
      (await ctx.db.selectFrom('directory.unit').select('id').execute()).map(({ id }) => id),
    )
    const refused: Remark[] = []
    const lines = new Map<string, number>()
    let changed = 0
    for (const [index, { line, value: cells }] of rows.entries()) {
      const refuse = (column: string, code: string, params: Remark['params'] = {}) =>
        refused.push({ line, column, code, params })
      const read = keyOfWords(cells.key)
      if (!known.has(cells.rule)) refuse('规则编号', 'rules.unknown_rule', { rule: cells.rule })
      else if ('unread' in read) refuse('适用对象', 'rules.bad_key', { value: read.unread })
      else {
        const draft = draftOfCells(cells, read.key)
        const fault = checkValue(draft) ?? strangeUnit(draft, units)
        const name = nameOf(draft)
        const earlier = lines.get(name)
        lines.set(name, earlier ?? line)
        if (fault) refuse(headingOf[fault.path], fault.code)
        else if (earlier !== undefined) refuse('', 'rules.row_repeated', { line: earlier })
        else {
          const outcome = await take(ctx, draft)
          if (outcome === 'taken') refuse('起日', 'rules.same_days')
          if (outcome === 'written') changed++
        }
      }
      if (index % 50 === 49) await step(index + 1)
    }
    return { changed, refused, warnings: [] }
  },
  async current(ctx) {
    const rows = await ctx.db
      .selectFrom('rules.rule_value as v')
      .innerJoin('rules.rule as r', 'r.id', 'v.rule_id')
      .selectAll('v')
      .where(sql<boolean>`v.effective_to is null or v.effective_to > kernel.local_day(kernel.now())`)
      .orderBy('r.position')
      .orderBy('v.id')
      .execute()
    return rows.map((row) => cellsOf(ruleValueOf(row)))
  },
})

function strangeUnit({ jurisdiction }: ValueDraft, units: ReadonlySet<string>): Fault | null {
  if (!jurisdiction.startsWith('unit:') || units.has(jurisdiction.slice(5))) return null
  return { code: 'rules.unknown_jurisdiction', path: 'jurisdiction' }
}

const sorted = (key: ValueDraft['key']) => JSON.stringify(Object.fromEntries(Object.entries(key).sort()))
const nameOf = ({ ruleId, key, jurisdiction, from }: ValueDraft) =>
  [ruleId, sorted(key), jurisdiction, from].join(' ')

/** Writes one line, in the place of an earlier value where one stands in its days. */
async function take(ctx: Ctx, draft: ValueDraft): Promise<'same' | 'taken' | 'written'> {
  const { rows } = await sql<ValueRow>`
    select * from rules.rule_value
    where rule_id = ${draft.ruleId} and key = ${JSON.stringify(draft.key)}::jsonb and jurisdiction = ${draft.jurisdiction}
      and daterange(effective_from, effective_to) && daterange(${draft.from}::date, ${draft.to}::date)
    for update`.execute(ctx.db)
  const there = rows.map(ruleValueOf)
  if (there.some((value) => saysTheSame(value, draft))) return 'same'
  if (there.length > 1 || there.some(({ from, to }) => from >= draft.from || to !== null)) return 'taken'
  const old = there[0]
  if (old) {
    const end = { effective_to: draft.from, ended_at: ctx.now, ended_by: ctx.actor.name, end_reason: reason }
    await ctx.db.updateTable('rules.rule_value').set(end).where('id', '=', old.id).execute()
  }
  const id = await insertValue(ctx, draft, reason)
  if (old)
    await ctx.db.updateTable('rules.rule_value').set({ superseded_by: id }).where('id', '=', old.id).execute()
  await ctx.emit({
    type: old ? 'rules.value_replaced' : 'rules.value_added',
    subjectType: 'rules.rule_value',
    subjectId: id,
    ...(old ? { before: recordOf(old) } : {}),
    after: recordOf({ ...draft, ruleId: draft.ruleId }),
    reason,
  })
  return 'written'
}

function saysTheSame(value: RuleValueLike, draft: ValueDraft): boolean {
  const content = ({ op, value: limit, formula, unit, effect, overrides, from, to, source }: RuleValueLike) =>
    JSON.stringify([op, limit, formula, unit, effect, overrides, from, to, Object.entries(source).sort()])
  return content(value) === content(draft)
}
type RuleValueLike = Omit<ValueDraft, 'ruleId' | 'key' | 'jurisdiction'>
