import { sql } from 'kysely'
import { atMoment } from '#kernel/bureau/at-moment.ts'
import type { Ctx } from '#kernel/context.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { onOrder } from './order-news.ts'
import { saySubmitted, tellComplaint, tellComplaintAnswered } from './tell-desk.ts'
import { sayTakenOn, tellFinished, tellPaused } from './tell-requester.ts'
import { sayAssigned, tellOffered } from './tell-workers.ts'

/** A step of the made-up past that was news, in the words in which it is told today. */
const newsOf: Readonly<Record<string, EventHandler>> = {
  received: onOrder((order, _event, say) => saySubmitted(order, say)),
  assigned: onOrder(async (order, _event, say) => {
    await sayAssigned(order, say)
    await sayTakenOn(order, say)
  }),
  offered: tellOffered,
  paused: tellPaused,
  finished: tellFinished,
  'orders.complaint_registered': tellComplaint,
  'orders.complaint_answered': tellComplaintAnswered,
}

interface Step {
  id: string
  at: string
  kind: string
  subject_id: string
  actor_id: string | null
  actor_name: string
}

/**
 * Tells of the orders and complaints of a demo bureau, from `since` on, what was news to somebody with an account, each
 * at its own moment: the ledger was written at once, and nobody listened.
 */
export async function tellDemoNews(ctx: Ctx, since: Date): Promise<void> {
  const { rows } = await sql<Step>`
    with account as (select person_id, user_id, roles, unit_id from kernel.member
      where bureau_id = kernel.bureau() and person_id is not null),
    step as (
      select h.id, h.at, h.order_id as subject_id, h.by_name as actor_name, h.by_person_id,
        case when h.kind = 'assigned' and h.holder_role = 'POOL' then 'offered' else h.kind end as kind,
        array[o.requester_person_id, o.worker_person_id] as concerned, o.client_unit_id
      from orders.hop h
      join orders.service_order o on o.bureau_id = h.bureau_id and o.id = h.order_id
      -- A pause is told by what the order says of it now.
      where h.bureau_id = kernel.bureau() and h.at >= ${since} and (h.kind in ('received', 'assigned', 'finished')
        or h.kind = 'paused' and o.state = 'PAUSED'))
    select s.id, s.at, s.kind, s.subject_id, a.user_id as actor_id, s.actor_name
    from step s left join account a on a.person_id = s.by_person_id
    where s.kind in ('received', 'offered')
      or exists (select from account c where c.person_id = any (s.concerned)
        or (s.kind = 'finished' and c.unit_id = s.client_unit_id and 'liaison' = any (c.roles)))
    union all
    select e.id, e.at, e.type, e.subject_id, e.actor_id, e.actor_name from kernel.event e
    where e.bureau_id = kernel.bureau() and e.at >= ${since}
      and e.type in ('orders.complaint_registered', 'orders.complaint_answered')
    order by 2, 1`.execute(ctx.db)
  for (const { id, at, kind, subject_id, actor_id, actor_name } of rows)
    await atMoment(ctx, new Date(at), (then) =>
      newsOf[kind]!(then, {
        id,
        at,
        type: kind,
        actorId: actor_id,
        actorName: actor_name,
        subjectType: '',
        subjectId: subject_id,
        before: null,
        after: null,
        reason: null,
      }),
    )
}
