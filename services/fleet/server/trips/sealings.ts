import { sql } from 'kysely'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { tripActions } from '../../actions/trip-actions.ts'
import { holidaysAhead } from './holidays-ahead.ts'

type Actions = typeof tripActions
type Row = OutputOf<Actions['listSealings']>['items'][number]

async function selectSealings(ctx: Ctx, sealingId: string | null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.title, p.starts_on::text as "from", p.ends_on::text as "to",
      count(s.vehicle_id)::int as vehicles, count(s.sealed_at)::int as sealed,
      (count(*) filter (where s.exempt_reason is not null))::int as exempt,
      (select count(*)::int from fleet.trip t join fleet.sealed_vehicle x on x.bureau_id = t.bureau_id
          and x.vehicle_id = t.vehicle_id and x.period_id = p.id and x.exempt_reason is null
        where t.bureau_id = p.bureau_id and t.left_at >= p.starts_on::timestamp at time zone 'Asia/Shanghai'
          and t.left_at < (p.ends_on + 1)::timestamp at time zone 'Asia/Shanghai') as used
    from fleet.sealing_period p
    left join fleet.sealed_vehicle s on s.bureau_id = p.bureau_id and s.period_id = p.id
    where p.bureau_id = kernel.bureau() and (${sealingId}::uuid is null or p.id = ${sealingId}::uuid)
    group by p.bureau_id, p.id order by p.starts_on desc`.execute(ctx.db)
  return rows
}

/** Every sealing, latest first, and the holidays of the calendar that have none yet. */
export async function listSealings(ctx: Ctx): Promise<OutputOf<Actions['listSealings']>> {
  const items = await selectSealings(ctx, null)
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const holidays = holidaysAhead(calendar, ctx.now).filter(
    ({ from, to }) => !items.some((one) => one.from <= to && one.to >= from),
  )
  return { items, holidays: holidays.slice(0, 12) }
}

/** Arranges a sealing: every vehicle in use is in it until somebody exempts it. @throws Problem 422 for its dates, 409 */
export async function makeSealing(
  ctx: Ctx,
  { title, from, to }: InputOf<Actions['makeSealing']>,
): Promise<OutputOf<Actions['makeSealing']>> {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (!(days >= 0 && days <= 31)) throw new Problem(422, 'fleet.sealing_dates', { path: 'to' })
  const there = (await selectSealings(ctx, null)).find((one) => one.from <= to && one.to >= from)
  if (there) throw new Problem(409, 'fleet.sealing_there', { params: { title: there.title }, path: 'from' })
  const { id } = await ctx.db
    .insertInto('fleet.sealing_period')
    .values({
      title: title.trim(),
      starts_on: from,
      ends_on: to,
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into fleet.sealed_vehicle (period_id, vehicle_id)
    select ${id}, v.id from fleet.vehicle v where v.bureau_id = kernel.bureau() and v.state <> 'RETIRED'`.execute(
    ctx.db,
  )
  await ctx.emit({
    type: 'fleet.sealing_made',
    subjectType: 'fleet.sealing',
    subjectId: id,
    after: { title, from, to },
  })
  return { id }
}

/** One sealing with its vehicles: those not seen to stand in first. @throws Problem 404 */
export async function readSealing(
  ctx: Ctx,
  { sealingId }: InputOf<Actions['readSealing']>,
): Promise<OutputOf<Actions['readSealing']>> {
  const [sealing] = await selectSealings(ctx, sealingId)
  if (!sealing) throw new Problem(404, 'kernel.not_found')
  const { rows } = await sql<Omit<OutputOf<Actions['readSealing']>['items'][number], 'can'>>`
    select s.vehicle_id as "vehicleId", v.plate, h.name as "siteName", s.exempt_reason as "exemptReason",
      s.exempt_approved_by as "exemptApprovedBy", s.sealed_at as "sealedAt", s.sealed_by as "sealedBy", s.photo_id as "photoId"
    from fleet.sealed_vehicle s
    join fleet.vehicle v on v.bureau_id = s.bureau_id and v.id = s.vehicle_id
    left join directory.site h on h.bureau_id = v.bureau_id and h.id = v.home_site_id
    where s.bureau_id = kernel.bureau() and s.period_id = ${sealingId}
    order by s.exempt_reason is not null, s.sealed_at is not null, v.plate`.execute(ctx.db)
  const items = rows.map((row) => ({
    ...row,
    can: {
      seal: ctx.has('fleet.drive') && row.exemptReason === null && row.sealedAt === null,
      exempt: ctx.has('fleet.dispatch') && row.exemptReason === null,
    },
  }))
  return { ...sealing, items }
}
