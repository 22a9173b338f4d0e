import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { driverActions } from '../../actions/driver-actions.ts'
import type { Absence } from '../../driver-schema.ts'
import { visibleDrivers } from './books-policy.ts'
import { isSelf } from './select-drivers.ts'

type Actions = typeof driverActions

function selectAbsences(ctx: Ctx) {
  return ctx.db
    .selectFrom('fleet.driver_absence as a')
    .innerJoin('fleet.driver as d', (join) =>
      join.onRef('d.bureau_id', '=', 'a.bureau_id').onRef('d.id', '=', 'a.driver_id'),
    )
    .selectAll('a')
    .select(['d.name as driver_name', 'd.person_id'])
    .where(visibleDrivers(ctx))
}
type Selection = Awaited<ReturnType<ReturnType<typeof selectAbsences>['execute']>>[number]

/** Leave, latest first; a driver sees his own. */
export async function listAbsences(
  ctx: Ctx,
  input: InputOf<Actions['listAbsences']>,
): Promise<OutputOf<Actions['listAbsences']>> {
  let query = selectAbsences(ctx)
  if (input.driverId) query = query.where('a.driver_id', '=', input.driverId)
  if (input.state?.length) query = query.where('a.state', 'in', input.state)
  if (input.from) query = query.where(sql<boolean>`kernel.local_day(a.ends_at) >= ${input.from}::date`)
  if (input.to) query = query.where(sql<boolean>`kernel.local_day(a.starts_at) <= ${input.to}::date`)
  const { items, next } = await keysetPage(query, input, {
    by: [{ column: 'starts_at', ref: 'a.starts_at', direction: 'desc' }],
    idRef: 'a.id',
  })
  return { items: await absencesOf(ctx, items), next }
}

/** The latest of one driver. */
export async function readAbsences(ctx: Ctx, driverId: string): Promise<Absence[]> {
  const rows = await selectAbsences(ctx)
    .where('a.driver_id', '=', driverId)
    .orderBy('a.starts_at', 'desc')
    .limit(30)
    .execute()
  return absencesOf(ctx, rows)
}

async function absencesOf(ctx: Ctx, rows: readonly Selection[]): Promise<Absence[]> {
  const trips = await tripsWithin(
    ctx,
    rows.filter(({ state }) => state === 'ASKED' || state === 'GRANTED').map(({ id }) => id),
  )
  return rows.map((row) => {
    const decide = row.state === 'ASKED' && ctx.has('fleet.dispatch')
    const open = row.state === 'ASKED' || row.state === 'GRANTED'
    const speaks = isSelf(ctx, row) || ctx.has('fleet.dispatch')
    return {
      id: row.id,
      driver: { id: row.driver_id, name: row.driver_name },
      kind: row.kind as Absence['kind'],
      from: row.starts_at,
      to: row.ends_at,
      reason: row.reason,
      state: row.state as Absence['state'],
      decidedBy: row.decided_by,
      decisionReason: row.decision_reason,
      createdAt: row.created_at,
      trips: trips.get(row.id) ?? [],
      can: { grant: decide, refuse: decide, withdraw: open && speaks && new Date(row.ends_at) > ctx.now },
    }
  })
}

/** The trips of a driver that are not over and touch his leave, by the leave's id. */
export async function tripsWithin(
  ctx: Ctx,
  absenceIds: readonly string[],
): Promise<Map<string, Absence['trips']>> {
  if (absenceIds.length === 0) return new Map()
  const { rows } = await sql<{ absence_id: string; id: string; number: string; from: string }>`
    select a.id as absence_id, t.id, t.number, t.starts_at as from
    from fleet.driver_absence a join fleet.trip t on t.bureau_id = a.bureau_id and t.driver_id = a.driver_id
      and t.state in ('ASSIGNED', 'UNDER_WAY', 'WAITING') and t.starts_at < a.ends_at and t.ends_at > a.starts_at
    where a.bureau_id = kernel.bureau() and a.id = any(${[...absenceIds]}::uuid[])
    order by t.starts_at, t.id limit 500`.execute(ctx.db)
  const found = new Map<string, Absence['trips']>()
  for (const { absence_id, id, number, from } of rows)
    found.set(absence_id, [...(found.get(absence_id) ?? []), { id, number, from }])
  return found
}
