import { describe, expect, it } from 'vitest'
import { directory } from '#engines/directory/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../../module.ts'
import { seatsInOrder } from '../../seating/layouts.ts'
import { meetingStory } from '../test-story.ts'

const { actions } = meetings

describe('who takes part and who came', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const names = [
    { name: '张三', unit: '财政局', rank: '正处级' },
    { name: '李四' },
    { name: '单雄信', unit: '外单位' },
  ]

  async function listed() {
    const { id } = await story.book('staff', story.meeting(await story.addRoom()))
    await world.as('staff').call(actions.addParticipants, { meetingId: id, items: names })
    return id
  }
  const list = (meetingId: string) => world.as('staff').call(actions.listParticipants, { meetingId })
  async function doorOf(meetingId: string) {
    const { path } = await world.as('staff').call(actions.openDoor, { meetingId })
    return path.slice('/meetings/attend/'.length)
  }
  const search = async (code: string, words: string) =>
    (await world.nobody.call(actions.searchDoor, { code, search: words })).items

  it('are listed from the directory, by hand and from a pasted list, each once', async () => {
    const meetingId = await listed()
    const pasted = await world.as('staff').call(actions.pasteParticipants, {
      meetingId,
      list: '姓名\t单位\n林小满\t财政局\n张三\t财政局\n王五\t教育局\n\t教育局',
    })
    expect(pasted).toEqual({ added: 2, repeated: 1, known: 1, unread: [{ line: 5, words: '教育局' }] })
    const again = await world.as('staff').call(actions.addParticipants, {
      meetingId,
      items: [{ personId: await story.personId('林小满') }],
    })
    expect(again).toEqual({ added: 0, repeated: 1 })
    const { items, counts } = await list(meetingId)
    expect(items.map(({ name, unit }) => `${name}/${unit}`)).toEqual([
      '张三/财政局',
      '李四/',
      '单雄信/外单位',
      '林小满/财政局',
      '王五/教育局',
    ])
    expect(counts).toMatchObject({ listed: 5, open: 5, present: 0 })
  })

  it('take a whole unit at once, and each has a rank, a place and a side by which the seats go', async () => {
    const meetingId = await listed()
    const staff = world.as('staff')
    const { items: units } = await staff.call(directory.actions.listUnits, { search: '财政局' })
    const whole = await staff.call(actions.addUnit, { meetingId, unitId: units[0]!.id })
    const names = async () => (await list(meetingId)).items.map(({ name }) => name)
    expect(whole.added).toBeGreaterThan(1)
    expect(await names()).toEqual(expect.arrayContaining(['林小满', '何静']))
    expect((await staff.call(actions.addUnit, { meetingId, unitId: units[0]!.id })).added).toBe(0)
    const guest = (await list(meetingId)).items[2]!
    await staff.call(actions.changeParticipant, {
      meetingId,
      participantId: guest.id,
      rank: '正处级',
      party: 'GUEST',
      order: 1,
    })
    expect((await list(meetingId)).items[0]).toMatchObject({ id: guest.id, rank: '正处级', party: 'GUEST' })
    expect((await names()).slice(0, 3)).toEqual(['单雄信', '张三', '李四'])
    await staff.call(actions.changeParticipant, { meetingId, participantId: guest.id, order: 3 })
    expect((await names()).slice(0, 3)).toEqual(['张三', '李四', '单雄信'])
    await staff.call(actions.changeParticipant, { meetingId, participantId: guest.id, order: 9999 })
    expect((await names()).at(-1)).toBe('单雄信')
    // The plan now has two sides: the guest sits on theirs.
    const board = { layout: 'BOARD' as const, dimensions: { seats: 8 }, evenRule: 'SECOND_AT_LEFT' as const }
    await staff.call(actions.saveSeats, { meetingId, version: 0, plan: { ...board, taken: {} } })
    await staff.call(actions.seatByOrder, { meetingId, version: 1 })
    const { plan } = await staff.call(actions.readSeats, { meetingId })
    const guests = seatsInOrder(plan).filter(({ id }) => plan.taken[id]?.party === 'GUEST')
    expect(guests).toMatchObject([{ side: 'GUEST' }])
    const gone = await staff.post(`/api/meetings/${meetingId}/participants/units`, { unitId: guest.id })
    expect([gone.status, gone.body.code]).toEqual([422, 'meetings.unknown_unit'])
  })

  it('are seen by organiser, liaison, desk and the meeting’s attendants, by nobody else', async () => {
    const meetingId = await listed()
    const status = async (role: 'liaison' | 'dispatcher' | 'manager' | 'director' | 'auditor' | 'worker') =>
      (await world.as(role).get(`/api/meetings/${meetingId}/participants`)).status
    expect([await status('liaison'), await status('dispatcher'), await status('manager')]).toEqual([
      200, 200, 200,
    ])
    expect([await status('director'), await status('auditor'), await status('worker')]).toEqual([
      403, 403, 403,
    ])
    expect((await world.other.as('dispatcher').get(`/api/meetings/${meetingId}/participants`)).status).toBe(
      404,
    )
  })

  it('sign in at the door by initials and one tap, late after the beginning, once', async () => {
    const meetingId = await listed()
    const code = await doorOf(meetingId)
    const door = () => world.nobody.call(actions.readDoor, { code })
    expect(await door()).toMatchObject({ state: 'EARLY', title: '预算协调会', listed: 3, signed: 0 })
    expect(await search(code, 'zs')).toEqual([])
    world.clock.set('2026-03-05T08:40:00+08:00')
    expect(await door()).toMatchObject({ state: 'OPEN' })
    const [zhang] = await search(code, 'zs')
    expect(zhang).toMatchObject({ name: '张三', unit: '财政局', signed: false })
    expect(await search(code, 'shan')).toMatchObject([{ name: '单雄信' }])
    expect((await world.nobody.get(`/api/public/attend/${code}/names?search=z`)).status).toBe(400)
    expect(await search(code, '%%')).toEqual([])
    const signed = await world.nobody.call(actions.signIn, { code, participantId: zhang!.id })
    expect(signed).toMatchObject({ name: '张三', mark: 'PRESENT', again: false, signed: 1 })
    // The first who comes has checked the room in.
    expect((await story.read('staff', meetingId)).state).toBe('CHECKED_IN')
    world.clock.set('2026-03-05T09:20:00+08:00')
    const twice = await world.nobody.call(actions.signIn, { code, participantId: zhang!.id })
    expect(twice).toMatchObject({ mark: 'PRESENT', again: true, at: signed.at, signed: 1 })
    const [li] = await search(code, '李四')
    const substitute = { name: '钱七', unit: '审计局' }
    await world.nobody.call(actions.signIn, { code, participantId: li!.id, substitute })
    expect(await list(meetingId)).toMatchObject({
      counts: { listed: 3, present: 1, late: 1, substituted: 1, open: 1 },
      attended: 2,
      items: [{ mark: 'PRESENT', way: 'DOOR' }, { mark: 'LATE', substitute }, { mark: null }],
    })
    world.clock.set('2026-03-05T11:00:00+08:00')
    expect(await world.nobody.post(`/api/public/attend/${code}`, { participantId: li!.id })).toMatchObject({
      status: 409,
      body: { code: 'meetings.attend_over' },
    })
  })

  it('cannot be reached by a forged, foreign or revoked code, nor signed in for another meeting', async () => {
    const meetingId = await listed()
    const code = await doorOf(meetingId)
    const forged = `${code.slice(0, -3)}${code.endsWith('AAA') ? 'BBB' : 'AAA'}`
    expect((await world.nobody.get(`/api/public/attend/${forged}`)).status).toBe(404)
    expect((await world.other.as('staff').get(`/api/public/attend/${code}`)).status).toBe(404)
    world.clock.set('2026-03-05T08:40:00+08:00')
    const { id: other } = await story.book('staff', {
      ...story.meeting(await story.addRoom({ code: 'H2', name: '第二会议室' })),
      from: '2026-03-06T09:00:00+08:00',
      to: '2026-03-06T10:00:00+08:00',
    })
    await world.as('staff').call(actions.addParticipants, { meetingId: other, items: [{ name: '外人' }] })
    const stranger = (await list(other)).items[0]!.id
    expect(await world.nobody.post(`/api/public/attend/${code}`, { participantId: stranger })).toMatchObject({
      status: 404,
      body: { code: 'meetings.not_on_list' },
    })
    const fresh = await doorOf(meetingId)
    expect(await world.nobody.get(`/api/public/attend/${code}`)).toMatchObject({
      status: 410,
      body: { code: 'meetings.attend_revoked' },
    })
    expect((await world.nobody.get(`/api/public/attend/${fresh}`)).status).toBe(200)
    await world.as('staff').call(actions.closeDoor, { meetingId })
    expect((await world.nobody.get(`/api/public/attend/${fresh}`)).status).toBe(410)
  })

  it('are marked by hand: late, absent, who came for whom, and back', async () => {
    const meetingId = await listed()
    const [zhang, li, shan] = (await list(meetingId)).items.map(({ id }) => id)
    const mark = (participantIds: string[], more: object) =>
      world.as('dispatcher').post(`/api/meetings/${meetingId}/attendance`, { participantIds, ...more })
    expect(await mark([zhang!], { mark: 'PRESENT' })).toMatchObject({
      status: 409,
      body: { code: 'meetings.marked_before' },
    })
    world.clock.set('2026-03-05T09:30:00+08:00')
    expect((await mark([zhang!, li!], { mark: 'PRESENT' })).status).toBe(200)
    expect((await mark([li!], { mark: 'LATE', substitute: { name: '钱七' } })).status).toBe(200)
    expect((await mark([shan!], { mark: 'ABSENT' })).status).toBe(200)
    expect(await mark([shan!], { mark: 'ABSENT', substitute: { name: '钱七' } })).toMatchObject({
      status: 422,
    })
    expect((await list(meetingId)).counts).toEqual({
      listed: 3,
      present: 1,
      late: 1,
      absent: 1,
      substituted: 1,
      open: 0,
    })
    expect(await world.as('staff').delete(`/api/meetings/${meetingId}/participants/${zhang}`)).toMatchObject({
      status: 409,
      body: { code: 'meetings.has_signed' },
    })
    expect((await mark([zhang!], { mark: null })).status).toBe(200)
    expect((await world.as('staff').delete(`/api/meetings/${meetingId}/participants/${zhang}`)).status).toBe(
      200,
    )
  })

  it('make the figure of attendances: counted, else signed in, else booked for [MEET-05]', async () => {
    const meetingId = await listed()
    const figure = async () => {
      const url = '/api/metrics/meetings.attendances.sum?from=2026-03-05&to=2026-03-05'
      return (await world.as('manager').get(url)).body.value
    }
    world.clock.set('2026-03-05T09:30:00+08:00')
    const { items } = await list(meetingId)
    await world.as('staff').call(actions.markAttendance, {
      meetingId,
      participantIds: items.slice(0, 2).map(({ id }) => id),
      mark: 'PRESENT',
    })
    await world.as('staff').post(`/api/bookings/${meetingId}/check-in`)
    await world.as('staff').post(`/api/bookings/${meetingId}/end`)
    expect(await figure()).toBe(2)
    await world.as('dispatcher').call(actions.countHeads, { meetingId, headcount: 9 })
    expect(await figure()).toBe(9)
    await world.as('dispatcher').call(actions.countHeads, { meetingId, headcount: null })
    await world.as('staff').call(actions.markAttendance, {
      meetingId,
      participantIds: items.slice(0, 2).map(({ id }) => id),
      mark: null,
    })
    expect(await figure()).toBe(12)
  })

  it('come as a sheet and as a print to sign, and leave no name in the history', async () => {
    const meetingId = await listed()
    const url = `/api/meetings/${meetingId}/attendance/export`
    const csv = await world.as('staff').get(`${url}?format=csv`)
    expect(csv.bytes.toString()).toMatch(/姓名,单位.*\r\n1,张三,财政局,正处级/)
    const docx = await world.as('staff').get(`${url}?format=docx`)
    expect(docx.headers['content-type']).toContain('wordprocessingml')
    expect(docx.bytes.subarray(0, 2).toString()).toBe('PK')
    const history = await world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('kernel.event')
        .select(['after', 'before'])
        .where('subject_id', '=', meetingId)
        .execute(),
    )
    expect(history.length).toBeGreaterThan(1)
    expect(JSON.stringify(history)).not.toMatch(/张三|单雄信/)
  })

  it('lose their names a year after the meeting, the numbers stay', async () => {
    const meetingId = await listed()
    world.clock.set('2027-03-10T03:00:00+08:00')
    await world.staySignedIn()
    await world.runJob('privacy.carry-out')
    const { items } = await list(meetingId)
    expect(items.map(({ name }) => name)).toEqual(['（已匿名）', '（已匿名）', '（已匿名）'])
  })
})
