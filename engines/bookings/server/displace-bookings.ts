import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { bookings } from '../module.ts'
import { bookingStates } from '../states.ts'
import { type Rank, ranks } from '../words.ts'
import { freeHolds } from './cancel-booking.ts'
import { checkOpen } from './check-policy.ts'
import { checkSpan } from './check-span.ts'
import { checkClaims, claimsOf, conflict } from './create-booking.ts'
import { findElsewhere } from './find-alternatives.ts'
import { findPieces, type Wanted } from './find-pieces.ts'
import { type BookingRecord, findRecord, findRecords, lockBookings, spanOf } from './lock-booking.ts'
import type { Locked } from './lock-resources.ts'
import { promoteWaiting } from './promote-waiting.ts'
import { holdPieces } from './write-bookings.ts'

type Action = (typeof bookings.actions)['displaceBookings']
type Displaced = OutputOf<Action>['displaced']

const heights = Object.keys(ranks) as Rank[]
const height = (rank: Rank) => heights.indexOf(rank)

/**
 * Gives a waiting booking its place by decision: those of lower rank that hold it give way, are offered another place or
 * go to the head of the waiting list, and read why.
 * @throws Problem 409 `bookings.not_lower` when one of the same or a higher rank holds it
 */
export async function displaceBookings(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const seen = await findRecord(ctx, input.bookingId)
  const everyPlace = await placesLike(ctx, seen)
  const { records, resources } = await lockBookings(ctx, sql`b.id = ${seen.id}`, {
    resourceIds: [
      ...everyPlace,
      ...(input.offers ?? []).flatMap((offer) => offer.claims.map((one) => one.resourceId)),
    ],
  })
  const winner = records[0]!
  const gone = await whoGivesWay(ctx, winner, true)
  for (const victim of gone) await freeHolds(ctx, victim)
  const found = await piecesFor(ctx, winner)
  await ctx.move(bookingStates, 'promote', winner.id, { reason: input.reason })
  await holdPieces(ctx, winner.id, found)
  const displaced: Displaced = []
  for (const victim of gone) displaced.push(await findNewPlace(ctx, resources, winner, victim, input))
  await promoteWaiting(ctx, resources, gone.map(spanOf))
  return { displaced }
}

const wantedOf = (record: BookingRecord): Wanted => ({ ...spanOf(record), claims: record.claims })
const piecesFor = async (ctx: Ctx, record: BookingRecord, except: readonly string[] = []) =>
  (await findPieces(ctx, [wantedOf(record)], except))[0]!

/**
 * Those that give way to a waiting booking: one after the other, the lowest and latest first, until there is enough; of
 * four microphones not all need give way.
 * @throws Problem 409 `bookings.not_lower`, `bookings.conflict` where even all of them are not enough
 */
export async function whoGivesWay(ctx: Ctx, winner: BookingRecord, lock: boolean): Promise<BookingRecord[]> {
  if (winner.state !== 'WAITING') throw new Problem(409, 'bookings.nothing_to_displace')
  if (spanOf(winner).from < ctx.now) throw new Problem(409, 'bookings.over')
  const victims = await inTheWay(ctx, winner, lock)
  for (const victim of victims)
    if (height(victim.rank) >= height(winner.rank) || victim.state === 'CHECKED_IN')
      throw new Problem(409, 'bookings.not_lower')
  const gone: BookingRecord[] = []
  let found = await piecesFor(ctx, winner)
  for (const victim of victims) {
    if (found.every(({ pieces }) => pieces !== null)) break
    gone.push(victim)
    found = await piecesFor(
      ctx,
      winner,
      gone.map(({ id }) => id),
    )
  }
  const taken = found.find(({ pieces }) => pieces === null)
  if (taken) throw await conflict(ctx, wantedOf(winner), taken, winner.headcount)
  return gone
}

