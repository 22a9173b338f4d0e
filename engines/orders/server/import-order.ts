import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { refreshStatistics } from '#kernel/import/refresh-statistics.ts'
import { centreUnitId } from './order-parties.ts'
import type { OrderRecord } from './order-record.ts'
import { searchWords } from './search-words.ts'
import { deskHands, holderColumns, nobody, writeHopsOf } from './write-hop.ts'

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

/**
 * Takes historic orders of different numbers; the same again changes nothing. A sheet has up to 100,000 of them: new
 * ones are written with a handful of statements for all, so give a few hundred at a time.
 * @returns what came of each, in the order given
 */
export async function importOrders(ctx: Ctx, inputs: readonly ImportedOrder[]): Promise<ImportOutcome[]> {
  if (inputs.length === 0) return []
  const numbers = inputs.map(({ number }) => number)
  const rows = await ctx.db
    .selectFrom('orders.service_order')
    .selectAll()
    .where(sql<boolean>`number = any(${numbers})`)
    // Whoever works on one in this moment comes first; in order of id, as everywhere.
    .orderBy('id')
    .forUpdate()
    .execute()
  const known = new Map(rows.map((row) => [row.number, row]))
  const nameOf = await placesOf(ctx, inputs)
  const fresh = inputs.filter(({ number }) => !known.has(number))
  const outcomes = await insertImported(ctx, fresh, nameOf)
  for (const input of inputs) {
    const old = known.get(input.number)
    if (old) outcomes.set(input.number, await correctImported(ctx, old, input, nameOf))
  }
  return numbers.map((number) => outcomes.get(number)!)
}

type PlaceNames = (input: ImportedOrder) => string[]

/** The names of the places these orders are at, for their search words. */
async function placesOf(ctx: Ctx, inputs: readonly ImportedOrder[]): Promise<PlaceNames> {
  const siteIds = [...new Set(inputs.map(({ siteId }) => siteId))]
  const roomIds = [...new Set(inputs.flatMap(({ roomId }) => roomId ?? []))]
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from directory.site where bureau_id = kernel.bureau() and id = any(${siteIds}::uuid[])
    union all
    select id, name from directory.room where bureau_id = kernel.bureau() and id = any(${roomIds}::uuid[])`.execute(
    ctx.db,
  )
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return ({ siteId, roomId }) =>
    [names.get(siteId), roomId ? names.get(roomId) : undefined].filter((name) => name !== undefined)
}

async function correctImported(
  ctx: Ctx,
  known: OrderRecord,
  input: ImportedOrder,
  nameOf: PlaceNames,
): Promise<ImportOutcome> {
  const { id, state } = known
  if (isSame(known, input)) return { id, outcome: 'same', state }
  const movable =
    known.channel === 'IMPORT' &&
    (known.state === 'VOIDED') === (input.voided ?? false) &&
    (known.finished_at === null) === (input.finishedAt === null)
  if (!movable || known.line !== input.line) return { id, outcome: 'clash', state }
  const rated = ratingOf(input)
  await ctx.db
    .updateTable('orders.service_order')
    .set({ ...columnsOf(input, nameOf), ...endOf(input), overall_rating: known.overall_rating ?? rated })
    .where('id', '=', id)
    .execute()
  if (rated) await writeRatings(ctx, [{ id, input }])
  await ctx.emit({
    type: 'orders.imported',
    subjectType: 'orders.service_order',
    subjectId: id,
    before: { title: known.title, createdAt: known.created_at, finishedAt: known.finished_at },
    after: { title: input.title, createdAt: input.createdAt, finishedAt: input.finishedAt },
  })
  return { id, outcome: 'changed', state }
}

async function insertImported(
  ctx: Ctx,
  inputs: readonly ImportedOrder[],
  nameOf: PlaceNames,
): Promise<Map<string, ImportOutcome>> {
  if (inputs.length === 0) return new Map()
  const centre = await centreUnitId(ctx)
  const ways = new Map(inputs.map((input) => [input.number, { input, ...wayOf(input, centre) }]))
  const made = await ctx.db
    .insertInto('orders.service_order')
    .values(
      [...ways.values()].map(({ input, hands, state, unitId }) => ({
        ...columnsOf(input, nameOf),
        ...holderColumns(ctx, hands),
        ...endOf(input),
        number: input.number,
        line: input.line,
        channel: 'IMPORT',
        managing_unit_id: unitId,
        provider_unit_id: unitId,
        held_since: input.finishedAt ?? input.createdAt,
        closing_result: input.voided ? 'VOIDED' : input.finishedAt ? 'RESOLVED' : null,
        overall_rating: ratingOf(input),
        state,
      })),
    )
    .returning(['id', 'number'])
    .execute()
  const written = made.map(({ id, number }) => ({ id, ...ways.get(number)! }))
  await writeHopsOf(
    ctx,
    written
      .filter(({ hands }) => hands !== nobody)
      .map(({ id, input, hands }) => ({ order_id: id, kind: 'received', at: input.createdAt, hands })),
  )
  await writeRatings(
    ctx,
    written.filter(({ input }) => ratingOf(input)),
  )
  await ctx.emitAll(
    written.map(({ id, input: { number, line }, state }) => ({
      type: 'orders.imported',
      subjectType: 'orders.service_order',
      subjectId: id,
      after: { number, line, state },
    })),
  )
  await refreshStatistics(ctx, ['orders.service_order', 'orders.evaluation', 'kernel.event'])
  return new Map(
    written.map(({ id, input, state }) => [input.number, { id, outcome: 'new', state }] as const),
  )
}

/** In which state a new one stands, in whose hands, and who answers for it. */
function wayOf(input: ImportedOrder, centre: string | null) {
  const unitId = centre ?? input.clientUnitId
  const over = input.finishedAt !== null || input.voided
  const state = input.voided ? 'VOIDED' : input.finishedAt ? 'COMPLETED' : 'IN_PROGRESS'
  return { unitId, state, hands: over ? nobody : deskHands(unitId) }
}

function columnsOf(input: ImportedOrder, nameOf: PlaceNames) {
  const placeText = input.placeText ?? ''
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
    search_words: searchWords({ ...input, placeText, places: nameOf(input) }),
  }
}

function endOf({ finishedAt, createdAt, voided }: ImportedOrder) {
  const end = voided ? createdAt : finishedAt
  return { finished_at: finishedAt, confirmed_at: finishedAt, completed_at: end }
}

/** Only what was finished can have been rated. */
const ratingOf = ({ overallRating, finishedAt }: ImportedOrder) => (finishedAt && overallRating) || null

/** The rating of an imported order is nobody's in particular; it stays as first given. */
async function writeRatings(ctx: Ctx, rated: readonly { id: string; input: ImportedOrder }[]): Promise<void> {
  if (rated.length === 0) return
  await ctx.db
    .insertInto('orders.evaluation')
    .values(
      rated.map(({ id, input: { finishedAt, overallRating, requesterName } }) => ({
        order_id: id,
        at: finishedAt!,
        overall: overallRating!,
        by_name: requesterName,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
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
