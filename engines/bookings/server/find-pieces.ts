import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { plannedOnce } from '#kernel/database/planned-once.ts'

/** A time with what it wants. */
export interface Wanted {
  from: Date
  to: Date
  claims: readonly { resourceId: string; quantity: number }[]
}

/** Pieces of one claim, as half-open ranges of their numbers; null when too few are free. */
export interface FoundPieces {
  resourceId: string
  name: string
  pieces: readonly (readonly [number, number])[] | null
  /** The time with its buffers. */
  occupied: { from: string; to: string }
  /** Why the resource is closed then; null when it is open. */
  closedFor: string | null
}

/**
 * Which pieces are free for each of these, looked up at once; the order of `wanted` is that of the answer.
 * @param except bookings whose holds do not count, because they are about to be given back
 */
export async function findPieces(
  ctx: Ctx,
  wanted: readonly Wanted[],
  except: readonly string[] = [],
): Promise<FoundPieces[][]> {
  const asked = wanted.flatMap(({ from, to, claims }, n) =>
    claims.map(({ resourceId, quantity }) => ({ n, resource: resourceId, quantity, from, to })),
  )
  const { rows } = await sql<{
    n: number
    id: string
    name: string
    quantity: number
    free: string
    from: string
    to: string
    closed_for: string | null
  }>`
    select a.n, r.id, r.name, a.quantity, lower(o.span) as from, upper(o.span) as to,
      (int4multirange(int4range(1, r.quantity + 1)) - coalesce((select range_agg(h.pieces) from bookings.holds_at(r.id, o.span) h
        where h.booking_id <> all(${[...except]}::uuid[])), '{}'::int4multirange))::text as free,
      (select x.reason from bookings.blackout x where x.bureau_id = r.bureau_id and x.resource_id = r.id
        and x.lifted_at is null and x.span && tstzrange(a."from", a."to") limit 1) as closed_for
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as a (n integer, resource uuid, quantity integer, "from" timestamptz, "to" timestamptz)
    join bookings.resource r on r.bureau_id = kernel.bureau() and r.id = a.resource
    left join bookings.policy p on p.bureau_id = r.bureau_id and p.resource_id = r.id
    cross join lateral (select tstzrange(
      a."from" - make_interval(mins => coalesce(p.buffer_before_minutes, 0)),
      a."to" + make_interval(mins => coalesce(p.buffer_after_minutes, 0))) as span) o
    order by a.n, r.id ${plannedOnce}`.execute(ctx.db)
  const found: FoundPieces[][] = wanted.map(() => [])
  for (const { n, id, name, quantity, free, from, to, closed_for } of rows)
    found[n]!.push({
      resourceId: id,
      name,
      pieces: choosePieces(readRanges(free), quantity),
      occupied: { from, to },
      closedFor: closed_for,
    })
  return found
}

/** `{[1,5),[7,9)}` → [[1, 5], [7, 9]] */
export function readRanges(text: string): [number, number][] {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map((match) => [Number(match[1]), Number(match[2])])
}

/**
 * The first so many pieces out of free ranges: one whole range where it suffices, else several. Null when all together
 * are too few.
 */
export function choosePieces(
  free: readonly (readonly [number, number])[],
  quantity: number,
): (readonly [number, number])[] | null {
  const whole = free.find(([first, end]) => end - first >= quantity)
  if (whole) return [[whole[0], whole[0] + quantity]]
  const chosen: (readonly [number, number])[] = []
  let left = quantity
  for (const [first, end] of free) {
    const taken = Math.min(left, end - first)
    chosen.push([first, first + taken])
    left -= taken
    if (left === 0) return chosen
  }
  return null
}
