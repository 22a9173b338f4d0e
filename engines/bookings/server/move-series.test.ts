import { describe, expect, it } from 'vitest'
import type { InputOf } from '#kernel/contract/action.ts'
import { useWorld } from '#test/harness.ts'
import { bookings } from '../module.ts'
import { at, bookingStory } from './booking-story.ts'

const { actions } = bookings
type OffDays = 'SKIP' | 'NEXT' | 'KEEP'

describe('a series that is moved', () => {
  const world = useWorld()
  const { room, book, read, move, cancel, rules } = bookingStory(world)
  const staff = () => world.as('staff')

  /** Weekly from a day on, 14:00 to 15:00. */
  const weekly = (
    resourceId: string,
    day: string,
    offDays: OffDays,
    more: Partial<InputOf<typeof actions.createSeries>> = {},
  ) =>
    staff().call(actions.createSeries, {
      title: '周例会',
      from: at(`${day} 14:00`),
      to: at(`${day} 15:00`),
      claims: [{ resourceId }],
      rule: 'FREQ=WEEKLY;COUNT=3',
      offDays,
      ...more,
    })
  const dates = async (seriesId: string) =>
    (await staff().call(actions.listBookings, { seriesId })).items.reverse()
  const times = async (seriesId: string) =>
    (await dates(seriesId)).filter(({ state }) => state === 'CONFIRMED').map(({ from }) => from)
  const resume = (seriesId: string, day: string) => staff().call(actions.resumeDate, { seriesId, day })
  const skippedDays = async (bookingId: string) =>
    (await read('staff', bookingId)).series!.dates.filter(({ skipped }) => skipped).map(({ day }) => day)
  /** Where the calendar puts a weekly rule that begins on a Friday: what the series must agree with. */
  const fridays = async (resourceId: string, offDays: OffDays) => {
    const { dates } = await staff().call(actions.previewSeries, {
      from: at('04-24 14:00'),
      to: at('04-24 15:00'),
      rule: 'FREQ=WEEKLY;COUNT=3',
      offDays,
      resourceId: [resourceId],
    })
    return dates.filter(({ left }) => !left).map(({ from }) => from)
  }

  it('a date moved off a holiday comes back where it was held, not on the holiday', async () => {
    const id = await room('第一会议室')
    const expected = await fridays(id, 'NEXT')
    const { seriesId } = await weekly(id, '04-24', 'NEXT')
    expect(await times(seriesId)).toEqual(expected)
    const [first, labourDay] = await dates(seriesId)
    expect(labourDay!.from > at('05-01 23:00')).toBe(true)
    await cancel('staff', labourDay!.id)
    expect(await skippedDays(first!.id)).toEqual(['2026-05-01'])
    expect((await resume(seriesId, '2026-05-01')).from).toBe(labourDay!.from)
    expect(await times(seriesId)).toEqual(expected)
  })

  it('moved by a day and an hour: a skipped date comes back on the new weekday at the new time', async () => {
    const id = await room('第一会议室')
    const { seriesId } = await weekly(id, '03-09', 'SKIP')
    const [first, second] = await dates(seriesId)
    await cancel('staff', second!.id)
    await move('staff', first!.id, { from: at('03-10 15:00'), scope: 'all' })
    expect(await skippedDays(first!.id)).toEqual(['2026-03-17'])
    expect(await resume(seriesId, '2026-03-17')).toMatchObject({
      from: at('03-17 15:00'),
      to: at('03-17 16:00'),
    })
    expect(await times(seriesId)).toEqual([at('03-10 15:00'), at('03-17 15:00'), at('03-24 15:00')])
    // Once more, and one that is cancelled only then.
    await cancel('staff', (await dates(seriesId)).at(-1)!.id)
    await move('staff', first!.id, { from: at('03-11 15:00'), scope: 'all' })
    expect((await resume(seriesId, '2026-03-25')).from).toBe(at('03-25 15:00'))
  })

  it('this and following: what was left out goes along to the new series', async () => {
    const id = await room('第一会议室')
    const { seriesId } = await weekly(id, '03-09', 'SKIP', { rule: 'FREQ=WEEKLY;COUNT=4' })
    const [, second, third] = await dates(seriesId)
    await cancel('staff', third!.id)
    const clashing = await book('liaison', id, '04-02 14:00', '04-02 15:00')
    const moved = await move('staff', second!.id, {
      from: at('03-19 14:00'),
      scope: 'following',
      choices: [{ day: '2026-04-02', skip: true }],
    })
    expect(moved).toEqual({ moved: 1, skipped: 1 })
    expect(await skippedDays(second!.id)).toEqual(['2026-03-26', '2026-04-02'])
    const { series } = await read('staff', second!.id)
    await cancel('liaison', clashing.id)
    for (const day of ['2026-03-26', '2026-04-02']) await resume(series!.id, day)
    expect(await times(series!.id)).toEqual([at('03-19 14:00'), at('03-26 14:00'), at('04-02 14:00')])
    expect(await times(seriesId)).toEqual([at('03-09 14:00')])
  })

  it.each([
    ['SKIP', 2],
    ['NEXT', 3],
    ['KEEP', 3],
  ] as const)('moved onto a holiday it does what it does on days off: %s', async (offDays, held) => {
    const id = await room('第一会议室')
    const expected = await fridays(id, offDays)
    expect(expected).toHaveLength(held)
    const { seriesId } = await weekly(id, '04-23', offDays)
    const [first] = await dates(seriesId)
    await move('staff', first!.id, { from: at('04-24 14:00'), scope: 'all' })
    expect(await times(seriesId)).toEqual(expected)
    expect(await skippedDays(first!.id)).toEqual(offDays === 'SKIP' ? ['2026-05-01'] : [])
    // Another hour leaves every date on the day it is held.
    await move('staff', first!.id, { from: at('04-24 16:00'), scope: 'all' })
    const later = (time: string) => new Date(Date.parse(time) + 2 * 3_600_000).toISOString()
    expect(await times(seriesId)).toEqual(expected.map(later))
  })

  it('a daily one moved by a day: every date takes the place of the next', async () => {
    const id = await room('第一会议室')
    const { seriesId } = await weekly(id, '03-09', 'SKIP', { rule: 'FREQ=DAILY;COUNT=4' })
    const [first] = await dates(seriesId)
    await move('staff', first!.id, { from: at('03-10 14:00'), scope: 'all' })
    expect(await times(seriesId)).toEqual(['10', '11', '12', '13'].map((day) => at(`03-${day} 14:00`)))
  })

  it('what is past stays as it was held', async () => {
    const id = await room('第一会议室')
    await world.staySignedIn()
    const { seriesId } = await weekly(id, '03-09', 'SKIP')
    const [past, next] = await dates(seriesId)
    world.clock.set('2026-03-10T09:00:00+08:00')
    await move('staff', next!.id, { from: at('03-17 14:00'), scope: 'all' })
    expect((await read('staff', past!.id)).series!.dates.map(({ day }) => day)).toEqual(['2026-03-09'])
    const { series } = await read('staff', next!.id)
    expect(series!.dates.map(({ day }) => day)).toEqual(['2026-03-17', '2026-03-24'])
  })

  it('a preview names every clash with its ways out, and one of them is taken with all else it holds', async () => {
    const [id, other] = [await room('第一会议室'), await room('第二会议室')]
    const phones = await room('无线话筒', { kind: 'EQUIPMENT', quantity: 4, capacity: null })
    const claims = [{ resourceId: id }, { resourceId: phones, quantity: 2 }]
    const { seriesId } = await weekly(id, '03-09', 'SKIP', { claims })
    await book('liaison', id, '03-17 14:30', '03-17 15:30')
    const [first] = await dates(seriesId)
    const asked = { bookingId: first!.id, scope: 'all' as const, from: at('03-10 14:00') }
    const preview = await staff().call(actions.previewMove, asked)
    expect(preview.clashes).toBe(1)
    expect(preview.dates.map(({ day, from, clash }) => [day, from, clash !== null])).toEqual([
      ['2026-03-10', at('03-10 14:00'), false],
      ['2026-03-17', at('03-17 14:00'), true],
      ['2026-03-24', at('03-24 14:00'), false],
    ])
    expect(preview.dates[1]).toMatchObject({ takenId: id, alternatives: [{ resource: { id: other } }] })
    const refused = await move('staff', first!.id, asked).catch((error) => error)
    expect(refused.body).toMatchObject({
      code: 'bookings.series_conflict',
      dates: [{ day: '2026-03-17', takenId: id, alternatives: [{ resource: { id: other } }] }],
    })
    // Nothing was changed by looking or by the refusal.
    expect(await times(seriesId)).toEqual(['09', '16', '23'].map((day) => at(`03-${day} 14:00`)))
    const swap = { from: id, to: other }
    const { moved } = await move('staff', first!.id, { ...asked, choices: [{ day: '2026-03-17', swap }] })
    expect(moved).toBe(3)
    const held = (await dates(seriesId)).map((one) =>
      one.claims.map(({ name, quantity }) => [name, quantity]),
    )
    const rest = ['无线话筒', 2]
    expect(held).toEqual([
      [['第一会议室', 1], rest],
      [['第二会议室', 1], rest],
      [['第一会议室', 1], rest],
    ])
    const stranger = world.as('worker').call(actions.previewMove, asked)
    await expect(stranger).rejects.toMatchObject({ code: 'bookings.not_yours' })
  })

  it('a preview counts as many pieces as are wanted', async () => {
    const phones = await room('无线话筒', { kind: 'EQUIPMENT', quantity: 4, capacity: null })
    await book('liaison', phones, '03-16 14:00', '03-16 15:00', {
      claims: [{ resourceId: phones, quantity: 3 }],
    })
    const look = (quantity: number) =>
      staff().call(actions.previewSeries, {
        from: at('03-09 14:00'),
        to: at('03-09 15:00'),
        rule: 'FREQ=WEEKLY;COUNT=2',
        offDays: 'KEEP',
        resourceId: [phones],
        quantity: [quantity],
      })
    expect((await look(1)).clashes).toBe(0)
    expect((await look(2)).clashes).toBe(1)
  })

  it('its dates do not use up the quota they have already', async () => {
    const id = await room('第一会议室')
    await rules(id, { quotaCount: 1, quotaPeriod: 'WEEK' })
    const { seriesId } = await weekly(id, '03-09', 'SKIP')
    const [first] = await dates(seriesId)
    expect(await move('staff', first!.id, { from: at('03-09 15:00'), scope: 'all' })).toMatchObject({
      moved: 3,
    })
  })

  it('each date keeps what was changed for it alone when only the name changes', async () => {
    const id = await room('第一会议室')
    const { seriesId } = await weekly(id, '03-09', 'SKIP', { headcount: 8 })
    const [first, second] = await dates(seriesId)
    const change = (more: Omit<InputOf<typeof actions.changeBooking>, 'bookingId'>, bookingId: string) =>
      staff().call(actions.changeBooking, { bookingId, ...more })
    await change({ headcount: 15, private: true }, second!.id)
    await change({ title: '局务会', scope: 'all' }, first!.id)
    expect((await dates(seriesId)).map((one) => [one.title, one.headcount, one.private])).toEqual([
      ['局务会', 8, false],
      ['局务会', 15, true],
      ['局务会', 8, false],
    ])
  })
})
