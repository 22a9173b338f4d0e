import { sql } from 'kysely'
import { atMoment } from '#kernel/bureau/at-moment.ts'
import type { Ctx } from '#kernel/context.ts'
import { sealSecret } from '#kernel/identity/seal-secret.ts'
import { emitEndpoint } from './endpoints.ts'
import { recordAttempt } from './record-attempt.ts'
import type { Claimed } from './send-webhooks.ts'
import { newSecret } from './sign-message.ts'

const dayMs = 86_400_000
/** What it wants to hear of, and how much of that it heard before the other side said that it was gone. */
const types = ['orders.finished', 'orders.completed']
const heard = 12
/** A name that leads nowhere, by RFC 2606. */
const address = 'https://oa.qinglan.example/houqin/events'

/**
 * The demo bureau's one webhook: its receiver was taken out of service three days ago, so it is paused, nothing is
 * sent, and what happened since waits.
 */
export async function pauseDemoWebhook(ctx: Ctx): Promise<void> {
  const before = (days: number) => new Date(ctx.now.getTime() - days * dayMs)
  const id = await atMoment(ctx, before(40), async (then) => {
    const name = '区办公平台（旧）'
    const made = await then.db
      .insertInto('webhooks.endpoint')
      .values({ name, address, types, secret_sealed: sealSecret(newSecret()) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await emitEndpoint(then, 'created', made.id, { name, address, types })
    return made.id
  })
  const told = await sql<{ at: string; event_id: string }>`
    select * from (select e.at, e.id as event_id from kernel.event e
      where e.bureau_id = kernel.bureau() and e.type = any (${types}) and e.at < ${before(3)}
      order by e.at desc limit ${heard + 1}) as latest
    order by at, event_id`.execute(ctx.db)
  for (const [place, event] of told.rows.entries()) await tryOne(ctx, id, event, place)
  await sql`
    insert into webhooks.delivery (endpoint_id, event_id, created_at, due_at)
    select ${id}::uuid, e.id, e.at, e.at from kernel.event e
    where e.bureau_id = kernel.bureau() and e.type = any (${types}) and e.at >= ${before(3)}`.execute(ctx.db)
}

/** One event's try, a moment after it happened: taken, until the last one. */
async function tryOne(ctx: Ctx, id: string, event: { at: string; event_id: string }, place: number) {
  const good = place < heard
  await atMoment(ctx, new Date(Date.parse(event.at) + 2000), async (then) => {
    const planned = { endpoint_id: id, event_id: event.event_id, attempts: 1, due_at: event.at }
    const delivery = await then.db
      .insertInto('webhooks.delivery')
      .values(planned)
      .returning(['id', 'created_at', 'attempts'])
      .executeTakeFirstOrThrow()
    const claimed: Claimed = {
      ...planned,
      ...delivery,
      ...{ at: event.at, type: '', subject_type: '', subject_id: null },
    }
    const tookMs = 60 + ((place * 37) % 90)
    await recordAttempt(
      then,
      claimed,
      good ? { good, status: 204, answer: '', tookMs } : { good, status: 410, answer: '接口已停用', tookMs },
    )
  })
}
