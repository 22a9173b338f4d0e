import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { containing } from '#kernel/database/containing.ts'
import type { approvals } from '../module.ts'
import type { ApprovalRow } from '../schema.ts'
import { describeMatter, type UnitNames } from './describe-matter.ts'
import type { FindSubject } from './subject-book.ts'

export type ApprovalFilters = Omit<InputOf<(typeof approvals.actions)['exportApprovals']>, 'format'>

interface Mine {
  approval_id: string
  places: string[] | null
  own: boolean
}

/** An approval with everything its row shows: the open step, who holds it, and whether the actor may answer. */
export function selectApprovals(ctx: Ctx) {
  return ctx.db
    .selectFrom('approvals.approval as a')
    .innerJoin('directory.unit as u', (join) =>
      join.onRef('u.bureau_id', '=', 'a.bureau_id').onRef('u.id', '=', 'a.unit_id'),
    )
    .leftJoin('approvals.approval_step as t', (join) =>
      join
        .onRef('t.bureau_id', '=', 'a.bureau_id')
        .onRef('t.approval_id', '=', 'a.id')
        .on('t.state', '=', 'OPEN'),
    )
    .leftJoin('approvals.route_step as r', (join) =>
      join.onRef('r.bureau_id', '=', 't.bureau_id').onRef('r.id', '=', 't.route_step_id'),
    )
    .leftJoin(
      sql<Mine>`(select approval_id, array_agg(for_name order by for_name)
          filter (where for_person_id <> ${ctx.actor.personId}::uuid) as places,
          bool_or(for_person_id = ${ctx.actor.personId}::uuid) as own
        from approvals.answerable(${ctx.actor.personId}::uuid) group by 1)`.as('mine'),
      'mine.approval_id',
      'a.id',
    )
    .selectAll('a')
    .select([
      'u.name as unit_name',
      'r.title as step_title',
      'r.mode as step_mode',
      't.opened_at',
      't.due_at',
      't.escalated_because',
      'mine.places',
      'mine.own',
      sql<
        string[]
      >`array(select s.person_name from approvals.seat s where s.bureau_id = a.bureau_id and s.step_id = t.id
        and s.answer is null and s.emptied_at is null order by s.asked_at, s.person_name)`.as('holders'),
    ])
}

type Query = ReturnType<typeof selectApprovals>
export type SelectedApproval = Awaited<ReturnType<Query['executeTakeFirstOrThrow']>>

/** The approvals that pass the filters; a list and its export share it. */
export function filterApprovals(ctx: Ctx, query: Query, filters: ApprovalFilters): Query {
  let kept = query
  if (filters.type) kept = kept.where('a.type', '=', filters.type)
  if (filters.unitId)
    kept = kept.where(sql<boolean>`a.unit_id in (select directory.unit_and_below(${filters.unitId}))`)
  if (filters.state?.length) kept = kept.where('a.state', 'in', filters.state)
  if (filters.overdue) kept = kept.where('t.due_at', '<=', ctx.now.toISOString())
  for (const word of (filters.search ?? '').split(/\s+/).filter(Boolean)) {
    const like = containing(word.toLowerCase())
    kept = kept.where(
      sql<boolean>`(lower(a.label) like ${like} or lower(a.requester_name) like ${like} or lower(u.name) like ${like})`,
    )
  }
  return kept
}

/** Rows as the wire has them. */
export async function approvalRowsOf(
  ctx: Ctx,
  rows: readonly SelectedApproval[],
  findSubject: FindSubject,
): Promise<ApprovalRow[]> {
  const units = await readUnitNames(ctx, rows, findSubject)
  return rows.map((row) => approvalRowOf(ctx, row, units, findSubject))
}

/** What the units among the facts are called. */
export async function readUnitNames(
  ctx: Ctx,
  rows: readonly Pick<SelectedApproval, 'type' | 'facts'>[],
  findSubject: FindSubject,
): Promise<UnitNames> {
  const ids = rows.flatMap(({ type, facts }) =>
    Object.entries(findSubject(type)?.facts ?? {}).flatMap(([name, { kind }]) => {
      const value = (facts as Record<string, unknown>)[name]
      return kind === 'unit' && typeof value === 'string' ? [value] : []
    }),
  )
  if (ids.length === 0) return new Map()
  const { rows: units } = await sql<{ id: string; name: string }>`
    select id, name from directory.unit where bureau_id = kernel.bureau()
      and id::text = any(${[...new Set(ids)]}::text[])`.execute(ctx.db)
  return new Map(units.map(({ id, name }) => [id, name]))
}

function approvalRowOf(
  ctx: Ctx,
  row: SelectedApproval,
  units: UnitNames,
  findSubject: FindSubject,
): ApprovalRow {
  const subject = findSubject(row.type)
  const mine = row.requester_person_id !== null && row.requester_person_id === ctx.actor.personId
  return {
    id: row.id,
    type: row.type,
    typeTitle: subject?.title ?? { zh: row.type, en: row.type },
    label: row.label,
    href: row.href,
    sentence: describeMatter(subject, row, units),
    state: row.state as ApprovalRow['state'],
    unit: { id: row.unit_id, name: row.unit_name },
    requester: row.requester_name,
    startedAt: row.started_at,
    step:
      row.opened_at && row.due_at
        ? {
            title: row.step_title!,
            mode: row.step_mode as NonNullable<ApprovalRow['step']>['mode'],
            openedAt: row.opened_at,
            dueAt: row.due_at,
            overdue: new Date(row.due_at) <= ctx.now,
            escalated: row.escalated_because as NonNullable<ApprovalRow['step']>['escalated'],
          }
        : null,
    holders: row.holders,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    endedReason: row.ended_reason,
    inPlaceOf: row.places ?? [],
    inOwnName: row.own ?? false,
    can: {
      decide: ctx.has('approvals.decide') && row.own !== null,
      withdraw: mine && (row.state === 'PENDING' || row.state === 'RETURNED'),
    },
  }
}
