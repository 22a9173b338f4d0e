import ICAL from 'ical.js'
import { afterEach, describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { notifications } from '#platform/notifications/module.ts'
import { sendDue } from '#platform/notifications/server/send-due.ts'
import { useWorld } from '#test/harness.ts'
import { type MailPeer, openMailPeer } from '#test/mail-peer.ts'
import { meetings } from '../../module.ts'
import { meetingStory } from '../test-story.ts'

const { actions } = meetings

function read(words: string) {
  const calendar = new ICAL.Component(ICAL.parse(words))
  const part = calendar.getFirstSubcomponent('vevent')!
  const event = new ICAL.Event(part)
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    status: part.getFirstPropertyValue('status'),
    attendees: event.attendees.map((one) => one.getFirstValue()),
  }
}

describe('invitations', () => {
  const world = useWorld()
  const story = meetingStory(world)
  let peer: MailPeer | undefined
  afterEach(async () => peer?.close())

  const file = async (meetingId: string) =>
    read(String((await world.as('staff').get(`/api/meetings/${meetingId}/invitation`)).body))

  it('keep their UID while SEQUENCE rises with every move, and take the date away at the end', async () => {
    const { id } = await story.book('staff', story.meeting(await story.addRoom()))
    const first = await file(id)
    expect(first).toMatchObject({ method: 'REQUEST', uid: `${id}-meeting@houqin`, summary: '预算协调会' })
    for (const from of ['2026-03-05T10:00:00+08:00', '2026-03-05T14:00:00+08:00'])
      await world.as('staff').call(bookings.actions.moveBooking, { bookingId: id, from })
    const moved = await file(id)
    expect([moved.uid, moved.sequence]).toEqual([first.uid, first.sequence + 2])
    await world.as('staff').call(bookings.actions.cancelBooking, { bookingId: id, reason: '不开了' })
    expect(await file(id)).toMatchObject({
      method: 'CANCEL',
      uid: first.uid,
      sequence: first.sequence + 3,
      status: 'CANCELLED',
    })
  })

  it('go by mail to who gave an address, again when the meeting moves or ends, by bell to the others', async () => {
    peer = await openMailPeer()
    await world.as('admin').call(notifications.actions.saveMailServer, {
      host: '127.0.0.1',
      port: peer.port,
      security: 'NONE',
      userName: '',
      fromAddress: 'houqin@qinglan.example',
      fromName: '后勤',
      authority: '',
      siteAddress: '',
    })
    await world.as('liaison').call(notifications.actions.savePreferences, {
      mailAddress: 'hejing@qinglan.example',
      locale: 'zh-CN',
      quiet: 'NONE',
      quietFromMinutes: 1320,
      quietToMinutes: 420,
      digest: 'DAILY',
      choices: [],
    })
    const { id } = await story.book('staff', story.meeting(await story.addRoom()))
    await world.as('staff').call(actions.addParticipants, {
      meetingId: id,
      items: [
        { personId: await story.personId('何静') },
        { personId: await story.personId('赵铁柱') },
        { name: '外人' },
      ],
    })
    expect(await world.as('staff').call(actions.sendInvitations, { meetingId: id })).toEqual({
      told: 2,
      withMail: 1,
    })
    const send = async () => {
      await world.deliver()
      await sendDue(world.installation)
    }
    await send()
    await world
      .as('staff')
      .call(bookings.actions.moveBooking, { bookingId: id, from: '2026-03-05T14:00:00+08:00' })
    await send()
    await world.as('staff').call(bookings.actions.cancelBooking, { bookingId: id, reason: '不开了' })
    await send()
    const invitations = peer.mails.map((one) => read(calendarIn(one.raw)))
    expect(invitations.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    const [a, b, c] = invitations.map(({ sequence }) => sequence)
    expect(a! < b! && b! < c!).toBe(true)
    expect(invitations[0]?.attendees).toEqual(['MAILTO:hejing@qinglan.example'])
  })

  it('stay quiet when only the title changes, and carry the new one from then on', async () => {
    const { id } = await story.book('staff', story.meeting(await story.addRoom()))
    await world
      .as('staff')
      .call(actions.addParticipants, { meetingId: id, items: [{ personId: await story.personId('何静') }] })
    await world.as('staff').call(actions.sendInvitations, { meetingId: id })
    await world.deliver()
    const told = async () => {
      const { items } = await world.as('liaison').call(notifications.actions.listNotifications, {})
      return items.filter(({ type }) => type === 'meetings.invited').length
    }
    expect(await told()).toBe(1)
    const before = await file(id)
    await world.as('staff').call(bookings.actions.changeBooking, { bookingId: id, title: '预算平衡会' })
    await world.deliver()
    expect(await told()).toBe(1)
    const after = await file(id)
    expect(after).toMatchObject({ uid: before.uid, summary: '预算平衡会' })
    // Higher, so that a calendar which took the first one in takes the new title too.
    expect(after.sequence).toBeGreaterThan(before.sequence)
    await world
      .as('staff')
      .call(bookings.actions.moveBooking, { bookingId: id, from: '2026-03-05T14:00:00+08:00' })
    await world.deliver()
    expect(await told()).toBe(2)
  })

  it('say nothing of a private meeting but its number, and are refused where nobody can be told', async () => {
    const roomId = await story.addRoom()
    const { id, number } = await story.book(
      'staff',
      story.meeting(roomId, { private: true, title: '班子碰头' }),
    )
    const { body } = await world.as('staff').get(`/api/meetings/${id}/invitation`)
    expect(String(body)).not.toMatch(/班子|第一会议室/)
    expect(await file(id)).toMatchObject({ summary: `会议 ${number}` })
    expect(await world.as('staff').post(`/api/meetings/${id}/invitations`)).toMatchObject({
      status: 409,
      body: { code: 'meetings.nobody_to_invite' },
    })
    expect(await world.as('staff').call(actions.readInvitations, { meetingId: id })).toMatchObject({
      sentAt: null,
      known: 0,
    })
    expect((await world.as('worker').get(`/api/meetings/${id}/invitation`)).status).toBe(404)
  })
})

/** The calendar part of a mail, whichever way it is encoded. */
function calendarIn(raw: string): string {
  const [, head = '', body = ''] = raw.match(/(content-type: text\/calendar.*?)\r\n\r\n(.*?)\r\n--/is) ?? []
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
