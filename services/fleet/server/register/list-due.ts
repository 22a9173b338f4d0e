import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { upkeepActions } from '../../actions/upkeep-actions.ts'
import type { DueItem } from '../../register-schema.ts'
import { type DueKind, dueKinds, dueLights, type PaperKind } from '../../register-words.ts'
import { dayAfter, daysBetween, lightOf } from './due-light.ts'
import { planDue, sayDay, selectPlans } from './plan-due.ts'

type Actions = typeof upkeepActions
type Asked = Pick<InputOf<Actions['listDue']>, 'days' | 'kind'>

/** Everything that is overdue or falls due within so many days (30 unless said otherwise), soonest first. */
export async function listDue(
  ctx: Ctx,
  input: InputOf<Actions['listDue']>,
): Promise<OutputOf<Actions['listDue']>> {
  return { items: await findDue(ctx, input) }
}

/** The same as a sheet. */
export async function exportDue(ctx: Ctx, input: InputOf<Actions['exportDue']>): Promise<FileAnswer> {
  const items = await findDue(ctx, input)
  const title = ctx.say(text('到期日历', 'What falls due'))
  const heading = (zh: string, en: string) => ({ heading: ctx.say({ zh, en }), kind: 'text' as const })
  const content = {
    title,
    columns: [
      { heading: ctx.say(text('到期日', 'Due')), kind: 'date' as const },
      heading('车辆或驾驶员', 'Vehicle or driver'),
      heading('事项', 'What'),
      heading('内容', 'Title'),
      heading('状态', 'State'),
      heading('说明', 'In words'),
    ],
    rows: items.map(({ due, name, kind, title: what, light, words }) => [
      due,
      name,
      ctx.say(dueKinds[kind]),
      what,
      ctx.say(dueLights[light]),
      ctx.say(words),
    ]),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}

async function findDue(ctx: Ctx, { days = 30, kind }: Asked): Promise<DueItem[]> {
  const today = localDayOf(ctx.now)
  const last = dayAfter(today, days)
  const found = [
    ...(await papersDue(ctx, today, last)),
    ...(await plansDue(ctx, today, last)),
    ...(await licencesDue(ctx, today, last)),
    ...(await retestsDue(ctx, today)),
    ...(await violationsDue(ctx)),
  ]
  const wanted = kind?.length ? found.filter((item) => kind.includes(item.kind)) : found
  return wanted.sort(
    (one, other) => (one.due ?? '').localeCompare(other.due ?? '') || one.id.localeCompare(other.id),
  )
}

interface DueRow {
  id: string
  subject_id: string
  name: string
  kind: string
  title: string
  due: string
}

function itemOf(today: string, row: DueRow, kind: DueKind, folder: 'vehicles' | 'drivers'): DueItem {
  return {
    id: row.id,
    kind,
    name: row.name,
    href: `/fleet/${folder}/${row.subject_id}`,
    title: row.title,
    due: row.due,
    light: lightOf(today, row.due),
    words: sayDay(row.due, daysBetween(today, row.due)),
  }
}

async function papersDue(ctx: Ctx, today: string, last: string): Promise<DueItem[]> {
  const { rows } = await sql<DueRow>`
    select p.id, v.id as subject_id, v.plate as name, p.kind, p.number as title, p.valid_until as due
    from fleet.vehicle_paper p join fleet.vehicle v on v.bureau_id = p.bureau_id and v.id = p.vehicle_id
    where p.bureau_id = kernel.bureau() and p.ended_at is null and v.state <> 'RETIRED'
      and p.valid_until <= ${last}::date`.execute(ctx.db)
  return rows.map((row) => itemOf(today, row, row.kind as PaperKind, 'vehicles'))
}

async function plansDue(ctx: Ctx, today: string, last: string): Promise<DueItem[]> {
  const plans = await selectPlans(ctx, today)
  return plans.flatMap((plan): DueItem[] => {
    const { due, light, words } = planDue(plan, today)
    if (light === 'FINE' && (due === null || due > last)) return []
    return [
      {
        id: plan.id,
        kind: 'MAINTENANCE',
        name: plan.plate,
        href: `/fleet/vehicles/${plan.vehicle_id}`,
        title: plan.title,
        due,
        light,
        words,
      },
    ]
  })
}

async function licencesDue(ctx: Ctx, today: string, last: string): Promise<DueItem[]> {
  const { rows } = await sql<DueRow>`
    select d.id, d.id as subject_id, d.name, '' as kind, d.licence_class as title, d.licence_until as due
    from fleet.driver d where d.bureau_id = kernel.bureau() and d.state = 'ACTIVE'
      and d.licence_until <= ${last}::date`.execute(ctx.db)
  return rows.map((row) => itemOf(today, row, 'DRIVER_LICENCE', 'drivers'))
}

/** Failed an inspection, and nothing passed since. */
async function retestsDue(ctx: Ctx, today: string): Promise<DueItem[]> {
  const { rows } = await sql<DueRow>`
    select * from (select distinct on (r.vehicle_id) r.id, v.id as subject_id, v.plate as name, '' as kind,
        r.what as title, r.on_day as due, r.passed
      from fleet.maintenance_record r join fleet.vehicle v on v.bureau_id = r.bureau_id and v.id = r.vehicle_id
      where r.bureau_id = kernel.bureau() and r.voided_at is null and r.passed is not null and v.state <> 'RETIRED'
      order by r.vehicle_id, r.on_day desc, r.id desc) last
    where not passed`.execute(ctx.db)
  return rows.map((row) => ({
    ...itemOf(today, row, 'RETEST', 'vehicles'),
    light: 'OVERDUE' as const,
    words: text(`${row.due} 检验不合格，待维修复检`, `Failed on ${row.due}; to be repaired and retested`),
  }))
}

async function violationsDue(ctx: Ctx): Promise<DueItem[]> {
  const { rows } = await sql<DueRow>`
    select n.id, v.id as subject_id, v.plate as name, '' as kind, n.what as title, kernel.local_day(n.at) as due
    from fleet.violation n join fleet.vehicle v on v.bureau_id = n.bureau_id and v.id = n.vehicle_id
    where n.bureau_id = kernel.bureau() and n.voided_at is null and n.settled_on is null`.execute(ctx.db)
  return rows.map((row) => ({
    ...itemOf(row.due, row, 'VIOLATION', 'vehicles'),
    // The day it happened on is none it falls due on.
    due: null,
    light: 'SOON' as const,
    words: text(`${row.due} 违章，尚未处理`, `Of ${row.due}, not settled yet`),
  }))
}
