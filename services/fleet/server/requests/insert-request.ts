import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Purpose, Reach } from '../../words.ts'

export interface NewRequest {
  unitId: string
  requesterPersonId: string | null
  requesterName: string
  contactPhone?: string
  purpose: Purpose
  reason: string
  passengers: number
  origin: string
  stops?: readonly string[] | undefined
  destination: string
  reach: Reach
  distanceKm?: number | null
  way: 'ONE_WAY' | 'RETURN'
  from: Date
  to: Date
  luggage?: 'NONE' | 'LIGHT' | 'BULKY'
  mayPool?: boolean
  emergency?: boolean
  vehicleClass?: string | null
}

/** Writes a request as SUBMITTED with its number `YC-…`; whoever calls has checked it. */
export async function insertRequest(ctx: Ctx, request: NewRequest): Promise<{ id: string; number: string }> {
  const { rows } = await sql<{ number: string }>`
    select kernel.next_number('YC', ${localDayOf(ctx.now)}::date) as number`.execute(ctx.db)
  const { number } = rows[0]!
  const { id } = await ctx.db
    .insertInto('fleet.request')
    .values({
      number,
      unit_id: request.unitId,
      requester_person_id: request.requesterPersonId,
      requester_name: request.requesterName,
      contact_phone: request.contactPhone ?? '',
      purpose: request.purpose,
      reason: request.reason,
      passengers: request.passengers,
      origin: request.origin,
      stops: [...(request.stops ?? [])],
      destination: request.destination,
      reach: request.reach,
      distance_km: request.distanceKm ?? null,
      way: request.way,
      starts_at: request.from,
      ends_at: request.to,
      luggage: request.luggage ?? 'NONE',
      may_pool: request.mayPool ?? true,
      emergency: request.emergency ?? false,
      vehicle_class: request.vehicleClass ?? null,
      state: 'SUBMITTED',
      submitted_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, number }
}
