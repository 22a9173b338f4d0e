import {
  checklistFor,
  conformityOf,
  expectChecklist,
  readChecklist,
  recordChecklist,
  scoreChecklist,
  voidChecklist,
} from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { etiquetteActions } from '../../actions/etiquette-actions.ts'
import { etiquetteClauses } from '../../etiquette-clauses.ts'
import { lockDriver } from './lock-vehicle.ts'
import { selectDrivers } from './select-drivers.ts'
import { requireAnswered } from './upkeep-check.ts'
import { emitForDriver } from './write-driver.ts'

type Actions = typeof etiquetteActions

/** Under what name the checklist of a check is kept. */
export const etiquetteSubject = 'fleet.etiquette_check'
const mostShown = 100

/** The checks of a driver, newest first; a driver sees his own. @throws Problem 404 */
export async function listEtiquetteChecks(
  ctx: Ctx,
  { driverId }: InputOf<Actions['listEtiquetteChecks']>,
): Promise<OutputOf<Actions['listEtiquetteChecks']>> {
  const driver = await requireDriver(ctx, driverId)
  const rows = await ctx.db
    .selectFrom('fleet.etiquette_check')
    .selectAll()
    .where('driver_id', '=', driverId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
  const kept = await conformityOf(
    ctx,
    etiquetteSubject,
    rows.map(({ id }) => id),
  )
  const may = ctx.has('fleet.check-etiquette')
  return {
    items: rows.map((row) => {
      const { base, ok } = kept.get(row.id)!
      return {
        id: row.id,
        at: row.at,
        by: row.by_name,
        note: row.note,
        voidReason: row.void_reason,
        check: row.voided_at ? null : { base, ok },
        can: { void: may && row.voided_at === null },
      }
    }),
    lines: may ? await checklistFor(ctx, etiquetteClauses) : [],
    can: { record: may && driver.state === 'ACTIVE' },
  }
}

/** @throws Problem 404 */
export async function readEtiquetteCheck(
  ctx: Ctx,
  { driverId, checkId }: InputOf<Actions['readEtiquetteCheck']>,
): Promise<OutputOf<Actions['readEtiquetteCheck']>> {
  await requireDriver(ctx, driverId)
  const found = await ctx.db
    .selectFrom('fleet.etiquette_check')
    .select('id')
    .where('id', '=', checkId)
    .where('driver_id', '=', driverId)
    .executeTakeFirst()
  if (!found) throw new Problem(404, 'kernel.not_found')
  const lines = await readChecklist(ctx, { type: etiquetteSubject, id: checkId })
  return { lines, score: scoreOfLines(lines) }
}

/**
 * 礼仪检查: what was seen of a driver, by the version of the standard in force now; it counts in the assessment of its month.
 * @throws Problem 404; 409 `fleet.driver_has_left`; 422 `fleet.in_future`, `fleet.check_lines_missing`, or by line
 */
export async function recordEtiquetteCheck(
  ctx: Ctx,
  { driverId, at, note, answers }: InputOf<Actions['recordEtiquetteCheck']>,
): Promise<OutputOf<Actions['recordEtiquetteCheck']>> {
  const driver = await lockDriver(ctx, driverId)
  if (driver.state !== 'ACTIVE') throw new Problem(409, 'fleet.driver_has_left')
  const seenAt = at ? new Date(at) : ctx.now
  if (seenAt > ctx.now) throw new Problem(422, 'fleet.in_future', { path: 'at' })
  requireAnswered(ctx, await checklistFor(ctx, etiquetteClauses), answers)
  const { id } = await ctx.db
    .insertInto('fleet.etiquette_check')
    .values({
      driver_id: driverId,
      at: seenAt,
      note: note?.trim() ?? '',
      by_name: ctx.actor.name,
      created_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const subject = {
    type: etiquetteSubject,
    id,
    label: driver.name,
    href: `/fleet/drivers/${driverId}`,
    dueAt: seenAt,
  }
  await expectChecklist(ctx, subject, etiquetteClauses)
  await recordChecklist(ctx, subject, answers)
  const score = scoreOfLines(await readChecklist(ctx, subject))
  await emitForDriver(ctx, driverId, 'fleet.etiquette_checked', {
    after: { id, score: score.score, notOk: score.notOk },
  })
  return { id, score }
}

/** 作废; it leaves the assessment and the figures. @throws Problem 404; 409 `fleet.voided_before` */
export async function voidEtiquetteCheck(
  ctx: Ctx,
  { driverId, checkId, reason }: InputOf<Actions['voidEtiquetteCheck']>,
): Promise<OutputOf<Actions['voidEtiquetteCheck']>> {
  await lockDriver(ctx, driverId)
  const row = await ctx.db
    .selectFrom('fleet.etiquette_check')
    .select(['id', 'at', 'voided_at'])
    .where('id', '=', checkId)
    .where('driver_id', '=', driverId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (row.voided_at) throw new Problem(409, 'fleet.voided_before')
  await ctx.db
    .updateTable('fleet.etiquette_check')
    .set({ voided_at: ctx.now, voided_by: ctx.actor.name, void_reason: reason })
    .where('id', '=', checkId)
    .execute()
  await voidChecklist(ctx, { type: etiquetteSubject, id: checkId }, reason)
  await emitForDriver(ctx, driverId, 'fleet.etiquette_check_voided', {
    before: { id: checkId, at: row.at },
    reason,
  })
  return done
}

async function requireDriver(ctx: Ctx, driverId: string) {
  const driver = await selectDrivers(ctx).where('d.id', '=', driverId).executeTakeFirst()
  if (!driver) throw new Problem(404, 'kernel.not_found')
  return driver
}

const scoreOfLines = (lines: Awaited<ReturnType<typeof readChecklist>>) =>
  scoreChecklist(lines.map(({ line, result }) => ({ mandatory: line.mandatory, result })))
