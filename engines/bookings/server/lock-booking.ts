import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Rank } from '../words.ts'
import { type Locked, tryWithWaiting, untilEnough } from './lock-resources.ts'

/** A booking with what it claims, as the writes need it. */
export interface BookingRecord {
  id: string
  line: string
  title: string
  private: boolean
  rank: Rank
  state: string
  unit_id: string
  organiser_person_id: string | null
  organiser_name: string
  headcount: number | null
  starts_at: string
  ends_at: string
  series_id: string | null
  series_day: string | null
  detached: boolean
  created_at: string
  claims: { resourceId: string; quantity: number }[]
}

const columns = sql`
  b.id, b.line, b.title, b.private, b.rank, b.state, b.unit_id, b.organiser_person_id, b.organiser_name, b.headcount,
  b.starts_at, b.ends_at, b.series_id, b.series_day, b.detached, b.created_at,
  (select json_agg(json_build_object('resourceId', c.resource_id, 'quantity', c.quantity) order by c.resource_id)
    from bookings.claim c where c.bureau_id = b.bureau_id and c.booking_id = b.id) as claims`

/** Bookings by a condition on `b`, in the order they begin. */
export async function findRecords(
  ctx: Ctx,
  condition: ReturnType<typeof sql>,
  lock = false,
): Promise<BookingRecord[]> {
  const { rows } = await sql<BookingRecord>`
    select ${columns} from bookings.booking b where b.bureau_id = kernel.bureau() and ${condition}
    order by b.starts_at, b.id ${lock ? sql`for no key update of b` : sql``}`.execute(ctx.db)
  return rows
}

export async function findRecord(ctx: Ctx, bookingId: string): Promise<BookingRecord> {
  const [record] = await findRecords(ctx, sql`b.id = ${bookingId}`)
  if (!record) throw new Problem(404, 'kernel.not_found')
  return record
}

export const spanOf = (record: Pick<BookingRecord, 'starts_at' | 'ends_at'>) => ({
  from: new Date(record.starts_at),
  to: new Date(record.ends_at),
})

/**
 * Locks the resources of bookings (and `more`), those of who waits for them, then the bookings themselves. Somebody may
 * have moved one before the locks were had: then once more with what it claims now.
 * @param condition on `b`
 */
export async function lockBookings(
  ctx: Ctx,
  condition: ReturnType<typeof sql>,
  more: { resourceIds?: readonly string[]; spans?: readonly { from: Date; to: Date }[] } = {},
): Promise<{ records: BookingRecord[]; resources: Locked }> {
  let seen = await findRecords(ctx, condition)
  return untilEnough(ctx, async () => {
    const wanted = [...seen.flatMap(idsOf), ...(more.resourceIds ?? [])]
    const resources = await tryWithWaiting(ctx, wanted, [...seen.map(spanOf), ...(more.spans ?? [])])
    const records = await findRecords(ctx, condition, true)
    const stay = stand(records) === stand(seen)
    seen = records
    return resources && stay ? { records, resources } : null
  })
}

/** Where and when they are: what decides which locks are needed. */
const stand = (records: readonly BookingRecord[]) =>
  JSON.stringify(records.map(({ id, starts_at, ends_at, claims }) => [id, starts_at, ends_at, claims]))
const idsOf = ({ claims }: BookingRecord) => claims.map(({ resourceId }) => resourceId)

/** One booking with its resources locked. @throws Problem 404 */
export async function lockBooking(
  ctx: Ctx,
  bookingId: string,
  more: Parameters<typeof lockBookings>[2] = {},
): Promise<{ record: BookingRecord; resources: Locked }> {
  const { records, resources } = await lockBookings(ctx, sql`b.id = ${bookingId}`, more)
  const [record] = records
  if (!record) throw new Problem(404, 'kernel.not_found')
  return { record, resources }
}

/**
 * Locks what a deed on one of a series is about. Somebody may have put that one into another series before the locks were
 * had: then once more with those it is among now.
 * @param about as a condition on `b`, from the one the deed names
 * @returns that one as it is now, also where the condition leaves it out
 */
export async function lockSeries(
  ctx: Ctx,
  seen: BookingRecord,
  about: (first: BookingRecord) => ReturnType<typeof sql>,
  more: Parameters<typeof lockBookings>[2] = {},
): Promise<{ first: BookingRecord; records: BookingRecord[]; resources: Locked }> {
  let last = seen
  return untilEnough(ctx, async () => {
    const { records, resources } = await lockBookings(ctx, about(last), more)
    const first = records.find(({ id }) => id === last.id) ?? (await findRecord(ctx, last.id))
    const stays = first.series_id === last.series_id && first.series_day === last.series_day
    last = first
    return stays ? { first, records, resources } : null
  })
}
