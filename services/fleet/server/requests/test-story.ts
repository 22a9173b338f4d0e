import { approvals } from '#engines/approvals/module.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import type { Role } from '#kernel/contract/roles.ts'
import type { World } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStates } from '../../states.ts'
import { createTrip } from '../dispatch/create-trip.ts'
import { furnishFleet } from '../furnish-fleet.ts'

const { actions } = fleet
type Wanted = InputOf<typeof actions.submitRequest>

/** What tests of requests begin with: a ride on Thursday morning, and a small fleet to take it. */
export function requestStory(world: World) {
  return {
    ride: (more: Partial<Wanted> = {}): Wanted => ({
      purpose: 'MEETING',
      reason: '到市财政局开预算协调会',
      passengers: 2,
      origin: '一号办公楼',
      destination: '市财政局',
      reach: 'CITY',
      way: 'RETURN',
      from: '2026-03-05T09:00:00+08:00',
      to: '2026-03-05T12:00:00+08:00',
      ...more,
    }),
    submit: (role: Role, input: Wanted) => world.as(role).call(actions.submitRequest, input),
    read: (role: Role, requestId: string) => world.as(role).call(actions.readRequest, { requestId }),
    list: async (role: Role, filters: InputOf<typeof actions.listRequests> = {}) =>
      (await world.as(role).call(actions.listRequests, filters)).items,
    /** Gives approved requests the first vehicle and driver. */
    async assign(...requestIds: string[]) {
      const personId = await world.ctx('worker', async (ctx) => ctx.actor.personId)
      return world.ctx('dispatcher', async (ctx) => {
        const { vehicles, drivers } = await furnishFleet(ctx, personId)
        return createTrip(ctx, { vehicleId: vehicles[0]!, driverId: drivers[0]!, requestIds })
      })
    },
    /** The driver leaves and is back: the trip's own part writes more; the request sees this. */
    move: (step: 'depart' | 'finish', requestId: string) =>
      world.ctx('worker', async (ctx) => {
        await ctx.move(requestStates, step, requestId)
      }),
    /** The unit's liaison is moved elsewhere, so that the same role has another unit. */
    async moveLiaisonTo(unitName: string) {
      await world.ctx('system', async (ctx) => {
        const unit = await ctx.db
          .selectFrom('directory.unit')
          .select(['id', 'name'])
          .where('name', '=', unitName)
          .executeTakeFirstOrThrow()
        await ctx.db
          .updateTable('kernel.member')
          .set({ unit_id: unit.id, unit_name: unit.name })
          .where('user_name', '=', 'liaison')
          .execute()
      })
    },
    approval: async (requestId: string) =>
      (await world.as('manager').call(actions.readRequest, { requestId })).approval!,
    async decide(role: Role, requestId: string, answer: 'APPROVE' | 'REFUSE' | 'RETURN' = 'APPROVE') {
      const { id } = await this.approval(requestId)
      return world.as(role).call(approvals.actions.decide, {
        approvalId: id,
        answer,
        ...(answer === 'APPROVE' ? {} : { reason: '请补充会议通知' }),
      })
    },
  }
}
