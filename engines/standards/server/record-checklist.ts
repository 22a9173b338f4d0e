import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import type { ChecklistAnswer, ChecklistLine } from '../schema.ts'
import { type ChecklistSubject, openChecklist } from './open-checklist.ts'
import { lineColumns, lineOf } from './select-checklist.ts'

/**
 * Notes what was found at lines of a subject's checklist; a line answered again replaces the answer, and the
 * history keeps both. They were given at `at`, now when absent. Each answer keeps the version its line belongs to. A photo must be the caller's own upload
 * or belong to the subject already; it is tied to the subject, so that whoever may see the subject may see it.
 * @throws Problem 422 with the line: unknown or repeated line, N/A where the line always applies, a photo or a
 * reading that is missing, a reading beyond the limit that was called OK
 */
export async function recordChecklist(
  ctx: Ctx,
  subject: ChecklistSubject,
  answers: readonly ChecklistAnswer[],
  at: Date = ctx.now,
): Promise<void> {
  if (answers.length === 0) return
  const lines = await readLines(ctx, answers)
  for (const [index, answer] of answers.entries()) checkAnswer(lines.get(answer.lineId), answer, index)
  const seen = new Set<string>()
  for (const { lineId } of answers) {
    if (seen.has(lineId)) {
      throw new Problem(422, 'standards.line_repeated', {
        params: { line: ctx.say(lines.get(lineId)!.text) },
        path: 'results',
      })
    }
    seen.add(lineId)
  }
  await tiePhotos(ctx, subject, answers)
  const checklistId = await openChecklist(ctx, subject)
  const before = await ctx.db
    .selectFrom('standards.checklist_result')
    .select(['line_id', 'result', 'reading', 'remark', 'photo_id'])
    .where('checklist_id', '=', checklistId)
    .where('line_id', 'in', [...seen])
    .execute()
  await writeAnswers(ctx, checklistId, lines, answers, at)
  await ctx.emit({
    type: 'standards.checklist_recorded',
    subjectType: subject.type,
    subjectId: subject.id,
    before: before.length > 0 ? before : undefined,
    after: answers.map((answer) => ({ line: lines.get(answer.lineId)!.text.zh, ...answer })),
  })
}

async function readLines(ctx: Ctx, answers: readonly ChecklistAnswer[]): Promise<Map<string, ChecklistLine>> {
  const { rows } = await sql<Parameters<typeof lineOf>[0]>`
    select ${lineColumns}
    from standards.checklist_line l
    join standards.clause_version cv on cv.bureau_id = l.bureau_id and cv.id = l.clause_version_id
    join standards.clause c on c.bureau_id = cv.bureau_id and c.id = cv.clause_id
    join standards.version v on v.bureau_id = l.bureau_id and v.id = l.version_id
    where l.id = any(${answers.map(({ lineId }) => lineId)}::uuid[]) and v.state <> 'draft'`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, lineOf(row)]))
}

function checkAnswer(line: ChecklistLine | undefined, answer: ChecklistAnswer, index: number): void {
  const path = `results.${index}`
  if (!line) throw new Problem(422, 'standards.unknown_line', { path })
  const words = { line: line.text.zh }
  if (answer.result === 'NA') {
    if (!line.allowsNa) throw new Problem(422, 'standards.na_not_allowed', { params: words, path })
    return
  }
  if (line.needsPhoto && !answer.photoId)
    throw new Problem(422, 'standards.photo_needed', { params: words, path })
  if (!line.limit) return
  const { min, max, unit } = line.limit
  const reading = answer.reading ?? null
  if (reading === null)
    throw new Problem(422, 'standards.reading_needed', { params: { ...words, unit }, path })
  const beyond = (min !== null && reading < min) || (max !== null && reading > max)
  if (beyond && answer.result === 'OK')
    throw new Problem(422, 'standards.limit_broken', { params: { ...words, reading, unit }, path })
}

async function tiePhotos(ctx: Ctx, subject: ChecklistSubject, answers: readonly ChecklistAnswer[]) {
  const wanted = [...new Set(answers.flatMap(({ photoId }) => photoId ?? []))]
  if (wanted.length === 0) return
  const there = await ctx.db
    .selectFrom('kernel.file')
    .select('id')
    .where('id', 'in', wanted)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .execute()
  const tied = new Set(there.map(({ id }) => id))
  await attachFiles(
    ctx,
    wanted.filter((id) => !tied.has(id)),
    subject.type,
    subject.id,
  )
}

async function writeAnswers(
  ctx: Ctx,
  checklistId: string,
  lines: Map<string, ChecklistLine>,
  answers: readonly ChecklistAnswer[],
  at: Date,
): Promise<void> {
  const rows = answers.map((answer) => ({
    checklist_id: checklistId,
    line_id: answer.lineId,
    version_id: lines.get(answer.lineId)!.versionId,
    result: answer.result,
    reading: answer.reading ?? null,
    remark: answer.remark ?? '',
    photo_id: answer.photoId ?? null,
    by_id: ctx.actor.userId,
    by_name: ctx.actor.name,
    at,
  }))
  await ctx.db
    .insertInto('standards.checklist_result')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['bureau_id', 'checklist_id', 'line_id']).doUpdateSet((row) => ({
        result: row.ref('excluded.result'),
        reading: row.ref('excluded.reading'),
        remark: row.ref('excluded.remark'),
        photo_id: row.ref('excluded.photo_id'),
        by_id: row.ref('excluded.by_id'),
        by_name: row.ref('excluded.by_name'),
        at: row.ref('excluded.at'),
      })),
    )
    .execute()
}
