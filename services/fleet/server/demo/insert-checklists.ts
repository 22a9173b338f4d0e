import { sql } from 'kysely'
import type { ChecklistAnswer, ChecklistLine } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { refreshStatistics } from '#kernel/import/refresh-statistics.ts'
import { inParts } from './chance.ts'

/** A checklist as an action would have left it. */
export interface DemoChecklist {
  type: string
  id: string
  label: string
  href: string
  unitId: string | null
  /** When it was filled, and for when it counts. */
  at: Date
  dueAt: Date
  by: string
  lines: readonly ChecklistLine[]
  answers: readonly ChecklistAnswer[]
  /** Whether what nobody answered counts; the system answers whatever it can, so that nothing is told of that. */
  asks: boolean
}

/** Writes executed checklists with what they ask and what was found, many to a statement. */
export async function insertChecklists(ctx: Ctx, lists: readonly DemoChecklist[]): Promise<void> {
  for (const part of inParts(lists, 1000)) {
    const rows = await insertHeads(ctx, part)
    await refreshStatistics(ctx, ['standards.executed_checklist'])
    const idOf = new Map(rows.map(({ id, subject_id }) => [subject_id, id]))
    const asked = part
      .filter(({ asks }) => asks)
      .flatMap(({ id, lines }) =>
        lines.map((line) => ({ list: idOf.get(id), line: line.id, version: line.versionId })),
      )
    await sql`insert into standards.expected_line (checklist_id, line_id, version_id)
      select x.list, x.line, x.version
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as x (list uuid, line uuid, version uuid)`.execute(
      ctx.db,
    )
    await insertAnswers(ctx, part, idOf)
    await refreshStatistics(ctx, ['standards.expected_line', 'standards.checklist_result'])
  }
}

async function insertHeads(ctx: Ctx, lists: readonly DemoChecklist[]) {
  const heads = lists.map(({ lines: _, answers: __, asks: ___, ...head }) => head)
  const { rows } = await sql<{ id: string; subject_id: string }>`
    insert into standards.executed_checklist (subject_type, subject_id, subject_label, href, unit_id, first_at, last_at, due_at)
    select x.type, x.id, x.label, x.href, x."unitId", x.at, x.at, x."dueAt"
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as x (type text, id uuid, label text, href text, "unitId" uuid,
      at timestamptz, "dueAt" timestamptz)
    returning id, subject_id`.execute(ctx.db)
  return rows
}

async function insertAnswers(
  ctx: Ctx,
  lists: readonly DemoChecklist[],
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  const answers = lists.flatMap(({ id, at, by, lines, answers: given }) => {
    const versions = new Map(lines.map((line) => [line.id, line.versionId]))
    return given.map(({ lineId, result, reading, remark }) => ({
      list: idOf.get(id),
      line: lineId,
      version: versions.get(lineId),
      result,
      reading: reading ?? null,
      remark: remark ?? '',
      by,
      at,
    }))
  })
  await sql`insert into standards.checklist_result (checklist_id, line_id, version_id, result, reading, remark, by_name, at)
    select x.list, x.line, x.version, x.result, x.reading, x.remark, x.by, x.at
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as x (list uuid, line uuid, version uuid, result text,
      reading numeric, remark text, by text, at timestamptz)`.execute(ctx.db)
}

/** Answers as people gave them: in order, but for a few with a word why; what wants a photo did not apply. */
export function drawAnswers(
  lines: readonly ChecklistLine[],
  fails: (line: ChecklistLine) => string | null,
): ChecklistAnswer[] {
  return lines.map((line) => {
    if (line.needsPhoto) return { lineId: line.id, result: 'NA' }
    const remark = fails(line)
    const { min = null, max = null } = line.limit ?? {}
    const bound = min ?? max
    const past = min !== null ? -0.4 : 0.4
    return {
      lineId: line.id,
      result: remark === null ? 'OK' : 'NOT_OK',
      ...(bound === null ? {} : { reading: remark === null ? bound - past * 5 : bound + past }),
      ...(remark === null ? {} : { remark }),
    }
  })
}
