import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { incidentActions } from '../../actions/incident-actions.ts'
import type { IncidentRow } from '../../register-schema.ts'
import { blames, foundBy, incidentKinds, incidentStates } from '../../register-words.ts'
import { within } from './list-incidents.ts'

type Actions = typeof incidentActions
type Filters = Omit<InputOf<Actions['listIncidents']>, 'cursor' | 'limit'>

interface Selected {
  id: string
  kind: string
  vehicle_id: string
  plate: string
  driver_id: string | null
  driver_name: string | null
  trip_id: string | null
  trip_number: string | null
  found_by: string
  at: string
  place: string
  what: string
  created_by: string
  void_reason: string | null
  notice_no: string | null
  blame: string | null
  injured: number
  dead: number
  cost_fen: number
  points: number
  state: string
}

/** One kind of record with its vehicle, driver and trip; `own` are the columns in which the kinds differ. */
const kindOf = (kind: keyof typeof incidentKinds, own: RawBuilder<unknown>, filters: Filters) => {
  const table = sql.table(kind === 'ACCIDENT' ? 'fleet.accident' : 'fleet.violation')
  return sql`select i.id, ${sql.lit(kind)} as kind, i.vehicle_id, v.plate, i.driver_id, d.name as driver_name, i.trip_id,
      t.number as trip_number, i.found_by, i.at, i.place, i.what, i.created_by, i.void_reason, ${own}
    from ${table} i
    join fleet.vehicle v on v.bureau_id = i.bureau_id and v.id = i.vehicle_id
    left join fleet.driver d on d.bureau_id = i.bureau_id and d.id = i.driver_id
    left join fleet.trip t on t.bureau_id = i.bureau_id and t.id = i.trip_id
    where ${within(filters)}`
}

const stateOf = (open: RawBuilder<unknown>) =>
  sql`case when i.voided_at is not null then 'VOIDED' when ${open} then 'OPEN' else 'DONE' end as state`
const ofAccident = sql`null::text as notice_no, i.blame, i.injured, i.dead, i.damage_fen as cost_fen, 0 as points,
  ${stateOf(sql`i.blame = 'OPEN'`)}`
const ofViolation = sql`i.notice_no, null::text as blame, 0 as injured, 0 as dead, i.fine_fen as cost_fen, i.points,
  ${stateOf(sql`i.settled_on is null`)}`

/** Both kinds of all vehicles in one list. */
function selectIncidents(ctx: Ctx, filters: Filters) {
  const parts = [
    ...(filters.kind === 'VIOLATION' ? [] : [kindOf('ACCIDENT', ofAccident, filters)]),
    ...(filters.kind === 'ACCIDENT' ? [] : [kindOf('VIOLATION', ofViolation, filters)]),
  ]
  const both = sql<Selected>`(${sql.join(parts, sql` union all `)})`.as('i')
  const query = ctx.db.selectFrom(both).selectAll('i')
  return filters.state ? query.where('i.state', '=', filters.state) : query
}

/** The latest first, unless another order is asked for. */
function orderOf({ sort = '-at' }: Filters) {
  const direction = sort.startsWith('-') ? ('desc' as const) : ('asc' as const)
  const column = sort.endsWith('cost') ? ('cost_fen' as const) : ('at' as const)
  return { column, ref: `i.${column}` as const, direction }
}

function rowOf(row: Selected): IncidentRow {
  return {
    id: row.id,
    kind: row.kind as IncidentRow['kind'],
    state: row.state as IncidentRow['state'],
    vehicle: { id: row.vehicle_id, plate: row.plate },
    driver: row.driver_id && row.driver_name ? { id: row.driver_id, name: row.driver_name } : null,
    foundBy: row.found_by as IncidentRow['foundBy'],
    trip: row.trip_id && row.trip_number ? { id: row.trip_id, number: row.trip_number } : null,
    at: row.at,
    place: row.place,
    what: row.what,
    createdBy: row.created_by,
    voidReason: row.void_reason,
    noticeNo: row.notice_no,
    blame: row.blame as IncidentRow['blame'],
    injured: row.injured,
    dead: row.dead,
    costFen: row.cost_fen,
    points: row.points,
  }
}

export async function listIncidents(
  ctx: Ctx,
  input: InputOf<Actions['listIncidents']>,
): Promise<OutputOf<Actions['listIncidents']>> {
  const { items, next } = await keysetPage(selectIncidents(ctx, input), input, {
    by: [orderOf(input)],
    idRef: 'i.id',
  })
  return { items: items.map(rowOf), next }
}

const mostExported = 50_000

/** The same records as a sheet. */
export async function exportIncidents(
  ctx: Ctx,
  input: InputOf<Actions['exportIncidents']>,
): Promise<FileAnswer> {
  const { ref, direction } = orderOf(input)
  const rows = await selectIncidents(ctx, input)
    .orderBy(ref, direction)
    .orderBy('i.id', direction)
    .limit(mostExported)
    .execute()
  const title = ctx.say(text('事故和违章', 'Accidents and violations'))
  const heading = (zh: string, en: string) => ({ heading: ctx.say({ zh, en }), kind: 'text' as const })
  const number = (zh: string, en: string) => ({ heading: ctx.say({ zh, en }), kind: 'number' as const })
  const content = {
    title,
    columns: [
      heading('类型', 'Kind'),
      heading('车牌号', 'Plate'),
      { heading: ctx.say(text('时间', 'When')), kind: 'datetime' as const },
      heading('地点', 'Where'),
      heading('内容', 'What'),
      heading('驾驶员', 'Driver'),
      heading('驾驶员来源', 'How known'),
      heading('派车单', 'Trip'),
      heading('违章编号', 'Notice'),
      heading('责任', 'Blame'),
      number('受伤', 'Injured'),
      number('死亡', 'Killed'),
      { heading: ctx.say(text('损失或罚款元', 'Damage or fine (yuan)')), kind: 'money-fen' as const },
      number('记分', 'Points'),
      heading('状态', 'State'),
      heading('作废原因', 'Why void'),
    ],
    rows: rows
      .map(rowOf)
      .map((row) => [
        ctx.say(incidentKinds[row.kind]),
        row.vehicle.plate,
        localMinute(row.at),
        row.place,
        row.what,
        row.driver?.name ?? null,
        ctx.say(foundBy[row.foundBy]),
        row.trip?.number ?? null,
        row.noticeNo,
        row.blame && ctx.say(blames[row.blame]),
        row.injured,
        row.dead,
        row.costFen,
        row.points,
        ctx.say(incidentStates[row.state]),
        row.voidReason,
      ]),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}
