import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { plannedOnce } from '#kernel/database/planned-once.ts'
import type { Rank } from '../words.ts'

/** Whose a booking is. */
export interface Parties {
  unitId: string
  unitName: string
  organiserPersonId: string | null
  organiserName: string
}

interface Asked {
  unitId?: string | undefined
  organiserPersonId?: string | undefined
  rank?: Rank | undefined
}

/**
 * The actor and their unit; whoever manages bookings may book for others.
 * @throws Problem 422 `bookings.no_unit`, 403 for another's booking or a rank that is not theirs to give
 */
export async function partiesOf(ctx: Ctx, asked: Asked): Promise<Parties> {
  const { personId, unitId } = ctx.actor
  const other =
    (asked.unitId !== undefined && asked.unitId !== unitId) ||
    (asked.organiserPersonId !== undefined && asked.organiserPersonId !== personId)
  if (other) ctx.require('bookings.manage')
  if (asked.rank === 'LEADERSHIP') ctx.require('bookings.manage')
  const organiser = asked.organiserPersonId ?? (asked.unitId && asked.unitId !== unitId ? null : personId)
  // The unit asked for, else the organiser's, else the actor's.
  const { rows } = await sql<{ person: string | null; unit_id: string | null; unit: string | null }>`
    select p.name as person, u.id as unit_id, u.name as unit
    from (select 1) as one
    left join directory.person p on p.bureau_id = kernel.bureau() and p.id = ${organiser}::uuid
    left join directory.unit u on u.bureau_id = kernel.bureau()
      and u.id = coalesce(${asked.unitId ?? null}::uuid, p.unit_id, ${unitId}::uuid) ${plannedOnce}`.execute(
    ctx.db,
  )
  const { person, unit_id, unit } = rows[0]!
  if (asked.organiserPersonId && person === null)
    throw new Problem(422, 'bookings.no_unit', { path: 'organiserPersonId' })
  if (unit_id === null || unit === null) throw new Problem(422, 'bookings.no_unit', { path: 'unitId' })
  return { unitId: unit_id, unitName: unit, organiserPersonId: organiser, organiserName: person ?? unit }
}
