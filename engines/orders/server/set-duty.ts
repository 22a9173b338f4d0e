import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { orders } from '../module.ts'

type Actions = typeof orders.actions

export interface Duty {
  onDuty: boolean
  until?: string | Date | null
  maxLoad?: number
  siteId?: string | null
}

/** Writes a worker's duty; what is left out stays as it was. @throws Problem 422 for an unknown person */
export async function ensureWorker(ctx: Ctx, personId: string, duty: Duty): Promise<void> {
  const person = await ctx.db
    .selectFrom('directory.person')
    .select('id')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) throw new Problem(422, 'orders.unknown_worker', { path: 'personId' })
  const values = {
    on_duty: duty.onDuty,
    on_duty_until: duty.onDuty ? (duty.until ?? null) : null,
    changed_at: ctx.now,
    ...(duty.maxLoad === undefined ? {} : { max_load: duty.maxLoad }),
    ...(duty.siteId === undefined ? {} : { site_id: duty.siteId }),
  }
  await ctx.db
    .insertInto('orders.worker')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'person_id']).doUpdateSet(values))
    .execute()
  await ctx.emit({
    type: 'orders.duty_changed',
    subjectType: 'directory.person',
    subjectId: personId,
    after: duty,
  })
}

/** A worker sets the own duty, a dispatcher anybody's. */
export async function setDuty(
  ctx: Ctx,
  input: InputOf<Actions['setDuty']>,
): Promise<OutputOf<Actions['setDuty']>> {
  const own = input.personId === ctx.actor.personId
  if (!own) ctx.require('orders.dispatch')
  // How much one takes is for the dispatcher to say.
  const maxLoad = ctx.has('orders.dispatch') ? input.maxLoad : undefined
  await ensureWorker(ctx, input.personId, {
    ...input,
    ...(maxLoad === undefined ? { maxLoad: undefined } : {}),
  })
  return done
}

/** Orders in somebody's hands that want doing now; paused ones wait for others. */
export const loadOf = (personRef: string) => sql<number>`(
  select count(*)::int from orders.service_order l
  where l.bureau_id = kernel.bureau() and l.holder_person_id = ${sql.ref(personRef)} and l.holder_role = 'WORKER'
    and l.state in ('ASSIGNED', 'TAKEN', 'IN_PROGRESS'))`

/** Whether a worker is there at this moment. */
export const presentAt = (ctx: Ctx, alias: string) =>
  sql<boolean>`(${sql.ref(`${alias}.on_duty`)} and (${sql.ref(`${alias}.on_duty_until`)} is null
    or ${sql.ref(`${alias}.on_duty_until`)} > ${ctx.now}::timestamptz))`

export async function readMyDuty(ctx: Ctx): Promise<OutputOf<Actions['readMyDuty']>> {
  const mine = await ctx.db
    .selectFrom('orders.worker as w')
    .select(['w.max_load', presentAt(ctx, 'w').as('present'), loadOf('w.person_id').as('load')])
    .where('w.person_id', '=', ctx.actor.personId)
    .executeTakeFirst()
  return { onDuty: mine?.present ?? false, maxLoad: mine?.max_load ?? 0, load: mine?.load ?? 0 }
}

export async function listWorkers(
  ctx: Ctx,
  input: InputOf<Actions['listWorkers']>,
): Promise<OutputOf<Actions['listWorkers']>> {
  let query = ctx.db
    .selectFrom('orders.worker as w')
    .innerJoin('directory.person as p', (join) =>
      join.onRef('p.bureau_id', '=', 'w.bureau_id').onRef('p.id', '=', 'w.person_id'),
    )
    .innerJoin('directory.unit as u', (join) =>
      join.onRef('u.bureau_id', '=', 'p.bureau_id').onRef('u.id', '=', 'p.unit_id'),
    )
    .leftJoin('directory.site as s', (join) =>
      join.onRef('s.bureau_id', '=', 'w.bureau_id').onRef('s.id', '=', 'w.site_id'),
    )
    .select([
      'w.id',
      'w.person_id',
      'w.max_load',
      'w.on_duty_until',
      'w.site_id',
      'p.name',
      'p.skills',
      'u.name as unit_name',
      's.name as site_name',
      presentAt(ctx, 'w').as('present'),
      loadOf('w.person_id').as('load'),
    ])
  if (input.onDuty !== undefined) query = query.where(presentAt(ctx, 'w'), '=', input.onDuty)
  const { items, next } = await keysetPage(query, input, {
    by: [{ column: 'name', direction: 'asc', ref: 'p.name' }],
    idRef: 'w.id',
  })
  return {
    next,
    items: items.map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: row.name,
      unitName: row.unit_name,
      skills: row.skills,
      onDuty: row.present,
      onDutyUntil: row.on_duty_until,
      maxLoad: row.max_load,
      load: row.load,
      site: row.site_id && row.site_name ? { id: row.site_id, name: row.site_name } : null,
    })),
  }
}
