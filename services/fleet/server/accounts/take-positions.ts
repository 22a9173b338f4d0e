import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { positionActions } from '../../actions/position-actions.ts'
import type { GivenPoint } from '../../position-schema.ts'
import { readJt808 } from '../../read-jt808.ts'

type Actions = typeof positionActions

/** Points so long before leaving and after coming back still belong to the trip: clocks differ, engines warm up. */
export const marginMinutes = 10
/** A driver without a signal has left although nobody knows it yet: so long before its time a planned trip takes points. */
const earlyMinutes = 30

/** Takes a batch of points in; what belongs to no trip of ours is gone when this returns. */
export async function takePositions(
  ctx: Ctx,
  { points }: InputOf<Actions['takePositions']>,
): Promise<OutputOf<Actions['takePositions']>> {
  const kept = await keepPoints(ctx, points)
  return tell(ctx, { kept, dropped: points.length - kept, refused: [] })
}

/** Takes frames of terminals in; only position reports with a fix are read, what is no frame is named. */
export async function takeJt808(
  ctx: Ctx,
  { frames, encoding = 'hex' }: InputOf<Actions['takeJt808']>,
): Promise<OutputOf<Actions['takeJt808']>> {
  const points: GivenPoint[] = []
  const refused: { frame: number; why: string }[] = []
  let dropped = 0
  for (const [frame, words] of frames.entries()) {
    const bytes = bytesOf(words, encoding)
    if (!bytes) refused.push({ frame, why: 'FRAME' })
    for (const result of bytes ? readJt808(bytes) : []) {
      if (result.kind === 'refused') refused.push({ frame, why: result.why })
      else if (result.kind === 'position' && result.position.fixed) points.push(pointOf(result.position))
      else dropped++
    }
  }
  const kept = points.length > 0 ? await keepPoints(ctx, points) : 0
  return tell(ctx, { kept, dropped: dropped + points.length - kept, refused })
}

function pointOf(position: {
  terminal: string
  at: Date
  lat: number
  lon: number
  speedKmh: number
}): GivenPoint {
  const { terminal, at, lat, lon, speedKmh } = position
  return { terminal, at: at.toISOString(), lat, lon, speedKmh: Math.min(speedKmh, 400), datum: 'WGS-84' }
}

function bytesOf(words: string, encoding: 'hex' | 'base64'): Buffer | null {
  const plain = words.replaceAll(/\s/g, '')
  if (encoding === 'hex' && (plain.length % 2 === 1 || !/^[0-9a-f]+$/i.test(plain))) return null
  if (encoding === 'base64' && !/^[A-Za-z0-9+/]+={0,2}$/.test(plain)) return null
  return Buffer.from(plain, encoding)
}

/** @returns how many were kept; one that is there already counts, for it was */
async function keepPoints(ctx: Ctx, points: readonly GivenPoint[]): Promise<number> {
  const { rows } = await sql<{ kept: number }>`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(points)}::jsonb)
        as g (plate text, terminal text, at timestamptz, lat numeric, lon numeric, "speedKmh" numeric, datum text)),
    placed as (
      select g.*, v.id as vehicle_id from given g
      left join fleet.terminal e on e.bureau_id = kernel.bureau() and e.number = g.terminal and e.removed_at is null
      join fleet.vehicle v on v.bureau_id = kernel.bureau() and (v.id = e.vehicle_id or (g.terminal is null and v.plate = g.plate))),
    owned as (
      select distinct on (p.vehicle_id, p.at) t.id as trip_id, p.at, p.lat, p.lon, p."speedKmh", p.datum
      from placed p join fleet.trip t on t.bureau_id = kernel.bureau() and t.vehicle_id = p.vehicle_id
        and t.state <> 'CANCELLED'
        and p.at >= coalesce(t.left_at - make_interval(mins => ${marginMinutes}), t.starts_at - make_interval(mins => ${earlyMinutes}))
        and p.at <= coalesce(t.returned_at, least(${ctx.now}::timestamptz, case when t.left_at is null then t.ends_at end))
          + make_interval(mins => ${marginMinutes})
      -- Between two trips close to each other: the one it lies in, else one that has left, else the one before.
      order by p.vehicle_id, p.at, (p.at between t.left_at and coalesce(t.returned_at, 'infinity')) desc nulls last,
        coalesce(t.left_at, t.starts_at)),
    written as (insert into fleet.track_point (trip_id, at, lat, lon, datum, speed_kmh, received_at)
      select trip_id, at, round(lat, 6), round(lon, 6), coalesce(datum, 'WGS-84'), round("speedKmh", 1), ${ctx.now} from owned
      on conflict do nothing)
    select count(*)::int as kept from owned`.execute(ctx.db)
  return rows[0]!.kept
}

async function tell<T extends { kept: number; dropped: number; refused: unknown[] }>(
  ctx: Ctx,
  taken: T,
): Promise<T> {
  await ctx.emit({
    type: 'fleet.positions_taken',
    subjectType: 'fleet.track',
    subjectId: null,
    after: { kept: taken.kept, dropped: taken.dropped, refused: taken.refused.length },
  })
  return taken
}
