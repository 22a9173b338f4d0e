import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { directory } from '../module.ts'

const { createUnit, changeUnit, closeUnit, listUnits, readUnit, exportUnits, readHistory } = directory.actions

describe('units', () => {
  const world = useWorld()
  const add = (code: string, name: string, parentId?: string) =>
    world.as('admin').call(createUnit, { code, name, kind: 'client', parentId })

  it('are added below one another and found by name, pinyin and initials', async () => {
    const top = await add('N1', '水利和湖泊局')
    const below = await add('N2', '湖泊管理站', top.id)
    for (const search of ['湖泊', '湖', 'shuili', 'slhh', 'n1', '水利 N1']) {
      const { items } = await world.as('staff').call(listUnits, { search })
      expect(
        items.map(({ id }) => id),
        search,
      ).toContain(top.id)
    }
    expect((await world.as('staff').call(listUnits, { search: '水库' })).items).toEqual([])
    const found = await world.as('staff').call(readUnit, { unitId: below.id })
    expect(found).toMatchObject({ parentName: '水利和湖泊局', can: { change: false, close: false } })
    expect(await world.as('admin').call(readUnit, { unitId: top.id })).toMatchObject({ children: 1 })
  })

  it('keep their code to themselves', async () => {
    await add('N1', '甲局')
    const answer = await world
      .as('admin')
      .post('/api/directory/units', { code: 'N1', name: '乙局', kind: 'client' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'directory.unit_code_taken', path: 'code' } })
    expect(answer.body.detail).toContain('甲局')
  })

  it('change, with the change on record; the accounts of its people follow the name', async () => {
    const me = (await world.as('staff').get('/api/session')).body
    await world.as('admin').call(changeUnit, { unitId: me.unitId, name: '财政和国资局', level: '市级' })
    expect((await world.as('staff').get('/api/session')).body.unitName).toBe('财政和国资局')
    const { items } = await world.as('manager').call(readHistory, { objectId: me.unitId })
    expect(items[0]).toMatchObject({
      type: 'directory.unit_changed',
      before: { name: me.unitName },
      after: { name: '财政和国资局', level: '市级' },
    })
    const found = await world.as('staff').call(listUnits, { search: 'czhgzj' })
    expect(found.items).toHaveLength(1)
  })

  it('never stand below themselves', async () => {
    const top = await add('N1', '甲局')
    const below = await add('N2', '甲局一科', top.id)
    const answer = await world.as('admin').patch(`/api/directory/units/${top.id}`, { parentId: below.id })
    expect(answer).toMatchObject({ status: 422, body: { code: 'directory.unit_circle' } })
  })

  it('close from a day, once nobody belongs to them', async () => {
    const unit = await add('N1', '甲局')
    const day = '2026-06-01'
    const mine = (await world.as('staff').get('/api/session')).body.unitId
    const busy = await world
      .as('admin')
      .post(`/api/directory/units/${mine}/closure`, { day, reason: '机构改革' })
    expect(busy).toMatchObject({ status: 409, body: { code: 'directory.unit_in_use' } })
    await world.as('admin').call(closeUnit, { unitId: unit.id, day, reason: '机构改革' })
    const again = await world
      .as('admin')
      .post(`/api/directory/units/${unit.id}/closure`, { day, reason: '再撤' })
    expect(again).toMatchObject({ status: 409, body: { code: 'directory.already_closed' } })
    world.clock.set('2026-06-02T09:00:00+08:00')
    expect((await world.as('staff').call(listUnits, { search: 'N1' })).items).toEqual([])
    expect((await world.as('staff').call(listUnits, { search: 'N1', closed: true })).items).toHaveLength(1)
  })

  it('of another bureau are not there', async () => {
    const unit = await add('N1', '甲局')
    for (const answer of [
      await world.other.as('admin').get(`/api/directory/units/${unit.id}`),
      await world.other.as('admin').patch(`/api/directory/units/${unit.id}`, { name: '改' }),
      await world.other.as('admin').get(`/api/directory/objects/${unit.id}/history`),
    ])
      expect(answer.status).toBe(404)
  })

  it('export with the filters of the list', async () => {
    const bytes = await world.as('manager').call(exportUnits, { kind: 'centre', format: 'csv' })
    const lines = Buffer.from(bytes as never)
      .toString('utf8')
      .trim()
      .split('\r\n')
    expect(lines[0]).toContain('单位编码,单位名称')
    expect(lines.slice(1).every((line) => line.includes('后勤中心'))).toBe(true)
  })
})
