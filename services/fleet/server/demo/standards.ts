import { sql } from 'kysely'
import { DAY } from '#engines/calendar/local-day.ts'
import { type ChecklistLine, checklistFor } from '#engines/standards/server/api.ts'
import { upkeepClausesOf, upkeepWork } from '#engines/standards/upkeep-clauses.ts'
import type { Ctx } from '#kernel/context.ts'
import { etiquetteClauses } from '../../etiquette-clauses.ts'
import { type RecordKind, recordKinds } from '../../register-words.ts'
import { etiquetteSubject } from '../register/etiquette-checks.ts'
import { nineOf } from '../register/insert-vehicles.ts'
import { recordSubject } from '../register/upkeep-check.ts'
import { checkClauses, safetyClauses } from '../trips/trip-check.ts'
import { chanceFrom } from './chance.ts'
import { checkDemoDispatch } from './check-dispatch.ts'
import { type DemoChecklist, drawAnswers, insertChecklists } from './insert-checklists.ts'

/** Days back in which drivers' checks are told, as their steps are. */
const checkedDays = 45

/** How the vehicle standards were kept over the year: upkeep, dispatch, the check before leaving, manners. */
export async function fillDemoStandards(ctx: Ctx): Promise<void> {
  const chance = chanceFrom(16)
  await insertChecklists(ctx, [
    ...(await upkeep(ctx, () => chance.next())),
    ...(await manners(ctx, () => chance.next())),
    ...(await beforeLeaving(ctx, () => chance.next())),
    ...(await checkDemoDispatch(ctx)),
  ])
}

const worn: Readonly<Record<string, string>> = {
  'WB-02': '先修后补了估价单',
  'WB-05': '花纹接近限值，下次保养更换',
  'WB-06': '制动片偏薄，已约下周更换',
  'WB-08': '检验单少一张，已补打',
  'WB-10': '费用第二天才记入台账',
}

async function upkeep(ctx: Ctx, next: () => number): Promise<DemoChecklist[]> {
  const asked = new Map<string, ChecklistLine[]>()
  for (const kind of upkeepWork) asked.set(kind, await checklistFor(ctx, upkeepClausesOf(kind)))
  const { rows } = await sql<{
    id: string
    kind: RecordKind
    on_day: string
    by: string
    plate: string
    vehicle: string
  }>`
    select r.id, r.kind, r.on_day::text as on_day, r.created_by as by, v.plate, v.id as vehicle
    from fleet.maintenance_record r join fleet.vehicle v on v.bureau_id = r.bureau_id and v.id = r.vehicle_id
    where r.bureau_id = kernel.bureau() and r.voided_at is null order by r.on_day, v.plate, r.kind`.execute(
    ctx.db,
  )
  return rows.map(({ id, kind, on_day, by, plate, vehicle }) => {
    const lines = asked.get(kind)!
    const at = nineOf(on_day)
    return {
      type: recordSubject,
      id,
      label: `${plate} ${recordKinds[kind].zh} ${on_day}`,
      href: `/fleet/vehicles/${vehicle}`,
      unitId: null,
      at,
      dueAt: at,
      by,
      lines,
      asks: true,
      answers: drawAnswers(lines, ({ clauseCode }) => {
        const why = worn[clauseCode]
        return why !== undefined && next() < 0.06 ? why : null
      }),
    }
  })
}

const unmannerly: Readonly<Record<string, string>> = {
  'LY-01': '未穿工作装',
  'LY-02': '坐在车里等候，没有下车迎接',
  'LY-03': '没有提醒带好物品',
  'LY-05': '途中外放导航声音过大',
  'LY-07': '出车前没有电话告知位置',
}

/** Once a quarter each driver in turn, by the section head. */
async function manners(ctx: Ctx, next: () => number): Promise<DemoChecklist[]> {
  const lines = await checklistFor(ctx, etiquetteClauses)
  const { rows } = await sql<{ id: string; driver: string; name: string; at: string; by: string }>`
    insert into fleet.etiquette_check (driver_id, at, note, by_name, created_at)
    select d.id, s.at, '上车地点抽查', d.head, s.at
    from (select d.id, row_number() over (order by d.staff_no) as n, coalesce((select p.name from kernel.member m
        join directory.person p on p.bureau_id = m.bureau_id and p.id = m.person_id
        where m.bureau_id = d.bureau_id and m.user_name = 'manager'), '车队主管') as head
      from fleet.driver d where d.bureau_id = kernel.bureau() and d.state = 'ACTIVE') d
    cross join generate_series(0, 3) q (n)
    cross join lateral (select ${ctx.now}::timestamptz - make_interval(days => (q.n * 91 + 1 + d.n * 3 % 88)::integer) as at) s
    returning id, driver_id as driver, (select x.name from fleet.driver x where x.bureau_id = kernel.bureau()
      and x.id = driver_id) as name, at, by_name as by`.execute(ctx.db)
  return rows.map(({ id, driver, name, at, by }) => ({
    type: etiquetteSubject,
    id,
    label: name,
    href: `/fleet/drivers/${driver}`,
    unitId: null,
    at: new Date(at),
    dueAt: new Date(at),
    by,
    lines,
    asks: true,
    answers: drawAnswers(lines, ({ clauseCode }) => {
      const why = unmannerly[clauseCode]
      return why !== undefined && next() < 0.05 ? why : null
    }),
  }))
}

/** Of trips that left: what was not safe had kept them in, so that only the look of a vehicle was ever wanting. */
async function beforeLeaving(ctx: Ctx, next: () => number): Promise<DemoChecklist[]> {
  const lines = await checklistFor(ctx, checkClauses)
  const since = new Date(ctx.now.getTime() - checkedDays * DAY)
  const { rows } = await sql<{ id: string; number: string; left_at: string; starts_at: string; by: string }>`
    select t.id, t.number, t.left_at, t.starts_at, d.name as by from fleet.trip t
    join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    where t.bureau_id = kernel.bureau() and not t.imported and t.left_at >= ${since}::timestamptz
      and not exists (select from standards.executed_checklist e where e.bureau_id = t.bureau_id
        and e.subject_type = 'fleet.trip' and e.subject_id = t.id)
    order by t.number`.execute(ctx.db)
  return rows.map(({ id, number, left_at, starts_at, by }) => ({
    type: 'fleet.trip',
    id,
    label: number,
    href: `/fleet/trips/${id}`,
    unitId: null,
    at: new Date(new Date(left_at).getTime() - 8 * 60_000),
    dueAt: new Date(starts_at),
    by,
    lines,
    asks: true,
    answers: drawAnswers(lines, ({ clauseCode }) =>
      !safetyClauses.includes(clauseCode) && next() < 0.03 ? '收车后清洗' : null,
    ),
  }))
}
