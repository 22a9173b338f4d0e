import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import { verdictsOf } from '#engines/rules/server/api.ts'
import { conformityOf } from '#engines/standards/server/api.ts'
import { readHistory } from '#kernel/audit/audit-actions.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import type { registerActions } from '../../actions/register-actions.ts'
import { fleetEvents } from '../../event-words.ts'
import type { PaperKind, RecordKind } from '../../register-words.ts'
import { seesBooks } from './books-policy.ts'
import { daysBetween, lightOf } from './due-light.ts'
import { type FitnessReason, fitnessOf } from './fitness.ts'
import { yearsBetween } from './inspection-interval.ts'
import { accidentOf, selectAccidents, selectViolations, violationOf } from './list-incidents.ts'
import { planDue, selectPlans } from './plan-due.ts'
import { selectVehicles, vehicleRowOf } from './select-vehicles.ts'
import { recordSubject } from './upkeep-check.ts'
import { verdictOf } from './vehicle-limits.ts'

type Action = (typeof registerActions)['readVehicle']
type Detail = OutputOf<Action>

/** One vehicle with everything that hangs on it; for those who only drive it, without papers and records. @throws Problem 404 */
export async function readVehicle(ctx: Ctx, { vehicleId }: InputOf<Action>): Promise<Detail> {
  const row = await selectVehicles(ctx).where('v.id', '=', vehicleId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const whole = seesBooks(ctx)
  const today = localDayOf(ctx.now)
  const site = row.home_site_id
    ? await ctx.db
        .selectFrom('directory.site')
        .select(['id', 'name'])
        .where('id', '=', row.home_site_id)
        .executeTakeFirst()
    : undefined
  const fitness = await fitnessOf(ctx, {
    vehicleIds: [vehicleId],
    driverIds: [],
    from: ctx.now,
    to: new Date(ctx.now.getTime() + 1),
  })
  return {
    ...vehicleRowOf(ctx, row),
    special: row.special,
    emissionClass: row.emission_class,
    home: site ?? null,
    reasons: (fitness.get(vehicleId) ?? []).map(reasonOf),
    life: lifeOf(row.purchased_on, row.retired_on ?? today),
    verdicts: whole ? (await verdictsOf(ctx, 'fleet.vehicle', vehicleId)).map(verdictOf) : null,
    papers: whole ? await readPapers(ctx, vehicleId, today) : null,
    plans: whole ? await readPlans(ctx, vehicleId, today) : null,
    records: whole ? await readRecords(ctx, vehicleId) : null,
    accidents: whole ? await readAccidents(ctx, vehicleId) : null,
    violations: whole ? await readViolations(ctx, vehicleId) : null,
    history: whole ? await historyOf(ctx, vehicleId) : null,
  }
}

/** A reason as the wire has it. */
export const reasonOf = ({ code, severity, words, source }: FitnessReason) => ({
  code,
  severity,
  words,
  source: source ?? null,
})

const longestLife = 8

/** 8 年更新年限: mark C, it only informs. */
function lifeOf(purchasedOn: string, until: string): Detail['life'] {
  const years = yearsBetween(purchasedOn, until)
  const words =
    years < longestLife
      ? text(
          `已使用 ${years} 年，未满 ${longestLife} 年，一般不更新`,
          `${years} years in use; not renewed before ${longestLife} as a rule`,
        )
      : text(
          `已使用 ${years} 年，满 ${longestLife} 年可以更新；仍能使用的应继续使用`,
          `${years} years in use; may be renewed after ${longestLife}, and is kept while it still serves`,
        )
  return {
    years,
    words,
    source: text(
      '《党政机关公务用车管理办法》更新年限（凭记忆，仅提示）',
      'Measures on official vehicles, term of renewal (from memory, it only informs)',
    ),
  }
}

async function readPapers(ctx: Ctx, vehicleId: string, today: string): Promise<Detail['papers']> {
  const rows = await ctx.db
    .selectFrom('fleet.vehicle_paper as p')
    .leftJoin('fleet.hand_out as h', (join) =>
      join
        .onRef('h.bureau_id', '=', 'p.bureau_id')
        .onRef('h.paper_id', '=', 'p.id')
        .on('h.back_at', 'is', null),
    )
    .selectAll('p')
    .select(['h.holder_name', 'h.out_at'])
    .where('p.vehicle_id', '=', vehicleId)
    .orderBy(sql`p.ended_at is not null`)
    .orderBy('p.kind')
    .orderBy('p.created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as PaperKind,
    number: row.number,
    holder: row.holder,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    costFen: row.cost_fen,
    fileId: row.file_id,
    note: row.note,
    light: row.ended_at ? 'FINE' : lightOf(today, row.valid_until),
    daysLeft: row.valid_until ? daysBetween(today, row.valid_until) : null,
    endedAt: row.ended_at,
    endedReason: row.ended_reason,
    handedOut: row.holder_name && row.out_at ? { name: row.holder_name, since: row.out_at } : null,
  }))
}

