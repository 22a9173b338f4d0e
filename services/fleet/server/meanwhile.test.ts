import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { between } from '#test/meanwhile.ts'
import { fleet } from '../module.ts'
import { voidSafetyMeeting } from './accounts/safety-meetings.ts'
import { checkDispatch } from './dispatch/check-dispatch.ts'
import { rearrangeTrip } from './dispatch/rearrange-trip.ts'
import { openRound } from './insurance/hold-round.ts'
import { correctOdometer } from './trips/correct-odometer.ts'
import { tripStory } from './trips/trip-story.ts'

const { actions } = fleet

/** Two people's deeds whose order is made certain: one looks, must wait for a lock, and by then the world is another. */
describe('what changes of vehicles between looking and doing', () => {
  const world = useWorld({ committing: true })
  const story = tripStory(world)
  let fleetIds: Awaited<ReturnType<typeof story.furnish>>

  /** A trip of the worker's, checked and ready to leave. */
  async function ready(from: string, to: string) {
    fleetIds ??= await story.furnish()
    const request = await story.request({ from: story.at(from), to: story.at(to) })
    const trip = await story.dispatch(fleetIds.vehicles[0]!, fleetIds.drivers[0]!, [request.id])
    await story.check('worker', trip.id)
    return trip.id
  }

  it('a trip that is given to another driver while the first leaves is not his any more, and is there', async () => {
    const tripId = await ready('14:00', '16:00')
    const left = await between(world, {
      hold: (ctx) => sql`select from fleet.trip where id = ${tripId} for update`.execute(ctx.db),
      deed: () => world.as('worker').post(`/api/fleet/trips/${tripId}/departure`, { km: 12_000 }),
      meanwhile: (ctx) => rearrangeTrip(ctx, { tripId, driverId: fleetIds.drivers[1]!, note: '换人' }),
    })
    expect([left.status, left.body.code]).toEqual([403, 'fleet.trip_not_yours'])
  })

  it('what is corrected while trips are compared in the night is what they are compared by', async () => {
    const tripId = await ready('10:00', '12:00')
    world.clock.set('2026-03-02T10:02:00+08:00')
    await world.as('worker').call(actions.leaveTrip, { tripId, km: 12_000 })
    world.clock.set('2026-03-02T11:30:00+08:00')
    await world.as('worker').call(actions.returnTrip, { tripId, km: 12_041 })
    // Something came since, so that there is something to write.
    await world.ctx('system', (ctx) =>
      sql`update fleet.trip set light = 'GREEN', light_reasons = '[]' where id = ${tripId}`.execute(ctx.db),
    )
    await between(world, {
      hold: (ctx) => sql`select from fleet.trip where id = ${tripId} for update`.execute(ctx.db),
      deed: () => world.runJob('fleet.reconcile-trips'),
      meanwhile: (ctx) => correctOdometer(ctx, { tripId, reading: 'IN', km: 12_400, reason: '抄错' }),
    })
    const { distanceKm, light, reasons } = await story.read('auditor', tripId)
    expect([distanceKm, light]).toEqual([400, 'RED'])
    expect(JSON.stringify(reasons)).toContain('400')
  })

  it('a dispatch is looked at as it is once nobody else is changing the trip', async () => {
    const tripId = await ready('17:00', '18:00')
    const toldBefore = async () => {
      const { dispatchCheck } = await world.as('dispatcher').call(actions.readTrip, { tripId })
      return dispatchCheck!.find(({ line }) => line.clauseCode === 'PC-13')!.executed!.reading!
    }
    await world.deliver()
    const first = await toldBefore()
    await between(world, {
      hold: (ctx) => sql`select from fleet.trip where id = ${tripId} for update`.execute(ctx.db),
      deed: () => world.ctx('system', (ctx) => checkDispatch(ctx, tripId)),
      meanwhile: (ctx) =>
        sql`update fleet.trip set starts_at = starts_at - interval '10 minutes' where id = ${tripId}`.execute(
          ctx.db,
        ),
    })
    expect(await toldBefore()).toBe(first - 10)
  })

  it('[FLEET-14] a quote that still waits when the round is opened comes too late', async () => {
    fleetIds ??= await story.furnish()
    const keeper = world.as('dispatcher')
    const insurerIds: string[] = []
    for (const name of ['平安', '人保', '太保', '国寿'])
      insurerIds.push(
        (await keeper.call(actions.addInsurer, { name, fromDay: '2025-01-01', toDay: '2027-12-31' })).id,
      )
    const { id: roundId } = await keeper.call(actions.inviteInsurers, {
      title: '2026 年车辆保险',
      terms: '交强险、商业险',
      quotesUntil: '2026-03-09T17:00:00+08:00',
      vehicleIds: fleetIds.vehicles,
      insurerIds,
    })
    const { invitations } = await keeper.call(actions.readRound, { roundId })
    const quote = (n: number, amountFen: number) =>
      world.nobody.post(`/api/public/insurance-quotes/${invitations[n]!.link!.split('/').at(-1)}`, {
        amountFen,
        signedBy: '王经理',
      })
    for (const n of [0, 1, 2]) expect((await quote(n, 30_000_00 + n)).status).toBe(200)
    // The opening's moment is after the time for quotes, the late quote's a second before.
    world.clock.set('2026-03-09T17:00:01+08:00')
    const late = await between(world, {
      by: 'manager',
      hold: (ctx) => sql`select from fleet.insurance_round where id = ${roundId} for update`.execute(ctx.db),
      deed() {
        world.clock.set('2026-03-09T16:59:59+08:00')
        return quote(3, 1_00)
      },
      meanwhile: (ctx) => openRound(ctx, { roundId, witness: '何静' }),
    })
    expect([late.status, late.body.code]).toEqual([409, 'fleet.quotes_over'])
  })

  it('nobody signs in at a safety meeting that is being voided', async () => {
    fleetIds ??= await story.furnish()
    const { id: meetingId } = await world.as('dispatcher').call(actions.addSafetyMeeting, {
      heldOn: '2026-03-02',
      topic: '冬季行车安全',
      driverIds: [],
    })
    const signed = await between(world, {
      by: 'manager',
      hold: (ctx) => sql`select from fleet.safety_meeting where id = ${meetingId} for update`.execute(ctx.db),
      deed: () =>
        world.as('dispatcher').post(`/api/fleet/safety-meetings/${meetingId}/signatures`, {
          driverIds: [fleetIds.drivers[1]!],
        }),
      meanwhile: (ctx) => voidSafetyMeeting(ctx, { meetingId, reason: '重复登记' }),
    })
    expect([signed.status, signed.body.code]).toEqual([409, 'fleet.meeting_voided'])
    const { attended } = await world.as('dispatcher').call(actions.readSafetyMeeting, { meetingId })
    expect(attended).toBe(0)
  })
})
