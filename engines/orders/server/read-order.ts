import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { type Clock, pledgedMilliseconds, readClock } from '../clock.ts'
import type { orders } from '../module.ts'
import type { OrderDetail } from '../schema.ts'
import { orderRowOf } from './answer-order.ts'
import { seesRequesterPhone } from './policy.ts'
import { itemOfOrder } from './read-promise.ts'
import { timesOf } from './refresh-clocks.ts'
import { type OrderSelection, selectOrders } from './select-orders.ts'

type Actions = typeof orders.actions

function clockView(
  clock: Clock | null | undefined,
  calendar: WorkCalendar,
  now: Date,
): OrderDetail['respond'] {
  if (!clock) return null
  const reading = readClock(clock, calendar, now)
  return {
    ...reading,
    dueAt: reading.dueAt.toISOString(),
    pledgedMinutes: Math.ceil(pledgedMilliseconds(clock) / 60_000),
  }
}

async function unitNames(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('directory.unit')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function mergesOf(ctx: Ctx, row: OrderSelection) {
  const into = row.merged_into_id
    ? await ctx.db
        .selectFrom('orders.service_order')
        .select(['id', 'number'])
        .where('id', '=', row.merged_into_id)
        .executeTakeFirstOrThrow()
    : null
  const from = await ctx.db
    .selectFrom('orders.service_order')
    .select(['id', 'number', 'requester_name as requesterName'])
    .where('merged_into_id', '=', row.id)
    .orderBy('created_at')
    .execute()
  return { into, from }
}

async function evaluationsOf(ctx: Ctx, orderId: string): Promise<OrderDetail['evaluations']> {
  const rows = await ctx.db
    .selectFrom('orders.evaluation as e')
    .leftJoin('orders.evaluation_score as s', (join) =>
      join.onRef('s.bureau_id', '=', 'e.bureau_id').onRef('s.evaluation_id', '=', 'e.id'),
    )
    .select(['e.id', 'e.at', 'e.by_name', 'e.overall', 'e.comment', 's.dimension', 's.score'])
    .where('e.order_id', '=', orderId)
    .orderBy('e.at')
    .orderBy('s.dimension')
    .execute()
  const byId = new Map<string, OrderDetail['evaluations'][number]>()
  for (const row of rows) {
    const known = byId.get(row.id) ?? {
      at: row.at,
      byName: row.by_name,
      overall: row.overall,
      scores: [],
      comment: row.comment,
    }
    if (row.dimension !== null && row.score !== null)
      known.scores.push({ dimension: row.dimension, score: row.score })
    byId.set(row.id, known)
  }
  return [...byId.values()]
}

async function tracesOf(ctx: Ctx, orderId: string) {
  const reminders = await ctx.db
    .selectFrom('orders.reminder')
    .select(['at', 'by_name as byName', 'for_name as forName', 'note'])
    .where('order_id', '=', orderId)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
  const escalations = await ctx.db
    .selectFrom('orders.escalation')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('due_at')
    .execute()
  return {
    reminders,
    escalations: escalations.map((row) => ({
      clock: row.clock,
      name: { zh: row.name_zh, en: row.name_en },
      level: row.level,
      dueAt: row.due_at,
      firedAt: row.fired_at,
      toRole: row.to_role,
    })),
  }
}

/** An order whole: its parties, clocks, ratings and what may be done. A sealed one keeps its words. @throws Problem 404 */
export async function readOrder(
  ctx: Ctx,
  input: InputOf<Actions['readOrder']>,
): Promise<OutputOf<Actions['readOrder']>> {
  const row = await selectOrders(ctx).where('o.id', '=', input.orderId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const shown = orderRowOf(ctx, row)
  const { clocks, hold, calendar } = await timesOf(ctx, row)
  const item = await itemOfOrder(ctx, row)
  const names = await unitNames(ctx, [row.managing_unit_id, row.provider_unit_id])
  const merges = await mergesOf(ctx, row)
  const { sealed } = shown
  return {
    ...shown,
    description: sealed ? '' : row.description,
    requesterPersonId: sealed ? null : row.requester_person_id,
    requesterPhone: sealed || !seesRequesterPhone(ctx, row) ? null : row.requester_phone,
    managingUnit: { id: row.managing_unit_id, name: names.get(row.managing_unit_id) ?? '' },
    providerUnit: { id: row.provider_unit_id, name: names.get(row.provider_unit_id) ?? '' },
    item: item ? { versionId: item.id, nameZh: item.name.zh, nameEn: item.name.en } : null,
    firstContactAt: row.first_contact_at,
    confirmedAt: row.confirmed_at,
    closingNote: sealed ? '' : row.closing_note,
    mergedInto: merges.into,
    mergedFrom: sealed ? [] : merges.from,
    respond: clockView(clocks?.respond, calendar, ctx.now),
    finish: clockView(clocks?.finish, calendar, ctx.now),
    hold: clockView(hold, calendar, ctx.now),
    evaluations: sealed ? [] : await evaluationsOf(ctx, row.id),
    ...(sealed ? { reminders: [], escalations: [] } : await tracesOf(ctx, row.id)),
    dimensions: (item?.dimensions ?? []).map(({ code, name }) => ({
      code,
      nameZh: name.zh,
      nameEn: name.en,
    })),
  }
}

/** A look at a restricted order: who looked and why is kept, then it is open to them for a while. */
export async function openOrder(
  ctx: Ctx,
  input: InputOf<Actions['openOrder']>,
): Promise<OutputOf<Actions['openOrder']>> {
  const row = await selectOrders(ctx).where('o.id', '=', input.orderId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (row.restricted) {
    await ctx.db
      .insertInto('orders.opening')
      .values({ order_id: row.id, user_id: ctx.actor.userId!, at: ctx.now, reason: input.reason })
      .execute()
    await ctx.emit({
      type: 'orders.opened',
      subjectType: 'orders.service_order',
      subjectId: row.id,
      reason: input.reason,
    })
  }
  return readOrder(ctx, { orderId: row.id })
}
