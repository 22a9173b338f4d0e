import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { reports } from '../module.ts'
import { reportStates } from '../states.ts'
import { reportRow, type State } from './report-rows.ts'

type Actions = typeof reports.actions
type Filters = Pick<InputOf<Actions['listReports']>, 'kind' | 'state' | 'year'>

function reportRows(ctx: Ctx, { kind, state, year }: Filters) {
  return ctx.db
    .selectFrom('reports.report')
    .selectAll()
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(year !== undefined, (query) =>
      query.where('period_from', '>=', `${year}-01-01`).where('period_from', '<=', `${year}-12-31`),
    )
}

/** Reports, the latest cut-off first. */
export async function listReports(
  ctx: Ctx,
  input: InputOf<Actions['listReports']>,
): Promise<OutputOf<Actions['listReports']>> {
  const by = [{ column: 'cutoff_on', direction: 'desc' as const }]
  const { items, next } = await keysetPage(reportRows(ctx, input), input, { by })
  return { items: items.map((report) => reportRow(ctx, report)), next }
}

export async function exportReports(ctx: Ctx, input: InputOf<Actions['exportReports']>): Promise<FileAnswer> {
  const rows = await reportRows(ctx, input).orderBy('cutoff_on', 'desc').orderBy('id', 'desc').execute()
  const content = {
    title: '总结报告',
    columns: [
      { heading: '标题', width: 40 },
      { heading: '状态' },
      { heading: '起', kind: 'date' as const },
      { heading: '止', kind: 'date' as const },
      { heading: '数据截至', kind: 'date' as const },
      { heading: '起草人' },
      { heading: '定稿人' },
      { heading: '文号', width: 20 },
      { heading: '发布日期', kind: 'date' as const },
    ],
    rows: rows.map((row) => [
      row.title,
      ctx.say(reportStates.states[row.state as State].title),
      row.period_from,
      row.period_to,
      row.cutoff_on,
      row.created_by,
      row.frozen_by,
      row.document_number,
      row.published_on,
    ]),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', content.title)
}
