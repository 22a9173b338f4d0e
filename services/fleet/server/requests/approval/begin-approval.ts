import {
  approvalsOf,
  resubmitApproval,
  startApproval,
  withdrawApproval,
} from '#engines/approvals/server/api.ts'
import { DAY, localDayOf, startOfLocalDay } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { addWorkingDays } from '#engines/calendar/working-days.ts'
import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import { requestStates } from '../../../states.ts'
import type { HeldBy } from '../holder-of.ts'
import { readFacts } from './read-facts.ts'
import { ensureRequestRoutes } from './usual-routes.ts'

const type = 'fleet.request'

/**
 * Asks whom the rules ask. Where no route fits it is approved at once; an emergency may be dispatched at once (先派后批)
 * and is approved until the end of the next working day, or its trip turns red.
 * @returns the state the request is in now
 */
export async function beginApproval(ctx: Ctx, requestId: string): Promise<string> {
  await ensureRequestRoutes(ctx)
  const request = await readRecord(ctx, requestId)
  const { state } = await startApproval(ctx, {
    type,
    subjectId: requestId,
    label: labelOf(ctx, request),
    href: `/fleet/requests/${requestId}`,
    unitId: request.unit_id,
    requestedBy: { personId: request.requester_person_id, name: request.requester_name },
    facts: await readFacts(ctx, request),
  })
  return afterAsking(ctx, request, state)
}

/** Hands in again what was sent back. @returns the state the request is in now */
export async function againApproval(ctx: Ctx, requestId: string): Promise<string> {
  const request = await readRecord(ctx, requestId)
  const { state } = await resubmitApproval(
    ctx,
    type,
    requestId,
    await readFacts(ctx, request),
    labelOf(ctx, request),
  )
  return afterAsking(ctx, request, state)
}

type Record = Awaited<ReturnType<typeof readRecord>>

/** Whoever decides reads where to and why, before anything else; and after a completion, where to and why now. */
function labelOf(ctx: Ctx, { destination, stops, reason }: Record): string {
  const by = stops.length > 0
  return ctx
    .say(
      text(
        `去${destination}${by ? `（经${stops.join('、')}）` : ''}：${reason}`,
        `To ${destination}${by ? ` (by ${stops.join(', ')})` : ''}: ${reason}`,
      ),
    )
    .slice(0, 300)
}

function readRecord(ctx: Ctx, requestId: string) {
  return ctx.db.selectFrom('fleet.request').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow()
}

async function afterAsking(ctx: Ctx, request: Record, state: 'PENDING' | 'APPROVED'): Promise<string> {
  const agreed = state === 'APPROVED'
  const approvedAt = agreed ? ctx.now : null
  if (request.state !== 'SUBMITTED') {
    // An emergency on its way, asked for again.
    if (agreed)
      await ctx.db
        .updateTable('fleet.request')
        .set({ after_approval: 'APPROVED', approved_at: ctx.now })
        .where('id', '=', request.id)
        .execute()
    return request.state
  }
  if (!agreed && !request.emergency) return request.state
  const later = request.emergency
    ? { after_approval: agreed ? 'APPROVED' : 'PENDING', approve_by: await approveBy(ctx) }
    : {}
  const moved = await ctx.move(requestStates, 'approve', request.id, {
    set: { approved_at: approvedAt, ...later },
  })
  return moved.state
}

/** The end of the next working day. */
async function approveBy(ctx: Ctx): Promise<Date> {
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const day = addWorkingDays(calendar, localDayOf(ctx.now), 1)
  return new Date(startOfLocalDay(day).getTime() + DAY)
}

/** Nobody is asked any longer; an emergency that is given up needs no approval afterwards. */
export async function dropApproval(
  ctx: Ctx,
  request: { id: string; state: string; after_approval: string | null },
  reason: string,
): Promise<void> {
  const asked = ['SUBMITTED', 'SENT_BACK'].includes(request.state)
  const later = request.after_approval !== null && ['PENDING', 'RETURNED'].includes(request.after_approval)
  if (!asked && !later) return
  await withdrawApproval(ctx, type, request.id, reason)
  if (later)
    await ctx.db
      .updateTable('fleet.request')
      .set({ after_approval: null, approve_by: null })
      .where('id', '=', request.id)
      .execute()
}

/** Who was asked, of each request that is being decided. */
export async function heldBy(
  ctx: Ctx,
  requests: readonly { id: string; state: string }[],
): Promise<Map<string, HeldBy>> {
  const asked = requests.filter(({ state }) => state === 'SUBMITTED' || state === 'SENT_BACK')
  if (asked.length === 0) return new Map()
  const views = await approvalsOf(
    ctx,
    type,
    asked.map(({ id }) => id),
  )
  return new Map(
    [...views].map(([id, { holders, heldSince, dueAt, endedAt }]) => [
      id,
      { names: holders, since: heldSince, due: dueAt, endedAt },
    ]),
  )
}
