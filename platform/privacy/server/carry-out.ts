import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'
import { classHeld, dueRows, lastDayOf, type Rule, ruleOf } from './due-rows.ts'

const batch = 1000
/** Batches of one class in one run; what is left waits for the next. */
const mostBatches = 10

async function carryOutClass(ctx: Ctx, one: RetentionClass, rule: Rule): Promise<number> {
  const lastDay = await lastDayOf(ctx, rule.days)
  if (!('table' in one.rows)) return (await classHeld(ctx, one.name)) ? 0 : one.rows.carryOut(ctx, lastDay)
  const { rows } = one
  const set = sql.raw(
    Object.entries(rows.set ?? {})
      .map(([column, value]) => `${column} = ${value}`)
      .join(', '),
  )
  const table = sql.raw(rows.table)
  let done = 0
  for (let count = 0; count < mostBatches; count++) {
    const due = sql`select t.bureau_id, t.id from ${dueRows(one, rows, lastDay, false)}
      order by t.id limit ${batch} for update of t skip locked`
    const result =
      rule.action === 'ERASE'
        ? await sql`delete from ${table} t using (${due}) d where t.bureau_id = d.bureau_id and t.id = d.id`.execute(
            ctx.db,
          )
        : await sql`update ${table} t set ${set} from (${due}) d
            where t.bureau_id = d.bureau_id and t.id = d.id`.execute(ctx.db)
    const changed = Number(result.numAffectedRows ?? 0n)
    done += changed
    if (changed < batch) break
  }
  return done
}

/** The nightly job: every class, each as its rule says. Running it again finds nothing to do. */
export async function carryOut(ctx: Ctx, classes: readonly RetentionClass[]): Promise<void> {
  // One server at a time: the other finds nothing left when it comes.
  await sql`select pg_advisory_xact_lock(hashtext('retention'), hashtext(${ctx.bureauId}))`.execute(ctx.db)
  for (const one of classes) {
    const rule = await ruleOf(ctx, one)
    if (rule.action === 'KEEP') continue
    const rows = await carryOutClass(ctx, one, rule)
    if (rows === 0) continue
    await ctx.db
      .insertInto('privacy.retention_run')
      .values({ class: one.name, action: rule.action, rows })
      .execute()
    await ctx.emit({
      type: 'privacy.retained',
      subjectType: 'privacy.retention',
      subjectId: null,
      after: { class: one.name, action: rule.action, days: rule.days, rows },
    })
  }
}
