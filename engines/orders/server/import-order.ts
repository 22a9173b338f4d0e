import type { Ctx } from '#kernel/context.ts'
import { centreUnitId, placeNames } from './order-parties.ts'
import type { OrderRecord } from './order-record.ts'
import { searchWords } from './search-words.ts'
import { deskHands, holderColumns, nobody, writeHop } from './write-hop.ts'

/** An order from before: it keeps its number and its times, and was promised nothing here. */
export interface ImportedOrder {
  number: string
  line: string
  kind?: string
  skill?: string | null
  title: string
  description?: string
  urgency?: 'NORMAL' | 'URGENT'
  siteId: string
  roomId?: string | null
  placeText?: string
  clientUnitId: string
  requesterName: string
  createdAt: Date
  /** Null: it is still open, and now in the hands of the desk. */
  finishedAt: Date | null
  /** It was called off: ended without work, and counted nowhere. */
  voided?: boolean
  /** One to five. */
  overallRating?: number | null
}

/**
 * `new` written, `changed` corrected, `same` nothing to do; `clash`: it lives here by now, and the sheet says
 * something else, so it was left alone.
 */
export interface ImportOutcome {
  id: string
  outcome: 'new' | 'changed' | 'same' | 'clash'
  state: string
}

/** Takes one historic order; the same again changes nothing. */
export async function importOrder(ctx: Ctx, input: ImportedOrder): Promise<ImportOutcome> {
  const known = await ctx.db
    .selectFrom('orders.service_order')
    .selectAll()
    .where('number', '=', input.number)
    .executeTakeFirst()
  if (!known) return insertImported(ctx, input)
  const { id, state } = known
  if (isSame(known, input)) return { id, outcome: 'same', state }
  const movable =
    known.channel === 'IMPORT' &&
    (known.state === 'VOIDED') === (input.voided ?? false) &&
    (known.finished_at === null) === (input.finishedAt === null)
  if (!movable || known.line !== input.line) return { id, outcome: 'clash', state }
  await ctx.db
    .updateTable('orders.service_order')
    .set({ ...(await columnsOf(ctx, input)), ...endOf(input) })
    .where('id', '=', id)
    .execute()
  await rate(ctx, id, input)
  await ctx.emit({
    type: 'orders.imported',
    subjectType: 'orders.service_order',
    subjectId: id,
    before: { title: known.title, createdAt: known.created_at, finishedAt: known.finished_at },
    after: { title: input.title, createdAt: input.createdAt, finishedAt: input.finishedAt },
  })
  return { id, outcome: 'changed', state }
}

async function insertImported(ctx: Ctx, input: ImportedOrder): Promise<ImportOutcome> {
  const centre = (await centreUnitId(ctx)) ?? input.clientUnitId
  const hands = input.finishedAt || input.voided ? nobody : deskHands(centre)
  const state = input.voided ? 'VOIDED' : input.finishedAt ? 'COMPLETED' : 'IN_PROGRESS'
  const { id } = await ctx.db
    .insertInto('orders.service_order')
    .values({
      ...(await columnsOf(ctx, input)),
      ...holderColumns(ctx, hands),
      ...endOf(input),
      number: input.number,
      line: input.line,
      channel: 'IMPORT',
      managing_unit_id: centre,
      provider_unit_id: centre,
      held_since: input.finishedAt ?? input.createdAt,
      closing_result: input.voided ? 'VOIDED' : input.finishedAt ? 'RESOLVED' : null,
      state,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (hands !== nobody) await writeHop(ctx, id, { kind: 'received', at: input.createdAt, hands })
  await rate(ctx, id, input)
  const after = { number: input.number, line: input.line, state }
  await ctx.emit({ type: 'orders.imported', subjectType: 'orders.service_order', subjectId: id, after })
  return { id, outcome: 'new', state }
}

async function columnsOf(ctx: Ctx, input: ImportedOrder) {
  const placeText = input.placeText ?? ''
  const places = await placeNames(ctx, input.siteId, input.roomId ?? null)
  return {
    kind: input.kind ?? 'general',
    skill: input.skill ?? null,
    title: input.title,
    description: input.description ?? '',
    urgency: input.urgency ?? 'NORMAL',
    requester_name: input.requesterName,
    client_unit_id: input.clientUnitId,
    site_id: input.siteId,
    room_id: input.roomId ?? null,
    place_text: placeText,
    created_at: input.createdAt,
    search_words: searchWords({ ...input, placeText, places }),
  }
}

function endOf({ finishedAt, createdAt, voided }: ImportedOrder) {
  const end = voided ? createdAt : finishedAt
  return { finished_at: finishedAt, confirmed_at: finishedAt, completed_at: end }
}

/** The rating of an imported order is nobody's in particular; it stays as first given. */
async function rate(ctx: Ctx, id: string, { overallRating, requesterName, finishedAt }: ImportedOrder) {
  if (!overallRating || !finishedAt) return
  await ctx.db
    .insertInto('orders.evaluation')
    .values({ order_id: id, at: finishedAt, overall: overallRating, by_name: requesterName })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await ctx.db
    .updateTable('orders.service_order')
    .set({ overall_rating: overallRating })
    .where('id', '=', id)
    .where('overall_rating', 'is', null)
    .execute()
}

/** Sheets hold minutes, so moments are compared in minutes. */
const minuteOf = (at: Date | string | null) =>
  at === null ? null : Math.floor(new Date(at).getTime() / 60_000)

function isSame(known: OrderRecord, input: ImportedOrder): boolean {
  return (
    (known.state === 'VOIDED') === (input.voided ?? false) &&
    known.line === input.line &&
    known.kind === (input.kind ?? 'general') &&
    known.title === input.title &&
    known.description === (input.description ?? '') &&
    known.site_id === input.siteId &&
    known.room_id === (input.roomId ?? null) &&
    known.place_text === (input.placeText ?? '') &&
    known.client_unit_id === input.clientUnitId &&
    known.requester_name === input.requesterName &&
    minuteOf(known.created_at) === minuteOf(input.createdAt) &&
    minuteOf(known.finished_at) === minuteOf(input.finishedAt) &&
    (input.overallRating == null || known.overall_rating === input.overallRating)
  )
}
