import {
  type ChecklistAnswer,
  type ChecklistLine,
  checklistFor,
  expectChecklist,
  readChecklist,
  recordChecklist,
  scoreChecklist,
} from '#engines/standards/server/api.ts'
import { upkeepClausesOf } from '#engines/standards/upkeep-clauses.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { upkeepActions } from '../../actions/upkeep-actions.ts'
import { type RecordKind, recordKinds } from '../../register-words.ts'
import { seesBooks } from './books-policy.ts'
import { nineOf } from './insert-vehicles.ts'

type Actions = typeof upkeepActions

/** Under what name the checklist of a maintenance record is kept. */
export const recordSubject = 'fleet.maintenance_record'

interface CheckedRecord {
  id: string
  vehicleId: string
  plate: string
  kind: RecordKind
  onDay: string
}

/** What the upkeep standard asks for at this kind of work, in the version in force now. */
export async function listUpkeepLines(
  ctx: Ctx,
  { kind }: InputOf<Actions['listUpkeepLines']>,
): Promise<OutputOf<Actions['listUpkeepLines']>> {
  return { lines: await checklistFor(ctx, upkeepClausesOf(kind)) }
}

/**
 * Keeps the checklist of a record that has just been written, in the version in force now; every mandatory line is
 * answered, one that is not met as well. A bureau that took the standard out of force is asked nothing.
 * @throws Problem 422 `fleet.check_lines_missing`, or by line
 */
export async function recordUpkeepCheck(
  ctx: Ctx,
  record: CheckedRecord,
  answers: readonly ChecklistAnswer[],
): Promise<void> {
  const codes = upkeepClausesOf(record.kind)
  const lines = await checklistFor(ctx, codes)
  requireAnswered(ctx, lines, answers)
  if (lines.length === 0) return
  const subject = {
    type: recordSubject,
    id: record.id,
    label: `${record.plate} ${recordKinds[record.kind].zh} ${record.onDay}`,
    href: `/fleet/vehicles/${record.vehicleId}`,
    dueAt: nineOf(record.onDay),
  }
  await expectChecklist(ctx, subject, codes)
  await recordChecklist(ctx, subject, answers)
}

/** @throws Problem 422 `standards.unknown_line`; `fleet.check_lines_missing` naming the mandatory lines nobody answered */
export function requireAnswered(
  ctx: Ctx,
  lines: readonly ChecklistLine[],
  answers: readonly ChecklistAnswer[],
): void {
  const known = new Set(lines.map(({ id }) => id))
  const stray = answers.findIndex(({ lineId }) => !known.has(lineId))
  if (stray >= 0) throw new Problem(422, 'standards.unknown_line', { path: `answers.${stray}` })
  const given = new Set(answers.map(({ lineId }) => lineId))
  const missing = lines.filter(({ id, mandatory }) => mandatory && !given.has(id))
  if (missing.length === 0) return
  throw new Problem(422, 'fleet.check_lines_missing', {
    params: { lines: missing.map(({ text }) => ctx.say(text)).join('；') },
    path: 'answers',
    extra: { lines: missing.map(({ id }) => id) },
  })
}

/** The checklist as it was carried out, voided records' too. @throws Problem 404 */
export async function readUpkeepCheck(
  ctx: Ctx,
  { vehicleId, recordId }: InputOf<Actions['readUpkeepCheck']>,
): Promise<OutputOf<Actions['readUpkeepCheck']>> {
  const record = await ctx.db
    .selectFrom('fleet.maintenance_record')
    .select('id')
    .where('id', '=', recordId)
    .where('vehicle_id', '=', vehicleId)
    .executeTakeFirst()
  if (!record || !seesBooks(ctx)) throw new Problem(404, 'kernel.not_found')
  const lines = await readChecklist(ctx, { type: recordSubject, id: recordId })
  const score = scoreChecklist(lines.map(({ line, result }) => ({ mandatory: line.mandatory, result })))
  return { lines, score }
}
