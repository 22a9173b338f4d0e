import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { directory } from '../module.ts'

const {
  createCampus,
  changeCampus,
  listCampuses,
  createSite,
  changeSite,
  closeSite,
  readSite,
  createRoom,
  changeRoom,
  closeRoom,
  listRooms,
  listSites,
  searchPlaces,
} = directory.actions

describe('places', () => {
  const world = useWorld()
  const addSite = (more: object = {}) =>
    world
      .as('admin')
      .call(createSite, { code: 'X1', name: '综合楼', kind: '办公楼', floorAreaM2: 1234.5, ...more })
  const addRoom = (siteId: string, more: object = {}) =>
    world.as('admin').call(createRoom, {
      siteId,
      code: 'X1-301',
      name: '301会议室',
      floor: '三层',
      kind: 'meeting',
      ...more,
    })

  it('[CLOUD-07] lie in several areas: campus, site, floor, room', async () => {
    const { id: campusId } = await world.as('admin').call(createCampus, { code: 'C9', name: '西院区' })
    const site = await addSite({ campusId })
    await addRoom(site.id)
    await addRoom(site.id, { code: 'X1-B1', name: '水泵房', floor: 'B1', kind: 'plant' })
    const view = await world.as('staff').call(readSite, { siteId: site.id })
    expect(view).toMatchObject({ campusName: '西院区', floorAreaM2: 1234.5, rooms: 2 })
    expect(view.floors.map(({ floor, floorNumber }) => [floor, floorNumber])).toEqual([
      ['地下1层', -1],
      ['3楼', 3],
    ])
    const { items } = await world.as('staff').call(listCampuses, {})
    expect(items.length).toBeGreaterThan(1)
    expect(items.find(({ id }) => id === campusId)).toMatchObject({ sites: 1, can: { change: false } })
    const { items: inCampus } = await world.as('staff').call(listSites, { campusId })
    expect(inCampus.map(({ name }) => name)).toEqual(['综合楼'])
  })

  it('are picked from one box: site, room, both, pinyin, initials', async () => {
    const site = await addSite()
    const room = await addRoom(site.id)
    for (const search of ['综合', '综合楼 301', '会议', 'zhl 301', 'huiyishi zonghe', 'X1-301']) {
      const { items } = await world.as('staff').call(searchPlaces, { search })
      const ids = items.map(({ siteId, roomId }) => roomId ?? siteId)
      expect(ids, search).toContain(search === '综合' ? site.id : room.id)
    }
    const { items } = await world.as('staff').call(searchPlaces, { search: '综合楼 301' })
    expect(items).toEqual([
      { siteId: site.id, roomId: room.id, label: '综合楼 3楼 301会议室', campusName: null },
    ])
    const first = await world.as('staff').call(searchPlaces, {})
    expect(first.items.every(({ roomId }) => roomId === null)).toBe(true)
    expect((await world.as('staff').call(searchPlaces, { search: "%_'" })).items).toEqual([])
  })

  it('change, with codes of their own', async () => {
    const site = await addSite()
    const room = await addRoom(site.id)
    await world.as('admin').call(changeSite, { siteId: site.id, name: '行政楼', floorAreaM2: 2000 })
    await world
      .as('admin')
      .call(changeRoom, { roomId: room.id, floor: '十二楼', name: '1201室', kind: 'office' })
    const { items } = await world.as('staff').call(listRooms, { siteId: site.id })
    expect(items).toMatchObject([{ siteName: '行政楼', floor: '12楼', floorNumber: 12, kind: 'office' }])
    const code = await world.as('admin').post('/api/directory/rooms', {
      siteId: site.id,
      code: 'X1-301',
      name: '二',
      floor: '1楼',
      kind: 'office',
    })
    expect(code).toMatchObject({ status: 409, body: { code: 'directory.room_code_taken' } })
    const floor = await world.as('admin').patch(`/api/directory/rooms/${room.id}`, { floor: '楼上' })
    expect(floor).toMatchObject({ status: 422, body: { code: 'directory.unknown_floor', path: 'floor' } })
    const twice = await world
      .as('admin')
      .post('/api/directory/sites', { code: 'X1', name: '二', kind: '楼', floorAreaM2: 1 })
    expect(twice).toMatchObject({ status: 409, body: { code: 'directory.site_code_taken' } })
    const { items: campuses } = await world.as('staff').call(listCampuses, {})
    await world.as('admin').call(changeCampus, { campusId: campuses[0]!.id, name: '新名院区' })
    const same = await world
      .as('admin')
      .patch(`/api/directory/campuses/${campuses[1]!.id}`, { name: '新名院区' })
    expect(same).toMatchObject({ status: 409, body: { code: 'directory.campus_taken' } })
  })

  it('close from a day, a site with its rooms; a closed one is no place to name', async () => {
    const site = await addSite({ openedOn: '2020-01-01' })
    const room = await addRoom(site.id)
    const other = await addRoom(site.id, { code: 'X1-302', name: '302室' })
    const early = await world
      .as('admin')
      .post(`/api/directory/sites/${site.id}/closure`, { day: '2019-01-01', reason: '拆除' })
    expect(early).toMatchObject({ status: 422, body: { code: 'directory.closed_before_opened' } })
    const day = '2026-01-01'
    await world.as('admin').call(closeRoom, { roomId: room.id, day, reason: '改造' })
    const open = await world.as('staff').call(searchPlaces, { search: '综合楼', siteId: site.id })
    expect(open.items.map(({ roomId }) => roomId)).toEqual([null, other.id])
    await world.as('admin').call(closeSite, { siteId: site.id, day, reason: '拆除' })
    expect((await world.as('staff').call(searchPlaces, { search: '综合楼' })).items).toEqual([])
  })
})
