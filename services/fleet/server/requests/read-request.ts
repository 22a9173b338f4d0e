import { sql } from 'kysely'
import { approvalsOf } from '#engines/approvals/server/api.ts'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { mask } from '#kernel/contract/sensitive.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { fleetEvents } from '../../event-words.ts'
import type { PoolWish } from '../../request-schema.ts'
import { type ChangeableField, changeable } from '../../request-words.ts'
import { type Luggage, luggages, type VehicleClass } from '../../words.ts'
import { isClient } from '../policy.ts'
import { heldBy } from './approval/begin-approval.ts'
import { findRequest } from './find-request.ts'
import { type RequestSelection, requestRowOf } from './select-requests.ts'

type Action = (typeof requestActions)['readRequest']
type Detail = OutputOf<Action>

/** Everything the page of one request shows, in one answer. @throws Problem 404 when the actor may not read it */
export async function readRequest(ctx: Ctx, { requestId }: InputOf<Action>): Promise<Detail> {
  const row = await findRequest(ctx, requestId)
  const held = await heldBy(ctx, [row])
  return {
    ...requestRowOf(ctx, row, held.get(row.id)),
    version: row.version,
    requesterPersonId: row.requester_person_id,
    contactPhone: contactOf(ctx, row),
    vehicleClass: row.vehicle_class as VehicleClass | null,
    taxiCapFen: row.taxi_cap_fen,
    shuttle: await shuttleOf(ctx, row),
    driver: driverOf(ctx, row),
    companions: await companionsOf(ctx, row),
    wishes: await wishesOf(ctx, requestId),
    approval: (await approvalsOf(ctx, 'fleet.request', [requestId])).get(requestId) ?? null,
    reminders: await remindersOf(ctx, requestId),
    ratingGiven: await ratingOf(ctx, requestId),
    history: await historyOf(ctx, requestId),
  }
}

const onItsDay = (ctx: Ctx, row: RequestSelection) =>
  row.state === 'UNDER_WAY' ||
  (row.trip_from !== null && localDayOf(new Date(row.trip_from)) === localDayOf(ctx.now))

/** Whole for the requester, for the desk, and on the day for who drives; masked for everybody else. */
function contactOf(ctx: Ctx, row: RequestSelection): string | null {
  const me = ctx.actor.personId
  const drives = me !== null && row.driver_person_id === me && onItsDay(ctx, row)
  const whole = (me !== null && row.requester_person_id === me) || ctx.has('fleet.dispatch') || drives
  return row.contact_phone === '' ? null : whole ? row.contact_phone : mask(row.contact_phone)
}

/** The driver's number is whole on the day only, for whom he takes and for the desk. */
function driverOf(ctx: Ctx, row: RequestSelection): Detail['driver'] {
  if (!row.driver_name) return null
  const whole = (isClient(ctx, row) && onItsDay(ctx, row)) || ctx.has('fleet.dispatch')
  const phone = row.driver_phone || null
  return { personId: row.driver_person_id, name: row.driver_name, phone: whole ? phone : mask(phone) }
}

async function shuttleOf(ctx: Ctx, row: RequestSelection): Promise<Detail['shuttle']> {
  if (!row.shuttle_line_id || !row.shuttle_leaves_at) return null
  const line = await ctx.db
    .selectFrom('fleet.shuttle_line')
    .select('name')
    .where('id', '=', row.shuttle_line_id)
    .executeTakeFirstOrThrow()
  return { line: line.name, leavesAt: row.shuttle_leaves_at }
}

/** Who else rides along: whose it is and where to, never what for. */
async function companionsOf(ctx: Ctx, row: RequestSelection): Promise<Detail['companions']> {
  if (!row.trip_id || !row.pooled) return []
  const { rows } = await sql<{ name: string; unit: string; destination: string }>`
    select o.requester_name as name, u.name as unit, o.destination from fleet.trip_request x
    join fleet.request o on o.bureau_id = x.bureau_id and o.id = x.request_id
    join directory.unit u on u.bureau_id = o.bureau_id and u.id = o.unit_id
    where x.bureau_id = kernel.bureau() and x.trip_id = ${row.trip_id} and x.removed_at is null and o.id <> ${row.id}
    order by o.starts_at, o.id`.execute(ctx.db)
  return rows
}

