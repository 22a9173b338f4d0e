import { describe, expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../module.ts'
import { answerChecklist, placesOf, repairUnderWay, reportFault, uploadPhoto } from './test-story.ts'

describe('what a unit asked for and what it cost', () => {
  const world = useWorld()
  const year = { from: '2026-01-01', to: '2026-12-31' }

  it('adds up by kind and month, with the cost and the rating', async () => {
    const { finance } = await placesOf(world)
    const id = await repairUnderWay(world)
    await answerChecklist(world, id)
    const worker = world.as('worker')
    await worker.call(repairs.actions.addPart, { orderId: id, name: '阀芯', quantity: 2, unitPriceFen: 1850 })
    const photo = await uploadPhoto(world, 'worker')
    await worker.call(repairs.actions.completeRepair, { orderId: id, photos: [photo] })
    await world.as('staff').call(orders.actions.confirmOrder, { orderId: id })
    await world.as('staff').call(orders.actions.evaluateOrder, { orderId: id, overall: 4 })
    await reportFault(world, { kind: 'DOORS_WINDOWS', description: '门锁坏了' })
    const use = await world.as('liaison').call(repairs.actions.readUse, { ...year, unitId: finance })
    expect(use).toMatchObject({ rated: 1, satisfaction: 4 })
    expect(use.items).toEqual([
      { kind: 'DOORS_WINDOWS', month: '2026-03', count: 1, costFen: 0 },
      { kind: 'PLUMBING_ELECTRIC', month: '2026-03', count: 1, costFen: 3700 },
    ])
  })

  it('leaves out what was withdrawn, and other units', async () => {
    const { education } = await placesOf(world)
    const { id } = await reportFault(world)
    await world.as('staff').call(orders.actions.withdrawOrder, { orderId: id, reason: '已经自己好了' })
    const mine = await world.as('staff').call(repairs.actions.readUse, year)
    expect(mine.items).toEqual([])
    await reportFault(world, { description: '灯不亮' })
    const other = await world.as('dispatcher').call(repairs.actions.readUse, { ...year, unitId: education })
    expect(other).toEqual({ items: [], rated: 0, satisfaction: null })
  })
})
