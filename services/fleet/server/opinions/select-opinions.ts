import { type RawBuilder, sql } from 'kysely'
import { startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { containing } from '#kernel/database/containing.ts'
import type { OpinionFilters, OpinionRow } from '../../opinion-schema.ts'
import { opinionStates } from '../../opinion-states.ts'

/** The opinions the actor may read: everybody's for the desk and for supervision, else the own. */
export function selectOpinions(ctx: Ctx) {
  return ctx.db
    .selectFrom('fleet.opinion as o')
    .leftJoin('directory.unit as unit', (join) =>
      join.onRef('unit.bureau_id', '=', 'o.bureau_id').onRef('unit.id', '=', 'o.unit_id'),
    )
    .leftJoin('fleet.request as q', (join) =>
      join.onRef('q.bureau_id', '=', 'o.bureau_id').onRef('q.id', '=', 'o.request_id'),
    )
    .selectAll('o')
    .select(['unit.name as unit_name', 'q.number as request_number', 'q.destination'])
    .where(ctx.has('fleet.read-all-opinions') ? sql<boolean>`true` : own(ctx))
}
type Query = ReturnType<typeof selectOpinions>
export type OpinionSelection = Awaited<ReturnType<Query['execute']>>[number]

const own = (ctx: Ctx): RawBuilder<boolean> =>
  sql<boolean>`coalesce(o.person_id = ${ctx.actor.personId}::uuid, false)`

export const isMine = (ctx: Ctx, row: { person_id: string | null }) =>
  row.person_id !== null && row.person_id === ctx.actor.personId

/** Narrows the opinions by the filters of the list and its export. */
export function filterOpinions(ctx: Ctx, filters: OpinionFilters): Query {
  let query = selectOpinions(ctx)
  const words = filters.search?.trim()
  if (words) {
    const like = containing(words)
    query = query.where((row) =>
      row.or(
        (['o.number', 'o.words', 'o.answer', 'o.by_name', 'unit.name'] as const).map((column) =>
          row(column, 'ilike', like),
        ),
      ),
    )
  }
  if (filters.kind) query = query.where('o.kind', '=', filters.kind)
  if (filters.topic) query = query.where('o.topic', '=', filters.topic)
  if (filters.state?.length) query = query.where('o.state', 'in', filters.state)
  if (filters.overdue !== undefined)
    query = query.where(
      sql<boolean>`(o.state = 'OPEN' and o.answer_by < ${ctx.now}::timestamptz) = ${filters.overdue}`,
    )
  if (filters.mine) query = query.where(own(ctx))
  if (filters.requestId) query = query.where('o.request_id', '=', filters.requestId)
  if (filters.from) query = query.where('o.said_at', '>=', startOfLocalDay(filters.from).toISOString())
  if (filters.to)
    query = query.where(
      'o.said_at',
      '<',
      new Date(startOfLocalDay(filters.to).getTime() + 86_400_000).toISOString(),
    )
  return query
}

/** The latest first, unless another order is asked for. */
export function orderOf({ sort = '-said' }: OpinionFilters) {
  const direction = sort.startsWith('-') ? ('desc' as const) : ('asc' as const)
  return sort.endsWith('due')
    ? { column: 'answer_by' as const, ref: 'o.answer_by' as const, direction }
    : { column: 'said_at' as const, ref: 'o.said_at' as const, direction }
}

/** One the actor may read. @throws Problem 404 */
export async function findOpinion(ctx: Ctx, opinionId: string): Promise<OpinionSelection> {
  const row = await selectOpinions(ctx).where('o.id', '=', opinionId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

/** As lists and answers show it; whoever spoke without a name stays unnamed to everybody. */
export function opinionRowOf(ctx: Ctx, row: OpinionSelection): OpinionRow {
  const mine = isMine(ctx, row)
  const can = ctx.can(opinionStates, row)
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as OpinionRow['kind'],
    topic: row.topic as OpinionRow['topic'],
    words: row.words,
    anonymous: row.anonymous,
    byName: row.by_name,
    unit: row.unit_id && row.unit_name ? { id: row.unit_id, name: row.unit_name } : null,
    request:
      row.request_id && row.request_number
        ? { id: row.request_id, number: row.request_number, destination: row.destination! }
        : null,
    saidAt: row.said_at,
    answerBy: row.answer_by,
    overdue: row.state === 'OPEN' && new Date(row.answer_by) < ctx.now,
    state: row.state as OpinionRow['state'],
    answer: row.answer,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    changed: row.changed,
    adoptedAt: row.adopted_at,
    adoptedBy: row.adopted_by,
    mine,
    can: { answer: can.answer && !mine, adopt: can.adopt && !mine, withdraw: can.withdraw && mine },
  }
}
