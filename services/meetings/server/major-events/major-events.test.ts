import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../../module.ts'
import { meetingStory } from '../test-story.ts'

const { actions } = meetings

describe('a major event', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const desk = () => world.as('dispatcher')
  const begin = async (title = '人大会议') =>
    (await desk().call(actions.createEvent, { title, fromDay: '2026-03-05', toDay: '2026-03-07' })).id
  const read = (eventId: string) => desk().call(actions.readEvent, { eventId })
  const news = async (type: string) =>
    world.ctx('system', (ctx) =>
      ctx.db.selectFrom('kernel.event').select(['subject_id', 'after']).where('type', '=', type).execute(),
    )

  it('holds meetings, milestones and guests, and says what is late [MEET-09]', async () => {
    const eventId = await begin()
    const { id } = await story.book('staff', story.meeting(await story.addRoom(), { services: ['TEA'] }))
    expect(await desk().call(actions.addEventMeetings, { eventId, meetingIds: [id] })).toEqual({ added: 1 })
    expect(await desk().call(actions.addEventMeetings, { eventId, meetingIds: [id] })).toEqual({ added: 0 })
    const ownerPersonId = await story.personId('赵铁柱')
    const milestone = await desk().call(actions.addMilestone, {
      eventId,
      title: '主会场搭建',
      dueOn: '2026-03-03',
      ownerPersonId,
    })
    await desk().call(actions.addMilestone, { eventId, title: '证件制作', dueOn: '2026-03-04' })
    const pasted = await desk().call(actions.addGuests, { eventId, list: '张三\t外单位\n李四\n张三\t外单位' })
    expect(pasted).toEqual({ added: 2, repeated: 1, unread: [] })
    expect(await read(eventId)).toMatchObject({
      number: 'HD-20260305-0001',
      state: 'PLANNED',
      meetings: 1,
      guests: 2,
      milestones: { all: 2, done: 0, late: 0 },
      parts: [{ id, title: '预算协调会', room: '第一会议室' }],
      totals: { held: 0, tasksLate: 0 },
    })
    world.clock.set('2026-03-04T10:00:00+08:00')
    const late = await read(eventId)
    expect(late).toMatchObject({ milestones: { late: 1 }, milestoneList: [{ late: true }, { late: false }] })
    expect(late.totals).toMatchObject({ tasksLate: 0 })
    await world.as('worker').call(actions.settleMilestone, { eventId, milestoneId: milestone.id, done: true })
    expect(await read(eventId)).toMatchObject({ milestones: { done: 1, late: 0 } })
    world.clock.set('2026-03-05T12:00:00+08:00')
    expect((await read(eventId)).totals.tasksLate).toBeGreaterThan(0)
    const other = late.milestoneList[1]!.id
    expect(
      await world
        .as('worker')
        .put(`/api/meetings/events/${eventId}/milestones/${other}/done`, { done: true }),
    ).toMatchObject({ status: 403, body: { code: 'meetings.milestone_not_yours' } })
    // Names of guests are for the desk.
    expect((await world.as('director').call(actions.readEvent, { eventId })).guestList).toBeNull()
    expect((await world.as('staff').get(`/api/meetings/events/${eventId}`)).status).toBe(403)
    expect((await world.other.as('manager').get(`/api/meetings/events/${eventId}`)).status).toBe(404)
  })

  it('takes a meeting once; another event is named, and nothing changes', async () => {
    const [one, two] = [await begin(), await begin('文博会')]
    const { id } = await story.book('staff', story.meeting(await story.addRoom()))
    await desk().call(actions.addEventMeetings, { eventId: one, meetingIds: [id] })
    expect(await desk().post(`/api/meetings/events/${two}/meetings`, { meetingIds: [id] })).toMatchObject({
      status: 409,
      body: { code: 'meetings.in_other_event', detail: '《预算协调会》已属于活动“人大会议”，请先移出。' },
    })
    await desk().call(actions.removeEventMeeting, { eventId: one, meetingId: id })
    expect(await desk().call(actions.addEventMeetings, { eventId: two, meetingIds: [id] })).toEqual({
      added: 1,
    })
  })

  it('goes from planned to under way to closed; open milestones want a reason, and then nothing changes', async () => {
    const eventId = await begin()
    await desk().call(actions.addMilestone, { eventId, title: '总结', dueOn: '2026-03-09' })
    await desk().call(actions.startEvent, { eventId })
    expect((await desk().post(`/api/meetings/events/${eventId}/start`)).status).toBe(409)
    const close = (body: object) => desk().post(`/api/meetings/events/${eventId}/closure`, body)
    expect(await close({})).toMatchObject({ status: 409, body: { code: 'meetings.milestones_open' } })
    expect((await close({ reason: '总结另行上报' })).status).toBe(200)
    expect(await read(eventId)).toMatchObject({ state: 'CLOSED', can: { change: false } })
    for (const [path, body] of [
      ['guests', { list: '张三' }],
      ['milestones', { title: 'x', dueOn: '2026-03-09' }],
      ['needs', { kind: 'MEALS', onDay: '2026-03-05', quantity: 3 }],
    ] as const)
      expect((await desk().post(`/api/meetings/events/${eventId}/${path}`, body)).body.code).toBe(
        'meetings.event_over',
      )
  })

  it('publishes meals, passes and vehicles with their numbers; the last of a day counts [MEET-09]', async () => {
    const eventId = await begin()
    const { id } = await story.book('staff', story.meeting(await story.addRoom()))
    await desk().call(actions.addEventMeetings, { eventId, meetingIds: [id] })
    const ask = (quantity: number) =>
      desk().call(actions.askForEvent, { eventId, kind: 'VEHICLES', onDay: '2026-03-05', quantity })
    await ask(3)
    await ask(5)
    await world
      .as('staff')
      .call(actions.askForMeeting, { meetingId: id, kind: 'MEALS', quantity: 12, note: '清真 2' })
    expect(await news('meetings.needs_vehicles')).toMatchObject([
      { subject_id: eventId, after: { quantity: 3 } },
      { subject_id: eventId, after: { quantity: 5, onDay: '2026-03-05' } },
    ])
    expect(await news('meetings.needs_meals')).toMatchObject([
      { subject_id: id, after: { quantity: 12, onDay: '2026-03-05', note: '清真 2' } },
    ])
    expect((await read(eventId)).totals).toMatchObject({ meals: 12, vehicles: 5, passes: 0 })
    expect((await world.as('staff').call(actions.listNeeds, { meetingId: id })).items).toHaveLength(1)
    expect(
      await world.as('worker').post(`/api/meetings/${id}/needs`, { kind: 'MEALS', quantity: 1 }),
    ).toMatchObject({ status: 403 })
  })

  it('is exported with its parts, and in the list of events', async () => {
    const eventId = await begin()
    await desk().call(actions.addMilestone, { eventId, title: '证件制作', dueOn: '2026-03-01' })
    await desk().call(actions.addGuests, { eventId, items: [{ name: '张三', unit: '外单位' }] })
    const csv = (await desk().get(`/api/meetings/events/${eventId}/export?format=csv`)).bytes.toString()
    expect(csv).toContain('节点,证件制作,2026-03-01,周明,逾期,')
    expect(csv).toContain('嘉宾,张三,,外单位,,')
    const list = (await desk().get('/api/meetings/events/export?format=csv')).bytes.toString()
    expect(list).toContain('HD-20260305-0001,人大会议,筹备中,周明,2026-03-05,2026-03-07,0,1,1,0,1')
    expect((await desk().call(actions.listEvents, { search: '人大' })).items).toHaveLength(1)
    expect((await desk().call(actions.listEvents, { state: ['CLOSED'] })).items).toEqual([])
  })
})
