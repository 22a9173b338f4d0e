import { type Selectable, sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '../context.ts'
import { done, type FileAnswer, type InputOf, type OutputOf } from '../contract/action.ts'
import { Problem, type ProblemParams, type ProblemTexts } from '../contract/problem.ts'
import { text } from '../contract/text.ts'
import { fillText } from '../i18n/say-text.ts'
import type { kernel } from '../module.ts'
import { explainRemark } from './run-import.ts'
import { sheetAnswer } from './sheet-answer.ts'

type Actions = typeof kernel.actions
type RunRow = Omit<Selectable<DB['kernel.import_run']>, 'bytes' | 'actor' | 'bureau_id'>

const columns = [
  'id',
  'kind',
  'file_name',
  'mode',
  'partial',
  'state',
  'actor_id',
  'started_at',
  'ended_at',
  'heard_at',
  'cancel_asked',
  'rows_read',
  'rows_taken',
  'accepted',
  'changed',
  'refused',
  'written',
  'problem',
] as const
/** A page of findings when nobody says otherwise. */
const usualLimit = 100

/** The actions around imports that go on behind the page. A run is seen by who started it, and by nobody else. */
export function importRunActions(texts: () => ProblemTexts) {
  async function find(ctx: Ctx, runId: string): Promise<RunRow> {
    const run = await ctx.db
      .selectFrom('kernel.import_run')
      .select(columns)
      .where('id', '=', runId)
      .where('actor_id', '=', ctx.actor.userId)
      .executeTakeFirst()
    if (!run) throw new Problem(404, 'kernel.not_found')
    return run
  }
  function wireRun(ctx: Ctx, run: RunRow): OutputOf<Actions['readImportRun']> {
    const problem = run.problem as { code: string; params: ProblemParams } | null
    const words = problem && (texts()[problem.code] ?? texts()['kernel.defect']!)
    return {
      id: run.id,
      kind: run.kind,
      fileName: run.file_name,
      mode: run.mode,
      partial: run.partial,
      state: run.state as OutputOf<Actions['readImportRun']>['state'],
      startedAt: run.started_at,
      endedAt: run.ended_at,
      rowsRead: run.rows_read,
      rowsTaken: run.rows_taken,
      accepted: run.accepted,
      changed: run.changed,
      refused: run.refused,
      written: run.written,
      problem: words && fillText(ctx.say(words), problem.params),
    }
  }
  async function findings(ctx: Ctx, runId: string, after: number, limit: number) {
    const rows = await ctx.db
      .selectFrom('kernel.import_finding')
      .selectAll()
      .where('run_id', '=', runId)
      .where('position', '>', after)
      .orderBy('position')
      .limit(limit)
      .execute()
    return rows.map(({ position, refused, line, heading, code, params }) => ({
      position,
      refused,
      ...explainRemark(ctx, texts(), { line, column: heading, code, params: params as ProblemParams }),
    }))
  }
  return {
    async listImportRuns(ctx: Ctx): Promise<OutputOf<Actions['listImportRuns']>> {
      const rows = await ctx.db
        .selectFrom('kernel.import_run')
        .select(columns)
        .where('actor_id', '=', ctx.actor.userId)
        .orderBy('id', 'desc')
        .limit(10)
        .execute()
      return { items: rows.map((row) => wireRun(ctx, row)) }
    },
    async readImportRun(ctx: Ctx, { runId }: InputOf<Actions['readImportRun']>) {
      return wireRun(ctx, await find(ctx, runId))
    },
    async cancelImport(ctx: Ctx, { runId }: InputOf<Actions['cancelImport']>) {
      await find(ctx, runId)
      // One that waits is over at once; one that runs is told, and stops before its next step.
      const { numAffectedRows } = await sql`
        update kernel.import_run set cancel_asked = true,
          state = case state when 'queued' then 'cancelled' else state end,
          bytes = case state when 'queued' then null else bytes end,
          ended_at = case state when 'queued' then ${ctx.now}::timestamptz end
        where id = ${runId} and ended_at is null`.execute(ctx.db)
      if (numAffectedRows === 0n) throw new Problem(409, 'kernel.import_over')
      await ctx.emit({
        type: 'kernel.import_cancelled',
        subjectType: 'kernel.import_run',
        subjectId: runId,
      })
      return done
    },
    async listImportFindings(ctx: Ctx, input: InputOf<Actions['listImportFindings']>) {
      await find(ctx, input.runId)
      const limit = input.limit ?? usualLimit
      if (input.cursor !== undefined && !/^\d{1,9}$/.test(input.cursor))
        throw new Problem(400, 'kernel.bad_cursor', { path: 'cursor' })
      const items = await findings(ctx, input.runId, Number(input.cursor ?? -1), limit + 1)
      const next = items.length > limit ? String(items[limit - 1]!.position) : null
      return { items: items.slice(0, limit), next }
    },
    async exportImportFindings(
      ctx: Ctx,
      input: InputOf<Actions['exportImportFindings']>,
    ): Promise<FileAnswer> {
      const run = await find(ctx, input.runId)
      const all = await findings(ctx, run.id, -1, 1_000_000)
      const result = (refused: boolean) => ctx.say(refused ? text('要改', 'Correct') : text('留意', 'Look'))
      const content = {
        title: ctx.say(text('导入结果', 'Import findings')),
        columns: [
          { heading: ctx.say(text('行', 'Line')), kind: 'number' as const },
          { heading: ctx.say(text('列', 'Column')) },
          { heading: ctx.say(text('说明', 'What is the matter')), width: 60 },
          { heading: ctx.say(text('结果', 'Result')) },
        ],
        rows: all.map((one) => [one.line, one.column, one.message, result(one.refused)]),
      }
      return sheetAnswer(content, input.format ?? 'xlsx', `${run.file_name}-${content.title}`)
    },
  }
}