interface Wish extends Omit<PoolWish, 'words' | 'answeredBy'> {
  requester: string
  unit: string
  destination: string
  starts_at: string
  answered_by: string | null
}

async function wishesOf(ctx: Ctx, requestId: string): Promise<PoolWish[]> {
  const { rows } = await sql<Wish>`
    select w.id, w.request_id = ${requestId} as mine, w.at, w.answer, w.answered_by, w.reason,
      o.requester_name as requester, u.name as unit, o.destination, o.starts_at
    from fleet.pool_wish w
    join fleet.request o on o.bureau_id = w.bureau_id
      and o.id = case when w.request_id = ${requestId} then w.with_request_id else w.request_id end
    join directory.unit u on u.bureau_id = o.bureau_id and u.id = o.unit_id
    where w.bureau_id = kernel.bureau() and ${requestId} in (w.request_id, w.with_request_id)
    order by w.at, w.id`.execute(ctx.db)
  return rows.map(({ requester, unit, destination, starts_at, answered_by, at, ...wish }) => ({
    ...wish,
    at: new Date(at).toISOString(),
    answeredBy: answered_by,
    words: { whose: `${unit} ${requester}`, destination, from: new Date(starts_at).toISOString() },
  }))
}

async function remindersOf(ctx: Ctx, requestId: string): Promise<Detail['reminders']> {
  const rows = await ctx.db
    .selectFrom('fleet.request_reminder')
    .select(['id', 'at', 'by_name'])
    .where('request_id', '=', requestId)
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ id, at, by_name }) => ({ id, at, by: by_name }))
}

async function ratingOf(ctx: Ctx, requestId: string): Promise<Detail['ratingGiven']> {
  const row = await ctx.db
    .selectFrom('fleet.rating')
    .select(['overall', 'punctuality', 'driving', 'vehicle', 'manners', 'comment', 'at', 'by_name'])
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  if (!row) return null
  const { by_name, ...given } = row
  return { ...given, by: by_name }
}

const words: Readonly<Record<string, Text>> = fleetEvents

/** What happened to the request, oldest first. */
async function historyOf(ctx: Ctx, requestId: string): Promise<Detail['history']> {
  const rows = await ctx.db
    .selectFrom('kernel.event')
    .select(['id', 'at', 'type', 'actor_name', 'reason', 'after'])
    .where('subject_id', '=', requestId)
    .where('type', 'in', Object.keys(words))
    .orderBy('at')
    .orderBy('id')
    .limit(300)
    .execute()
  return rows.map(({ id, at, type, actor_name, reason, after }) => ({
    id,
    at,
    type,
    title: words[type]!,
    actorName: actor_name,
    reason: type === 'fleet.request_changed' ? sayChange(ctx, after) : reason,
  }))
}

/** What of it was changed and how it stands since; the number itself is on the page, for whom it is meant. */
function sayChange(ctx: Ctx, after: unknown): string | null {
  const { fields, luggage, mayPool } = (after ?? {}) as Partial<Changed>
  if (!fields || !luggage) return null
  const now: Record<ChangeableField, Text | null> = {
    contact_phone: null,
    luggage: luggages[luggage],
    may_pool: mayPool ? text('可以', 'yes') : text('不可以', 'no'),
  }
  return fields
    .map((field) => {
      const value = now[field]
      return value ? `${ctx.say(changeable[field])}：${ctx.say(value)}` : ctx.say(changeable[field])
    })
    .join(ctx.say(text('；', '; ')))
}

interface Changed {
  fields: ChangeableField[]
  luggage: Luggage
  mayPool: boolean
}
