import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { dispatchStory } from '../dispatch/dispatch-story.ts'

describe('a trip whose passenger cancelled', () => {
  const world = useWorld()
  const { furnish, approved, assign, trip, holds } = dispatchStory(world)

  /** A trip from 10 to 12, its only passenger gone; heard of at this time. */
  async function heardAt(time: string) {
    const { vehicles, drivers } = await furnish()
    const requestId = await approved('10:00', '12:00')
    const { id } = await assign(vehicles[0]!, drivers[0]!, [requestId])
    await world.deliver()
    await world.as('staff').call(fleet.actions.cancelRequest, { requestId, reason: '会议取消' })
    world.clock.set(`2026-03-02T${time}:00+08:00`)
    await world.deliver()
    return id
  }

  it('is given up, and vehicle and driver are free', async () => {
    const id = await heardAt('09:10')
    expect(await trip(id)).toMatchObject({ state: 'CANCELLED', cancelReason: '会议取消' })
    expect(await holds(id)).toEqual([])
  })

  it('is given up as well when it is heard of only after its time', async () => {
    const id = await heardAt('12:30')
    expect(await trip(id)).toMatchObject({ state: 'CANCELLED', cancelReason: '会议取消' })
  })

  it('cancelled by the dispatcher: whose ride it was reads who did it and why', async () => {
    const { vehicles, drivers } = await furnish()
    const requestId = await approved('10:00', '12:00')
    const { id } = await assign(vehicles[0]!, drivers[0]!, [requestId])
    const reason = '车辆故障，会议改为视频'
    await world.as('dispatcher').call(fleet.actions.cancelTrip, { tripId: id, reason, requests: 'CANCEL' })
    await world.deliver()
    const { body } = await world.as('staff').get('/api/notifications?limit=50')
    const news = JSON.stringify(body.items)
    expect(news).toMatch(new RegExp(`取消了.*${reason}`))
    expect(news).not.toContain('林小满取消了')
  })
})