/** Everything of the same kinds: where those who give way may go. Locked before anything is decided. */
async function placesLike(ctx: Ctx, { claims }: BookingRecord): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from bookings.resource r where r.bureau_id = kernel.bureau() and r.closed_at is null and r.kind in (
      select kind from bookings.resource where bureau_id = kernel.bureau() and id = any(${claims.map(({ resourceId }) => resourceId)}::uuid[]))`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}

/** Bookings that hold what this one wants, the lowest and latest first. */
async function inTheWay(ctx: Ctx, record: BookingRecord, lock: boolean): Promise<BookingRecord[]> {
  const found = await findRecords(
    ctx,
    sql`b.id in (select h.booking_id from bookings.claim c
      left join bookings.policy p on p.bureau_id = c.bureau_id and p.resource_id = c.resource_id
      cross join lateral bookings.holds_at(c.resource_id,
        tstzrange(${record.starts_at}::timestamptz - make_interval(mins => coalesce(p.buffer_before_minutes, 0)),
          ${record.ends_at}::timestamptz + make_interval(mins => coalesce(p.buffer_after_minutes, 0)))) h
      where c.bureau_id = kernel.bureau() and c.booking_id = ${record.id})`,
    lock,
  )
  return found.sort((a, b) => height(a.rank) - height(b.rank) || (a.id < b.id ? 1 : -1))
}

/** Offers whoever gave way another place: the one decided, else the first that fits; else the head of the waiting list. */
async function findNewPlace(
  ctx: Ctx,
  resources: Locked,
  winner: BookingRecord,
  victim: BookingRecord,
  { offers, reason }: InputOf<Action>,
): Promise<Displaced[number]> {
  const told = { displaced_by_id: winner.id, displaced_reason: reason }
  const offer = offers?.find(({ bookingId }) => bookingId === victim.id)
  const target = offer
    ? { ...spanOf(victim), ...spanOfOffer(offer), claims: claimsOf(offer.claims) }
    : await automaticPlace(ctx, resources, victim)
  const [found] = target ? await findPieces(ctx, [target]) : []
  const taken = found?.find(({ pieces }) => pieces === null)
  if (offer && target) {
    checkSpan(ctx, target.from, target.to)
    checkClaims(resources, { claims: target.claims, headcount: victim.headcount })
    for (const { resourceId, closedFor } of found!)
      await checkOpen(ctx, resources.get(resourceId)!, target, closedFor)
    if (taken) throw await conflict(ctx, target, taken, victim.headcount)
  }
  if (!target || !found || taken) {
    // It asked long before those who wait: its turn is that of its first asking.
    await ctx.move(bookingStates, 'displace', victim.id, {
      set: { ...told, waiting_since: victim.created_at },
      reason,
      note: { by: winner.title },
    })
    return { bookingId: victim.id, offered: null }
  }
  await ctx.db.deleteFrom('bookings.claim').where('booking_id', '=', victim.id).execute()
  await ctx.db
    .insertInto('bookings.claim')
    .values(
      target.claims.map(({ resourceId, quantity }) => ({
        booking_id: victim.id,
        resource_id: resourceId,
        quantity,
      })),
    )
    .execute()
  await ctx.move(bookingStates, 'offer', victim.id, {
    set: { ...told, starts_at: target.from, ends_at: target.to },
    reason,
    note: { by: winner.title, claims: target.claims },
  })
  await holdPieces(ctx, victim.id, found)
  return {
    bookingId: victim.id,
    offered: { resource: found[0]!.name, from: target.from.toISOString(), to: target.to.toISOString() },
  }
}

function spanOfOffer({ from, to }: { from?: string; to?: string }) {
  return { ...(from ? { from: new Date(from) } : {}), ...(to ? { to: new Date(to) } : {}) }
}

/** What of its claims is a place that another can stand in for. */
export function mainClaim({ claims }: BookingRecord, resources: ReadonlyMap<string, { quantity: number }>) {
  return claims.find(({ resourceId }) => resources.get(resourceId)?.quantity === 1)
}

/** The same time in the first other place that fits, with whatever else it claims. */
async function automaticPlace(ctx: Ctx, resources: Locked, victim: BookingRecord): Promise<Wanted | null> {
  const main = mainClaim(victim, resources)
  if (!main) return null
  const elsewhere = await findElsewhere(ctx, {
    ...spanOf(victim),
    resourceId: main.resourceId,
    headcount: victim.headcount,
  })
  const place = elsewhere.find(({ resource }) => resources.has(resource.id))
  if (!place) return null
  const claims = victim.claims.map((claim) =>
    claim === main ? { resourceId: place.resource.id, quantity: 1 } : claim,
  )
  return { ...spanOf(victim), claims }
}
