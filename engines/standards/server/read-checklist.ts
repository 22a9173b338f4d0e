import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { ExecutedLine } from '../schema.ts'
import { lineColumns, lineOf } from './select-checklist.ts'

type LineRow = Parameters<typeof lineOf>[0]
interface ResultRow extends LineRow {
  result: ExecutedLine['result']
  reading: number | null
  remark: string
  photo_id: string | null
  by_name: string
  at: string
}

/**
 * What was found on a subject's checklist, each line worded as in the version it was done to, in the order of the
 * standard. Empty when nothing was recorded. The caller has checked that the subject may be seen.
 */
export async function readChecklist(
  ctx: Ctx,
  subject: { type: string; id: string },
): Promise<ExecutedLine[]> {
  const { rows } = await sql<ResultRow>`
    select ${lineColumns}, r.result, r.reading, r.remark, r.photo_id, r.by_name, r.at
    from standards.executed_checklist e
    join standards.checklist_result r on r.bureau_id = e.bureau_id and r.checklist_id = e.id
    join standards.checklist_line l on l.bureau_id = r.bureau_id and l.id = r.line_id
    join standards.clause_version cv on cv.bureau_id = l.bureau_id and cv.id = l.clause_version_id
    join standards.clause c on c.bureau_id = cv.bureau_id and c.id = cv.clause_id
    where e.subject_type = ${subject.type} and e.subject_id = ${subject.id}
    order by cv.version_id, cv.position, l.position`.execute(ctx.db)
  return rows.map((row) => ({
    line: lineOf(row),
    result: row.result,
    reading: row.reading,
    remark: row.remark,
    photoId: row.photo_id,
    by: row.by_name,
    at: row.at,
  }))
}
