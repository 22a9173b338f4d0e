import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { calendar } from '../module.ts'
import { readCalendarHealth } from './read-calendar-health.ts'

describe('what the administrator hears of the calendar', () => {
  const world = useWorld()
  const states = async () => {
    const signs = await world.ctx('system', readCalendarHealth)
    return Object.fromEntries(signs.map(({ id, state }) => [id, state]))
  }

  it('is next year’s, from November on, until it is entered and checked against the notice', async () => {
    await world.staySignedIn()
    world.clock.set('2026-10-20T09:00:00+08:00')
    expect(await states()).not.toHaveProperty('calendar.2027')
    world.clock.set('2026-12-20T09:00:00+08:00')
    expect((await states())['calendar.2027']).toBe('bad')
    const admin = world.as('admin')
    await admin.call(calendar.actions.setDay, { day: '2027-01-01', kind: 'holiday', name: '元旦' })
    expect((await states())['calendar.2027']).toBe('warn')
    await admin.call(calendar.actions.confirmYear, { year: 2027 })
    expect((await states())['calendar.2027']).toBe('good')
  })
})
