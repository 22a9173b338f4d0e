import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { requestStory } from './test-story.ts'

describe('figures of requests', () => {
  const world = useWorld()
  const story = requestStory(world)
  const figure = async (path = '') =>
    (
      await world
        .as('manager')
        .get(`/api/metrics/requests.approved-in-time.rate${path}?from=2026-03-01&to=2026-03-31`)
    ).body

  it('用车按时审批率 counts all that needed approval and whose departure is past, and opens to them', async () => {
    const ride = (hour: number) =>
      story.ride({
        from: `2026-03-05T${String(hour).padStart(2, '0')}:00:00+08:00`,
        to: `2026-03-05T${hour + 1}:30:00+08:00`,
      })
    const inTime = await story.submit('staff', ride(9))
    await story.decide('liaison', inTime.id)
    const never = await story.submit('staff', ride(10))
    const late = await story.submit('staff', ride(11))
    const refused = await story.submit('staff', ride(9))
    await story.decide('liaison', refused.id, 'REFUSE')
    const withdrawn = await story.submit('staff', ride(9))
    await world.as('staff').post(`/api/fleet/requests/${withdrawn.id}/withdrawal`, { reason: '改期' })
    const emergency = await story.submit('staff', { ...ride(12), purpose: 'EMERGENCY', emergency: true })
    const ahead = await story.submit(
      'staff',
      story.ride({ from: '2026-03-20T09:00:00+08:00', to: '2026-03-20T12:00:00+08:00' }),
    )
    await story.decide('liaison', ahead.id)
    // Nothing has left yet, and no approval is due.
    expect((await figure()).value).toBeNull()
    await story.decide('manager', emergency.id)
    world.clock.set('2026-03-05T14:00:00+08:00')
    await story.decide('liaison', late.id)
    expect((await figure()).value).toBe(50)
    const { items } = await figure('/records')
    expect(
      Object.fromEntries(items.map(({ id, value }: { id: string; value: number }) => [id, value])),
    ).toEqual({ [inTime.id]: 100, [never.id]: 0, [late.id]: 0, [emergency.id]: 100 })
  })
})
