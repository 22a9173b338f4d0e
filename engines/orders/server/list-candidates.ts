import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { mask } from '#kernel/contract/sensitive.ts'
import type { orders } from '../module.ts'
import type { Candidate } from '../schema.ts'
import { type OrderRecord, readOrderRecord } from './order-record.ts'
import { loadOf, presentAt } from './set-duty.ts'

type Actions = typeof orders.actions

/** Whoever has a duty record and is still with us, as seen from one order. */
export async function candidatesFor(ctx: Ctx, order: OrderRecord): Promise<Candidate[]> {
  const rows = await ctx.db
    .selectFrom('orders.worker as w')
    .innerJoin('directory.person as p', (join) =>
      join.onRef('p.bureau_id', '=', 'w.bureau_id').onRef('p.id', '=', 'w.person_id'),
    )
    .innerJoin('directory.unit as u', (join) =>
      join.onRef('u.bureau_id', '=', 'p.bureau_id').onRef('u.id', '=', 'p.unit_id'),
    )
    .leftJoin('directory.site as s', (join) =>
      join.onRef('s.bureau_id', '=', 'w.bureau_id').onRef('s.id', '=', 'w.site_id'),
    )
    .select([
      'w.person_id',
      'w.max_load',
      'w.on_duty_until',
      'w.site_id',
      's.campus_id',
      'p.name',
      'p.mobile',
      'p.skills',
      'u.name as unit_name',
      presentAt(ctx, 'w').as('present'),
      loadOf('w.person_id').as('load'),
      sql<string | null>`(select max(t.at) from orders.turn t where t.bureau_id = w.bureau_id
        and t.person_id = w.person_id and t.given_back_at is null)`.as('last_turn_at'),
      sql<boolean>`exists (select from orders.hop h where h.bureau_id = w.bureau_id and h.order_id = ${order.id}
        and h.kind = 'returned' and h.by_person_id = w.person_id)`.as('refused'),
      sql<string | null>`(select campus_id from directory.site where bureau_id = w.bureau_id
        and id = ${order.site_id})`.as('order_campus_id'),
    ])
    .where((row) =>
      row.or([
        row('p.left_on', 'is', null),
        row('p.left_on', '>', sql<string>`kernel.local_day(${ctx.now}::timestamptz)`),
      ]),
    )
    .execute()
  const candidates = rows.map((row): Candidate => {
    const sameCampus = row.campus_id !== null && row.campus_id === row.order_campus_id
    return {
      personId: row.person_id,
      name: row.name,
      unitName: row.unit_name,
      mobile: mask(row.mobile),
      skills: row.skills,
      skilled: isSkilled(order, row.skills),
      onDuty: row.present,
      onDutyUntil: row.on_duty_until,
      load: row.load,
      maxLoad: row.max_load,
      full: row.load >= row.max_load,
      near: row.site_id === order.site_id ? 'site' : sameCampus ? 'campus' : 'elsewhere',
      lastTurnAt: row.last_turn_at === null ? null : new Date(row.last_turn_at).toISOString(),
      refused: row.refused,
      next: false,
    }
  })
  candidates.sort(inTurn)
  const next = candidates.find(
    (one) => isCapable(one) && one.personId !== order.holder_person_id && !one.refused,
  )
  if (next) next.next = true
  return candidates
}

/** Knows the work: the very skill, or the whole line. Without a skill named, everybody does. */
function isSkilled(order: OrderRecord, skills: readonly string[]): boolean {
  return order.skill === null || skills.includes(order.skill) || skills.includes(order.line)
}

/** There, able, and with room for one more. */
export function isCapable(one: Candidate): boolean {
  return one.onDuty && one.skilled && !one.full
}

const distance = { site: 0, campus: 1, elsewhere: 2 } as const

/** 轮询: the capable first, the least laden of them, then whose last turn lies furthest back, then who is near. */
function inTurn(a: Candidate, b: Candidate): number {
  return (
    Number(isCapable(b)) - Number(isCapable(a)) ||
    Number(a.refused) - Number(b.refused) ||
    a.load - b.load ||
    (a.lastTurnAt ?? '').localeCompare(b.lastTurnAt ?? '') ||
    distance[a.near] - distance[b.near] ||
    a.personId.localeCompare(b.personId)
  )
}

export async function listCandidates(
  ctx: Ctx,
  input: InputOf<Actions['listCandidates']>,
): Promise<OutputOf<Actions['listCandidates']>> {
  return { items: await candidatesFor(ctx, await readOrderRecord(ctx, input.orderId)) }
}
