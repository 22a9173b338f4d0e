import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Ctx } from '#kernel/context.ts'
import { notifications } from '#platform/notifications/module.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStates, tripStates } from '../../states.ts'
import { createTrip } from '../dispatch/create-trip.ts'
import { furnishFleet } from '../furnish-fleet.ts'
import { insertRequest } from '../requests/insert-request.ts'
import { fitnessOf } from './fitness.ts'

const { actions } = fleet

describe('drivers', () => {
  const world = useWorld()
  const dispatcher = () => world.as('dispatcher')
  const worker = () => world.as('worker')
  const at = (words: string) => `2026-${words}:00+08:00`
  const furnish = () =>
    world
      .ctx('worker', async ({ actor }) => actor.personId)
      .then((personId) => world.ctx('system', (ctx) => furnishFleet(ctx, personId)))
  /** A trip from `from` to `to`, held by vehicle and driver. */
  const plan = (vehicleId: string, driverId: string, from: string, to: string) =>
    world.ctx('manager', async (ctx: Ctx) => {
      const unit = await ctx.db.selectFrom('directory.unit').select('id').executeTakeFirstOrThrow()
      const { id } = await insertRequest(ctx, {
        unitId: unit.id,
        requesterPersonId: null,
        requesterName: '林小满',
        purpose: 'MEETING',
        reason: '开会',
        passengers: 2,
        origin: '一号办公楼',
        destination: '市行政中心',
        reach: 'CITY',
        way: 'RETURN',
        from: new Date(at(from)),
        to: new Date(at(to)),
      })
      await ctx.move(requestStates, 'approve', id, { set: { approved_at: ctx.now } })
      return createTrip(ctx, { vehicleId, driverId, requestIds: [id] })
    })
  const fitness = (vehicleIds: string[], driverIds: string[], from: string, to: string) =>
    world.ctx('dispatcher', async (ctx) => {
      const found = await fitnessOf(ctx, {
        vehicleIds,
        driverIds,
        from: new Date(at(from)),
        to: new Date(at(to)),
      })
      return [...found].flatMap(([id, reasons]) =>
        reasons.map(({ code, severity }) => [driverIds.indexOf(id), code, severity]),
      )
    })

  it('[FLEET-05] the class and the expiry of the licence decide what may be driven', async () => {
    const { vehicles, drivers } = await furnish()
    const [bus, c1] = [vehicles[3]!, drivers[2]!]
    expect(await fitness([bus], drivers, '03-03T09:00', '03-03T11:00')).toEqual([
      [2, 'LICENCE_CLASS', 'BLOCK'],
      [3, 'LICENCE_CLASS', 'BLOCK'],
    ])
    await dispatcher().call(actions.changeDriver, { driverId: c1, licenceUntil: '2026-03-02' })
    expect(await fitness([vehicles[0]!], [c1], '03-02T09:00', '03-02T23:00')).toEqual([])
    expect(await fitness([vehicles[0]!], [c1], '03-02T23:00', '03-03T01:00')).toEqual([
      [0, 'LICENCE_EXPIRED', 'BLOCK'],
    ])
    const { items } = await dispatcher().call(actions.listDue, { kind: ['DRIVER_LICENCE'] })
    expect(items.map(({ name, due }) => [name, due])).toEqual([['汪梅', '2026-03-02']])
    await dispatcher().call(actions.releaseDriver, { driverId: c1, leftOn: '2026-03-01', reason: '退休' })
    expect((await fitness([], [c1], '03-02T09:00', '03-02T10:00')).map(([, code]) => code)).toEqual(['LEFT'])
    await dispatcher().call(actions.takeDriverBack, { driverId: c1 })
    expect(await fitness([], [c1], '03-02T09:00', '03-02T10:00')).toEqual([])
  })

  it('[FLEET-06] leave granted takes the driver out of dispatch and names the trips it touches; withdrawn, he is back', async () => {
    const { vehicles, drivers } = await furnish()
    const driverId = drivers[0]!
    const { number } = await plan(vehicles[0]!, driverId, '03-05T09:00', '03-05T11:00')
    const leave = { kind: 'SICK', from: at('03-05T08:00'), to: at('03-07T00:00'), reason: '看病' } as const
    const { id: absenceId } = await worker().call(actions.askForLeave, leave)
    expect((await worker().post('/api/fleet/absences', leave)).body.code).toBe('fleet.away_already')
    expect((await worker().post(`/api/fleet/absences/${absenceId}/grant`, {})).status).toBe(403)
    expect(await fitness([], [driverId], '03-06T09:00', '03-06T10:00')).toEqual([])
    const granted = await dispatcher().call(actions.grantLeave, { absenceId })
    expect(granted.trips.map((trip) => trip.number)).toEqual([number])
    expect(await fitness([], [driverId], '03-06T09:00', '03-06T10:00')).toEqual([[0, 'ON_LEAVE', 'BLOCK']])
    await expect(plan(vehicles[1]!, driverId, '03-06T09:00', '03-06T10:00')).rejects.toMatchObject({
      status: 409,
    })
    const duty = { driverId, day: '2026-03-06', shift: 'NIGHT' }
    expect((await dispatcher().put('/api/fleet/roster', { duties: [duty] })).body.code).toBe(
      'fleet.duty_on_leave',
    )
    expect((await dispatcher().call(actions.readDriver, { driverId })).absences[0]).toMatchObject({
      state: 'GRANTED',
      decidedBy: '周明',
    })
    await worker().call(actions.withdrawLeave, { absenceId })
    await plan(vehicles[1]!, driverId, '03-06T09:00', '03-06T10:00')
    const refused = await worker().call(actions.askForLeave, {
      ...leave,
      from: at('03-09T08:00'),
      to: at('03-10T00:00'),
    })
    await dispatcher().call(actions.refuseLeave, { absenceId: refused.id, reason: '当天有接待' })
    await world.deliver()
    const news = async (role: 'worker' | 'dispatcher') =>
      (await world.as(role).call(notifications.actions.listNotifications, {})).items.map(
        ({ title }) => title.zh,
      )
    expect(await news('worker')).toContain('您的请假没有批准：当天有接待')
    expect(await news('dispatcher')).toContain('蒋康请假，等您批准')
    const { driver } = await worker().call(actions.readOwnDriver, {})
    expect(driver!.absences.map(({ state, decisionReason }) => [state, decisionReason])).toEqual([
      ['REFUSED', '当天有接待'],
      ['WITHDRAWN', null],
    ])
  })

  it('[FLEET-06] the roster is set together or not at all; rest is a warning to the dispatcher', async () => {
    const { drivers } = await furnish()
    const duties = [
      { driverId: drivers[0]!, day: '2026-03-07', shift: 'HOLIDAY' },
      { driverId: drivers[1]!, day: '2026-03-07', shift: 'OFF' },
    ]
    const stray = { driverId: world.bureauId, day: '2026-03-07', shift: 'DAY' }
    expect((await dispatcher().put('/api/fleet/roster', { duties: [...duties, stray] })).status).toBe(422)
    expect((await dispatcher().put('/api/fleet/roster', { duties })).status).toBe(200)
    const roster = await dispatcher().call(actions.readRoster, { month: '2026-03' })
    expect(roster.drivers.map((driver) => driver.duties)).toEqual([
      [{ day: '2026-03-07', shift: 'HOLIDAY' }],
      [{ day: '2026-03-07', shift: 'OFF' }],
      [],
      [],
    ])
    expect(roster.days.filter(({ working }) => !working).map(({ day }) => day)).toContain('2026-03-07')
    expect(await fitness([], drivers, '03-07T09:00', '03-07T10:00')).toEqual([[1, 'OFF_DUTY', 'WARN']])
    expect((await worker().put('/api/fleet/roster', { duties })).status).toBe(403)
    expect((await worker().call(actions.readRoster, { month: '2026-03' })).drivers).toHaveLength(1)
  })

  it('[FLEET-07] [FLEET-09] finds who drove from the trip, and judges the month by facts that open to their rows', async () => {
    const { vehicles, drivers } = await furnish()
    const [vehicleId, driverId] = [vehicles[0]!, drivers[0]!]
    const trip = await plan(vehicleId, driverId, '03-02T09:30', '03-02T11:30')
    world.clock.set('2026-03-02T09:45:00+08:00')
    await world.ctx('manager', async (ctx) => {
      await ctx.move(tripStates, 'leave', trip.id, { set: { left_at: ctx.now, odometer_out_km: 12_000 } })
    })
    world.clock.set('2026-03-02T11:45:00+08:00')
    await world.ctx('manager', async (ctx) => {
      await ctx.move(tripStates, 'comeBack', trip.id, {
        set: { returned_at: ctx.now, odometer_in_km: 12_060 },
      })
    })
    world.clock.set('2026-03-20T09:00:00+08:00')
    const notice = {
      vehicleId,
      noticeNo: 'WZ1',
      at: at('03-02T10:20'),
      place: '滨河路',
      what: '超速',
      points: 3,
    }
    const found = await dispatcher().call(actions.recordViolation, notice)
    expect(found).toMatchObject({ foundBy: 'TRIP', driverName: '蒋康' })
    expect((await dispatcher().post('/api/fleet/violations', notice)).body.code).toBe('fleet.notice_taken')
    const unknown = await dispatcher().call(actions.recordViolation, {
      ...notice,
      noticeNo: 'WZ2',
      at: at('03-03T10:20'),
    })
    expect(unknown.foundBy).toBe('NONE')
    await dispatcher().call(actions.nameDriver, {
      violationId: unknown.id,
      driverId: drivers[1]!,
      reason: '本人承认',
    })
    const accident = {
      vehicleId,
      at: at('03-02T11:00'),
      place: '路口',
      what: '追尾',
      injured: 1,
      blame: 'FULL',
    } as const
    expect(await dispatcher().call(actions.recordAccident, accident)).toMatchObject({ foundBy: 'TRIP' })
    const figure = (id: string) =>
      world
        .as('director')
        .get(`/api/metrics/${id}?from=2026-03-01&to=2026-03-31`)
        .then(({ body }) => body.value)
    expect(await figure('trips.injury-accidents.count')).toBe(1)
    expect(await figure('vehicles.violations.count')).toBe(2)
    await world.ctx('system', ({ db }) =>
      sql`insert into fleet.rating (request_id, overall, at, by_name)
        select request_id, 4, '2026-03-02T13:00+08', '林小满' from fleet.trip_request`.execute(db),
    )
    const month = { driverId, month: '2026-03' }
    const facts = async () => {
      const answer = await world.as('auditor').call(actions.readAssessment, month)
      return [
        answer.score,
        ...answer.facts.map(({ key, value, points, rows }) => [key, value, points, rows.length]),
      ]
    }
    // Left a quarter of an hour late, four stars, one violation, one accident to blame for.
    expect(await facts()).toEqual([
      62,
      ['trips', 1, null, 1],
      ['punctuality', 0, 0, 1],
      ['hours', 2, null, 1],
      ['fuel', null, null, 0],
      ['ratings', 4, 80, 1],
      ['violations', 1, 80, 1],
      ['accidents', 1, 50, 1],
      ['complaints', 0, 100, 0],
    ])
    const settle = () =>
      world.as('manager').post(`/api/fleet/drivers/${driverId}/assessments/2026-03/settlement`, {})
    expect((await settle()).body.code).toBe('fleet.month_not_over')
    world.clock.set('2026-04-01T09:00:00+08:00')
    expect((await settle()).status).toBe(200)
    expect((await settle()).body.code).toBe('fleet.settled_month')
    await dispatcher().call(actions.voidViolation, { violationId: found.id, reason: '交警撤销' })
    const later = await world.as('manager').call(actions.readAssessment, month)
    expect(later.settled).toMatchObject({ by: '吴建国', score: 62, differs: true })
    expect(later.score).toBe(66)
  })

  it('a driver sees himself and nobody else; another bureau sees nobody', async () => {
    const { drivers } = await furnish()
    const { items } = await worker().call(actions.listDrivers, {})
    expect(items.map(({ name }) => name)).toEqual(['蒋康'])
    expect((await worker().get(`/api/fleet/drivers/${drivers[1]}`)).status).toBe(404)
    expect((await worker().call(actions.readDriver, { driverId: drivers[0]! })).history).toBeNull()
    expect(
      (
        await worker().post('/api/fleet/absences', {
          driverId: drivers[1],
          kind: 'SICK',
          from: at('03-05T08:00'),
          to: at('03-07T00:00'),
        })
      ).status,
    ).toBe(404)
    expect((await world.as('auditor').call(actions.listDrivers, {})).items).toHaveLength(4)
    expect((await world.other.as('dispatcher').get(`/api/fleet/drivers/${drivers[0]}`)).status).toBe(404)
    expect((await world.other.as('dispatcher').call(actions.listDrivers, {})).items).toEqual([])
  })
})
