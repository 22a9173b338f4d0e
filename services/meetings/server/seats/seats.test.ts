import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { readPrintedPdf } from '../../document/read-printed-pdf.ts'
import { meetings } from '../../module.ts'
import { seatsInOrder } from '../../seating/layouts.ts'
import { meetingStory } from '../test-story.ts'

const { actions } = meetings

describe('the seat plan of a meeting', () => {
  const world = useWorld()
  const story = meetingStory(world)

  async function begin() {
    const meeting = story.meeting(await story.addRoom(), { headcount: 4, layout: 'THEATRE' })
    const { id: meetingId } = await story.book('staff', meeting)
    await world.as('staff').call(actions.addParticipants, {
      meetingId,
      items: [
        { name: '科员甲', rank: '科员' },
        { name: '局长乙', unit: '财政局', rank: '正处级' },
        { name: '丙' },
      ],
    })
    return meetingId
  }
  const read = (meetingId: string) => world.as('staff').call(actions.readSeats, { meetingId })

  it('begins with the layout and numbers asked for, and is seated by protocol order', async () => {
    const meetingId = await begin()
    const first = await read(meetingId)
    expect(first).toMatchObject({
      version: 0,
      plan: { layout: 'THEATRE', dimensions: { seats: 4 }, taken: {} },
      changedBy: null,
    })
    const { version, left } = await world.as('staff').call(actions.seatByOrder, { meetingId, version: 0 })
    expect([version, left]).toEqual([1, []])
    const { plan } = await read(meetingId)
    expect(Object.keys(plan.taken)).toHaveLength(3)
    const inOrder = seatsInOrder(plan).map(({ id }) => plan.taken[id]?.name)
    expect(inOrder).toEqual(['局长乙', '科员甲', '丙', undefined])
  })

  it('is never overwritten by somebody who has not seen the newest: 409 with it', async () => {
    const meetingId = await begin()
    const mine = await read(meetingId)
    await world.as('dispatcher').call(actions.seatByOrder, { meetingId, version: 0 })
    const save = (version: number) =>
      world.as('staff').put(`/api/meetings/${meetingId}/seats`, { version, plan: mine.plan })
    const refused = await save(0)
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'meetings.seats_changed', current: { version: 1, by: '周明' } },
    })
    expect(Object.keys(refused.body.current.plan.taken)).toHaveLength(3)
    expect(Object.keys((await read(meetingId)).plan.taken)).toHaveLength(3)
    expect((await save(1)).body).toEqual({ version: 2 })
    expect((await read(meetingId)).plan.taken).toEqual({})
  })

  it('refuses strangers, chairs that are not there and one person on two of them; nothing changes', async () => {
    const meetingId = await begin()
    const { plan, people } = await read(meetingId)
    const save = (taken: object) =>
      world.as('staff').put(`/api/meetings/${meetingId}/seats`, { version: 0, plan: { ...plan, taken } })
    const stranger = { ...people[0]!, id: '0190b6a0-0000-7000-8000-000000000000', name: '路人' }
    for (const [taken, code] of [
      [{ 'F1-1': stranger }, 'meetings.seats_unknown_person'],
      [{ 'F9-9': people[0] }, 'meetings.seating_unknown_seat'],
      [{ 'F1-1': people[0], 'F1-2': people[0] }, 'meetings.seating_seated_twice'],
    ] as const)
      expect(await save(taken)).toMatchObject({ status: 422, body: { code } })
    expect((await read(meetingId)).version).toBe(0)
    expect((await world.as('director').get(`/api/meetings/${meetingId}/seats`)).status).toBe(403)
  })

  it('frees the seat of who is taken off the list', async () => {
    const meetingId = await begin()
    await world.as('staff').call(actions.seatByOrder, { meetingId, version: 0 })
    const { people } = await read(meetingId)
    await world.as('staff').call(actions.removeParticipant, { meetingId, participantId: people[0]!.id })
    const { plan, people: left } = await read(meetingId)
    expect([left.length, Object.keys(plan.taken).length]).toEqual([2, 2])
  })

  it('is printed, and so are the name plates in the order of the seats', async () => {
    const meetingId = await begin()
    await world.as('staff').call(actions.seatByOrder, { meetingId, version: 0 })
    const get = (url: string) => world.as('staff').get(`/api/meetings/${meetingId}/${url}`)
    const plan = await get('seats/print?format=pdf')
    expect(plan.headers['content-type']).toBe('application/pdf')
    expect(readPrintedPdf(plan.bytes).missing).toEqual([])
    expect((await get('seats/print?format=docx')).bytes.subarray(0, 2).toString()).toBe('PK')
    const plates = readPrintedPdf((await get('name-plates?unit=true')).bytes)
    expect(plates.sizes).toHaveLength(3)
    const { items } = await world.as('staff').call(actions.listParticipants, { meetingId })
    for (const { id } of items)
      await world.as('staff').call(actions.removeParticipant, { meetingId, participantId: id })
    expect((await get('name-plates')).body.code).toBe('meetings.nobody_to_print')
  })
})
