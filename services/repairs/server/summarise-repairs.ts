import { sql } from 'kysely'
import {
  type Contribution,
  figure,
  paragraph,
  type ReportScope,
  type SummaryPart,
} from '#engines/reports/contribution.ts'
import type { Ctx } from '#kernel/context.ts'
import { type FaultKind, faultKinds } from '../words.ts'

/** The kinds of fault most often reported in the period, with how often each. */
async function mostFrequentKinds(ctx: Ctx, scope: ReportScope): Promise<FaultKind[]> {
  const { rows } = await sql<{ kind: FaultKind }>`
    select r.fault_kind as kind from orders.service_order o
    join repairs.repair r on r.bureau_id = o.bureau_id and r.order_id = o.id
    where o.bureau_id = kernel.bureau() and o.state not in ('VOIDED', 'MERGED')
      and kernel.local_day(o.created_at) between ${scope.from}::date and ${scope.to}::date
    group by r.fault_kind order by count(*) desc, r.fault_kind limit 3`.execute(ctx.db)
  return rows.map(({ kind }) => kind)
}

/** The repairs' sentences of a work report; every number is a live figure. */
export async function repairsSummary(ctx: Ctx, scope: ReportScope): Promise<SummaryPart[]> {
  const kinds = await mostFrequentKinds(ctx, scope)
  if (kinds.length === 0) return []
  const often = kinds.map((kind) => faultKinds[kind].zh).join('、')
  return [
    {
      role: 'done',
      blocks: [
        { kind: 'heading', level: 2, text: '物业维修' },
        paragraph(
          '共受理报修',
          figure('repairs.reported.count'),
          '，完成大型维修改造',
          figure('repairs.large.completed.count'),
          '、小修急修',
          figure('repairs.small.completed.count'),
          `，其中${often}报修较多。按时办结率`,
          figure('repairs.on-time.rate'),
          '，服务对象评价平均',
          figure('repairs.satisfaction.mean'),
          '；维修费用合计',
          figure('repairs.cost-yuan.sum'),
          '，期末未办结',
          figure('repairs.open.count'),
          '。',
        ),
        {
          kind: 'chart',
          caption: `${scope.span}各月报修量`,
          metric: 'repairs.reported.count',
          by: 'month',
        },
      ],
    },
  ]
}

/** What the repairs give to reports. */
export const repairsContribution: Contribution = { module: 'repairs', summary: repairsSummary }
