import { sql } from 'kysely'
import type { EventHandler } from '#kernel/server-module.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { fleetNotices } from '../../notices.ts'

/** Whoever had to give way to an emergency hears why, and what happens now. */
const tellRequester: EventHandler = async (ctx, event) => {
  const { rows } = await sql<{ number: string; personId: string | null; reason: string }>`
    select number, requester_person_id as "personId", reason from fleet.request
    where bureau_id = kernel.bureau() and id = ${event.subjectId}`.execute(ctx.db)
  const [request] = rows
  if (!request?.personId) return
  const { offered } = event.after as { offered: { plate: string; driver: string } | null }
  const why = event.reason ?? ''
  await tell(ctx, fleetNotices, 'fleet.displaced', {
    to: { personIds: [request.personId] },
    by: event.actorId,
    title: {
      zh: `您的用车“${request.reason}”要为应急任务让车`,
      en: `Your vehicle for “${request.reason}” goes to an emergency`,
    },
    body: offered
      ? {
          zh: `原因：${why}。正在改派，拟派 ${offered.plate}（${offered.driver}）`,
          en: `${why}. Another is being found: ${offered.plate} (${offered.driver})`,
        }
      : { zh: `原因：${why}。已排在待派最前`, en: `${why}. It stands first in the queue` },
    href: `/fleet/requests/${event.subjectId}`,
    subjectType: 'fleet.request',
    subjectId: event.subjectId,
  })
}

export const tellDisplaced: Record<string, EventHandler[]> = {
  'fleet.request_displaced': [tellRequester],
}
