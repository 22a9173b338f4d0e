import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/**
 * Whether the actor may read the request of alias `q`: the own; those of the own unit for its liaison; those of the
 * trips one drives; those whose approval one is or was asked for; everything for the centre's desk and for supervision.
 * What may be done with it is `requestCan`, from the same facts.
 */
export function readableRequests(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.actor.source === 'job' || ctx.has('fleet.read-all-requests')) return sql<boolean>`true`
  const { personId, unitId } = ctx.actor
  const ways: RawBuilder<unknown>[] = []
  if (personId)
    ways.push(
      sql`q.requester_person_id = ${personId}::uuid`,
      sql`exists (select from fleet.trip_request w
        join fleet.trip o on o.bureau_id = w.bureau_id and o.id = w.trip_id
        join fleet.driver e on e.bureau_id = o.bureau_id and e.id = o.driver_id
        where w.bureau_id = q.bureau_id and w.request_id = q.id and w.removed_at is null
          and e.person_id = ${personId}::uuid)`,
      sql`q.id in (select a.subject_id from approvals.approval a where a.bureau_id = kernel.bureau()
        and a.type = 'fleet.request' and (a.id in (select approval_id from approvals.answerable(${personId}::uuid))
          or a.id in (select t.approval_id from approvals.approval_step t
            join approvals.seat s on s.bureau_id = t.bureau_id and s.step_id = t.id
            where t.bureau_id = kernel.bureau()
              and ${personId}::uuid in (s.person_id, s.answered_by_person_id))))`,
    )
  if (unitId && ctx.has('fleet.read-unit-requests'))
    ways.push(sql`q.unit_id in (select directory.unit_and_below(${unitId}::uuid))`)
  if (ways.length === 0) return sql<boolean>`false`
  return sql<boolean>`(${sql.join(ways, sql` or `)})`
}

export interface RequestFacts {
  state: string
  unit_id: string
  requester_person_id: string | null
  may_pool: boolean
  after_approval: string | null
  rating: number | null
  /** Of the driver who takes it; null without one. */
  driver_person_id: string | null
  pool_wished: boolean
}

/** Whoever asked for it, or the liaison of the unit. */
export function isClient(ctx: Ctx, row: Pick<RequestFacts, 'unit_id' | 'requester_person_id'>): boolean {
  const { personId, unitId, roles } = ctx.actor
  if (personId !== null && row.requester_person_id === personId) return true
  return unitId !== null && row.unit_id === unitId && roles.includes('liaison')
}

/** What this actor may do with this request now. */
export function requestCan(ctx: Ctx, row: RequestFacts): Record<string, boolean> {
  const asks = ctx.has('fleet.request')
  const client = asks && isClient(ctx, row)
  const speaks = client || ctx.has('fleet.dispatch')
  const is = (...states: string[]) => states.includes(row.state)
  const drove = row.driver_person_id !== null && row.driver_person_id === ctx.actor.personId
  return {
    change: speaks && is('SUBMITTED', 'SENT_BACK', 'APPROVED', 'ASSIGNED'),
    resubmit: client && (is('SENT_BACK') || row.after_approval === 'RETURNED'),
    withdraw: client && is('SUBMITTED', 'SENT_BACK'),
    cancel: speaks && is('APPROVED', 'ASSIGNED'),
    divert: client && is('SUBMITTED', 'SENT_BACK', 'APPROVED'),
    remind: client && is('SUBMITTED', 'APPROVED', 'ASSIGNED'),
    askPool: client && is('SUBMITTED', 'APPROVED') && row.may_pool && !row.pool_wished,
    answerPool: ctx.has('fleet.dispatch') && row.pool_wished,
    rate: client && is('DONE') && row.rating === null && !drove,
    complain: client && is('ASSIGNED', 'UNDER_WAY', 'DONE', 'REFUSED'),
    repeat: asks,
  }
}
