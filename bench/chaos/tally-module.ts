import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { type DeliveredEvent, implement } from '#kernel/server-module.ts'

/** What the writers cause and the tally counts. */
export const talliedEvents = [
  'orders.submitted',
  'orders.accepted',
  'orders.assigned',
  'orders.started',
  'orders.finished',
  'orders.completed',
  'orders.evaluated',
]

const tally = defineModule({
  name: 'tally',
  title: text('计数', 'Tally'),
  dependsOn: [],
  permissions: {},
  actions: {},
  jobs: { tick: { title: text('每分钟一次', 'Once a minute'), cron: '* * * * *' } },
})

/** One row for each time the handler had its effect; the table would take a second one. */
async function countEvent(ctx: Ctx, event: DeliveredEvent): Promise<void> {
  await sql`insert into tally.effect (event_id, type) values (${event.id}, ${event.type})`.execute(ctx.db)
}

async function countTick(ctx: Ctx): Promise<void> {
  await sql`insert into tally.tick (at) values (${ctx.now})`.execute(ctx.db)
}

/** A module beside the real ones that counts how often events and jobs had their effect. */
export const tallyServer = implement(tally, {
  migrations: new URL('./migrations', import.meta.url).pathname,
  actions: {},
  on: Object.fromEntries(talliedEvents.map((type) => [type, [countEvent]])),
  jobs: { tick: countTick },
})
