import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { bookings } from '../module.ts'
import type { Rank } from '../words.ts'
import { partiesOf } from './booking-parties.ts'
import { checkPolicy } from './check-policy.ts'
import { checkSpan } from './check-span.ts'
import { findAlternatives } from './find-alternatives.ts'
import { findPieces, type Wanted } from './find-pieces.ts'
import { type Locked, lockResources } from './lock-resources.ts'
import { readBookingRow } from './read-booking.ts'
import { saySpan } from './say-spans.ts'
import { bookingRowOf } from './select-bookings.ts'
import { writeBookings } from './write-bookings.ts'

/** A booking as a service hands it over. */
export interface NewBooking {
  /** The service, `meetings`; its page is `/{line}/{id}`. */
  line: string
  title: string
  from: Date
  to: Date
  claims: readonly { resourceId: string; quantity: number }[]
  private?: boolean | undefined
  rank?: Rank | undefined
  headcount?: number | null | undefined
  /** Absent: the actor's. Another's needs `bookings.manage`. */
  unitId?: string | undefined
  organiserPersonId?: string | undefined
  /** Into the waiting list when it clashes, instead of a refusal. */
  wait?: boolean | undefined
}

export interface Booked {
  id: string
  state: 'CONFIRMED' | 'WAITING'
  seriesId: string | null
}

/**
 * Books all that is claimed, or nothing.
 * @throws Problem 409 `bookings.conflict` with `alternatives` (the same time elsewhere, other times there), 422 for a
 * broken rule, 403 for another's unit or a rank that is not the actor's to give
 */
export async function createBooking(ctx: Ctx, input: NewBooking): Promise<Booked> {
  const { id, state } = await placeBooking(ctx, input)
  return { id, state, seriesId: null }
}

async function placeBooking(ctx: Ctx, input: NewBooking) {
  const parties = await partiesOf(ctx, input)
  const resources = await lockResources(ctx, resourceIds(input.claims))
  checkClaims(resources, input)
  // In a statement after the lock's, so that it sees what was booked while this one waited.
  const [found] = await findPieces(ctx, [input])
  for (const { resourceId, closedFor } of found!)
    await checkPolicy(ctx, resources.get(resourceId)!, { ...input, unitId: parties.unitId }, 'add', closedFor)
  const taken = found!.find(({ pieces }) => pieces === null)
  if (taken && !input.wait) throw await conflict(ctx, input, taken, input.headcount ?? null)
  const id = uuidv7()
  const state = taken ? ('WAITING' as const) : ('CONFIRMED' as const)
  const about = aboutOf(input)
  await writeBookings(ctx, [
    {
      id,
      ...about,
      ...parties,
      state,
      from: input.from,
      to: input.to,
      claims: input.claims,
      found: taken ? null : found!,
    },
  ])
  await ctx.emit({
    type: taken ? 'bookings.queued' : 'bookings.created',
    subjectType: 'bookings.booking',
    subjectId: id,
    after: { ...about, state, from: input.from, to: input.to, claims: input.claims, unitId: parties.unitId },
  })
  return { id, state, about, parties, resources }
}

export const resourceIds = (claims: readonly { resourceId: string }[]) =>
  claims.map(({ resourceId }) => resourceId)

/** What of a booking is neither time nor place. */
export function aboutOf(input: NewBooking) {
  return {
    line: input.line,
    title: input.title,
    private: input.private ?? false,
    rank: input.rank ?? ('ORDINARY' as const),
    headcount: input.headcount ?? null,
  }
}

/** Whether the claims make sense for these resources at all. @throws Problem 422 */
export function checkClaims(
  resources: Locked,
  { claims, headcount }: Pick<NewBooking, 'claims' | 'headcount'>,
): void {
  if (new Set(resourceIds(claims)).size < claims.length)
    throw new Problem(422, 'bookings.unknown_resource', { path: 'claims' })
  let places: number | null = null
  for (const { resourceId, quantity } of claims) {
    const { name, quantity: there, capacity } = resources.get(resourceId)!
    if (quantity > there)
      throw new Problem(422, 'bookings.too_many', {
        params: { resource: name, there, wanted: quantity },
        path: 'claims',
      })
    if (capacity !== null) places = (places ?? 0) + capacity * quantity
  }
  if (places !== null && headcount && headcount > places) {
    const resource = claims
      .map(({ resourceId }) => resources.get(resourceId)!)
      .find((one) => one.capacity !== null)!
    throw new Problem(422, 'bookings.too_few_places', {
      params: { resource: resource.name, capacity: places, headcount },
      path: 'headcount',
    })
  }
}

/** The refusal of a clash, with the ways out of it. */
export async function conflict(
  ctx: Ctx,
  wanted: Wanted,
  taken: { resourceId: string; name: string },
  headcount: number | null,
  except: readonly string[] = [],
): Promise<Problem> {
  const alternatives = await findAlternatives(ctx, {
    ...wanted,
    resourceId: taken.resourceId,
    headcount,
    except,
  })
  return new Problem(409, 'bookings.conflict', {
    params: { resource: taken.name, ...saySpan(wanted.from, wanted.to) },
    path: 'from',
    extra: { resourceId: taken.resourceId, alternatives },
  })
}

/** 预订 what no service has a form of its own for: a microphone, a tent, a desk. */
export async function bookGenerally(
  ctx: Ctx,
  input: InputOf<(typeof bookings.actions)['createBooking']>,
): Promise<OutputOf<(typeof bookings.actions)['createBooking']>> {
  const asked = newBookingOf(ctx, input)
  const { id, state, about, parties, resources } = await placeBooking(ctx, asked)
  const [claim, ...others] = asked.claims
  // Everything is known of the usual one; what is private, waits, or wants several things is looked at once more.
  if (!claim || others.length > 0 || about.private || state === 'WAITING') return readBookingRow(ctx, id)
  const { kind, name } = resources.get(claim.resourceId)!
  return bookingRowOf(ctx, {
    ...about,
    id,
    state,
    readable: true,
    starts_at: asked.from.toISOString(),
    ends_at: asked.to.toISOString(),
    unit_id: parties.unitId,
    unit_name: parties.unitName,
    organiser_person_id: parties.organiserPersonId,
    organiser_name: parties.organiserName,
    claims: [{ id: claim.resourceId, kind, name, quantity: claim.quantity }],
    series_id: null,
    waiting_since: null,
    queue: null,
  })
}

/** What a person gave, as `createBooking` takes it. */
export function newBookingOf(
  ctx: Ctx,
  input: InputOf<(typeof bookings.actions)['createBooking']>,
): NewBooking {
  return {
    ...input,
    line: 'general',
    ...checkSpan(ctx, input.from, input.to),
    claims: claimsOf(input.claims),
  }
}

export const claimsOf = (claims: readonly { resourceId: string; quantity?: number }[]) =>
  claims.map(({ resourceId, quantity }) => ({ resourceId, quantity: quantity ?? 1 }))

/** One resource for another, the rest stays. */
export function swapIn(
  claims: Wanted['claims'],
  swap: { from: string; to: string } | undefined,
): { resourceId: string; quantity: number }[] {
  return claims.map((claim) => (claim.resourceId === swap?.from ? { ...claim, resourceId: swap.to } : claim))
}
