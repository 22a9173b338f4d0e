import { describe, expect, it } from 'vitest'
import { notifications } from '#platform/notifications/module.ts'
import { useWorld } from '#test/harness.ts'
import { bookings } from '../module.ts'
import { at, bookingStory } from './booking-story.ts'

const { actions } = bookings

describe('a series', () => {
  const world = useWorld()
  const { room, book, read, move, cancel, rules } = bookingStory(world)
  const mondays = { rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=4', offDays: 'SKIP' as const }
  const make = (resourceId: string, more: object = {}) =>
    world.as('staff').call(actions.createSeries, {
      title: '周例会',
      from: at('14:00'),
      to: at('15:00'),
      claims: [{ resourceId }],
      ...mondays,
      ...more,
    })
  const dates = async (seriesId: string) => {
    const { items } = await world.as('staff').call(actions.listBookings, { seriesId })
    return items.reverse()
  }
  const times = async (seriesId: string) =>
    (await dates(seriesId)).filter(({ state }) => state === 'CONFIRMED').map(({ from }) => from)

  it('holds every date or none; a preview names each clash with its ways out', async () => {
    const [id, other] = [await room('第一会议室'), await room('第二会议室')]
    await book('liaison', id, '03-09 14:30', '03-09 15:30', { title: '党组会' })
    const preview = await world.as('staff').call(actions.previewSeries, {
      from: at('14:00'),
      to: at('15:00'),
      ...mondays,
      resourceId: [id],
    })
    expect(preview.clashes).toBe(1)
    expect(preview.dates.map(({ day, clash }) => [day, clash !== null])).toEqual([
      ['2026-03-02', false],
      ['2026-03-09', true],
      ['2026-03-16', false],
      ['2026-03-23', false],
    ])
    expect(preview.dates[1]).toMatchObject({ alternatives: [{ resource: { id: other } }] })
    const refused = await make(id).catch((error) => error)
    expect(refused).toMatchObject({ status: 409, code: 'bookings.series_conflict' })
    expect(refused.body.dates).toMatchObject([{ day: '2026-03-09' }])
    expect((await world.as('staff').call(actions.listBookings, { mine: true })).items).toEqual([])
    const elsewhere = { day: '2026-03-09', claims: [{ resourceId: other }] }
    const made = await make(id, { choices: [elsewhere] })
    expect(made).toMatchObject({ booked: 4, skipped: 0 })
    expect((await dates(made.seriesId)).map(({ claims }) => claims[0]!.name)).toEqual([
      '第一会议室',
      '第二会议室',
      '第一会议室',
      '第一会议室',
    ])
  })

  it('a date that was left out can be taken up again', async () => {
    const id = await room('第一会议室')
    const blocking = await book('liaison', id, '03-09 14:30', '03-09 15:30')
    const { seriesId, skipped } = await make(id, { choices: [{ day: '2026-03-09', skip: true }] })
    expect(skipped).toBe(1)
    const resume = () => world.as('staff').call(actions.resumeDate, { seriesId, day: '2026-03-09' })
    await expect(resume()).rejects.toMatchObject({ code: 'bookings.series_conflict' })
    await cancel('liaison', blocking.id)
    expect(await resume()).toMatchObject({ from: at('03-09 14:00'), to: at('03-09 15:00') })
    await expect(resume()).rejects.toMatchObject({ code: 'bookings.not_skipped' })
    expect(await times(seriesId)).toHaveLength(4)
  })

  it('a date replaced by another booking can still be edited, and does not clash with itself', async () => {
    const id = await room('第一会议室')
    const { seriesId } = await make(id)
    const [, second] = await dates(seriesId)
    await move('staff', second!.id, { from: at('03-10 09:00') })
    await book('liaison', id, '03-09 14:00', '03-09 15:00')
    // The whole series moves by half an hour; the date edited for itself stays where it was put.
    const [first] = await dates(seriesId)
    expect(await move('staff', first!.id, { from: at('14:30'), scope: 'all' })).toEqual({
      moved: 3,
      skipped: 0,
    })
    expect(await times(seriesId)).toEqual([
      at('14:30'),
      at('03-10 09:00'),
      at('03-16 14:30'),
      at('03-23 14:30'),
    ])
    await move('staff', second!.id, { from: at('03-11 09:00') })
  })

  it('this and following becomes a series of its own; the first keeps its end', async () => {
    const id = await room('第一会议室')
    const { seriesId } = await make(id)
    const [, , third] = await dates(seriesId)
    await move('staff', third!.id, { from: at('03-17 10:00'), to: at('03-17 10:30'), scope: 'following' })
    expect(await times(seriesId)).toEqual([at('14:00'), at('03-09 14:00')])
    const { series } = await read('staff', third!.id)
    expect(series).toMatchObject({ rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20260324' })
    expect(await times(series!.id)).toEqual([at('03-17 10:00'), at('03-24 10:00')])
    const [first] = await dates(seriesId)
    expect((await read('staff', first!.id)).series!.rule).toBe('FREQ=WEEKLY;BYDAY=MO;UNTIL=20260315')
  })

  it('editing only the title neither splits nor moves nor tells anybody', async () => {
    const id = await room('第一会议室')
    const { seriesId } = await make(id)
    const [, second] = await dates(seriesId)
    const rename = (title: string, scope: 'this' | 'following' | 'all') =>
      world.as('dispatcher').call(actions.changeBooking, { bookingId: second!.id, title, scope })
    expect(await rename('财政局周例会', 'following')).toEqual({ changed: 3 })
    expect((await dates(seriesId)).map(({ title }) => title)).toEqual([
      '周例会',
      '财政局周例会',
      '财政局周例会',
      '财政局周例会',
    ])
    expect(await rename('局务会', 'all')).toEqual({ changed: 4 })
    expect(await rename('局务会', 'all')).toEqual({ changed: 0 })
    expect(await dates(seriesId)).toHaveLength(4)
    await world.deliver()
    expect((await world.as('staff').call(notifications.actions.listNotifications, {})).items).toEqual([])
  })

  it('cancels this, this and following, or all', async () => {
    const id = await room('第一会议室')
    const { seriesId } = await make(id)
    const [first, second, third] = await dates(seriesId)
    await cancel('staff', second!.id)
    expect(await times(seriesId)).toHaveLength(3)
    await cancel('staff', third!.id, 'following')
    expect(await times(seriesId)).toEqual([at('14:00')])
    await cancel('staff', first!.id, 'all')
    expect(await times(seriesId)).toEqual([])
  })

  it('a single booking becomes a series, and a date of it single again', async () => {
    const id = await room('第一会议室')
    const single = await book('staff', id, '14:00', '15:00')
    const made = await world.as('staff').call(actions.makeSeries, { bookingId: single.id, ...mondays })
    expect(made.booked).toBe(4)
    const all = await dates(made.seriesId)
    expect(all.map(({ id }) => id)).toContain(single.id)
    expect(
      await world.as('staff').call(actions.leaveSeries, { bookingId: single.id, cancelOthers: true }),
    ).toEqual({ cancelled: 3 })
    expect(await read('staff', single.id)).toMatchObject({ state: 'CONFIRMED', seriesId: null })
  })

  it('made single, the others are cancelled only as each could be: in time, by whoever may, all or none', async () => {
    const id = await room('第一会议室')
    const { seriesId } = await make(id)
    await rules(id, { noticeCancelMinutes: 3 * 24 * 60 })
    const [first, second] = await dates(seriesId)
    // Two days before the second; the first is over.
    world.clock.set(at('03-07 14:00'))
    const third = (await dates(seriesId))[2]!
    const leave = (role: 'staff' | 'dispatcher', bookingId: string, cancelOthers = true) =>
      world.as(role).call(actions.leaveSeries, { bookingId, cancelOthers })
    await expect(cancel('staff', second!.id)).rejects.toMatchObject({ code: 'bookings.notice_cancel' })
    await expect(leave('staff', third.id)).rejects.toMatchObject({
      status: 422,
      code: 'bookings.notice_cancel_others',
      body: { detail: expect.stringMatching(/3月9日 14:00.*第一会议室开始前3 天内不能取消/) },
    })
    expect(await read('staff', third.id)).toMatchObject({ seriesId })
    expect(await times(seriesId)).toEqual([first!.from, second!.from, third.from, at('03-23 14:00')])
    // To leave the others alone asks for no notice.
    expect(await leave('staff', (await dates(seriesId))[3]!.id, false)).toEqual({ cancelled: 0 })
    // Whoever manages bookings passes it by, here as there.
    expect(await leave('dispatcher', third.id)).toEqual({ cancelled: 1 })
    expect(await times(seriesId)).toEqual([first!.from])
    expect((await read('staff', third.id)).state).toBe('CONFIRMED')
  })

  it('counts its own dates against the quota', async () => {
    const id = await room('第一会议室')
    await rules(id, { quotaCount: 2, quotaPeriod: 'MONTH' })
    await expect(make(id)).rejects.toMatchObject({ code: 'bookings.quota_count' })
    expect((await make(id, { rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2' })).booked).toBe(2)
  })

  it('refuses rules it cannot follow', async () => {
    const id = await room('第一会议室')
    await expect(make(id, { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' })).rejects.toMatchObject({
      code: 'bookings.bad_rule',
    })
    await expect(make(id, { rule: 'FREQ=DAILY;COUNT=900' })).rejects.toMatchObject({
      code: 'bookings.too_many_dates',
    })
  })
})
