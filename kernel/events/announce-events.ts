import type { Database } from '../database/transaction.ts'

/** Announced in one transaction. */
const most = 500

const text = `
  with fresh as (
    update kernel.outbox o set announced = true
    from (select bureau_id, event_id from kernel.outbox where not announced
      order by event_id limit ${most} for update skip locked) due
    where o.bureau_id = due.bureau_id and o.event_id = due.event_id
    returning o.bureau_id, o.event_id)
  select count(pg_notify('houqin_event', json_build_object('bureauId', bureau_id, 'id', id, 'type', type,
    'subjectType', subject_type, 'subjectId', subject_id)::text))::int as told
  from (select e.* from fresh join kernel.event e on e.bureau_id = fresh.bureau_id and e.id = fresh.event_id
    order by e.id) event`

/**
 * Tells all servers of committed events, many at once. Whoever wrote them may be dead by then: each server looks, and
 * each event is told of by one of them. @returns how many it told of; call again while it is not 0
 */
export async function announceEvents(ask: Database['ask']): Promise<number> {
  const [row] = await ask<{ told: number }>({ name: 'announce events', text, values: [] })
  return row!.told
}
