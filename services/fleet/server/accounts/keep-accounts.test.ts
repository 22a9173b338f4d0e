import { describe, expect, it } from 'vitest'
import { kernel } from '#kernel/module.ts'
import { callerWith } from '#test/caller.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { furnishFleet } from '../furnish-fleet.ts'

const { actions } = fleet
const nobody = '01890000-0000-7000-8000-000000000000'

describe('accounts, lists and positions of a small fleet', () => {
  const world = useWorld()

  /** Two trips in January: one with a request that names its requester, one for documents; 40 km and 18 km. */
  async function january() {
    return world.ctx('system', async (ctx) => {
      const worker = await ctx.db
        .selectFrom('directory.person')
        .select(['id', 'unit_id'])
        .where('staff_no', '=', 'G003')
        .executeTakeFirstOrThrow()
      const unit = await ctx.db
        .selectFrom('directory.unit')
        .select('id')
        .where('code', '=', 'U001')
        .executeTakeFirstOrThrow()
      const { vehicles, drivers } = await furnishFleet(ctx, worker.id)
      const make = async (place: number, purpose: 'MEETING' | 'DOCUMENTS', reason: string, km: number) => {
        const from = new Date(`2026-01-0${place + 5}T09:00:00+08:00`)
        const to = new Date(from.getTime() + 2 * 3_600_000)
        const booking = await ctx.db
          .insertInto('bookings.booking')
          .values({
            line: 'fleet',
            title: reason,
            state: 'ENDED',
            unit_id: unit.id,
            organiser_name: '林小满',
            starts_at: from,
            ends_at: to,
            ended_at: to,
            closed_at: to,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        await ctx.db
          .insertInto('fleet.trip')
          .values({
            id: booking.id,
            number: `PC-2026010${place}-0001`,
            vehicle_id: vehicles[0]!,
            driver_id: drivers[0]!,
            state: 'COMPLETED',
            starts_at: from,
            ends_at: to,
            left_at: from,
            returned_at: to,
            odometer_out_km: 12_000 + place * 100,
            odometer_in_km: 12_000 + place * 100 + km,
            light: 'GREEN',
            created_by: '调度',
          })
          .execute()
        const request = await ctx.db
          .insertInto('fleet.request')
          .values({
            number: `YC-2026010${place}-0001`,
            unit_id: unit.id,
            requester_name: '林小满',
            purpose,
            reason,
            passengers: 1,
            origin: '一号办公楼',
            destination: '市行政中心',
            reach: 'CITY',
            way: 'RETURN',
            starts_at: from,
            ends_at: to,
            state: 'DONE',
            submitted_at: from,
            approved_at: from,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        await ctx.db
          .insertInto('fleet.trip_request')
          .values({ trip_id: booking.id, request_id: request.id })
          .execute()
        await ctx.db
          .insertInto('fleet.trip_cost')
          .values({ trip_id: booking.id, kind: 'TOLL', amount_fen: 1501, by_name: '赵铁柱', at: to })
          .execute()
        return booking.id
      }
      const trips = [
        await make(0, 'MEETING', '接林小满参加会议', 40),
        await make(1, 'DOCUMENTS', '送机要文件', 18),
      ]
      return { vehicles, drivers, trips }
    })
  }

  it('a vehicle that did not go out is said once the month is over', async () => {
    await january()
    const idle = async (month: string) => {
      const { items } = await world.as('manager').call(actions.listAccounts, { month })
      return items.map(({ trips, deviations }) => [trips > 0, deviations.some(({ code }) => code === 'IDLE')])
    }
    const over = await idle('2026-01')
    expect(over).toContainEqual([true, false])
    expect(over).toContainEqual([false, true])
    expect(over.filter(([went, said]) => went === said)).toEqual([])
    // Nobody goes out in a month that has only begun.
    expect((await idle('2026-03')).filter(([went, said]) => went || said)).toEqual([])
  })

  it('[FLEET-08] a closed month stays; a correction shows as a difference, to the fen', async () => {
    const { trips } = await january()
    const manager = world.as('manager')
    const open = await manager.call(actions.listAccounts, { month: '2026-01' })
    expect(open.total).toMatchObject({ trips: 2, km: 58, tollFen: 3002, totalFen: 3002 })
    expect((await world.as('dispatcher').post('/api/fleet/accounts/2026-01/closure', {})).status).toBe(403)
    expect((await manager.post('/api/fleet/accounts/2026-03/closure', {})).body.code).toBe(
      'fleet.month_not_over',
    )
    await manager.call(actions.closeMonth, { month: '2026-01' })
    expect((await manager.post('/api/fleet/accounts/2026-01/closure', {})).body.code).toBe(
      'fleet.month_closed',
    )
    await world.ctx('system', (ctx) =>
      ctx.db
        .insertInto('fleet.trip_cost')
        .values({ trip_id: trips[0]!, kind: 'PARKING', amount_fen: 999, by_name: '赵铁柱' })
        .execute(),
    )
    const closed = await manager.call(actions.listAccounts, { month: '2026-01', deviating: true })
    expect(closed.total.totalFen).toBe(3002)
    expect(closed.items.map(({ late }) => late)).toEqual([{ trips: 0, km: 0, totalFen: 999 }])
    expect((await world.other.as('manager').call(actions.listAccounts, { month: '2026-01' })).items).toEqual(
      [],
    )
    expect((await world.as('staff').get('/api/fleet/accounts?month=2026-01')).status).toBe(403)
  })

  it('[FLEET-08] a published list names nobody, keeps documents back, stays, and shows what changed', async () => {
    const { trips } = await january()
    const manager = world.as('manager')
    const { id } = await manager.call(actions.publish, {
      title: '一月公示',
      from: '2026-01-01',
      to: '2026-01-31',
    })
    const read = await world.as('staff').call(actions.readPublication, { publicationId: id })
    expect(read.rows.map(({ reason, place, masked }) => [reason, place, masked])).toEqual([
      ['接××参加会议', '市行政中心', false],
      ['机要通信（按规定不公开）', '—', true],
    ])
    expect(read.differences).toEqual([])
    expect(JSON.stringify(read)).not.toContain('林小满')
    await world.ctx('system', (ctx) =>
      ctx.db
        .insertInto('fleet.trip_cost')
        .values({ trip_id: trips[0]!, kind: 'PARKING', amount_fen: 500, by_name: '赵铁柱' })
        .execute(),
    )
    const later = await world.as('auditor').call(actions.readPublication, { publicationId: id })
    expect(later.total.costFen).toBe(3002)
    expect(later.differences).toMatchObject([{ was: { costFen: 1501 }, now: { costFen: 2001 } }])
    expect(
      (await world.as('staff').post(`/api/fleet/publications/${id}/taking-down`, { reason: '重发' })).status,
    ).toBe(403)
    await manager.call(actions.takeDownPublication, { publicationId: id, reason: '重发' })
    expect((await manager.post(`/api/fleet/publications/${id}/taking-down`, { reason: '重发' })).status).toBe(
      409,
    )
    expect((await world.other.as('manager').get(`/api/fleet/publications/${id}`)).status).toBe(404)
  })

  it('[FLEET-09] [FLEET-10] safety meetings are signed by the drivers themselves; the days without injury start again', async () => {
    const { vehicles, drivers } = await january()
    const desk = world.as('dispatcher')
    const { id } = await desk.call(actions.addSafetyMeeting, {
      heldOn: '2026-02-03',
      topic: '汛期行车',
      driverIds: [drivers[1]!],
    })
    expect(
      (
        await desk.post('/api/fleet/safety-meetings', {
          heldOn: '2026-03-03',
          topic: '明天的会',
          driverIds: [],
        })
      ).body.code,
    ).toBe('fleet.meeting_to_come')
    await world.as('worker').call(actions.signSafetyMeeting, { meetingId: id })
    expect(
      (
        await world
          .as('worker')
          .post(`/api/fleet/safety-meetings/${id}/signatures`, { driverIds: [drivers[2]!] })
      ).status,
    ).toBe(403)
    expect((await desk.post(`/api/fleet/safety-meetings/${id}/signatures`, {})).body.code).toBe(
      'fleet.no_driver',
    )
    const meeting = await world.as('auditor').call(actions.readSafetyMeeting, { meetingId: id })
    const there = meeting.attendance.filter(({ signedAt }) => signedAt !== null)
    expect(new Map(there.map(({ driverId, own }) => [driverId, own]))).toEqual(
      new Map([
        [drivers[0]!, true],
        [drivers[1]!, false],
      ]),
    )
    const before = await desk.call(actions.readSafetyRecord, {})
    expect(before).toMatchObject({ days: 56, since: '2026-01-05', meetings: 1, injuries: 0 })
    await world.ctx('system', (ctx) =>
      ctx.db
        .insertInto('fleet.accident')
        .values({
          vehicle_id: vehicles[0]!,
          found_by: 'NONE',
          at: new Date('2026-02-20T10:00:00+08:00'),
          place: '青澜大道',
          what: '追尾',
          injured: 1,
          created_by: '调度',
        })
        .execute(),
    )
    expect(await desk.call(actions.readSafetyRecord, {})).toMatchObject({
      days: 10,
      since: '2026-02-20',
      injuries: 1,
    })
    await desk.call(actions.voidSafetyMeeting, { meetingId: id, reason: '登记错了' })
    expect((await desk.call(actions.readSafetyRecord, {})).meetings).toBe(0)
    expect((await world.other.as('dispatcher').get(`/api/fleet/safety-meetings/${id}`)).status).toBe(404)
  })

  it('positions are kept only on a trip, by a gateway’s token, and looked at only with a reason, on record', async () => {
    const { trips } = await january()
    const admin = world.as('admin')
    const { token } = await admin.call(kernel.actions.createToken, {
      title: '定位网关',
      days: 1,
      scopes: ['fleet.write'],
    })
    const gateway = callerWith(world.app, { authorization: `Bearer ${token}` })
    const point = (at: string, lat: number) => ({
      plate: '粤B10001',
      at: `2026-01-05T${at}+08:00`,
      lat,
      lon: 114.1,
    })
    const batch = [
      point('08:55:00', 22.7),
      point('09:05:00', 22.71),
      point('09:10:00', 22.72),
      point('12:30:00', 22.8),
      { ...point('09:06:00', 22.7), plate: '粤B99999' },
    ]
    expect(await gateway.call(actions.takePositions, { points: batch })).toMatchObject({
      kept: 3,
      dropped: 2,
    })
    expect(await gateway.call(actions.takePositions, { points: batch })).toMatchObject({
      kept: 3,
      dropped: 2,
    })
    await admin.call(actions.fitTerminal, { number: '013812345678', plate: '粤B10001' })
    expect(
      (await admin.post('/api/fleet/terminals', { number: '13812345678', plate: '粤B10002' })).body.code,
    ).toBe('fleet.terminal_fitted')
    // Sent by the terminal of this vehicle in the second trip, 2026-01-06 09:05:07.
    const frame = hexFrame(
      '0200 401C 01 00000000013812345678 0007 00000000 00000003 0157FB8A 06CC6112 0023 01D4 005A 260106090507',
    )
    expect(await gateway.call(actions.takeJt808, { frames: [frame, 'xx', '7e01027e'] })).toEqual({
      kept: 1,
      dropped: 0,
      refused: [
        { frame: 1, why: 'FRAME' },
        { frame: 2, why: 'FRAME' },
      ],
    })
    expect((await world.as('worker').post('/api/fleet/positions', { points: batch })).status).toBe(403)
    expect(
      (await world.as('worker').post(`/api/fleet/trips/${trips[0]}/track-looks`, { reason: '好奇' })).status,
    ).toBe(403)
    const track = await world
      .as('dispatcher')
      .call(actions.lookAtTrack, { tripId: trips[0]!, reason: '核对绕行投诉' })
    expect(track).toMatchObject({ odometerKm: 40, gpsKm: 2.2, datum: 'WGS-84', plate: '粤B10001' })
    expect(track.points).toHaveLength(3)
    const { items } = await world.as('auditor').call(actions.listTrackLooks, {})
    expect(items).toMatchObject([{ number: 'PC-20260100-0001', reason: '核对绕行投诉' }])
    expect(
      (
        await world.other
          .as('dispatcher')
          .post(`/api/fleet/trips/${trips[0]}/track-looks`, { reason: '别人的' })
      ).status,
    ).toBe(404)
    expect((await world.as('auditor').get(`/api/fleet/supervision/cases/${nobody}`)).status).toBe(404)
  })
})

function hexFrame(plain: string): string {
  const whole = Buffer.from(plain.replaceAll(' ', ''), 'hex')
  const sum = whole.reduce((left, byte) => left ^ byte, 0)
  return `7e${whole.toString('hex')}${sum.toString(16).padStart(2, '0')}7e`
}
