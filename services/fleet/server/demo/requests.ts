import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { beginApproval } from '../requests/approval/begin-approval.ts'
import { ensureRequestRoutes } from '../requests/approval/usual-routes.ts'

/** Two lines past places the demo's requests go to, so that the offer is seen. */
const lines = [
  {
    name: '一号线（区内环线）',
    stops: [
      { name: '一号办公楼', minutes: 0 },
      { name: '区行政服务大厅', minutes: 12 },
      { name: '清河街道办事处', minutes: 24 },
      { name: '区档案馆', minutes: 38 },
    ],
    departures: [450, 510, 600, 720, 840, 960, 1065],
    seats: 30,
  },
  {
    name: '二号线（市区专线）',
    stops: [
      { name: '一号办公楼', minutes: 0 },
      { name: '高铁南站', minutes: 45 },
      { name: '市行政中心', minutes: 60 },
    ],
    departures: [480, 540, 780, 1050],
    seats: 45,
  },
]

/** Shuttle lines, ratings of most rides, approvals of the requests that wait; after the year of trips. */
export async function fillDemoRequests(ctx: Ctx): Promise<void> {
  await ensureRequestRoutes(ctx)
  await ctx.db
    .insertInto('fleet.shuttle_line')
    .values(
      lines.map(({ stops, ...line }) => ({
        ...line,
        stops: JSON.stringify(stops),
        weekdays: [1, 2, 3, 4, 5],
        changed_at: ctx.now,
        changed_by: '调度台',
      })),
    )
    .execute()
  await rateRides(ctx)
  await askForWaiting(ctx)
}

/** Two of three rides are rated, mostly well; the same every time, by the number of the request. */
async function rateRides(ctx: Ctx): Promise<void> {
  await sql`
    insert into fleet.rating (request_id, overall, punctuality, driving, vehicle, manners, comment, at, by_person_id, by_name)
    select q.id, mark.overall, least(5, mark.overall + mark.chance % 2), mark.overall, least(5, mark.overall + 1), 5,
      case when mark.overall < 4 then '到得晚了，没有提前告知' when mark.chance % 23 = 0 then '驾驶平稳，谢谢' else '' end,
      least(q.ends_at + interval '2 hours', ${ctx.now}::timestamptz), q.requester_person_id, q.requester_name
    from fleet.request q
    cross join lateral (select abs(hashtext(q.number)) as chance) number
    cross join lateral (select number.chance, case when number.chance % 29 = 0 then 3 when number.chance % 5 = 0 then 4
      else 5 end::smallint as overall) mark
    where q.bureau_id = kernel.bureau() and q.state = 'DONE' and mark.chance % 3 > 0
      and q.ends_at < ${ctx.now}::timestamptz - interval '2 days'`.execute(ctx.db)
}

/** What waits is asked of whoever has to approve it. */
async function askForWaiting(ctx: Ctx): Promise<void> {
  const waiting = await ctx.db
    .selectFrom('fleet.request')
    .select('id')
    .where('state', '=', 'SUBMITTED')
    .orderBy('number')
    .execute()
  for (const { id } of waiting) await beginApproval(ctx, id)
}
