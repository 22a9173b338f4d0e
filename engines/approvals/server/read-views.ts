import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { ApprovalView } from '../schema.ts'

type Step = ApprovalView['steps'][number]
interface Row
  extends Omit<ApprovalView, 'holders' | 'heldSince' | 'dueAt' | 'overdue' | 'steps' | 'earlier'> {
  allSteps: (Step & { round: number })[]
}

/**
 * The latest approval of each matter, by the matter's id, with every step, who was asked and who really answered. Whoever
 * may see the matter may see this.
 */
export async function approvalsOf(
  ctx: Ctx,
  type: string,
  subjectIds: readonly string[],
): Promise<Map<string, ApprovalView>> {
  const { rows } = await sql<{ id: string }>`
    select distinct on (subject_id) id from approvals.approval where bureau_id = kernel.bureau() and type = ${type}
      and subject_id = any(${[...subjectIds]}::uuid[]) order by subject_id, started_at desc, id desc`.execute(
    ctx.db,
  )
  const views = await readViews(
    ctx,
    rows.map(({ id }) => id),
  )
  return new Map(views.map((view) => [view.subjectId, view]))
}

/** Approvals with their steps. */
export async function readViews(ctx: Ctx, ids: readonly string[]): Promise<ApprovalView[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select a.id, a.type, a.subject_id as "subjectId", a.label, a.href, a.state, a.round,
      json_build_object('id', u.id, 'name', u.name) as unit, a.requester_name as requester,
      a.started_at as "startedAt", a.asked_at as "askedAt",
      case when a.route_id is not null then json_build_object('id', a.route_id, 'title', v.title,
        'number', a.route_number) end as route,
      a.ended_at as "endedAt", a.ended_by as "endedBy", a.ended_reason as "endedReason",
      coalesce((select json_agg(json_build_object('id', t.id, 'round', t.round, 'position', t.position,
          'title', r.title, 'mode', r.mode, 'state', t.state, 'openedAt', t.opened_at, 'dueAt', t.due_at,
          'asked', t.asked, 'needed', t.needed, 'escalated', t.escalated_because, 'escalatedAt', t.escalated_at,
          'seats', coalesce((select json_agg(json_build_object('id', s.id, 'name', s.person_name, 'kind', s.kind,
              'askedAt', s.asked_at, 'answer', s.answer, 'answeredAt', s.answered_at,
              'answeredBy', s.answered_by_name, 'inPlace', s.in_place, 'reason', s.reason,
              'emptied', s.emptied_at is not null, 'substitute', case when s.answer is null and s.emptied_at is null
                then (select p.name from approvals.substitute x join directory.person p on p.bureau_id = x.bureau_id
                  and p.id = x.by_person_id where x.bureau_id = s.bureau_id and x.from_person_id = s.person_id
                  and x.by_person_id is distinct from a.requester_person_id
                  and approvals.stands_in(x, a.type) limit 1) end)
              order by s.asked_at, s.person_name, s.id)
            from approvals.seat s where s.bureau_id = t.bureau_id and s.step_id = t.id), '[]'))
        order by t.round, t.position)
        from approvals.approval_step t join approvals.route_step r on r.bureau_id = t.bureau_id and r.id = t.route_step_id
        where t.bureau_id = a.bureau_id and t.approval_id = a.id), '[]') as "allSteps"
    from approvals.approval a
    join directory.unit u on u.bureau_id = a.bureau_id and u.id = a.unit_id
    left join approvals.route_version v on v.bureau_id = a.bureau_id and v.route_id = a.route_id
      and v.number = a.route_number
    where a.bureau_id = kernel.bureau() and a.id = any(${[...ids]}::uuid[])
    order by a.started_at desc, a.id desc`.execute(ctx.db)
  return rows.map((row) => viewOf(ctx, row))
}

const iso = (moment: string | null) => (moment === null ? null : new Date(moment).toISOString())

/** Moments inside JSON come as PostgreSQL writes them. */
function tidy({ round: _, ...step }: Row['allSteps'][number]): Step {
  return {
    ...step,
    openedAt: iso(step.openedAt),
    dueAt: iso(step.dueAt),
    escalatedAt: iso(step.escalatedAt),
    seats: step.seats.map((seat) => ({
      ...seat,
      askedAt: iso(seat.askedAt)!,
      answeredAt: iso(seat.answeredAt),
    })),
  }
}

function viewOf(ctx: Ctx, { allSteps, ...row }: Row): ApprovalView {
  const rounds = Array.from({ length: row.round }, (_, index) => ({
    round: index + 1,
    steps: allSteps.filter(({ round }) => round === index + 1).map(tidy),
  }))
  const steps = rounds.at(-1)!.steps
  const open = steps.find(({ state }) => state === 'OPEN')
  return {
    ...row,
    holders: (open?.seats ?? []).filter(({ answer, emptied }) => !answer && !emptied).map(({ name }) => name),
    heldSince: open?.openedAt ?? null,
    dueAt: open?.dueAt ?? null,
    overdue: Boolean(open?.dueAt && new Date(open.dueAt) < ctx.now),
    steps,
    earlier: rounds.slice(0, -1).filter(({ steps: there }) => there.length > 0),
  }
}
