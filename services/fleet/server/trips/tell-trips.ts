import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { tripNotices } from '../../trip-notices.ts'

interface Named {
  id: string
  number: string
  plate: string
  driver: string
  driver_person_id: string | null
  starts_at: string
  destination: string | null
  cancel_reason: string | null
  imported: boolean
}

async function nameOf(ctx: Ctx, tripId: string | null): Promise<Named | undefined> {
  if (!tripId) return undefined
  const { rows } = await sql<Named>`
    select t.id, t.number, v.plate, d.name as driver, d.person_id as driver_person_id, t.starts_at, t.cancel_reason, t.imported,
      (select q.destination from fleet.trip_request w join fleet.request q on q.bureau_id = w.bureau_id and q.id = w.request_id
        where w.bureau_id = t.bureau_id and w.trip_id = t.id order by q.starts_at limit 1) as destination
    from fleet.trip t
    join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    where t.bureau_id = kernel.bureau() and t.id = ${tripId}`.execute(ctx.db)
  return rows[0]
}

const about = (trip: Named) => ({
  href: `/fleet/trips/${trip.id}` as const,
  subjectType: 'fleet.trip',
  subjectId: trip.id,
})

const called = (trip: Named) =>
  `${localMinute(trip.starts_at).slice(5)} ${trip.destination ?? ''} ${trip.plate}`

/** The driver hears of a trip, of its changes, and that it is off. */
const tellDriver =
  (zh: string, en: string): EventHandler =>
  async (ctx, event) => {
    const trip = await nameOf(ctx, event.subjectId)
    if (!trip?.driver_person_id || trip.imported) return
    await tell(ctx, tripNotices, 'fleet.own_trip', {
      ...about(trip),
      href: '/fleet/my-trips',
      to: { personIds: [trip.driver_person_id] },
      by: event.actorId,
      title: { zh: `${zh}：${called(trip)}`, en: `${en}: ${called(trip)}` },
      ...(trip.cancel_reason ? { body: { zh: trip.cancel_reason, en: trip.cancel_reason } } : {}),
    })
  }

/** The desk hears of what is not back, and of whom that keeps waiting. */
const tellLate: EventHandler = async (ctx, event) => {
  const trip = await nameOf(ctx, event.subjectId)
  if (!trip) return
  const { clashes } = event.after as { clashes: string[] }
  const list = clashes.join('、')
  await tell(ctx, tripNotices, 'fleet.late_trip', {
    ...about(trip),
    to: { roles: ['dispatcher'] },
    by: null,
    title: { zh: `${trip.plate} ${trip.driver}到时未收车`, en: `${trip.plate} ${trip.driver} is late` },
    body:
      clashes.length > 0
        ? { zh: `影响后面的 ${list}，请改派。`, en: `${list} wait for it; please rearrange.` }
        : { zh: '后面暂无派车受影响。', en: 'No other trip waits for it.' },
  })
}

/** A vehicle that must not leave: another one is needed. */
const tellFailed: EventHandler = async (ctx, event) => {
  const trip = await nameOf(ctx, event.subjectId)
  if (!trip) return
  const { lines } = event.after as { lines: string }
  await tell(ctx, tripNotices, 'fleet.check_failed', {
    ...about(trip),
    to: { roles: ['dispatcher'] },
    by: event.actorId,
    title: {
      zh: `${trip.plate} 出车前检查不合格，请换车`,
      en: `${trip.plate} failed the check before leaving`,
    },
    body: { zh: lines, en: lines },
  })
}

/** The section head hears of a trip that is not in order. */
const tellRed: EventHandler = async (ctx, event) => {
  const { light } = event.after as { light: string }
  const trip = light === 'RED' ? await nameOf(ctx, event.subjectId) : undefined
  if (!trip) return
  await tell(ctx, tripNotices, 'fleet.red_trip', {
    ...about(trip),
    to: { roles: ['manager'] },
    by: null,
    title: { zh: `出车异常：${called(trip)}`, en: `Trip not in order: ${called(trip)}` },
  })
}

export const tellOfTrips: Record<string, EventHandler[]> = {
  'fleet.trip_planned': [tellDriver('新的出车任务', 'A trip for you')],
  'fleet.trip_rearranged': [tellDriver('出车任务有变', 'Your trip has changed')],
  'fleet.trip_cancelled': [tellDriver('出车任务取消', 'Your trip is off')],
  'fleet.trip_late': [tellLate],
  'fleet.trip_check_failed': [tellFailed],
  'fleet.trip_reconciled': [tellRed],
}
