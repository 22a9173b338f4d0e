import type { Ctx } from '#kernel/context.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { registerNotices } from '../../register-notices.ts'

/** A driver asked: the dispatchers decide. */
const tellAsked: EventHandler = async (ctx, event) => {
  const driver = await driverOf(ctx, event.subjectId)
  if (!driver) return
  await tell(ctx, registerNotices, 'fleet.leave_to_decide', {
    to: { roles: ['dispatcher'] },
    by: event.actorId,
    href: '/fleet/roster',
    subjectType: 'fleet.driver',
    subjectId: driver.id,
    title: { zh: `${driver.name}请假，等您批准`, en: `${driver.name} asks for leave` },
  })
}

/** Decided: the driver hears of it, with the reason where it was refused. */
const tellDecided: EventHandler = async (ctx, event) => {
  const { driverId, state } = event.after as { driverId: string; state: string }
  const driver = await driverOf(ctx, driverId)
  if (!driver?.person_id) return
  const reason = event.reason ? `：${event.reason}` : ''
  await tell(ctx, registerNotices, 'fleet.own_leave', {
    to: { personIds: [driver.person_id] },
    by: event.actorId,
    href: '/fleet/me',
    subjectType: 'fleet.driver',
    subjectId: driver.id,
    title:
      state === 'GRANTED'
        ? { zh: '您的请假已批准', en: 'Your leave is granted' }
        : { zh: `您的请假没有批准${reason}`, en: `Your leave was refused${reason}` },
  })
}

function driverOf(ctx: Ctx, driverId: string | null) {
  return ctx.db
    .selectFrom('fleet.driver')
    .select(['id', 'name', 'person_id'])
    .where('id', '=', driverId)
    .executeTakeFirst()
}

/** Who is told what of leave. */
export const tellOfRegister: Record<string, EventHandler[]> = {
  'fleet.leave_asked': [tellAsked],
  'fleet.leave_granted': [tellDecided],
  'fleet.leave_refused': [tellDecided],
}
