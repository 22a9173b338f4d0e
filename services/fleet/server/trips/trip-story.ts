import { Transformer } from '@napi-rs/image'
import { sql } from 'kysely'
import type { Role } from '#kernel/contract/roles.ts'
import { kernel } from '#kernel/module.ts'
import type { World } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStates } from '../../states.ts'
import { createTrip } from '../dispatch/create-trip.ts'
import { furnishFleet } from '../furnish-fleet.ts'
import { insertRequest, type NewRequest } from '../requests/insert-request.ts'

const { actions } = fleet

type WantedRequest = Partial<NewRequest> & { approvedAt?: Date | null }

/** What tests of trips begin with: a small fleet, the worker as its first driver, an approved request, a trip. */
export function tripStory(world: World) {
  const personOf = (role: Role) => world.ctx(role, async ({ actor }) => actor.personId!)
  const at = (time: string) => new Date(`2026-03-02T${time}:00+08:00`)
  return {
    at,
    async furnish() {
      const workerId = await personOf('worker')
      return world.ctx('system', (ctx) => furnishFleet(ctx, workerId))
    },
    async request(more: WantedRequest = {}) {
      const personId = await personOf('staff')
      const { approvedAt = at('08:00'), ...fields } = more
      return world.ctx('system', async (ctx) => {
        const { rows } = await sql<{
          id: string
        }>`select id from directory.unit where name = '财政局'`.execute(ctx.db)
        const { id, number } = await insertRequest(ctx, {
          unitId: rows[0]!.id,
          requesterPersonId: personId,
          requesterName: '林小满',
          contactPhone: '13900000001',
          purpose: 'MEETING',
          reason: '参加预算评审会',
          passengers: 3,
          origin: '一号办公楼',
          destination: '市行政中心',
          reach: 'CITY',
          distanceKm: 20,
          way: 'RETURN',
          from: at('10:00'),
          to: at('12:00'),
          ...fields,
        })
        await ctx.move(requestStates, 'approve', id, { set: { approved_at: approvedAt } })
        return { id, number }
      })
    },
    dispatch: (vehicleId: string, driverId: string, requestIds: string[]) =>
      world.ctx('dispatcher', (ctx) =>
        createTrip(ctx, { vehicleId, driverId, requestIds, note: '按调度安排' }),
      ),
    read: (role: Role, tripId: string) => world.as(role).call(actions.readTrip, { tripId }),
    async photo(role: Role) {
      const side = 8
      const bytes = await Transformer.fromRgbaPixels(
        new Uint8Array(side * side * 4).fill(160),
        side,
        side,
      ).png()
      return (await world.as(role).call(kernel.actions.storeFile, {}, { file: { name: 'a.png', bytes } })).id
    },
    /** Answers every line of the check; `failing` lines of it are not met. */
    async check(role: Role, tripId: string, failing = 0) {
      const { check } = await this.read(role, tripId)
      return world.as(role).call(actions.recordTripCheck, {
        tripId,
        answers: check.lines.map(({ line }, n) => ({
          lineId: line.id,
          result: n < failing ? ('NOT_OK' as const) : ('OK' as const),
        })),
      })
    },
    /** A request, its trip with the first vehicle and driver, checked. */
    async ready(more: WantedRequest = {}) {
      const fleetIds = await this.furnish()
      const request = await this.request(more)
      const trip = await this.dispatch(fleetIds.vehicles[0]!, fleetIds.drivers[0]!, [request.id])
      await this.check('worker', trip.id)
      return { ...fleetIds, request, trip }
    },
  }
}
