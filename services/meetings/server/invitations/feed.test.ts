import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { Role } from '#kernel/contract/roles.ts'
import { feeds } from '#platform/feeds/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../../module.ts'
import { meetingStory } from '../test-story.ts'

const { actions } = meetings

describe('a person’s own calendar', () => {
  const world = useWorld()
  const story = meetingStory(world)

  const addressOf = async (role: Role) =>
    (await world.as(role).call(feeds.actions.renewMyFeed, {})).feed!.path
  async function eventsAt(path: string) {
    const { status, body } = await world.nobody.get(path)
    expect(status).toBe(200)
    const calendar = new ICAL.Component(ICAL.parse(String(body)))
    return calendar.getAllSubcomponents('vevent').map((part) => {
      const { uid, summary, location } = new ICAL.Event(part)
      return { uid, summary, location }
    })
  }
  const invite = async (meetingId: string, names: string[]) => {
    const items = await Promise.all(names.map(async (name) => ({ personId: await story.personId(name) })))
    await world.as('staff').call(actions.addParticipants, { meetingId, items })
    await world.as('staff').call(actions.sendInvitations, { meetingId })
  }

  it('holds the meetings somebody is invited to beside their own', async () => {
    const roomId = await story.addRoom()
    const { id } = await story.book('staff', story.meeting(roomId))
    const path = await addressOf('liaison')
    await world.as('staff').call(actions.addParticipants, {
      meetingId: id,
      items: [{ personId: await story.personId('何静') }],
    })
    // On a list that is still being drawn up, nobody is invited.
    expect(await eventsAt(path)).toEqual([])
    await world.as('staff').call(actions.sendInvitations, { meetingId: id })
    const expected = [{ uid: `${id}-booking@houqin`, summary: '预算协调会', location: '第一会议室' }]
    expect(await eventsAt(path)).toEqual(expected)
    expect(await eventsAt(await addressOf('staff'))).toEqual(expected)
    expect(await eventsAt(await addressOf('worker'))).toEqual([])
  })

  it('keeps a private title to its organiser: who is invited reads the number, others nothing', async () => {
    const roomId = await story.addRoom()
    const { id, number } = await story.book(
      'staff',
      story.meeting(roomId, { private: true, title: '班子碰头' }),
    )
    await invite(id, ['何静'])
    expect(await eventsAt(await addressOf('staff'))).toMatchObject([{ summary: '班子碰头' }])
    const path = await addressOf('liaison')
    expect(await eventsAt(path)).toMatchObject([{ summary: `会议 ${number}` }])
    expect(String((await world.nobody.get(path)).body)).not.toMatch(/班子|第一会议室/)
    expect(await eventsAt(await addressOf('worker'))).toEqual([])
  })
})
