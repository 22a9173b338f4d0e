import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import { type ItemVersion, itemForOrder } from '#engines/catalogue/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { OrderRow } from '../schema.ts'
import { answerOrder } from './answer-order.ts'
import { firstContact } from './first-contact.ts'
import { centreUnitId, placeNames, requesterOf } from './order-parties.ts'
import type { HopLine } from './read-life.ts'
import { calendarOfOrder, type Promised, promiseOf, type Urgency } from './read-promise.ts'
import { clockColumns, timesFrom } from './refresh-clocks.ts'
import { searchWords } from './search-words.ts'
import { settingOf } from './settings.ts'
import { deskHands, type Hands, holderColumns, writeHops } from './write-hop.ts'

/** A request as a service line hands it over. */
export interface NewOrder {
  line: string
  /** Prefix of the people-facing number: `WX`. */
  prefix: string
  /** The line's own subdivision, for filters and for what counts as the same fault. */
  kind?: string
  /** What a worker must be able to do. */
  skill?: string | null
  /** The catalogue item whose pledge holds. */
  itemCode: string
  title: string
  description?: string
  urgency?: Urgency
  channel: 'WEB' | 'PHONE' | 'QR' | 'DESK'
  /** Absent: the actor. Without `personId`: somebody without an account. */
  requester?: { personId?: string | null; name?: string; phone?: string | null }
  /** Absent: the requester's unit. */
  clientUnitId?: string | null
  managingUnitId?: string | null
  providerUnitId?: string | null
  siteId: string
  roomId?: string | null
  placeText?: string
  /** Names of the site and room, where the line has read them already. */
  placeNames?: readonly string[]
  /** Absent: whether the requester is a key person. */
  restricted?: boolean
  /** Made on the phone that was offline; the same key again gives the same order. */
  clientKey?: string
}

/**
 * Takes a request in: numbered, with its three parties, its promise and its clocks running, in the hands of the
 * managing unit's desk. Somebody of the centre who notes it down for another (`PHONE`, `DESK`) becomes its
 * first-contact owner; with the right to take on, they have taken it on.
 * @throws Problem 422 for a missing party, item or pledge, 409 for a place that does not exist
 */
export async function createOrder(ctx: Ctx, input: NewOrder): Promise<OrderRow> {
  const known = await orderByClientKey(ctx, input.clientKey)
  if (known) return answerOrder(ctx, known)
  const item = await itemForOrder(ctx, { line: input.line, code: input.itemCode })
  const id = await insertOrder(ctx, input, item)
  // Whoever reports without an account gets an answer too.
  return answerOrder(ctx, id)
}

/** Two tries of one phone must not race: the second waits here and then finds the first's order. */
async function orderByClientKey(ctx: Ctx, key: string | undefined): Promise<string | null> {
  if (!key) return null
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.bureauId}:${key}`}, 7))`.execute(ctx.db)
  const found = await ctx.db
    .selectFrom('orders.service_order')
    .select('id')
    .where('client_key', '=', key)
    .executeTakeFirst()
  return found?.id ?? null
}

