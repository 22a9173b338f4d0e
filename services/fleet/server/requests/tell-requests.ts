import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { DeliveredEvent, EventHandler } from '#kernel/server-module.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import { type Addressees, tell } from '#platform/notifications/server/api.ts'
import { requestNotices } from '../../request-notices.ts'
import { type ChangeableField, changeable } from '../../request-words.ts'
import { type Route, routeOf } from '../../route-words.ts'
import { rentalStands } from '../rentals/rental-stands.ts'

interface Named extends Route {
  id: string
  number: string
  state: string
  requester_person_id: string | null
  requester_name: string
  starts_at: string
  emergency: boolean
  imported: boolean
  plate: string | null
  driver_name: string | null
  driver_person_id: string | null
  trip_from: string | null
  /** Whom its vehicle is rented from. */
  supplier: string | null
}

async function nameOf(ctx: Ctx, requestId: string | null): Promise<Named | undefined> {
  if (!requestId) return undefined
  const { rows } = await sql<Named>`
    select q.id, q.number, q.destination, q.origin, q.stops, q.state, q.requester_person_id, q.requester_name, q.starts_at, q.emergency,
      q.imported, coalesce(v.plate, n.plate) as plate, coalesce(d.name, n.driver_name) as driver_name,
      d.person_id as driver_person_id, coalesce(t.starts_at, n.starts_at) as trip_from, s.name as supplier
    from fleet.request q
    left join fleet.trip_request tr on tr.bureau_id = q.bureau_id and tr.request_id = q.id and tr.removed_at is null
    left join fleet.trip t on t.bureau_id = tr.bureau_id and t.id = tr.trip_id
    left join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    left join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    left join fleet.rental n on n.bureau_id = q.bureau_id and n.request_id = q.id and ${rentalStands}
    left join fleet.rental_supplier s on s.bureau_id = n.bureau_id and s.id = n.supplier_id
    where q.bureau_id = kernel.bureau() and q.id = ${requestId}`.execute(ctx.db)
  return rows[0]
}

/** 3月5日 09:00 */
function when(at: string): Text {
  const [day, clock] = localMinute(new Date(at)).split(' ') as [string, string]
  const [, month, date] = day.split('-').map(Number)
  return { zh: `${month}月${date}日 ${clock}`, en: `${day} ${clock}` }
}

const rideZh = (one: Named) => `${when(one.starts_at).zh} 去${one.destination}的用车`
const rideEn = (one: Named) => `the ride to ${one.destination} on ${when(one.starts_at).en}`

interface Words {
  notice: keyof typeof requestNotices
  title: Text
  to: Addressees
  body?: Text
}

/** A handler that tells of one request what its event means, each of those it concerns in words of their own. */
function telling(say: (one: Named, event: DeliveredEvent) => Words | Words[] | null): EventHandler {
  return async (ctx, event) => {
    const one = await nameOf(ctx, event.subjectId)
    if (!one || one.imported) return
    for (const { notice, ...news } of [say(one, event) ?? []].flat())
      await tell(ctx, requestNotices, notice, {
        ...news,
        by: event.actorId,
        href: `/fleet/requests/${one.id}`,
        subjectType: 'fleet.request',
        subjectId: one.id,
      })
  }
}

const requester = (one: Named): Addressees => ({ personIds: [one.requester_person_id] })
const because = (reason: string | null): Text | undefined =>
  reason ? { zh: `原因：${reason}`, en: `Reason: ${reason}` } : undefined
const withBody = (words: Words, body: Text | undefined): Words => (body ? { ...words, body } : words)

/** The desk hears of what waits for a vehicle; of an emergency at once. */
const waiting = telling((one) => ({
  notice: 'fleet.request_waiting',
  to: { roles: ['dispatcher'] },
  title: one.emergency
    ? {
        zh: `应急用车 ${one.number} 等派车：${one.destination}`,
        en: `Emergency ${one.number} waits: ${one.destination}`,
      }
    : { zh: `${one.number} 等派车：${rideZh(one)}`, en: `${one.number} waits for a vehicle: ${rideEn(one)}` },
}))

/** Plate, driver, time and place; the telephone number stands on the page, on the day. */
const assigned = telling((one) =>
  one.plate
    ? {
        notice: 'fleet.vehicle_assigned',
        to: requester(one),
        title: {
          zh: `已派车 ${one.plate}，${one.driver_name}师傅，${when(one.trip_from!).zh} 出发`,
          en: `${one.plate} with ${one.driver_name}, leaving ${when(one.trip_from!).en}`,
        },
        body: { zh: routeOf(one), en: routeOf(one) },
      }
    : null,
)

const rented = telling((one) =>
  one.supplier
    ? {
        notice: 'fleet.vehicle_assigned',
        to: requester(one),
        title: {
          zh: `已安排租赁车 ${one.plate}，司机 ${one.driver_name}师傅，${when(one.trip_from!).zh} 出发`,
          en: `Rented vehicle ${one.plate} with ${one.driver_name}, leaving ${when(one.trip_from!).en}`,
        },
        body: { zh: `${routeOf(one)}（${one.supplier}）`, en: `${routeOf(one)} (${one.supplier})` },
      }
    : null,
)

const unassigned = telling((one, { reason }) =>
  withBody(
    {
      notice: 'fleet.vehicle_assigned',
      to: requester(one),
      title: { zh: `${rideZh(one)}要重新派车`, en: `Another vehicle is looked for: ${rideEn(one)}` },
    },
    because(reason),
  ),
)