async function readPlans(ctx: Ctx, vehicleId: string, today: string): Promise<Detail['plans']> {
  const plans = await selectPlans(ctx, today, sql<boolean>`v.id = ${vehicleId}`)
  return plans.map((plan) => ({
    id: plan.id,
    title: plan.title,
    everyDays: plan.every_days,
    everyKm: plan.every_km,
    everyHours: plan.every_hours,
    aheadDays: plan.ahead_days,
    aheadKm: plan.ahead_km,
    lastDay: plan.last_day,
    lastKm: plan.last_km,
    ...planDue(plan, today),
  }))
}

async function readRecords(ctx: Ctx, vehicleId: string): Promise<Detail['records']> {
  const rows = await ctx.db
    .selectFrom('fleet.maintenance_record as r')
    .leftJoin('fleet.maintenance_plan as p', (join) =>
      join.onRef('p.bureau_id', '=', 'r.bureau_id').onRef('p.id', '=', 'r.plan_id'),
    )
    .selectAll('r')
    .select('p.title as plan_title')
    .where('r.vehicle_id', '=', vehicleId)
    .orderBy('r.on_day', 'desc')
    .orderBy('r.id', 'desc')
    .limit(200)
    .execute()
  const ids = rows.map(({ id }) => id)
  const checks = await conformityOf(ctx, recordSubject, ids)
  const checkOf = ({ id }: { id: string }) => {
    const { base, ok, needed } = checks.get(id)!
    return needed === 0 ? null : { base, ok }
  }
  const followed = new Set(rows.filter(({ voided_at }) => !voided_at).map(({ follows_id }) => follows_id))
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as RecordKind,
    planTitle: row.plan_title,
    followsId: row.follows_id,
    onDay: row.on_day,
    km: row.km,
    shop: row.shop,
    what: row.what,
    costFen: row.cost_fen,
    passed: row.passed,
    fileId: row.file_id,
    createdBy: row.created_by,
    voidReason: row.void_reason,
    check: checkOf(row),
    open:
      !row.voided_at &&
      !followed.has(row.id) &&
      (row.passed === false || (row.kind === 'REPAIR' && row.follows_id !== null)),
  }))
}

async function readAccidents(ctx: Ctx, vehicleId: string): Promise<Detail['accidents']> {
  const rows = await selectAccidents(ctx, { vehicleId }).orderBy('i.at', 'desc').limit(100).execute()
  return rows.map(accidentOf)
}

async function readViolations(ctx: Ctx, vehicleId: string): Promise<Detail['violations']> {
  const rows = await selectViolations(ctx, { vehicleId }).orderBy('i.at', 'desc').limit(100).execute()
  return rows.map(violationOf)
}

/** Newest first. */
export async function historyOf(ctx: Ctx, subjectId: string) {
  const lines = await readHistory(ctx, new Map(Object.entries(fleetEvents)), [subjectId])
  return lines.map(({ id, at, actorName, title, reason }) => ({ id, at, actorName, title, reason }))
}