async function insertOrder(ctx: Ctx, input: NewOrder, item: ItemVersion): Promise<string> {
  const urgency = input.urgency ?? 'NORMAL'
  const promised = promiseOf(ctx, item, urgency)
  const requester = await requesterOf(ctx, input.requester)
  const clientUnitId = input.clientUnitId ?? requester.unitId
  if (!clientUnitId) throw new Problem(422, 'orders.no_unit', { path: 'clientUnitId' })
  const managing = input.managingUnitId ?? item.managingUnit.unitId ?? (await centreUnitId(ctx))
  const provider = input.providerUnitId ?? item.providerUnit.unitId ?? managing
  if (!managing || !provider) throw new Problem(422, 'orders.no_centre')
  const noted = input.channel === 'PHONE' || input.channel === 'DESK'
  const byCentre = noted && ctx.has('orders.work') && ctx.actor.personId !== null
  const takenOn = byCentre && ctx.has('orders.take-on')
  const desk = deskHands(managing)
  const placeText = input.placeText ?? ''
  const state = takenOn ? 'ACCEPTED' : 'SUBMITTED'
  // A person who notes the request down has answered it by that.
  const hops = firstHops(ctx, desk, byCentre, promised)
  const clocks = await firstClocks(ctx, hops, { siteId: input.siteId, promised, item, state })
  const places = input.placeNames ?? (await placeNames(ctx, input.siteId, input.roomId ?? null))
  // The day's numbers are one row: whoever takes one keeps all others of the day waiting until the commit, so
  // everything that can be found out before is.
  const number = await nextNumber(ctx, input.prefix)
  const order = {
    number,
    line: input.line,
    kind: input.kind ?? 'general',
    skill: input.skill ?? null,
    item_version_id: item.id,
    calendar: promised.calendar,
    title: input.title,
    description: input.description ?? '',
    urgency,
    channel: input.channel,
    restricted: input.restricted ?? requester.keyPerson,
    requester_person_id: requester.personId,
    requester_name: requester.name,
    requester_phone: requester.phone,
    client_unit_id: clientUnitId,
    managing_unit_id: managing,
    provider_unit_id: provider,
    site_id: input.siteId,
    room_id: input.roomId ?? null,
    place_text: placeText,
    state,
    created_at: ctx.now,
    steps_seen_until: ctx.now,
    client_key: input.clientKey ?? null,
    ...holderColumns(ctx, desk),
    ...clocks,
    ...(byCentre ? firstContact(ctx, { first_contact_owner_id: null }) : {}),
    search_words: searchWords({
      number,
      title: input.title,
      placeText,
      requesterName: requester.name,
      places,
    }),
  }
  const { id } = await ctx.db
    .insertInto('orders.service_order')
    .values(order)
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeHops(ctx, id, hops)
  const after = {
    number,
    line: order.line,
    kind: order.kind,
    urgency,
    channel: order.channel,
    state,
  }
  await ctx.emit({ type: 'orders.submitted', subjectType: 'orders.service_order', subjectId: id, after })
  return id
}

/** The first two lines of every ledger: it came in, and this was promised. */
function firstHops(ctx: Ctx, desk: Hands, answered: boolean, promised: Promised) {
  return [
    { kind: 'received', at: ctx.now, hands: desk, responds: answered ? 'human' : null },
    {
      kind: 'pledged',
      at: ctx.now,
      responds: null,
      respond_minutes: promised.respondMinutes,
      finish_minutes: promised.finishMinutes,
      round_the_clock: promised.roundTheClock,
    },
  ]
}

/** Its clocks as those lines will read, so that the order is written once with them. */
async function firstClocks(
  ctx: Ctx,
  hops: ReturnType<typeof firstHops>,
  about: { siteId: string; promised: Promised; item: ItemVersion; state: string },
) {
  const { calendar: name } = about.promised
  const calendar = await calendarOfOrder(ctx, { calendar: name, site_id: about.siteId })
  const { fairMinutes } = await settingOf(ctx)
  const lines = hops.map(
    ({ at, kind, responds, hands, ...pledge }): HopLine => ({
      at: at.toISOString(),
      kind,
      responds,
      holder_role: hands?.role ?? null,
      holder_person_id: hands?.personId ?? null,
      holder_unit_id: hands?.unitId ?? null,
      respond_minutes: pledge.respond_minutes ?? null,
      finish_minutes: pledge.finish_minutes ?? null,
      round_the_clock: pledge.round_the_clock ?? null,
      pause_reason: null,
    }),
  )
  const times = timesFrom(lines, { calendar, holderRole: 'DESK', fairMinutes })
  return clockColumns(times, about.item, { state: about.state, seenUntil: ctx.now, now: ctx.now })
}

async function nextNumber(ctx: Ctx, prefix: string): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    select kernel.next_number(${prefix}, ${localDayOf(ctx.now)}::date) as number`.execute(ctx.db)
  return rows[0]!.number
}
