import { describe, expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../module.ts'
import { placesOf, readAs, reportFault, uploadPhoto } from './test-story.ts'

describe('reporting a repair', () => {
  const world = useWorld()

  it('answers at once with a number, who holds it and the promised moments [CLOUD-05]', async () => {
    const photo = await uploadPhoto(world, 'staff')
    const receipt = await reportFault(world, { photos: [photo] })
    expect(receipt.number).toBe('WX-20260302-0001')
    expect(receipt.holder).toMatchObject({ role: 'DESK', name: '物业科' })
    // 60 working minutes from Monday 09:00.
    expect(receipt.respondDueAt).toBe('2026-03-02T02:00:00.000Z')
    const page = await readAs(world, 'staff', receipt.id)
    expect(page).toMatchObject({
      title: '水龙头一直滴水',
      kind: 'PLUMBING_ELECTRIC',
      grade: 'MINOR_REPAIR',
      placeLabel: '一号办公楼 · 301办公室',
      clientUnit: { name: '财政局' },
      photos: [{ fileId: photo, stage: 'BEFORE' }],
    })
    expect((await world.as('dispatcher').get(`/api/files/${photo}/thumbnail`)).status).toBe(200)
  })

  it('takes urgent reports at any hour: round the clock, shorter promise, graded urgent [DESK-12]', async () => {
    world.clock.set('2026-03-07T23:30:00+08:00')
    const calm = await reportFault(world, { kind: 'DOORS_WINDOWS', description: '门关不严' })
    const urgent = await reportFault(world, { urgency: 'URGENT', description: '水管爆裂，走廊进水' })
    // Saturday night: an ordinary report waits for Monday, an urgent one is answered within 15 minutes.
    expect(calm.respondDueAt).toBe('2026-03-09T01:30:00.000Z')
    expect(urgent.respondDueAt).toBe('2026-03-07T15:45:00.000Z')
    expect(urgent.finishDueAt).toBe('2026-03-07T19:30:00.000Z')
    const page = await readAs(world, 'dispatcher', urgent.id)
    expect(page).toMatchObject({ urgency: 'URGENT', grade: 'URGENT_REPAIR' })
    // Nobody answers: the dispatcher hears of it when it is due, the manager half an hour later.
    world.clock.advance({ minutes: 46 })
    await world.runJob('orders.escalate')
    const late = await readAs(world, 'dispatcher', urgent.id)
    expect(late.escalations.map(({ toRole }) => toRole)).toEqual(
      expect.arrayContaining(['dispatcher', 'manager']),
    )
  })

  it('makes one order of a report that an offline phone sends twice', async () => {
    const first = await reportFault(world, { clientKey: 'phone-7-0001' })
    const again = await reportFault(world, { clientKey: 'phone-7-0001' })
    expect(first.replayed).toBe(false)
    expect(again).toMatchObject({ id: first.id, number: first.number, replayed: true })
    const page = await world.as('staff').call(repairs.actions.listRepairs, { mine: true })
    expect(page.items).toHaveLength(1)
  })

  it('finds a repeat of the same kind at the same place within 30 days, and only then', async () => {
    const first = await reportFault(world)
    world.clock.advance({ days: 29 })
    const again = await reportFault(world, { description: '又滴水了' })
    expect(again.repeatOf).toMatchObject({ id: first.id, number: first.number })
    const other = await reportFault(world, { kind: 'NETWORK', description: '断网' })
    expect(other.repeatOf).toBeNull()
    world.clock.advance({ days: 31 })
    expect((await reportFault(world)).repeatOf).toBeNull()
    const shown = await world.as('dispatcher').call(repairs.actions.listRepairs, { repeat: true })
    expect(shown.items.map(({ id }) => id)).toEqual([again.id])
    expect((await readAs(world, 'dispatcher', again.id)).repeats).toMatchObject([{ number: first.number }])
  })

  it('serves all the kinds of property service, each with its own promise', async () => {
    const kinds = [
      'PLUMBING_ELECTRIC',
      'AIR_CONDITIONING',
      'ELEVATOR',
      'DOORS_WINDOWS',
      'NETWORK',
      'ROOF_WALLS',
      'OTHER',
    ] as const
    for (const kind of kinds) {
      const receipt = await reportFault(world, { kind, description: '需要维修' })
      expect((await readAs(world, 'staff', receipt.id)).item, kind).not.toBeNull()
      expect(receipt.finishDueAt, kind).not.toBeNull()
    }
  })

  it('suggests what is open at the same place, and lets a colleague follow it instead', async () => {
    const { office, room301 } = await placesOf(world)
    const first = await reportFault(world)
    const found = await world
      .as('liaison')
      .call(repairs.actions.suggestDuplicates, { siteId: office, roomId: room301, kind: 'PLUMBING_ELECTRIC' })
    expect(found.items).toMatchObject([{ id: first.id, holder: { name: '物业科', phone: null } }])
    await world.as('worker').call(repairs.actions.followRepair, { orderId: first.id })
    await world.as('worker').call(repairs.actions.followRepair, { orderId: first.id })
    expect((await readAs(world, 'worker', first.id)).id).toBe(first.id)
    const elsewhere = await world
      .as('staff')
      .call(repairs.actions.suggestDuplicates, { siteId: office, placeText: '大厅' })
    expect(elsewhere.items).toEqual([])
  })

  it('refuses a place that is not there, and a photo that is another person’s', async () => {
    const { annex, room301 } = await placesOf(world)
    const body = { siteId: annex, roomId: room301, kind: 'OTHER', description: '桌子坏了' }
    const wrongRoom = await world.as('staff').post('/api/repairs', body)
    expect(wrongRoom).toMatchObject({ status: 422, body: { code: 'repairs.unknown_room', path: 'roomId' } })
    const photo = await uploadPhoto(world, 'worker')
    const stolen = await world.as('staff').post('/api/repairs', { ...body, roomId: null, photos: [photo] })
    expect(stolen).toMatchObject({ status: 422, body: { code: 'kernel.file_unknown' } })
    expect((await world.other.as('staff').post('/api/repairs', { ...body, roomId: null })).body.code).toBe(
      'repairs.unknown_place',
    )
  })

  it('is seen by the requester, the own unit’s liaison and the desk, by nobody else', async () => {
    const { id } = await reportFault(world)
    expect((await world.as('liaison').get(`/api/repairs/${id}`)).status).toBe(200)
    expect((await world.as('auditor').get(`/api/repairs/${id}`)).status).toBe(200)
    expect((await world.as('worker').get(`/api/repairs/${id}`)).status).toBe(404)
    expect((await world.other.as('dispatcher').get(`/api/repairs/${id}`)).status).toBe(404)
    await world.as('dispatcher').call(orders.actions.assignOrder, {
      orderId: id,
      workerId: (await placesOf(world)).worker,
    })
    expect((await world.as('worker').get(`/api/repairs/${id}`)).status).toBe(200)
  })
})
