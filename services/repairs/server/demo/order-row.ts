import { dueAt, readClock } from '#engines/orders/clock.ts'
import { type OrderEvent, readClocks } from '#engines/orders/clock-events.ts'
import type { OrderState } from '#engines/orders/states.ts'
import { skillOf } from '../../words.ts'
import type { DemoBureau } from './demo-bureau.ts'
import type { DemoHop, DemoLife } from './live-order.ts'

const stateAfter: Partial<Record<DemoHop['kind'], OrderState>> = {
  assigned: 'ASSIGNED',
  accepted: 'TAKEN',
  started: 'IN_PROGRESS',
  paused: 'PAUSED',
  resumed: 'IN_PROGRESS',
  finished: 'FINISHED',
  confirmed: 'COMPLETED',
  closed: 'COMPLETED',
}

/** The pledge of an order by its urgency. */
export function pledgeOf({ fault, item }: DemoLife) {
  const urgency = fault.urgent ? 'URGENT' : 'NORMAL'
  return item.version.pledges.find((one) => one.urgency === urgency)!
}

/** The ledger as the pure clocks of the orders engine read it. */
function eventsOf(life: DemoLife): OrderEvent[] {
  const pledge = pledgeOf(life)
  return life.hops.map((hop): OrderEvent => {
    const { at } = hop
    const answer = hop.responds ? { responds: 'human' as const } : {}
    switch (hop.kind) {
      case 'pledged':
        return {
          kind: 'pledged',
          at,
          respondMinutes: pledge.respondMinutes,
          finishMinutes: pledge.finishMinutes,
          roundTheClock: life.fault.urgent,
        }
      case 'paused':
        return { kind: 'paused', at, reason: hop.pauseReason! }
      case 'started':
      case 'resumed':
      case 'confirmed':
      case 'closed':
        return { kind: hop.kind, at, ...answer }
      default: {
        const hands = hop.hands!
        return {
          kind: hop.kind,
          at,
          ...answer,
          holder: hands.personId ?? hands.unitId ?? hands.role,
          role: hands.role,
        }
      }
    }
  })
}

export function stateOf({ hops, fault }: DemoLife): OrderState {
  const last = hops.at(-1)!
  if (last.kind === 'assigned' && last.hands?.role === 'POOL') return 'OFFERED'
  return stateAfter[last.kind] ?? (fault.channel === 'PHONE' ? 'ACCEPTED' : 'SUBMITTED')
}

/** The order's row: what the engine would have written, read from the same ledger by the same clocks. */
export function orderRow(bureau: DemoBureau, life: DemoLife, key: { id: string; number: string; now: Date }) {
  const { fault, item, hops } = life
  const state = stateOf(life)
  const clocks = readClocks(eventsOf(life))!
  const atOf = (...kinds: DemoHop['kind'][]) => hops.find(({ kind }) => kinds.includes(kind))?.at ?? null
  const finished = hops.find(({ kind }) => kind === 'finished')
  const answered = hops.find(({ responds }) => responds)?.at ?? null
  const ended = state === 'COMPLETED'
  const receipt = hops.findLast(({ hands }) => hands)!
  const assigned = hops.find(({ kind }) => kind === 'assigned')
  const contact = fault.channel === 'PHONE' ? fault.at : (assigned?.at ?? null)
  const requester = fault.requester
  const { calendar } = bureau
  const respond = answered ? readClock(clocks.respond, calendar, key.now) : null
  const finish = finished ? readClock(clocks.finish, calendar, key.now) : null
  return {
    id: key.id,
    number: key.number,
    line: 'repairs',
    kind: fault.kind,
    skill: skillOf(fault.kind),
    item_version_id: item.version.id,
    calendar: 'work',
    title: fault.words.slice(0, 60),
    description: fault.words,
    urgency: fault.urgent ? 'URGENT' : 'NORMAL',
    channel: fault.channel,
    restricted: requester?.keyPerson ?? false,
    requester_person_id: requester?.id ?? null,
    requester_name: requester?.name ?? '扫码报修人',
    requester_phone: requester?.mobile ?? null,
    client_unit_id: requester?.unitId ?? bureau.deskUnitId,
    managing_unit_id: bureau.deskUnitId,
    provider_unit_id: bureau.deskUnitId,
    site_id: fault.room.siteId,
    room_id: fault.room.id,
    first_contact_owner_id: contact ? life.owner.id : null,
    first_contact_at: contact,
    holder_role: ended ? 'NOBODY' : receipt.hands!.role,
    holder_person_id: ended ? null : receipt.hands!.personId,
    holder_unit_id: ended ? null : receipt.hands!.unitId,
    held_since: ended ? hops.at(-1)!.at : receipt.at,
    worker_person_id: assigned && state !== 'OFFERED' ? life.worker.id : null,
    dispatcher_person_id: assigned ? life.owner.id : null,
    state,
    pause_reason: state === 'PAUSED' ? hops.at(-1)!.pauseReason! : null,
    created_at: fault.at,
    started_at: atOf('started'),
    responded_at: answered,
    finished_at: finished?.at ?? null,
    confirmed_at: atOf('confirmed'),
    completed_at: ended ? hops.at(-1)!.at : null,
    respond_due_at: dueAt(clocks.respond, calendar),
    finish_due_at: dueAt(clocks.finish, calendar),
    respond_on_time: respond && respond.state === 'met',
    on_time: finish && finish.state === 'met',
    respond_minutes: respond?.usedMinutes ?? null,
    work_minutes: finish?.usedMinutes ?? null,
    closing_result: finished ? 'RESOLVED' : null,
    closing_note: finished?.note ?? '',
    steps_seen_until: key.now,
    search_words: searchOf(life, key.number),
  }
}

function searchOf({ fault }: DemoLife, number: string): string {
  const words = [
    number,
    fault.words,
    fault.requester?.name ?? '扫码报修人',
    fault.room.siteName,
    fault.room.name,
  ]
  return words.join(' ').toLowerCase()
}

/** The ledger's rows of an order. */
export function hopRows(life: DemoLife, orderId: string) {
  const pledge = pledgeOf(life)
  return life.hops.map((hop) => ({
    order_id: orderId,
    at: hop.at,
    kind: hop.kind,
    responds: hop.responds ? 'human' : null,
    holder_role: hop.hands?.role ?? null,
    holder_person_id: hop.hands?.personId ?? null,
    holder_unit_id: hop.hands?.unitId ?? null,
    respond_minutes: hop.kind === 'pledged' ? pledge.respondMinutes : null,
    finish_minutes: hop.kind === 'pledged' ? pledge.finishMinutes : null,
    round_the_clock: hop.kind === 'pledged' ? life.fault.urgent : null,
    pause_reason: hop.pauseReason ?? null,
    note: hop.note ?? '',
    by_person_id: hop.by.id,
    by_name: hop.by.name,
  }))
}
