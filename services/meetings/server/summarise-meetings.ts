import { sql } from 'kysely'
import {
  type Contribution,
  figure,
  paragraph,
  type ReportScope,
  type SummaryPart,
} from '#engines/reports/contribution.ts'
import type { Ctx } from '#kernel/context.ts'
import { meetingTables, within } from './measure-meetings.ts'

/** The units that held most meetings in the period. */
async function busiestUnits(ctx: Ctx, scope: ReportScope): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select u.name from ${meetingTables}
    join directory.unit u on u.bureau_id = b.bureau_id and u.id = b.unit_id
    where ${within({ from: scope.from, to: scope.to })} and b.state = 'ENDED'
    group by u.id, u.name order by count(*) desc, u.name limit 3`.execute(ctx.db)
  return rows.map(({ name }) => name)
}

/** The meetings' sentences of a work report; every number is a live figure. */
export async function meetingsSummary(ctx: Ctx, scope: ReportScope): Promise<SummaryPart[]> {
  const units = await busiestUnits(ctx, scope)
  if (units.length === 0) return []
  return [
    {
      role: 'done',
      blocks: [
        { kind: 'heading', level: 2, text: '会议服务' },
        paragraph(
          '共保障会议',
          figure('meetings.held.count'),
          '、参会',
          figure('meetings.attendances.sum'),
          '，取消',
          figure('meetings.cancelled.count'),
          '；单日最多',
          figure('meetings.per-day.max'),
          '，工作日最少',
          figure('meetings.per-day.min'),
          '。主办单位',
          figure('meetings.organisers.count'),
          `，其中${units.join('、')}办会较多。会议室使用率`,
          figure('meetings.room-utilisation.rate'),
          '，无人到场率',
          figure('meetings.no-show.rate'),
          '。',
        ),
        paragraph(
          '会务保障按会议服务标准逐条执行，检查清单完成率',
          figure('meetings.checklist-completion.rate'),
          '；主办单位对会议服务的评价平均为',
          figure('meetings.satisfaction.mean'),
          '。',
        ),
        {
          kind: 'chart',
          caption: `${scope.span}各月会议数`,
          metric: 'meetings.held.count',
          by: 'month',
        },
      ],
    },
  ]
}

/** What the meetings give to reports. */
export const meetingsContribution: Contribution = { module: 'meetings', summary: meetingsSummary }
