import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { between } from '#test/meanwhile.ts'
import { directory } from '../module.ts'
import { changeUnit } from './change-unit.ts'
import { closeUnit } from './close-unit.ts'

const { actions } = directory

describe('two who change units in the same moment', () => {
  const world = useWorld({ committing: true })
  const admin = () => world.as('admin')
  const add = async (code: string, name: string, parentId?: string) =>
    (await admin().call(actions.createUnit, { code, name, kind: 'client', parentId })).id

  it('nobody comes into a unit that is just being closed', async () => {
    const unitId = await add('M1', '水务局')
    const answer = await between(world, {
      by: 'admin',
      hold: (ctx) => closeUnit(ctx, { unitId, day: '2026-03-02', reason: '机构改革' }),
      deed: () =>
        admin().post('/api/directory/people', {
          staffNo: 'M1',
          name: '单晓重',
          unitId,
          identityKind: 'CIVIL_SERVANT',
        }),
    })
    expect([answer.status, answer.body.code]).toEqual([422, 'directory.unit_closed'])
  })

  it('the one below what the other moves under it is told of the circle', async () => {
    const [north, south] = [await add('M2', '北区管理处'), await add('M3', '南区管理处')]
    const [below, beneath] = [await add('M4', '北区一科', north), await add('M5', '南区一科', south)]
    const answer = await between(world, {
      by: 'admin',
      hold: (ctx) => changeUnit(ctx, { unitId: south, parentId: below }),
      deed: () => admin().patch(`/api/directory/units/${north}`, { parentId: beneath }),
    })
    expect([answer.status, answer.body.code]).toEqual([422, 'directory.unit_circle'])
  })
})
