import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { UnitUse } from '../../account-schema.ts'
import type { accountActions } from '../../actions/account-actions.ts'
import { daysOfMonth, within } from './month.ts'

type Actions = typeof accountActions

interface Row {
  unit_id: string | null
  unit_name: string | null
  month: string
  trips: number
  km: number
  fen: number
  pooled: number
  rentals: number
  rental_km: number
  rental_fen: number
}

/**
 * What each unit used, by month. A shared trip is shared out evenly among its requests, to the last kilometre and fen,
 * so that the units' use makes the fleet's; rides in rented vehicles stand beside it. Whoever does not see the accounts sees
 * her own unit, and the mean beside it.
 */
export async function readUnitUse(
  ctx: Ctx,
  input: InputOf<Actions['readUnitUse']>,
): Promise<OutputOf<Actions['readUnitUse']>> {
  const thisMonth = localDayOf(ctx.now).slice(0, 7)
  const to = input.to ?? thisMonth
  const from = input.from ?? `${to.slice(0, 4)}-01`
  const all = gather(await readRows(ctx, daysOfMonth(from).from, daysOfMonth(to).to))
  const known = all.filter(({ unit }) => unit !== null)
  // Whoever only rode in rented vehicles used none of ours.
  const drove = known.filter(({ trips }) => trips > 0)
  const mean = (of: (one: UnitUse) => number) => drove.reduce((sum, one) => sum + of(one), 0) / drove.length
  const own = ctx.has('fleet.read-accounts') ? null : await ownUnits(ctx)
  return {
    from,
    to,
    items: own ? known.filter(({ unit }) => own.has(unit!.id)) : all,
    mean:
      drove.length === 0
        ? null
        : {
            trips: mean(({ trips }) => trips),
            km: mean(({ km }) => km),
            costFen: mean(({ costFen }) => costFen),
            pooledShare: mean(({ trips, pooledTrips }) => (pooledTrips / trips) * 100),
          },
  }
}

/** The actor's unit and those below it. */
async function ownUnits(ctx: Ctx): Promise<Set<string>> {
  if (!ctx.actor.unitId) return new Set()
  const { rows } = await sql<{
    id: string
  }>`select directory.unit_and_below(${ctx.actor.unitId}) as id`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}

async function readRows(ctx: Ctx, from: string, to: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with taken as (
      select t.id as trip_id, q.unit_id, kernel.local_day(t.starts_at) as day, coalesce(t.distance_km, 0) as km,
        coalesce((select sum(c.amount_fen) from fleet.trip_cost c where c.bureau_id = t.bureau_id and c.trip_id = t.id), 0)::bigint as fen,
        count(*) over (partition by t.id) as shares, row_number() over (partition by t.id order by q.id) as turn
      from fleet.trip t
      left join fleet.trip_request r on r.bureau_id = t.bureau_id and r.trip_id = t.id and r.removed_at is null
      left join fleet.request q on q.bureau_id = r.bureau_id and q.id = r.request_id
      where t.bureau_id = kernel.bureau() and t.state = 'COMPLETED' and ${within('t.starts_at', { from, to })}),
    shared as (
      select unit_id, to_char(day, 'YYYY-MM') as month, trip_id, shares > 1 as pooled,
        km / shares + (turn <= km % shares)::int as km, fen / shares + (turn <= fen % shares)::int as fen
      from taken),
    used as (
      select unit_id, month, trip_id, pooled, km, fen, null::uuid as rental_id, 0 as rental_km, 0 as rental_fen from shared
      union all
      select q.unit_id, to_char(kernel.local_day(n.starts_at), 'YYYY-MM'), null, false, 0, 0, n.id, n.distance_km, n.cost_fen
      from fleet.rental n join fleet.request q on q.bureau_id = n.bureau_id and q.id = n.request_id
      where n.bureau_id = kernel.bureau() and n.state = 'RETURNED' and ${within('n.starts_at', { from, to })})
    select s.unit_id, u.name as unit_name, s.month, count(distinct s.trip_id)::int as trips, sum(s.km)::int as km,
      sum(s.fen)::bigint as fen, count(distinct s.trip_id) filter (where s.pooled)::int as pooled,
      count(s.rental_id)::int as rentals, sum(s.rental_km)::int as rental_km, sum(s.rental_fen)::bigint as rental_fen
    from used s left join directory.unit u on u.bureau_id = kernel.bureau() and u.id = s.unit_id
    group by s.unit_id, u.name, s.month order by u.name nulls last, s.month`.execute(ctx.db)
  return rows
}

function gather(rows: readonly Row[]): UnitUse[] {
  const units = new Map<string | null, UnitUse>()
  for (const row of rows) {
    const unit = units.get(row.unit_id) ?? {
      unit: row.unit_id ? { id: row.unit_id, name: row.unit_name! } : null,
      trips: 0,
      km: 0,
      costFen: 0,
      pooledTrips: 0,
      rentals: 0,
      rentalKm: 0,
      rentalFen: 0,
      months: [],
    }
    units.set(row.unit_id, unit)
    unit.trips += row.trips
    unit.km += row.km
    unit.costFen += row.fen
    unit.pooledTrips += row.pooled
    unit.rentals += row.rentals
    unit.rentalKm += row.rental_km
    unit.rentalFen += row.rental_fen
    unit.months.push({
      month: row.month,
      trips: row.trips,
      km: row.km,
      costFen: row.fen,
      pooledTrips: row.pooled,
      rentals: row.rentals,
      rentalKm: row.rental_km,
      rentalFen: row.rental_fen,
    })
  }
  return [...units.values()].sort((one, other) => other.km - one.km)
}

/** The same by unit and month as a sheet. */
export async function exportUnitUse(
  ctx: Ctx,
  { format, ...asked }: InputOf<Actions['exportUnitUse']>,
): Promise<FileAnswer> {
  const { items, from, to } = await readUnitUse(ctx, asked)
  const title = ctx.say({ zh: `单位用车 ${from}至${to}`, en: `Use by unit ${from} to ${to}` })
  const content = {
    title,
    columns: [
      { heading: '用车单位', width: 26 },
      { heading: '月份' },
      { heading: '出车次数', kind: 'number' as const },
      { heading: '里程km', kind: 'number' as const },
      { heading: '费用元', kind: 'money-fen' as const },
      { heading: '拼车次数', kind: 'number' as const },
      { heading: '租车次数', kind: 'number' as const },
      { heading: '租车里程km', kind: 'number' as const },
      { heading: '租车费用元', kind: 'money-fen' as const },
    ],
    rows: items.flatMap(({ unit, months }) =>
      months.map((one) => [
        unit?.name ?? '（无申请）',
        one.month,
        one.trips,
        one.km,
        one.costFen,
        one.pooledTrips,
        one.rentals,
        one.rentalKm,
        one.rentalFen,
      ]),
    ),
  }
  return sheetAnswer(content, format ?? 'xlsx', title)
}
