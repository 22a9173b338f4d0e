import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { containing } from '#kernel/database/containing.ts'
import type { DriverFilters, DriverRow } from '../../driver-schema.ts'
import type { AbsenceKind } from '../../register-words.ts'
import { driverStates } from '../../states.ts'
import { visibleDrivers } from './books-policy.ts'
import { lightOf } from './due-light.ts'

/** So long before a licence runs out its renewal can be asked for: 90 days (驾驶证申领和使用规定). */
const licenceAheadDays = 90

/** The drivers this actor may see, with everything a row shows. */
export function selectDrivers(ctx: Ctx) {
  return ctx.db
    .selectFrom('fleet.driver as d')
    .selectAll('d')
    .select(
      sql<AbsenceKind | null>`(select a.kind from fleet.driver_absence a where a.bureau_id = d.bureau_id
        and a.driver_id = d.id and a.state = 'GRANTED' and ${ctx.now} >= a.starts_at and ${ctx.now} < a.ends_at limit 1)`.as(
        'away',
      ),
    )
    .where(visibleDrivers(ctx))
}
type Query = ReturnType<typeof selectDrivers>
export type DriverSelection = Awaited<ReturnType<Query['execute']>>[number]

/** A selected driver as lists and answers show it. */
export function driverRowOf(ctx: Ctx, row: DriverSelection): DriverRow {
  return {
    id: row.id,
    staffNo: row.staff_no,
    name: row.name,
    licenceClass: row.licence_class as DriverRow['licenceClass'],
    licenceUntil: row.licence_until,
    light: row.state === 'LEFT' ? 'FINE' : lightOf(localDayOf(ctx.now), row.licence_until, licenceAheadDays),
    pool: row.pool as DriverRow['pool'],
    state: row.state as DriverRow['state'],
    leftOn: row.left_on,
    away: row.away,
    can: {
      ...ctx.can(driverStates, row),
      keep: ctx.has('fleet.keep-register'),
      askLeave: isSelf(ctx, row) || ctx.has('fleet.dispatch'),
      settle: ctx.has('fleet.retire'),
    },
  }
}

/** Whether the actor is this driver. */
export function isSelf(ctx: Ctx, { person_id }: { person_id: string | null }): boolean {
  return person_id !== null && person_id === ctx.actor.personId
}

/** Narrows the drivers by the filters of the list and its export. */
export function filterDrivers(ctx: Ctx, filters: DriverFilters): Query {
  let query = selectDrivers(ctx)
  if (filters.search?.trim()) {
    const like = containing(filters.search.trim())
    query = query.where(sql<boolean>`(d.name ilike ${like} or d.staff_no ilike ${like})`)
  }
  if (filters.state?.length) query = query.where('d.state', 'in', filters.state)
  if (filters.licence?.length) query = query.where('d.licence_class', 'in', filters.licence)
  if (filters.pool) query = query.where('d.pool', '=', filters.pool)
  return query
}
