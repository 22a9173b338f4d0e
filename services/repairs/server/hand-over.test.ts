import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { kernel } from '#kernel/module.ts'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../module.ts'
import { pictureBytes, placesOf, readAs, repairUnderWay } from './test-story.ts'

describe('work that came too late', () => {
  const world = useWorld()

  it('is handed to the desk with its photos, on the order, and changes nothing of it', async () => {
    const orderId = await repairUnderWay(world)
    const { second } = await placesOf(world)
    await world
      .as('dispatcher')
      .call(orders.actions.transferOrder, { orderId, workerId: second, reason: '急' })
    const refused = await world.as('worker').post(`/api/repairs/${orderId}/completion`)
    expect(refused.status).toBe(409)
    const fileId = uuidv7()
    const file = { name: 'after.png', bytes: await pictureBytes() }
    await world.as('worker').call(kernel.actions.storeFile, { fileId }, { file })
    await world.as('worker').call(repairs.actions.handOver, {
      orderId,
      reason: '工单已转给别人',
      deeds: [{ at: '2026-03-02T08:30:00+08:00', what: '完工：已解决' }],
      photos: [fileId],
    })
    const page = await readAs(world, 'dispatcher', orderId)
    expect(page.state).toBe('ASSIGNED')
    expect(page.handovers).toMatchObject([
      { by: '赵铁柱', deeds: [{ what: '完工：已解决' }], photoIds: [fileId] },
    ])
    expect((await world.as('dispatcher').get(`/api/files/${fileId}`)).bytes).toEqual(file.bytes)
    expect(page.history[0]?.title.zh).toBe('转交没有送达的工作')
  })

  it('is no way to write on orders that were never in these hands', async () => {
    const orderId = await repairUnderWay(world)
    const answer = await world.as('staff').post(`/api/repairs/${orderId}/handovers`, {})
    expect(answer.status).toBe(403)
    const { second } = await placesOf(world)
    const other = await repairUnderWay(world, { roomId: null, placeText: '大厅' })
    await world.as('dispatcher').call(orders.actions.transferOrder, {
      orderId: other,
      workerId: second,
      reason: '忙',
    })
    const note = { reason: '晚了', deeds: [{ at: '2026-03-02T08:30:00+08:00', what: '开工' }] }
    expect((await world.as('worker').post(`/api/repairs/${other}/handovers`, note)).status).toBe(200)
  })

  it('keeps a picture once under the id the phone gave it, however often it is sent', async () => {
    const fileId = uuidv7()
    const file = { name: 'a.png', bytes: await pictureBytes() }
    const send = (role: 'worker' | 'staff', bytes = file.bytes) =>
      world.as(role).upload(`/api/files?fileId=${fileId}`, file.name, bytes)
    const [first, again] = [await send('worker'), await send('worker')]
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
    expect(first.body.id).toBe(fileId)
    const taken = { status: 409, body: { code: 'kernel.file_id_taken' } }
    expect(await send('staff')).toMatchObject(taken)
    expect((await world.as('worker').get(`/api/files/${fileId}`)).bytes).toEqual(file.bytes)
  })
})
