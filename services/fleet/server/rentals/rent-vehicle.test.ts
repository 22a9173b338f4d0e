import { describe, expect, it } from 'vitest'
import { rules } from '#engines/rules/module.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { rentalStory } from './rental-story.ts'

const { actions } = fleet

describe('renting a vehicle', () => {
  const world = useWorld()
  const story = rentalStory(world)
  const desk = () => world.as('dispatcher')

  /** A request that waits, and a rented vehicle for it. */
  async function rented(more: Parameters<typeof story.order>[1] = {}) {
    const requestId = await story.approved('10:00', '12:00')
    const order = story.order(await story.supplier(), more)
    const { id, number } = await desk().call(actions.rentVehicle, { requestId, ...order })
    return { requestId, id, number }
  }
  const newsOf = async (role: 'staff' | 'dispatcher') => {
    await world.deliver()
    const { body } = await world.as(role).get('/api/notifications?limit=50')
    return JSON.stringify(body.items)
  }

  it('answers an approved request: its requester reads plate, driver and telephone, the board and the history show it', async () => {
    const { requestId, id, number } = await rented()
    expect(number).toBe('ZL-20260302-0001')
    const mine = await story.request('staff', requestId)
    expect(mine).toMatchObject({
      state: 'ASSIGNED',
      trip: null,
      rental: { id, number, plate: '粤B88888', supplierName: '云帆汽车租赁', driverName: '王志强' },
      driver: { personId: null, name: '王志强', phone: '13900002222' },
      holder: { names: ['王志强'] },
    })
    expect(mine.history.map(({ title }) => title.zh)).toContain('已租车')
    // Only those it takes and the desk need the whole number.
    expect((await story.request('auditor', requestId)).driver?.phone).toBe('139****2222')
    expect(await newsOf('staff')).toMatch(/已安排租赁车 粤B88888，司机 王志强师傅/)
    const board = await story.board()
    expect(board.queue).toEqual([])
    expect(board.rentals).toMatchObject([{ id, plate: '粤B88888', driverName: '王志强' }])
    const row = await story.rental('dispatcher', id)
    expect(row).toMatchObject({
      state: 'ORDERED',
      contractNumber: 'DD-2026-01',
      driverPhone: '13900002222',
      reason: '自有车辆均已派出',
      can: { finish: false, cancel: true, correct: false },
    })
    expect((await story.rental('auditor', id)).driverPhone).toBe('139****2222')
    const events = await world.ctx('system', async (ctx) =>
      JSON.stringify(await ctx.db.selectFrom('kernel.event').select('after').execute()),
    )
    expect(events).not.toContain('13900002222')
  })

  it('is for approved requests without a vehicle only, large enough, of a supplier that is there', async () => {
    const supplierId = await story.supplier()
    const { id: submitted } = await world.as('staff').call(actions.submitRequest, {
      purpose: 'MEETING',
      reason: '开会',
      passengers: 2,
      origin: '一号办公楼',
      destination: '市财政局',
      reach: 'CITY',
      way: 'RETURN',
      from: '2026-03-05T09:00:00+08:00',
      to: '2026-03-05T12:00:00+08:00',
    })
    const early = await story.rent('dispatcher', submitted, story.order(supplierId))
    expect([early.status, early.body.code]).toEqual([409, 'kernel.wrong_state'])
    expect(early.body.detail).toContain('待审批')
    const { vehicles, drivers } = await story.furnish()
    const driven = await story.approved('10:00', '12:00')
    await story.assign(vehicles[0]!, drivers[0]!, [driven])
    expect((await story.rent('dispatcher', driven, story.order(supplierId))).status).toBe(409)
    const many = await story.approved('10:00', '12:00', { passengers: 7 })
    const small = await story.rent('dispatcher', many, story.order(supplierId, { seats: 7 }))
    expect([small.status, small.body.code]).toEqual([422, 'fleet.rental_too_small'])
    await desk().call(actions.closeRentalSupplier, { supplierId })
    const gone = await story.rent('dispatcher', many, story.order(supplierId, { seats: 9 }))
    expect([gone.status, gone.body.code]).toEqual([422, 'fleet.unknown_supplier'])
    expect((await story.stateOf(many)).state).toBe('APPROVED')
    expect((await desk().call(actions.listRentals, {})).items).toEqual([])
    for (const role of ['staff', 'worker', 'director', 'auditor', 'admin'] as const)
      expect((await story.rent(role, many, story.order(supplierId))).status, role).toBe(403)
  })

  it('of a supplier whose contract does not hold on the day goes with words only, with the source; the rule may refuse', async () => {
    const requestId = await story.approved('10:00', '12:00')
    const order = story.order(await story.supplier({ validUntil: '2026-03-01' }))
    const warned = await story.rent('dispatcher', requestId, order)
    expect([warned.status, warned.body.code]).toEqual([422, 'fleet.needs_words'])
    expect(warned.body.detail).toMatch(
      /DD-2026-01 有效期是 2026-01-01 至 2026-03-01，用车当天无效。.*机关事务管理条例.*第二十六条/,
    )
    expect((await story.stateOf(requestId)).state).toBe('APPROVED')
    const note = '续签手续办理中'
    expect((await story.rent('dispatcher', requestId, { ...order, note })).status).toBe(200)
    const ruleId = 'FLEET.FIXED_POINT_SERVICES'
    const { items } = await world.as('auditor').call(rules.actions.listDecisions, { rule: ruleId })
    expect(items).toMatchObject([{ outcome: 'WARN', refused: false }])
    await world.as('director').call(rules.actions.setJurisdiction, { jurisdiction: '440300' })
    await world.as('director').call(rules.actions.addValue, {
      ruleId,
      key: {},
      jurisdiction: '440300',
      op: 'min',
      value: 1,
      unit: 'PIECE',
      effect: 'block',
      overrides: true,
      source: {
        title: '某市公务用车管理细则',
        docNo: '',
        article: '第九条',
        mark: 'A',
        checkedOn: '2026-02-01',
      },
      reason: '本市规定更严',
    })
    const other = await story.approved('13:00', '14:00')
    const refused = await story.rent('dispatcher', other, { ...order, note })
    expect([refused.status, refused.body.code]).toEqual([422, 'rules.exceeded'])
    // On its last day a contract holds.
    const { items: suppliers } = await desk().call(actions.listRentalSuppliers, {})
    expect(suppliers).toMatchObject([{ valid: false, rentals: 1 }])
    const supplierId = suppliers[0]!.id
    await desk().call(actions.changeRentalSupplier, {
      supplierId,
      ...story.contract({ contractNumber: 'DD-2026-02', validUntil: '2026-03-02' }),
    })
    expect((await story.rent('dispatcher', other, story.order(supplierId))).status).toBe(200)
    const { items: rows } = await desk().call(actions.listRentals, { sort: 'number' })
    expect(rows.map(({ contractNumber }) => contractNumber)).toEqual(['DD-2026-01', 'DD-2026-02'])
  })

  it('is called off with a reason: the request waits again, or ends; what its requester cancels is called off too', async () => {
    const { requestId, id } = await rented()
    const off = { rentalId: id, reason: '租赁公司车辆故障', request: 'QUEUE' as const }
    await desk().call(actions.cancelRental, off)
    expect(await story.request('staff', requestId)).toMatchObject({ state: 'APPROVED', rental: null })
    expect(await newsOf('staff')).toMatch(/要重新派车.*租赁公司车辆故障/)
    expect((await desk().post(`/api/fleet/rentals/${id}/cancellation`, off)).status).toBe(409)
    // Another vehicle, own or rented, may follow.
    const supplierId = (await desk().call(actions.listRentalSuppliers, {})).items[0]!.id
    const second = await desk().call(actions.rentVehicle, { requestId, ...story.order(supplierId) })
    await world.as('staff').call(actions.cancelRequest, { requestId, reason: '会议取消' })
    expect(await story.rental('dispatcher', second.id)).toMatchObject({
      state: 'CANCELLED',
      cancelReason: '会议取消',
      can: { cancel: false, finish: false },
    })
    expect(await newsOf('dispatcher')).toMatch(/租赁车 粤B88888 已取消，请通知云帆汽车租赁。原因：会议取消/)
    const third = await story.approved('13:00', '14:00')
    const { id: thirdId } = await desk().call(actions.rentVehicle, {
      requestId: third,
      ...story.order(supplierId),
    })
    await desk().call(actions.cancelRental, { rentalId: thirdId, reason: '活动取消', request: 'CANCEL' })
    expect((await story.stateOf(third)).state).toBe('CANCELLED')
    expect(await newsOf('staff')).toMatch(/取消了.*活动取消/)
  })

  it('cancelled by the liaison: whose ride it was reads who did it and why, the desk whom to ring', async () => {
    const { requestId, id } = await rented()
    await world.deliver()
    await world.as('liaison').call(actions.cancelRequest, { requestId, reason: '会议改期' })
    expect(await story.rental('dispatcher', id)).toMatchObject({ state: 'CANCELLED' })
    await world.deliver()
    const told = async (role: Role) => {
      const { body } = await world.as(role).get('/api/notifications?limit=50')
      return body.items
        .filter(({ type }: { type: string }) => type === 'fleet.ride_cancelled')
        .map(({ title, body }: { title: object; body: object }) => ({ title, body }))
    }
    const [own, ...more] = await told('staff')
    expect(more).toEqual([])
    expect(own.title.zh).toMatch(/^\S+取消了3月2日 10:00 去区政府的用车$/)
    expect(own.title.zh).not.toContain('林小满')
    expect(own.body).toEqual({ zh: '原因：会议改期', en: 'Reason: 会议改期' })
    const ring = {
      zh: '租赁车 粤B88888 已取消，请通知云帆汽车租赁。原因：会议改期',
      en: 'The rented 粤B88888 is called off; please tell 云帆汽车租赁. Reason: 会议改期',
    }
    expect(await told('dispatcher')).toEqual([{ title: own.title, body: ring }])
    // Whoever did it and whom it does not concern hear nothing.
    expect([await told('liaison'), await told('manager')]).toEqual([[], []])
  })

  it('is recorded once it is over: more than was agreed wants words; it is corrected with a reason, and rated', async () => {
    const { requestId, id } = await rented({ priceBasis: 'KM', priceFen: 600 })
    const post = (more: object) =>
      desk().post(`/api/fleet/rentals/${id}/return`, { ...story.ride(), ...more })
    const refusals = [
      [{ costFen: 21_600 }, 'fleet.not_back_yet'],
      [{ returnedAt: '2026-03-02T10:05:00+08:00' }, 'fleet.back_before_leaving'],
    ] as const
    for (const [more, code] of refusals) expect((await post(more)).body.code).toBe(code)
    world.clock.set('2026-03-02T14:00:00+08:00')
    expect((await story.rental('dispatcher', id)).can.finish).toBe(true)
    const dear = await post({ costFen: 21_601 })
    expect([dear.status, dear.body.code]).toEqual([422, 'fleet.dearer_than_agreed'])
    expect(dear.body.detail).toContain('216')
    expect((await post({ costFen: -1 })).status).toBe(400)
    expect((await post({ costFen: 21_600 })).status).toBe(200)
    expect((await post({ costFen: 21_600 })).status).toBe(409)
    const done = await story.request('staff', requestId)
    expect(done).toMatchObject({ state: 'DONE', can: { rate: true, cancel: false } })
    expect(done.history.map(({ title }) => title.zh)).toContain('用车完成')
    expect(await newsOf('staff')).toMatch(/请评价/)
    expect(await newsOf('staff')).not.toMatch(/车已出发/)
    await world.as('staff').call(actions.rateRequest, { requestId, overall: 5 })
    await desk().call(actions.correctRental, {
      rentalId: id,
      ...story.ride({ distanceKm: 40, costFen: 25_000, costNote: '含过路费 10 元' }),
      reason: '里程抄错',
    })
    const row = await story.rental('auditor', id)
    expect(row).toMatchObject({
      distanceKm: 40,
      costFen: 25_000,
      costNote: '含过路费 10 元',
      can: { correct: false },
    })
    expect(row.history.map(({ title, reason }) => [title.zh, reason])).toEqual([
      ['租车', '自有车辆均已派出'],
      ['登记租车结果', null],
      ['更正租车结果', '里程抄错'],
    ])
    const waiting = await story.approved('15:00', '16:00')
    const supplierId = row.supplier.id
    const open = await desk().call(actions.rentVehicle, { requestId: waiting, ...story.order(supplierId) })
    const soon = await desk().post(`/api/fleet/rentals/${open.id}/correction`, {
      ...story.ride(),
      reason: '试',
    })
    expect([soon.status, soon.body.code]).toEqual([409, 'kernel.wrong_state'])
  })

  it('is offered to nobody to share, and nothing of ours can take the same request', async () => {
    const { requestId } = await rented()
    const { vehicles, drivers } = await story.furnish()
    expect((await story.post('dispatcher', vehicles[0]!, drivers[0]!, [requestId])).status).toBe(409)
    const offers = await world.as('liaison').call(actions.readOffers, {
      origin: '一号办公楼',
      destination: '区政府',
      reach: 'DISTRICT',
      from: '2026-03-02T10:00:00+08:00',
      to: '2026-03-02T12:00:00+08:00',
      passengers: 1,
    })
    expect(offers.pools).toEqual([])
    const other = await story.approved('10:00', '12:00')
    const { id: tripId } = await story.assign(vehicles[0]!, drivers[0]!, [other])
    const both = world.ctx('system', (ctx) =>
      ctx.db.insertInto('fleet.trip_request').values({ trip_id: tripId, request_id: requestId }).execute(),
    )
    await expect(both).rejects.toThrow(/rented vehicle/)
    const wrong = (set: object) =>
      world.ctx('system', (ctx) => ctx.db.updateTable('fleet.rental').set(set).execute())
    await expect(wrong({ cost_fen: 100 })).rejects.toThrow(/returned_is_recorded/)
    await expect(wrong({ cost_fen: -1 })).rejects.toThrow(/check/)
  })

  it('of another bureau is not there', async () => {
    const { id } = await rented()
    const stranger = world.other.as('dispatcher')
    expect((await stranger.get(`/api/fleet/rentals/${id}`)).status).toBe(404)
    expect((await stranger.post(`/api/fleet/rentals/${id}/return`, story.ride())).status).toBe(404)
    expect((await stranger.call(actions.listRentalSuppliers, {})).items).toEqual([])
  })
})

