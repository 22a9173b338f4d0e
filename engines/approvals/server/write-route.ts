import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Condition } from '../choose-route.ts'
import type { approvals } from '../module.ts'
import type { RouteStep } from '../schema.ts'
import { checkRoute } from './check-route.ts'
import type { FindSubject } from './subject-book.ts'

type Actions = typeof approvals.actions

export interface NewRoute {
  type: string
  title: string
  conditions: Condition[]
  steps: RouteStep[]
}

/** A new route stands behind the others of its kind. */
export async function createRoute(
  ctx: Ctx,
  input: InputOf<Actions['createRoute']>,
  findSubject: FindSubject,
): Promise<OutputOf<Actions['createRoute']>> {
  await checkRoute(ctx, input, findSubject)
  return { id: await insertRoute(ctx, input) }
}

export async function insertRoute(ctx: Ctx, route: NewRoute): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into approvals.route (type, position)
    select ${route.type}, coalesce(max(position), 0) + 1 from approvals.route
    where bureau_id = kernel.bureau() and type = ${route.type} and closed_at is null
    returning id`.execute(ctx.db)
  const { id } = rows[0]!
  await writeVersion(ctx, id, 1, route)
  return id
}

async function writeVersion(
  ctx: Ctx,
  routeId: string,
  number: number,
  { title, conditions, steps }: Omit<NewRoute, 'type'>,
): Promise<void> {
  await ctx.db
    .insertInto('approvals.route_version')
    .values({
      route_id: routeId,
      number,
      title: title.trim(),
      conditions: JSON.stringify(conditions),
      changed_at: ctx.now,
      changed_by: ctx.actor.name,
    })
    .execute()
  await ctx.db
    .insertInto('approvals.route_step')
    .values(
      steps.map((step, index) => ({
        route_id: routeId,
        number,
        position: index + 1,
        title: step.title.trim(),
        mode: step.mode,
        asks: JSON.stringify(step.asks),
        answer_minutes: step.answerMinutes,
        escalates_to: JSON.stringify(step.escalatesTo),
      })),
    )
    .execute()
  await ctx.emit({
    type: 'approvals.route_set',
    subjectType: 'approvals.route',
    subjectId: routeId,
    after: { number, title, conditions, steps },
  })
}

/** Makes a new version; what runs keeps the one it began with. @throws Problem 409 `approvals.route_changed` */
export async function changeRoute(
  ctx: Ctx,
  input: InputOf<Actions['changeRoute']>,
  findSubject: FindSubject,
): Promise<OutputOf<Actions['changeRoute']>> {
  const { type } = await lockRoute(ctx, input.routeId)
  const { number } = await ctx.db
    .selectFrom('approvals.route_version')
    .select((row) => row.fn.max('number').as('number'))
    .where('route_id', '=', input.routeId)
    .executeTakeFirstOrThrow()
  if (number !== input.number) throw new Problem(409, 'approvals.route_changed')
  await checkRoute(ctx, { ...input, type }, findSubject)
  await writeVersion(ctx, input.routeId, number + 1, input)
  return { number: number + 1 }
}

async function lockRoute(ctx: Ctx, routeId: string): Promise<{ type: string }> {
  const route = await ctx.db
    .selectFrom('approvals.route')
    .select(['type', 'closed_at'])
    .where('id', '=', routeId)
    .forUpdate()
    .executeTakeFirst()
  if (!route) throw new Problem(404, 'kernel.not_found')
  if (route.closed_at) throw new Problem(409, 'approvals.route_closed')
  return route
}

/** No new matter takes it; what runs on it goes on. */
export async function closeRoute(
  ctx: Ctx,
  { routeId }: InputOf<Actions['closeRoute']>,
): Promise<OutputOf<Actions['closeRoute']>> {
  await lockRoute(ctx, routeId)
  await ctx.db.updateTable('approvals.route').set({ closed_at: ctx.now }).where('id', '=', routeId).execute()
  await ctx.emit({ type: 'approvals.route_closed', subjectType: 'approvals.route', subjectId: routeId })
  return done
}

/** The order in which routes are tried; all that are in use, so that nobody orders what was just added or closed. */
export async function orderRoutes(
  ctx: Ctx,
  { type, routeIds }: InputOf<Actions['orderRoutes']>,
): Promise<OutputOf<Actions['orderRoutes']>> {
  const there = await ctx.db
    .selectFrom('approvals.route')
    .select('id')
    .where('type', '=', type)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  const wanted = new Set(routeIds)
  if (there.length !== wanted.size || there.some(({ id }) => !wanted.has(id)))
    throw new Problem(409, 'approvals.order_incomplete')
  await sql`
    update approvals.route r set position = o.place from unnest(${routeIds}::uuid[]) with ordinality as o (id, place)
    where r.bureau_id = kernel.bureau() and r.id = o.id`.execute(ctx.db)
  await ctx.emit({
    type: 'approvals.routes_ordered',
    subjectType: 'approvals.route',
    subjectId: routeIds[0]!,
    after: { type, routeIds },
  })
  return done
}
