import { sql } from 'kysely'
import type { InputOf } from '#kernel/contract/action.ts'
import type { Role } from '#kernel/contract/roles.ts'
import type { World } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStates } from '../../states.ts'
import { furnishFleet } from '../furnish-fleet.ts'
import { insertRequest, type NewRequest } from '../requests/insert-request.ts'

const { actions } = fleet

/** `on('09:00')` is the tests' usual Monday, `on('03-04 09:00')` another day. */
export function on(words: string): Date {
  const [day, time] = words.includes(' ') ? words.split(' ') : ['03-02', words]
  return new Date(`2026-${day}T${time}:00+08:00`)
}

/** What tests of dispatching do over and over. */
export function dispatchStory(world: World) {
  return {
    furnish: () => world.ctx('system', (ctx) => furnishFleet(ctx, null)),
    /** A request that awaits its vehicle: two people of 财政局 across the district and back. */
    approved: (from: string, to: string, more: Partial<NewRequest> = {}) =>
      world.ctx('system', async (ctx) => {
        const { rows } = await sql<{ unit: string; person: string }>`
          select p.unit_id as unit, p.id as person from directory.person p
          where p.bureau_id = kernel.bureau() and p.staff_no = 'G001'`.execute(ctx.db)
        const { id } = await insertRequest(ctx, {
          unitId: rows[0]!.unit,
          requesterPersonId: rows[0]!.person,
          requesterName: '林小满',
          purpose: 'MEETING',
          reason: '到区政府开会',
          passengers: 2,
          origin: '一号办公楼',
          destination: '区政府',
          reach: 'DISTRICT',
          way: 'RETURN',
          from: on(from),
          to: on(to),
          ...more,
        })
        await ctx.move(requestStates, 'approve', id, { set: { approved_at: ctx.now } })
        return id
      }),
    post: (
      role: Role,
      vehicleId: string,
      driverId: string,
      requestIds: string[],
      more: Partial<InputOf<typeof actions.assignTrip>> = {},
    ) => world.as(role).post('/api/fleet/trips', { vehicleId, driverId, requestIds, ...more }),
    assign: (vehicleId: string, driverId: string, requestIds: string[], note?: string) =>
      world
        .as('dispatcher')
        .call(actions.assignTrip, { vehicleId, driverId, requestIds, ...(note ? { note } : {}) }),
    board: (day = '2026-03-02') => world.as('dispatcher').call(actions.readBoard, { day }),
    trip: (tripId: string) => world.as('dispatcher').call(actions.readBoardTrip, { tripId }),
    /** The state of a request as it is stored. */
    stateOf: (requestId: string) =>
      world.ctx('system', async (ctx) => {
        const row = await ctx.db
          .selectFrom('fleet.request')
          .select(['state', 'displaced_reason'])
          .where('id', '=', requestId)
          .executeTakeFirstOrThrow()
        return row
      }),
    /** What a trip's booking holds now. */
    holds: (tripId: string) =>
      world.ctx('system', async (ctx) => {
        const { rows } = await sql<{ id: string }>`
          select resource_id as id from bookings.hold where bureau_id = kernel.bureau() and booking_id = ${tripId}`.execute(
          ctx.db,
        )
        return rows.map(({ id }) => id).sort()
      }),
  }
}
