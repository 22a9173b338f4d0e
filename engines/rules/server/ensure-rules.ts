import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { checkValue } from '../check-value.ts'
import { nationalRules } from '../national/index.ts'
import type { RuleSeed, ValueSeed } from '../national/seed.ts'

const rulesInOrder = nationalRules.flatMap(({ field, rules }) => rules.map((rule) => ({ field, rule })))

/** What this release brings, in one word. */
const fingerprint = createHash('sha256').update(JSON.stringify(nationalRules)).digest('hex').slice(0, 16)

/** A value's name through all releases: what it is about and when it began. */
const seedName = (ruleId: string, { key, jurisdiction, from }: ValueSeed) =>
  [ruleId, JSON.stringify(Object.fromEntries(Object.entries(key).sort())), jurisdiction, from].join(' ')

/**
 * Brings a bureau the national values it lacks; a look at one row where it has them all. What people have ended or put
 * in the place of a value stays theirs: a value that was there once is not brought again, and a new one takes the place
 * only of one that came with a release and still stands.
 * @returns whether something was brought
 */
export async function ensureRules(ctx: Ctx): Promise<boolean> {
  const known = await ctx.db.selectFrom('rules.setting').select('loaded').executeTakeFirst()
  if (known?.loaded === fingerprint) return false
  // Two requests at once load them once; the second finds them there.
  await sql`select pg_advisory_xact_lock(hashtextextended('rules ' || kernel.bureau()::text, 0))`.execute(
    ctx.db,
  )
  await writeRules(ctx)
  const added = await writeValues(ctx)
  await ctx.db
    .insertInto('rules.setting')
    .values({ loaded: fingerprint, changed_by: ctx.actor.name })
    .onConflict((conflict) => conflict.column('bureau_id').doUpdateSet({ loaded: fingerprint }))
    .execute()
  if (added > 0)
    await ctx.emit({
      type: 'rules.seeded',
      subjectType: 'rules.setting',
      subjectId: null,
      after: { values: added },
    })
  return true
}

async function writeRules(ctx: Ctx): Promise<void> {
  const rows = rulesInOrder.map(({ field, rule }, index) => ruleRow(field, rule, index + 1))
  // Places are unique: those of an earlier release step aside first.
  await sql`update rules.rule set position = -position where position > 0`.execute(ctx.db)
  await ctx.db
    .insertInto('rules.rule')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['bureau_id', 'id']).doUpdateSet((row) => ({
        field: row.ref('excluded.field'),
        position: row.ref('excluded.position'),
        title_zh: row.ref('excluded.title_zh'),
        title_en: row.ref('excluded.title_en'),
        uses_zh: row.ref('excluded.uses_zh'),
        uses_en: row.ref('excluded.uses_en'),
        note_zh: row.ref('excluded.note_zh'),
        note_en: row.ref('excluded.note_en'),
      })),
    )
    .execute()
}

function ruleRow(field: string, { id, title, uses, note }: RuleSeed, position: number) {
  return {
    id,
    field,
    position,
    title_zh: title.zh,
    title_en: title.en,
    uses_zh: uses.zh,
    uses_en: uses.en,
    note_zh: note?.zh ?? '',
    note_en: note?.en ?? '',
  }
}

async function writeValues(ctx: Ctx): Promise<number> {
  const there = await ctx.db
    .selectFrom('rules.rule_value')
    .select(['id', 'rule_id', 'key_text', 'jurisdiction', 'effective_from', 'effective_to', 'seed'])
    .execute()
  const names = new Set(there.map(({ seed }) => seed))
  const fresh = rulesInOrder.flatMap(({ rule }) =>
    rule.values.map((value) => ({ value, ruleId: rule.id, seed: seedName(rule.id, value) })),
  )
  const lacking = fresh.filter(({ seed }) => !names.has(seed))
  if (there.length === 0) {
    await insertValues(ctx, lacking)
    return lacking.length
  }
  let added = 0
  for (const one of lacking) if (await fitIn(ctx, one)) added++
  return added
}

interface Fresh {
  value: ValueSeed
  ruleId: string
  seed: string
}

async function insertValues(ctx: Ctx, values: readonly Fresh[]): Promise<void> {
  for (let start = 0; start < values.length; start += 200)
    await ctx.db
      .insertInto('rules.rule_value')
      .values(values.slice(start, start + 200).map(valueRow))
      .execute()
}

function valueRow({ value, ruleId, seed }: Fresh) {
  const fault = checkValue({ ...value, ruleId, overrides: false })
  if (fault) throw new Error(`the release brings ${seed}, which its own check refuses: ${fault.code}`)
  const { source } = value
  return {
    rule_id: ruleId,
    key: JSON.stringify(value.key),
    op: value.op,
    value: value.value,
    formula: value.formula,
    unit: value.unit,
    effect: value.effect,
    jurisdiction: value.jurisdiction,
    effective_from: value.from,
    effective_to: value.to,
    source_title: source.title,
    source_doc_no: source.docNo,
    source_article: source.article,
    source_url: source.url,
    source_mark: source.mark,
    source_checked_on: source.checkedOn,
    seed,
    created_by: '系统',
  }
}

/** Puts a value of a later release beside what is there: only where no value of people's own stands in its days. */
async function fitIn(ctx: Ctx, fresh: Fresh): Promise<boolean> {
  const { ruleId, value } = fresh
  const { rows } = await sql<{ id: string; seed: string | null; effective_from: string }>`
    select id, seed, effective_from from rules.rule_value
    where rule_id = ${ruleId} and key = ${JSON.stringify(value.key)}::jsonb and jurisdiction = ${value.jurisdiction}
      and daterange(effective_from, effective_to) && daterange(${value.from}::date, ${value.to}::date)
    for update`.execute(ctx.db)
  if (rows.some((row) => row.seed === null || row.effective_from >= value.from)) return false
  for (const { id } of rows)
    await ctx.db
      .updateTable('rules.rule_value')
      .set({ effective_to: value.from })
      .where('id', '=', id)
      .execute()
  await insertValues(ctx, [fresh])
  return true
}
