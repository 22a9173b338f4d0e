import { sql } from 'kysely'
import { DAY, localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { addWorkingDays } from '#engines/calendar/working-days.ts'
import { checklistFor } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import { type DispatchClause, dispatchClauseCodes } from '../../dispatch-clauses.ts'
import { dispatchSubject } from '../dispatch/check-dispatch.ts'
import { answerOf, type DispatchFacts, judgeDispatch } from '../dispatch/judge-dispatch.ts'
import type { DemoChecklist } from './insert-checklists.ts'

interface Row {
  id: string
  number: string
  unit_id: string | null
  starts_at: string
  left_at: string | null
  created_at: string
  note: string
  licence: boolean
  day_minutes: number
  day_trips: number
  gap_minutes: number | null
  sealing: { title: string; used: boolean } | null
  requests: { number: string; emergency: boolean; approvedAt: string | null; startsAt: string }[]
}

/** A year of trips, looked at by the dispatch standard from the facts that stand in their rows. */
export async function checkDemoDispatch(ctx: Ctx): Promise<DemoChecklist[]> {
  const lines = await checklistFor(ctx, dispatchClauseCodes)
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const ends = new Map<string, Date>()
  const dayAfter = (at: Date) => {
    const day = localDayOf(at)
    const end = ends.get(day) ?? new Date(startOfLocalDay(addWorkingDays(calendar, day, 1)).getTime() + DAY)
    ends.set(day, end)
    return end
  }
  const rows = await readTrips(ctx)
  return rows.map((row) => {
    const verdicts = judgeDispatch(factsOf(ctx, row, dayAfter))
    return {
      type: dispatchSubject,
      id: row.id,
      label: row.number,
      href: `/fleet/trips/${row.id}`,
      unitId: row.unit_id,
      at: new Date(row.created_at),
      dueAt: new Date(row.starts_at),
      by: '系统',
      lines,
      asks: false,
      answers: lines.flatMap((line) => {
        const verdict = verdicts.get(line.clauseCode as DispatchClause)
        return answerOf(line, verdict, ctx.say) ?? []
      }),
    }
  })
}

/** Each trip with its driver's day and the minutes since the driver's trip before. */
async function readTrips(ctx: Ctx): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with told as (
      select t.*, sum(extract(epoch from t.ends_at - t.starts_at) / 60) over a_day as day_minutes, count(*) over a_day as day_trips,
        extract(epoch from t.starts_at - lag(t.ends_at) over (partition by t.driver_id order by t.starts_at)) / 60 as gap_minutes
      from fleet.trip t where t.bureau_id = kernel.bureau() and t.state <> 'CANCELLED' and not t.imported
      window a_day as (partition by t.driver_id, kernel.local_day(t.starts_at)))
    select t.id, t.number, t.starts_at, t.left_at, t.created_at, t.note, t.day_minutes::float8 as day_minutes,
      t.day_trips::int as day_trips, t.gap_minutes::float8 as gap_minutes,
      t.light_reasons @> '[{"code": "DRIVER_LICENCE_CLASS"}]' as licence, q.unit_id, q.requests,
      (select jsonb_build_object('title', p.title, 'used', s.vehicle_id is not null) from fleet.sealing_period p
        left join fleet.sealed_vehicle s on s.bureau_id = p.bureau_id and s.period_id = p.id and s.vehicle_id = t.vehicle_id
          and s.exempt_reason is null
        where p.bureau_id = t.bureau_id and kernel.local_day(t.starts_at) between p.starts_on and p.ends_on limit 1) as sealing
    from told t cross join lateral (
      select (array_agg(r.unit_id order by r.number))[1] as unit_id, coalesce(jsonb_agg(jsonb_build_object('number', r.number,
        'emergency', r.emergency, 'approvedAt', r.approved_at, 'startsAt', r.starts_at) order by r.number), '[]') as requests
      from fleet.trip_request w join fleet.request r on r.bureau_id = w.bureau_id and r.id = w.request_id
      where w.bureau_id = t.bureau_id and w.trip_id = t.id and w.removed_at is null) q
    where t.starts_at >= ${new Date(ctx.now.getTime() - 365 * DAY)}::timestamptz order by t.number`.execute(
    ctx.db,
  )
  return rows.map((row) => ({ ...row, requests: row.requests.filter(({ number }) => number) }))
}

function factsOf(ctx: Ctx, row: Row, dayAfter: (at: Date) => Date): DispatchFacts {
  const madeAt = new Date(row.created_at)
  const against: DispatchFacts['against'][number][] = []
  if (row.licence)
    against.push({
      code: 'LICENCE_CLASS',
      words: text('准驾车型与车辆不符', 'The licence does not cover it'),
    })
  if (row.gap_minutes !== null && row.gap_minutes < 10)
    against.push({
      code: 'tight',
      words: text(`与上一趟只隔 ${Math.round(row.gap_minutes)} 分钟`, 'No time after the trip before'),
    })
  return {
    now: ctx.now,
    from: new Date(row.starts_at),
    leftAt: row.left_at === null ? null : new Date(row.left_at),
    madeAt,
    arrangedAt: madeAt,
    note: row.note,
    requests: row.requests.map(({ number, emergency, approvedAt, startsAt }) => {
      const approved = approvedAt === null ? null : new Date(approvedAt)
      const due = approved === null || emergency ? null : dayAfter(approved)
      const starts = new Date(startsAt)
      return {
        number,
        emergency,
        approvedAt: approved,
        afterApproval: null,
        approveBy: approved === null || !emergency ? null : dayAfter(starts),
        answerBy: due === null ? null : due < starts ? due : starts,
      }
    }),
    against,
    minutesOfDay: row.day_trips > 1 ? row.day_minutes : null,
    sealing: row.sealing,
    sameWay: [],
  }
}
