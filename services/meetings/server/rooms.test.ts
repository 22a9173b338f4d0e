import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../module.ts'
import { meetingStory } from './test-story.ts'

const { actions } = meetings

describe('meeting rooms', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const manager = () => world.as('manager')
  const find = (input: Record<string, unknown>) =>
    world
      .as('staff')
      .call(actions.listRooms, input)
      .then(({ items }) => items.map(({ code }) => code))

  it('[MEET-11] knows what stands in a room, and finds rooms by capacity, layout, equipment and campus', async () => {
    const roomId = await story.addRoom()
    await story.addRoom({
      code: 'H2',
      name: '东区会议室',
      siteId: await story.siteId('东区食堂'),
      capacity: 12,
      layouts: [],
    })
    await manager().call(actions.setEquipment, {
      roomId,
      items: [
        { kind: 'SOUND', name: '无线话筒', quantity: 4, condition: 'GOOD' },
        { kind: 'FURNITURE', name: '条桌', quantity: 20, condition: 'WORN', note: '两张掉漆' },
        { kind: 'DISPLAY', name: '投影机', quantity: 1, condition: 'BROKEN' },
      ],
    })
    expect(await find({ equipment: ['话筒', '条桌'] })).toEqual(['H1'])
    expect(await find({ equipment: ['投影'] })).toEqual([])
    expect(await find({ headcount: 13 })).toEqual(['H1'])
    expect(await find({ layout: 'CLASSROOM', headcount: 31 })).toEqual([])
    const room = await world.as('staff').call(actions.readRoom, { roomId })
    const campusId = room.campus!.id
    expect(await find({ campusId })).toEqual(['H1'])
    expect(room.equipment.map(({ name, condition, checkedBy }) => [name, condition, checkedBy])).toEqual([
      ['投影机', 'BROKEN', '吴建国'],
      ['条桌', 'WORN', '吴建国'],
      ['无线话筒', 'GOOD', '吴建国'],
    ])
    expect(await find({ search: '无线' })).toEqual(['H1'])
  })

  it('[MEET-11] finds rooms that are free at a time, with campus, layout and size; the sheet holds the same', async () => {
    const roomId = await story.addRoom()
    await story.addRoom({ code: 'H2', name: '第二会议室', capacity: 12, layouts: [] })
    await story.book('staff', story.meeting(roomId))
    const at = (from: string, to: string) => ({
      freeFrom: `2026-03-05T${from}:00+08:00`,
      freeTo: `2026-03-05T${to}:00+08:00`,
    })
    expect(await find(at('10:30', '11:30'))).toEqual(['H2'])
    expect(await find(at('11:00', '12:00'))).toEqual(['H1', 'H2'])
    expect(await find({ ...at('11:00', '12:00'), layout: 'THEATRE', headcount: 40 })).toEqual(['H1'])
    const query = new URLSearchParams({ format: 'csv', ...at('10:30', '11:30') })
    const sheet = (await world.as('staff').get(`/api/meetings/rooms/export?${query}`)).bytes.toString()
    expect([sheet.includes('第二会议室'), sheet.includes('第一会议室')]).toEqual([true, false])
    for (const half of [{ freeFrom: '2026-03-05T09:00:00+08:00' }, at('12:00', '11:00')]) {
      const refused = await world.as('staff').get(`/api/meetings/rooms?${new URLSearchParams(half)}`)
      expect([refused.status, refused.body.code]).toEqual([422, 'bookings.ends_before'])
    }
  })

  it('[MEET-10] keeps lease and fit-out of a rented room; no two leases for the same day', async () => {
    const roomId = await story.addRoom({ code: 'R503', name: '国际花园503' })
    const lease = {
      roomId,
      lessor: '地王物业公司',
      fromDay: '2025-01-01',
      toDay: '2026-12-31',
      yearlyRentFen: 18_000_000,
    }
    const { id: leaseId } = await manager().call(actions.addLease, { ...lease, contractNo: 'ZL-1' })
    await manager().call(actions.addFitOut, {
      roomId,
      onDay: '2025-05-20',
      what: '隔断、吊顶和音响',
      contractor: '装饰公司',
      costFen: 35_000_000,
    })
    const post = (body: object) => manager().post(`/api/meetings/rooms/${roomId}/leases`, body)
    const overlapping = await post({
      ...lease,
      contractNo: 'ZL-2',
      fromDay: '2026-12-31',
      toDay: '2027-12-31',
    })
    expect([overlapping.status, overlapping.body.code]).toEqual([409, 'meetings.lease_overlaps'])
    expect((await post({ ...lease, contractNo: 'ZL-1' })).body.code).toBe('meetings.contract_taken')
    expect((await post({ ...lease, contractNo: 'ZL-3', toDay: '2024-01-01' })).body.code).toBe(
      'meetings.lease_turned',
    )
    await manager().call(actions.endLease, { roomId, leaseId, toDay: '2026-06-30', reason: '搬迁' })
    await manager().call(actions.addLease, {
      ...lease,
      contractNo: 'ZL-2',
      fromDay: '2026-07-01',
      toDay: '2027-06-30',
    })
    const seen = await world.as('auditor').call(actions.readRoom, { roomId })
    expect(seen.rented).toBe(true)
    expect(
      seen.leases!.map(({ contractNo, toDay, endedReason }) => [contractNo, toDay, endedReason]),
    ).toEqual([
      ['ZL-2', '2027-06-30', null],
      ['ZL-1', '2026-06-30', '搬迁'],
    ])
    expect(seen.fitOuts).toMatchObject([{ onDay: '2025-05-20', costFen: 35_000_000 }])
    const staff = await world.as('staff').call(actions.readRoom, { roomId })
    expect([staff.leases, staff.fitOuts]).toEqual([null, null])
    expect(await find({ rented: true })).toEqual(['R503'])
  })

  it('[MEET-02] shows pictures, refuses codes and names that are taken and layouts that do not fit', async () => {
    const roomId = await story.addRoom()
    const siteId = await story.siteId()
    const id = await story.uploadPhoto('manager')
    await manager().call(actions.addRoomPhotos, { roomId, photos: [id] })
    expect((await world.as('staff').call(actions.readRoom, { roomId })).photoId).toBe(id)
    expect((await world.as('staff').get(`/api/files/${id}`)).status).toBe(200)
    const post = (body: object) => manager().post('/api/meetings/rooms', { siteId, capacity: 5, ...body })
    expect((await post({ code: 'H1', name: '新' })).body.code).toBe('meetings.code_taken')
    expect((await post({ code: 'H9', name: '第一会议室' })).body.code).toBe('meetings.name_taken')
    const large = await post({ code: 'H9', name: '新', layouts: [{ layout: 'THEATRE', capacity: 6 }] })
    expect([large.status, large.body.code]).toEqual([422, 'meetings.layout_too_large'])
    const shrunk = await manager().patch(`/api/meetings/rooms/${roomId}`, { capacity: 10 })
    expect(shrunk.body.code).toBe('meetings.layout_too_large')
    await manager().call(actions.changeRoom, { roomId, capacity: 10, layouts: [], name: '小会议室' })
    expect(await world.as('staff').call(actions.readRoom, { roomId })).toMatchObject({
      name: '小会议室',
      capacity: 10,
      photoId: id,
    })
  })
})