/** Whoever takes part in it now hears of what its requester changed. */
const changed = telling((one, event) => ({
  notice: 'fleet.vehicle_assigned',
  to:
    one.driver_person_id !== null
      ? { personIds: [one.driver_person_id] }
      : one.state === 'APPROVED' || one.supplier !== null
        ? { roles: ['dispatcher'] }
        : {},
  title: {
    zh: `${one.requester_name}修改了${rideZh(one)}`,
    en: `${one.requester_name} changed ${rideEn(one)}`,
  },
  ...namingChanged(event),
}))

/** What was changed, by name: the number itself is read on the driver's page. */
function namingChanged({ after }: DeliveredEvent): { body?: Text } {
  const { fields } = (after ?? {}) as { fields?: ChangeableField[] }
  if (!fields) return {}
  const names = fields.map((field) => changeable[field])
  return {
    body: {
      zh: `改了${names.map(({ zh }) => zh).join('、')}`,
      en: `Changed: ${names.map(({ en }) => en).join(', ')}`,
    },
  }
}

const coming = telling((one) => ({
  notice: 'fleet.vehicle_coming',
  to: requester(one),
  title: {
    zh: `车已出发：${one.plate ?? ''} ${one.driver_name ?? ''}师傅，请到${one.origin}上车`,
    en: `On the way: ${one.plate ?? ''} with ${one.driver_name ?? ''}; pick-up at ${one.origin}`,
  },
}))

const pleaseRate = telling((one) => ({
  notice: 'fleet.please_rate',
  to: requester(one),
  title: { zh: `${rideZh(one)}结束了，请评价`, en: `How was ${rideEn(one)}?` },
}))

/** What was rented is called off by telephone. */
function ringSupplier({ after, reason }: DeliveredEvent): Text | undefined {
  const { rental } = (after ?? {}) as { rental?: { plate: string; supplier: string } | string | null }
  if (!rental || typeof rental === 'string') return undefined
  return {
    zh: `租赁车 ${rental.plate} 已取消，请通知${rental.supplier}。原因：${reason ?? ''}`,
    en: `The rented ${rental.plate} is called off; please tell ${rental.supplier}. Reason: ${reason ?? ''}`,
  }
}

/**
 * Who cancelled it is named: the desk and the driver need not wait for who does not come, and whose ride it was hears of it.
 * What the desk has to ring about goes to the desk alone, and last: a dispatcher whose own ride it was is left with that.
 */
const cancelled = telling((one, event) => {
  const ring = ringSupplier(event)
  const words = {
    notice: 'fleet.ride_cancelled',
    title: {
      zh: `${event.actorName}取消了${rideZh(one)}`,
      en: `${event.actorName} cancelled ${rideEn(one)}`,
    },
  } as const
  const theirs: Addressees = { personIds: [one.driver_person_id, one.requester_person_id] }
  const desk: Addressees = { roles: ['dispatcher'] }
  const why = because(event.reason)
  if (!ring) return withBody({ ...words, to: { ...theirs, ...desk } }, why)
  return [withBody({ ...words, to: theirs }, why), { ...words, to: desk, body: ring }]
})

const reminded = telling((one, event) => {
  const { personIds, state } = event.after as { personIds: string[]; state: string }
  return {
    notice: 'fleet.request_reminded',
    to:
      state === 'SUBMITTED'
        ? { personIds }
        : state === 'ASSIGNED'
          ? { personIds: [one.driver_person_id], roles: ['dispatcher'] }
          : { roles: ['dispatcher'] },
    title: {
      zh: `${one.requester_name}催办：${rideZh(one)}`,
      en: `${one.requester_name} reminds: ${rideEn(one)}`,
    },
  }
})

const otherOf = (event: DeliveredEvent) => (event.after as { withRequestId: string }).withRequestId

/** Both sides of a wish to share hear the same; nobody hears what the other's trip is for. */
const pooling =
  (words: (one: Named, reason: string | null) => { desk: boolean; title: Text }): EventHandler =>
  async (ctx, event) => {
    const one = await nameOf(ctx, event.subjectId)
    const other = await nameOf(ctx, otherOf(event))
    if (!one || !other) return
    const { desk, title } = words(one, event.reason)
    for (const side of [one, other]) {
      const roles = desk && side === other ? (['dispatcher'] as const) : []
      await tell(ctx, requestNotices, 'fleet.pooling', {
        to: { ...requester(side), roles: [...roles] },
        by: event.actorId,
        title,
        href: `/fleet/requests/${side.id}`,
        subjectType: 'fleet.request',
        subjectId: side.id,
      })
    }
  }

/** Decisions are told by the approvals engine itself. */
export const tellOfRequests: Record<string, EventHandler[]> = {
  'fleet.request_approved': [waiting],
  'fleet.request_assigned': [assigned],
  'fleet.request_rented': [rented],
  'fleet.request_unassigned': [unassigned],
  'fleet.request_changed': [changed],
  'fleet.request_under_way': [coming],
  'fleet.request_done': [pleaseRate],
  'fleet.request_cancelled': [cancelled],
  'fleet.request_reminded': [reminded],
  'fleet.pool_asked': [
    pooling((one) => ({
      desk: true,
      title: {
        zh: `${one.requester_name}想拼车，${when(one.starts_at).zh} 去${one.destination}，由调度决定`,
        en: `${one.requester_name} asks to share a ride to ${one.destination}; the dispatcher decides`,
      },
    })),
  ],
  'fleet.pool_agreed': [
    pooling((one) => ({
      desk: false,
      title: {
        zh: `调度同意拼车：去${one.destination}`,
        en: `The shared ride to ${one.destination} was agreed`,
      },
    })),
  ],
  'fleet.pool_declined': [
    pooling((one, reason) => ({
      desk: false,
      title: {
        zh: `没有拼成去${one.destination}的车：${reason ?? ''}`,
        en: `No shared ride to ${one.destination}: ${reason ?? ''}`,
      },
    })),
  ],
}
