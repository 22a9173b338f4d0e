import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { approvals } from '../module.ts'

type Actions = typeof approvals.actions
type Input = InputOf<Actions['setSubstitute']>

interface Lying {
  name: string
  by: string
  fromDay: string
  toDay: string
}

/**
 * 代办: somebody answers in my place from day to day. One at a time for each person, and never in a circle.
 * @throws Problem 403 `approvals.substitute_others`; 409 `approvals.substitute_overlap`, `approvals.substitute_circle`;
 *   422 for days and people that do not fit
 */
export async function setSubstitute(ctx: Ctx, input: Input): Promise<OutputOf<Actions['setSubstitute']>> {
  const fromPersonId = input.fromPersonId ?? ctx.actor.personId
  if (!fromPersonId) throw new Problem(422, 'approvals.no_person')
  if (fromPersonId !== ctx.actor.personId && !ctx.has('approvals.substitute-others'))
    throw new Problem(403, 'approvals.substitute_others')
  if (fromPersonId === input.byPersonId)
    throw new Problem(422, 'approvals.substitute_self', { path: 'byPersonId' })
  checkDays(ctx, input)
  await checkAble(ctx, fromPersonId, 'fromPersonId')
  await checkAble(ctx, input.byPersonId, 'byPersonId')
  // Two who name each other in the same moment come one after the other, so that the second sees the circle.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`approvals.substitute:${ctx.bureauId}`}, 7))`.execute(
    ctx.db,
  )
  await checkOverlap(ctx, fromPersonId, input)
  await checkCircle(ctx, fromPersonId, input)
  const { id } = await ctx.db
    .insertInto('approvals.substitute')
    .values({
      from_person_id: fromPersonId,
      by_person_id: input.byPersonId,
      from_day: input.fromDay,
      to_day: input.toDay,
      types: input.types ?? [],
      reason: input.reason.trim(),
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'approvals.substitute_set',
    subjectType: 'approvals.substitute',
    subjectId: id,
    after: { ...input, fromPersonId },
    reason: input.reason,
  })
  return { id }
}

function checkDays(ctx: Ctx, { fromDay, toDay }: Input): void {
  const days = (Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000
  if (days < 0 || days > 366 || toDay < localDayOf(ctx.now))
    throw new Problem(422, 'approvals.substitute_days', { path: 'toDay' })
}

async function checkAble(ctx: Ctx, personId: string, path: string): Promise<void> {
  const { rows } = await sql`select from approvals.able() where person_id = ${personId}::uuid`.execute(ctx.db)
  if (rows.length === 0) throw new Problem(422, 'approvals.unknown_person', { path })
}

async function checkOverlap(ctx: Ctx, fromPersonId: string, { fromDay, toDay }: Input): Promise<void> {
  const { rows } = await sql<Lying>`
    select p.name, b.name as by, u.from_day::text as "fromDay", u.to_day::text as "toDay"
    from approvals.substitute u
    join directory.person p on p.bureau_id = u.bureau_id and p.id = u.from_person_id
    join directory.person b on b.bureau_id = u.bureau_id and b.id = u.by_person_id
    where u.bureau_id = kernel.bureau() and u.from_person_id = ${fromPersonId}::uuid and u.ended_at is null
      and u.from_day <= ${toDay}::date and u.to_day >= ${fromDay}::date limit 1`.execute(ctx.db)
  const [lying] = rows
  if (!lying) return
  const { name, by, fromDay: from, toDay: to } = lying
  throw new Problem(409, 'approvals.substitute_overlap', { params: { name, by, from, to }, path: 'fromDay' })
}

/** Follows who stands in for whom on these days: it must not lead back. */
async function checkCircle(
  ctx: Ctx,
  fromPersonId: string,
  { byPersonId, fromDay, toDay }: Input,
): Promise<void> {
  const { rows } = await sql<{ names: string }>`
    with recursive chain as (
      select ${byPersonId}::uuid as person, daterange(${fromDay}::date, ${toDay}::date, '[]') as days,
        array[${fromPersonId}::uuid, ${byPersonId}::uuid] as path
      union all
      select u.by_person_id, chain.days * daterange(u.from_day, u.to_day, '[]'), chain.path || u.by_person_id
      from chain join approvals.substitute u on u.bureau_id = kernel.bureau() and u.from_person_id = chain.person
        and u.ended_at is null and daterange(u.from_day, u.to_day, '[]') && chain.days
      where chain.person <> ${fromPersonId}::uuid and cardinality(chain.path) < 50
    )
    select (select string_agg(p.name, '→' order by o.place) from unnest(chain.path) with ordinality as o (id, place)
      join directory.person p on p.bureau_id = kernel.bureau() and p.id = o.id) as names
    from chain where person = ${fromPersonId}::uuid limit 1`.execute(ctx.db)
  if (rows[0])
    throw new Problem(409, 'approvals.substitute_circle', {
      params: { names: rows[0].names },
      path: 'byPersonId',
    })
}

/** Back earlier than thought. Who set it, whose it is, and whoever sets those of others may end it. */
export async function endSubstitute(
  ctx: Ctx,
  { substituteId }: InputOf<Actions['endSubstitute']>,
): Promise<OutputOf<Actions['endSubstitute']>> {
  const row = await ctx.db
    .selectFrom('approvals.substitute')
    .select(['from_person_id', 'by_person_id', 'ended_at'])
    .where('id', '=', substituteId)
    .forUpdate()
    .executeTakeFirst()
  const { personId } = ctx.actor
  const others = ctx.has('approvals.substitute-others')
  if (!row || !(others || row.from_person_id === personId || row.by_person_id === personId))
    throw new Problem(404, 'kernel.not_found')
  if (!others && row.from_person_id !== personId) throw new Problem(403, 'approvals.substitute_others')
  if (row.ended_at) throw new Problem(409, 'approvals.substitute_ended')
  await ctx.db
    .updateTable('approvals.substitute')
    .set({ ended_at: ctx.now, ended_by: ctx.actor.name })
    .where('id', '=', substituteId)
    .execute()
  await ctx.emit({
    type: 'approvals.substitute_ended',
    subjectType: 'approvals.substitute',
    subjectId: substituteId,
  })
  return done
}
