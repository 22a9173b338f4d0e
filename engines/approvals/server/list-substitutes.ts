import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { approvals } from '../module.ts'
import type { FindSubject } from './subject-book.ts'

type Action = (typeof approvals.actions)['listSubstitutes']

/** Who stands in for the actor and for whom the actor stands in; all for whoever sets those of others. */
export async function listSubstitutes(
  ctx: Ctx,
  input: InputOf<Action>,
  findSubject: FindSubject,
): Promise<OutputOf<Action>> {
  const others = ctx.has('approvals.substitute-others')
  const { personId } = ctx.actor
  let query = ctx.db
    .selectFrom('approvals.substitute as u')
    .innerJoin('directory.person as p', (join) =>
      join.onRef('p.bureau_id', '=', 'u.bureau_id').onRef('p.id', '=', 'u.from_person_id'),
    )
    .innerJoin('directory.person as b', (join) =>
      join.onRef('b.bureau_id', '=', 'u.bureau_id').onRef('b.id', '=', 'u.by_person_id'),
    )
    .selectAll('u')
    .select([
      'p.name as from_name',
      'b.name as by_name',
      sql<boolean>`u.ended_at is null and kernel.local_day(kernel.now()) between u.from_day and u.to_day`.as(
        'current',
      ),
      sql<string>`u.from_day::text`.as('first'),
      sql<string>`u.to_day::text`.as('last'),
    ])
  if (!(input.all && others))
    query = query.where((is) =>
      is.or([is('u.from_person_id', '=', personId), is('u.by_person_id', '=', personId)]),
    )
  if (!input.ended)
    query = query.where(sql<boolean>`u.ended_at is null and u.to_day >= kernel.local_day(kernel.now())`)
  const { items, next } = await keysetPage(query, input, {
    by: [{ column: 'created_at', ref: 'u.created_at', direction: 'desc' }],
    idRef: 'u.id',
  })
  return {
    next,
    items: items.map((row) => ({
      id: row.id,
      from: { personId: row.from_person_id, name: row.from_name },
      by: { personId: row.by_person_id, name: row.by_name },
      fromDay: row.first,
      toDay: row.last,
      types: row.types.map((type) => ({ type, title: findSubject(type)?.title ?? { zh: type, en: type } })),
      reason: row.reason,
      createdBy: row.created_by,
      current: row.current,
      endedAt: row.ended_at,
      can: { end: row.ended_at === null && (others || row.from_person_id === personId) },
    })),
  }
}
