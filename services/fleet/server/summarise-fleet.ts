import { sql } from 'kysely'
import {
  type Contribution,
  figure,
  paragraph,
  type ReportScope,
  type SummaryPart,
} from '#engines/reports/contribution.ts'
import type { Ctx } from '#kernel/context.ts'
import { within } from './accounts/month.ts'

async function anyTrip(ctx: Ctx, { from, to }: ReportScope): Promise<boolean> {
  const { rows } = await sql`select 1 from fleet.trip t where t.bureau_id = kernel.bureau()
    and ${within('t.starts_at', { from, to })} limit 1`.execute(ctx.db)
  return rows.length > 0
}

async function anyRental(ctx: Ctx, { from, to }: ReportScope): Promise<boolean> {
  const { rows } =
    await sql`select 1 from fleet.rental n where n.bureau_id = kernel.bureau() and n.state = 'RETURNED'
    and ${within('n.starts_at', { from, to })} limit 1`.execute(ctx.db)
  return rows.length > 0
}

/** The vehicles' sentences of a work report; every number is a live figure. */
async function fleetSummary(ctx: Ctx, scope: ReportScope): Promise<SummaryPart[]> {
  if (!(await anyTrip(ctx, scope))) return []
  return [
    {
      role: 'done',
      blocks: [
        { kind: 'heading', level: 2, text: '公务用车' },
        paragraph(
          '在用公务车辆',
          figure('vehicles.in-use.count'),
          '，驾驶员',
          figure('drivers.count'),
          '。保障出车',
          figure('trips.completed.count'),
          '、行驶',
          figure('trips.distance-km.sum'),
          '，取消',
          figure('trips.cancelled.count'),
          '。',
        ),
        paragraph(
          '坚持以制度管人、以指标管车，按车核算费用',
          figure('vehicles.cost.sum'),
          '，其中出车费用',
          figure('trips.cost-yuan.sum'),
          '，百公里油耗',
          figure('fleet.fuel-per-100km.litres'),
          '，车均行驶',
          figure('fleet.km-per-vehicle.mean'),
          '。',
        ),
        paragraph(
          '召开车辆安全学习会议',
          figure('fleet.safety-meetings.count'),
          '，发生伤人交通事故',
          figure('trips.injury-accidents.count'),
          '，连续无伤人事故',
          figure('fleet.days-without-injury.count'),
          '；报废处置车辆',
          figure('vehicles.retired.count'),
          '。',
        ),
        paragraph(
          '准时出车率',
          figure('trips.on-time.rate'),
          '，合乘率',
          figure('trips.pooled.rate'),
          '，车辆利用率',
          figure('vehicles.utilisation.rate'),
          '，每公里费用',
          figure('trips.cost-per-km.yuan'),
          '；核对出车记录，需要说明的',
          figure('trips.red.count'),
          '。',
        ),
        paragraph(
          '收集公务用车和公车改革意见建议',
          figure('opinions.received.count'),
          '，按期答复率',
          figure('opinions.answered-in-time.rate'),
          '，采纳',
          figure('opinions.adopted.count'),
          '。',
        ),
        ...((await anyRental(ctx, scope))
          ? [
              paragraph(
                '自有车辆不能保障的，向定点租赁单位租用社会车辆',
                figure('rentals.count'),
                '，行驶',
                figure('rentals.distance-km.sum'),
                '，费用',
                figure('rentals.cost.yuan'),
                '。',
              ),
            ]
          : []),
        {
          kind: 'chart',
          caption: `${scope.span}各月行驶里程`,
          metric: 'trips.distance-km.sum',
          by: 'month',
        },
      ],
    },
  ]
}

/** What the vehicles give to reports. */
export const fleetContribution: Contribution = { module: 'fleet', summary: fleetSummary }
