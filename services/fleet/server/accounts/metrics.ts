import { sql } from 'kysely'
import { dayNumber, localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricRecord, MetricScope } from '#kernel/server-module.ts'
import { readSums, totalOf, type VehicleSums } from './read-sums.ts'
import { unhurtSince } from './safety-record.ts'

type Page = { after: string | null; limit: number }

const totalValue = (rows: readonly MetricRecord[]) => rows.reduce((sum, { value }) => sum + value, 0)

/** A page by id of what is read whole: a bureau has hundreds of vehicles, not more. */
function pageOf(records: MetricRecord[], { after, limit }: Page): MetricRecord[] {
  return records
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .filter(({ id }) => after === null || id > after)
    .slice(0, limit)
}

/**
 * A figure made of one row for each vehicle; `worth` null leaves it out. What is counted in whole parts (fen) is added in
 * them and divided by `parts` once, so that sums stay exact.
 */
function perVehicle(
  from: 'sum' | 'mean',
  worths: (lines: VehicleSums[]) => (line: VehicleSums) => number | null,
  parts = 1,
): MetricHandler {
  async function records(ctx: Ctx, scope: MetricScope): Promise<MetricRecord[]> {
    const lines = await readSums(ctx, scope)
    const worth = worths(lines)
    return lines.flatMap((line) => {
      const value = worth(line)
      if (value === null) return []
      return [
        {
          id: line.vehicleId,
          label: line.plate,
          at: null,
          value: value / parts,
          href: `/fleet/accounts/${line.vehicleId}`,
          detail: line.model,
        },
      ]
    })
  }
  return {
    from,
    async value(ctx, scope) {
      // In the order in which the rows are read, so that the sums agree to the last bit.
      const rows = pageOf(await records(ctx, scope), { after: null, limit: Number.POSITIVE_INFINITY })
      if (rows.length === 0) return from === 'mean' ? null : 0
      const sum = parts === 1 ? totalValue(rows) : Math.round(totalValue(rows) * parts) / parts
      return from === 'mean' ? sum / rows.length : sum
    },
    async records(ctx, scope, page) {
      return pageOf(await records(ctx, scope), page)
    },
  }
}

export const costOfVehicles = perVehicle(
  'sum',
  () => (line) => {
    const fen = totalOf(line)
    return fen === 0 ? null : fen
  },
  100,
)

const fuelled = ({ energy }: VehicleSums) => energy !== 'ELECTRIC'

/** Each vehicle's litres for 100 km of all: together they are the fleet's. */
export const fuelPer100km = perVehicle('sum', (lines) => {
  const km = lines.filter(fuelled).reduce((sum, line) => sum + line.km, 0)
  return (line) => (fuelled(line) && km > 0 && line.litres !== 0 ? (line.litres * 100) / km : null)
})

export const kilometresPerVehicle = perVehicle(
  'mean',
  () =>
    ({ km }) =>
      km,
)

export const safetyMeetings: MetricHandler = {
  from: 'sum',
  async value(ctx, { from, to }) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from fleet.safety_meeting
      where bureau_id = kernel.bureau() and voided_at is null and held_on between ${from}::date and ${to}::date`.execute(
      ctx.db,
    )
    return rows[0]!.count
  },
  async records(ctx, { from, to }, { after, limit }) {
    const { rows } = await sql<{ id: string; held_on: string; topic: string }>`
      select id, held_on, topic from fleet.safety_meeting
      where bureau_id = kernel.bureau() and voided_at is null and held_on between ${from}::date and ${to}::date
        and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`.execute(ctx.db)
    return rows.map(({ id, held_on, topic }) => ({
      id,
      label: topic,
      at: `${held_on}T00:00:00+08:00`,
      value: 1,
      href: `/fleet/safety/${id}`,
      detail: held_on,
    }))
  },
}

/** Named when nothing happened yet, so that the one row has an id. */
const sinceFirst = '00000000-0000-7000-8000-000000000001'

/** One row: since when; null before the first vehicle. A period that ends later than today ends today. */
export const daysWithoutInjury: MetricHandler = {
  from: 'mean',
  async value(ctx, scope) {
    return (await readDays(ctx, scope))?.days ?? null
  },
  async records(ctx, scope, { after }) {
    const found = await readDays(ctx, scope)
    if (!found || after !== null) return []
    return [
      {
        id: sinceFirst,
        label: found.since,
        at: `${found.since}T00:00:00+08:00`,
        value: found.days,
        href: '/fleet/safety',
        detail: '',
      },
    ]
  },
}

async function readDays(ctx: Ctx, { to }: MetricScope): Promise<{ since: string; days: number } | null> {
  const today = localDayOf(ctx.now)
  const day = to < today ? to : today
  const since = await unhurtSince(ctx, day)
  return since ? { since, days: dayNumber(day) - dayNumber(since) } : null
}
