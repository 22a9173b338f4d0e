import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Condition, Facts } from '../choose-route.ts'
import type { RouteStep } from '../schema.ts'

/** A route as it stands in one of its versions. */
export interface RouteRecord {
  id: string
  type: string
  position: number
  number: number
  title: string
  conditions: Condition[]
  steps: (RouteStep & { id: string })[]
  changedAt: string
  changedBy: string
  closed: boolean
}

interface Wanted {
  type?: string
  routeId?: string
  closed?: boolean
  /** Every version, the latest first; otherwise the one in force. */
  everyVersion?: boolean
}

/** Routes in the order in which they are tried. */
export async function readRoutes(
  ctx: Ctx,
  { type, routeId, closed, everyVersion }: Wanted,
): Promise<RouteRecord[]> {
  const { rows } = await sql<RouteRecord>`
    select r.id, r.type, r.position, v.number, v.title, v.conditions, v.changed_at as "changedAt",
      v.changed_by as "changedBy", r.closed_at is not null as closed,
      (select json_agg(json_build_object('id', s.id, 'title', s.title, 'mode', s.mode, 'asks', s.asks,
          'answerMinutes', s.answer_minutes, 'escalatesTo', s.escalates_to) order by s.position)
        from approvals.route_step s where s.bureau_id = v.bureau_id and s.route_id = v.route_id
          and s.number = v.number) as steps
    from approvals.route r
    join approvals.route_version v on v.bureau_id = r.bureau_id and v.route_id = r.id
    where r.bureau_id = kernel.bureau()
      and (${type ?? null}::text is null or r.type = ${type ?? null})
      and (${routeId ?? null}::uuid is null or r.id = ${routeId ?? null}::uuid)
      and (${closed ?? false} or r.closed_at is null)
      and (${everyVersion ?? false} or v.number = (select max(n.number) from approvals.route_version n
        where n.bureau_id = r.bureau_id and n.route_id = r.id))
    order by r.type, r.closed_at is not null, r.position, r.id, v.number desc`.execute(ctx.db)
  return rows
}

/** The facts with every unit widened to those above it, so that a condition on a unit holds for what is below. */
export async function widenFacts(
  ctx: Ctx,
  facts: Record<string, string | number | null>,
  unitFacts: readonly string[],
): Promise<Facts> {
  const widened: Record<string, string | number | readonly string[] | null> = { ...facts }
  for (const name of unitFacts) {
    const unit = facts[name]
    if (typeof unit === 'string') widened[name] = await unitAndAbove(ctx, unit)
  }
  return widened
}

async function unitAndAbove(ctx: Ctx, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive path as (
      select id, parent_id, 0 as depth from directory.unit where bureau_id = kernel.bureau() and id::text = ${unitId}
      union all
      select above.id, above.parent_id, path.depth + 1 from directory.unit above join path on above.id = path.parent_id
      where above.bureau_id = kernel.bureau() and path.depth < 50
    ) select id from path order by depth`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
