import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { standards } from '../module.ts'

const { addPlanned, changePlanned, createDocument, dropPlanned, exportPlanned, listPlanned, readTree } =
  standards.actions

describe('standards to be written', () => {
  const world = useWorld()
  const nodeId = async () => {
    const { nodes } = await world.as('manager').call(readTree, {})
    return nodes.find(({ code }) => code === 'TG-01')!.id
  }
  const put = async (title: string, urgency: number, ease: number, level: number) =>
    world.as('manager').call(addPlanned, { title, nodeId: await nodeId(), urgency, ease, level })

  it('[STD-05] stand in the order 急用优先、先易后难、由低到高', async () => {
    await put('可以等、难写、全中心', 1, 1, 5)
    await put('急用、难写', 5, 1, 3)
    await put('急用、易写、岗位', 5, 5, 1)
    await put('急用、易写、全中心', 5, 5, 5)
    await put('不急、易写', 2, 5, 3)
    const { items } = await world.as('worker').call(listPlanned, {})
    expect(items.map(({ title, score }) => [title, score])).toEqual([
      ['急用、易写、岗位', 100],
      ['急用、易写、全中心', 86],
      ['急用、难写', 66],
      ['不急、易写', 63],
      ['可以等、难写、全中心', 20],
    ])
    const first = await world.as('worker').call(listPlanned, { limit: 2 })
    const second = await world.as('worker').call(listPlanned, { limit: 9, cursor: first.next! })
    expect([...first.items, ...second.items]).toEqual(items)
    const csv = await world.as('auditor').get(`/api${exportPlanned.path}?format=csv`)
    expect(csv.bytes.toString()).toContain('急用、易写、岗位')
  })

  it('[STD-05] leave the list when they are begun, or dropped for a reason that stays', async () => {
    const manager = world.as('manager')
    const begun = await put('门卫规范', 4, 4, 2)
    const dropped = await put('礼仪规范', 1, 3, 2)
    const { id } = await manager.call(createDocument, {
      code: 'HQ/MW-9',
      title: '门卫规范',
      nodeId: await nodeId(),
      plannedId: begun.id,
      source: '本中心制定',
      clauses: [{ code: 'MW-91', title: '开门', body: '应开门。', lines: [] }],
    })
    await manager.call(dropPlanned, { plannedId: dropped.id, reason: '并入接待规范' })
    expect((await manager.call(listPlanned, {})).items).toEqual([])
    const all = await manager.call(listPlanned, { all: true })
    expect(all.items.map(({ documentId, dropReason, can }) => [documentId, dropReason, can.change])).toEqual([
      [id, null, false],
      [null, '并入接待规范', false],
    ])
    const closed = { status: 409, code: 'standards.planned_closed' }
    await expect(manager.call(dropPlanned, { plannedId: begun.id, reason: '不要了' })).rejects.toMatchObject(
      closed,
    )
  })

  it('are changed by those who write standards, and by nobody of another bureau', async () => {
    const { id } = await put('门卫规范', 1, 1, 1)
    const change = {
      plannedId: id,
      title: '门卫服务规范',
      nodeId: await nodeId(),
      urgency: 5,
      ease: 1,
      level: 1,
    }
    await world.as('admin').call(changePlanned, change)
    const [row] = (await world.as('manager').call(listPlanned, { search: '门卫' })).items
    expect(row).toMatchObject({ title: '门卫服务规范', score: 73, createdBy: '吴建国' })
    await expect(world.other.as('manager').call(changePlanned, change)).rejects.toMatchObject({ status: 404 })
    const { nodes, totals } = await world.as('manager').call(readTree, {})
    expect(totals.planned).toBe(1)
    expect(nodes.find(({ code }) => code === 'TG')).toMatchObject({ planned: 1 })
    expect(nodes.find(({ code }) => code === 'TG-01')!.can.remove).toBe(false)
  })
})