describe('the register of suppliers', () => {
  const world = useWorld()
  const story = rentalStory(world)

  it('is kept by those who keep vehicles; a name stands once, a contract runs forwards', async () => {
    const id = await story.supplier()
    const add = (more: object) =>
      world.as('manager').post('/api/fleet/rental-suppliers', { ...story.contract(), ...more })
    expect((await add({})).body.code).toBe('fleet.supplier_exists')
    expect((await add({ name: '甲', validUntil: '2025-12-31' })).body.code).toBe('fleet.contract_turned')
    expect((await add({ name: '甲', contactPhone: 'x' })).status).toBe(400)
    for (const role of ['staff', 'worker', 'director', 'auditor'] as const)
      expect((await world.as(role).post('/api/fleet/rental-suppliers', story.contract())).status, role).toBe(
        403,
      )
    expect((await world.as('auditor').call(actions.listRentalSuppliers, {})).items).toMatchObject([
      { id, name: '云帆汽车租赁', contactPhone: '139****1111', valid: true, can: { change: false } },
    ])
    await world.as('admin').call(actions.closeRentalSupplier, { supplierId: id })
    const again = await world.as('admin').post(`/api/fleet/rental-suppliers/${id}/closure`, {})
    expect([again.status, again.body.code]).toEqual([409, 'fleet.supplier_closed'])
    expect((await add({})).status).toBe(200)
    expect((await world.as('admin').call(actions.listRentalSuppliers, { closed: true })).items).toHaveLength(
      1,
    )
  })

  it('is found, paged and taken along as it is filtered, without telephone numbers; the taking is on record', async () => {
    const id = await story.supplier({ note: '需提前一天' })
    await story.supplier({
      name: '=远途客运',
      contactName: '郑海',
      contractNumber: 'DD-2025-9',
      validUntil: '2026-03-01',
    })
    const given = await story.supplier({ name: '已停用车行' })
    await world.as('manager').call(actions.closeRentalSupplier, { supplierId: given })
    const auditor = world.as('auditor')
    const names = async (input: InputOf<typeof actions.listRentalSuppliers>) =>
      (await auditor.call(actions.listRentalSuppliers, input)).items.map(({ name }) => name)
    expect(await names({ search: '云帆' })).toEqual(['云帆汽车租赁'])
    expect(await names({ search: '郑海' })).toEqual(['=远途客运'])
    expect(await names({ search: 'dd-2025' })).toEqual(['=远途客运'])
    expect(await names({ search: '13900001111' })).toEqual([])
    expect(await names({ valid: true })).toEqual(['云帆汽车租赁'])
    expect(await names({ valid: false })).toEqual(['=远途客运'])
    expect(await names({ closed: true })).toEqual(['已停用车行'])
    expect(await auditor.call(actions.readRentalSupplier, { supplierId: id })).toMatchObject({
      contactPhone: '139****1111',
      note: '需提前一天',
    })
    const shut = await world.as('manager').call(actions.readRentalSupplier, { supplierId: given })
    expect(shut.can.change).toBe(false)
    expect((await world.other.as('auditor').get(`/api/fleet/rental-suppliers/${id}`)).status).toBe(404)

    const path = '/api/fleet/rental-suppliers/export?format=csv'
    const sheet = await auditor.get(path)
    expect(sheet.bytes.toString('utf8').trim().split('\r\n').slice(1)).toEqual([
      "'=远途客运,郑海,DD-2025-9,2026-01-01,2026-03-01,否,0,否,",
      '云帆汽车租赁,孙经理,DD-2026-01,2026-01-01,2026-12-31,是,0,否,需提前一天',
    ])
    expect((await auditor.get(`${path}&closed=true`)).bytes.toString('utf8')).toMatch(/已停用车行.*,是,\r\n$/)
    for (const role of ['staff', 'liaison'] as const)
      expect((await world.as(role).get(path)).status, role).toBe(403)
    const taken = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('kernel.event').select('after').where('type', '=', 'kernel.exported').execute(),
    )
    expect(taken.map(({ after }) => after)).toMatchObject([
      { action: 'fleet.exportRentalSuppliers', rows: 2, filter: {} },
      { action: 'fleet.exportRentalSuppliers', rows: 1, filter: { closed: true } },
    ])
  })
})

describe('two dispatchers at once', () => {
  const world = useWorld({ committing: true })
  const story = rentalStory(world)

  it('rent for one request: exactly one wins, the other reads that it has a vehicle; an own vehicle loses the same way', async () => {
    const order = story.order(await story.supplier())
    const { vehicles, drivers } = await story.furnish()
    for (let n = 0; n < 4; n++) {
      const requestId = await story.approved(`03-0${n + 3} 10:00`, `03-0${n + 3} 12:00`)
      const answers = await Promise.all([
        story.rent('dispatcher', requestId, order),
        story.rent('manager', requestId, { ...order, plate: '粤B99999' }),
        story.post('manager', vehicles[0]!, drivers[0]!, [requestId]),
      ])
      const won = answers.filter(({ status }) => status === 200)
      const lost = answers.filter(({ status }) => status !== 200)
      expect(won, JSON.stringify(answers.map(({ body }) => body))).toHaveLength(1)
      expect(lost.map(({ status, body }) => [status, body.code])).toEqual([
        [409, 'kernel.wrong_state'],
        [409, 'kernel.wrong_state'],
      ])
    }
  })
})
