import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { useWorld } from '#test/harness.ts'
import { bookings } from '../module.ts'
import { at, bookingStory } from './booking-story.ts'

describe('the kept day grid', () => {
  const world = useWorld()
  const { room, book, cancel, grid } = bookingStory(world)
  const titles = async (...asked: Parameters<typeof grid>) =>
    (await grid(...asked)).map(({ title }) => title).sort()

  it('shows at once what others did: booked, renamed, moved to another day, cancelled', async () => {
    const id = await room('第一会议室')
    expect(await grid('staff', '03-02')).toEqual([])
    expect(await grid('staff', '03-03')).toEqual([])
    const { id: bookingId } = await book('dispatcher', id, '14:00', '15:00', { title: '例会' })
    expect(await titles('staff', '03-02')).toEqual(['例会'])
    await world.as('dispatcher').call(bookings.actions.changeBooking, { bookingId, title: '周例会' })
    expect(await titles('staff', '03-02')).toEqual(['周例会'])
    const span = { from: at('03-03 09:00'), to: at('03-03 10:00') }
    await world.as('dispatcher').call(bookings.actions.moveBooking, { bookingId, ...span })
    expect([await titles('staff', '03-02'), await titles('staff', '03-03')]).toEqual([[], ['周例会']])
    await cancel('dispatcher', bookingId)
    expect(await grid('staff', '03-03')).toEqual([])
  })

  it('shows at once other names and closing times', async () => {
    const id = await room('第二会议室')
    await book('dispatcher', id, '14:00', '15:00')
    const read = () =>
      world
        .as('staff')
        .call(bookings.actions.readGrid, { kind: 'ROOM', from: '2026-03-02', resourceId: [id] })
    const [before] = (await read()).items
    await world.ctx('system', (ctx) => sql`update directory.unit set name = name || '（新）'`.execute(ctx.db))
    expect((await read()).items[0]!.unitName).toBe(`${before!.unitName}（新）`)
    await room('第二会议室', { name: '二楼会议室' })
    expect((await read()).resources[0]!.name).toBe('二楼会议室')
    await world.as('manager').call(bookings.actions.blackOut, {
      resourceId: id,
      from: at('03-02 18:00'),
      to: at('03-02 19:00'),
      reason: '检修',
    })
    expect((await read()).blackouts).toMatchObject([{ reason: '检修' }])
  })

  it('keeps a private title from others, whoever looked first, and says who may move what', async () => {
    const id = await room('第三会议室')
    await book('staff', id, '14:00', '15:00', { title: '人事谈话', private: true })
    const seen = async (role: Parameters<typeof grid>[0]) => {
      const [item] = await grid(role, '03-02')
      return [item!.title, item!.organiserName === null, item!.mine, item!.can.move]
    }
    for (const role of ['staff', 'worker', 'staff', 'director', 'worker'] as const) {
      const first = await seen(role)
      expect(await seen(role), role).toEqual(first)
      if (role === 'staff') expect(first).toEqual(['人事谈话', false, true, true])
      if (role === 'worker') expect(first).toEqual(['已占用', true, false, false])
    }
  })

  it('tells people of one role apart: whose booking it is, and whose unit', async () => {
    const id = await room('第七会议室')
    await book('staff', id, '14:00', '15:00', { title: '人事谈话', private: true })
    const personOf = (role: string) =>
      world.ctx('system', async (ctx) => {
        const query = ctx.db.selectFrom('kernel.member').select('person_id').where('user_name', '=', role)
        return (await query.executeTakeFirstOrThrow()).person_id
      })
    // The account becomes a person's of another unit with the same rights, and its own again; the unit follows.
    const become = (role: string, person_id: string | null) =>
      world.ctx('system', (ctx) =>
        ctx.db.updateTable('kernel.member').set({ person_id }).where('user_name', '=', role).execute(),
      )
    const stranger = await personOf('worker')
    for (const role of ['staff', 'liaison'] as const) {
      const own = await personOf(role)
      expect(await titles(role, '03-02'), role).toEqual(['人事谈话'])
      await become(role, stranger)
      expect(await titles(role, '03-02'), role).toEqual(['已占用'])
      await become(role, own)
      expect(await titles(role, '03-02'), role).toEqual(['人事谈话'])
    }
  })

  it('lets nobody move what has ended meanwhile', async () => {
    const id = await room('第四会议室')
    await book('staff', id, '14:00', '15:00')
    const movable = async () => (await grid('staff', '03-02'))[0]!.can.move
    expect(await movable()).toBe(true)
    world.clock.set(at('15:00'))
    expect(await movable()).toBe(false)
  })

  it('is never another bureau’s', async () => {
    const id = await room('第五会议室')
    await book('dispatcher', id, '14:00', '15:00')
    const asked = { kind: 'ROOM', from: '2026-03-02' } as const
    // As if nothing had ever changed in either, so that their versions are the same.
    for (const bureau of [world, world.other])
      await bureau.ctx('system', (ctx) => sql`delete from bookings.changed_day`.execute(ctx.db))
    expect((await world.as('staff').call(bookings.actions.readGrid, asked)).items).toHaveLength(1)
    const other = await world.other.as('staff').call(bookings.actions.readGrid, asked)
    expect([other.items, other.resources.filter((one) => one.id === id)]).toEqual([[], []])
  })

  it('goes out zipped to whoever takes it so, and is the same', async () => {
    const id = await room('第六会议室')
    for (const hour of ['09', '10', '11', '12'])
      await book('staff', id, `03-03 ${hour}:00`, `03-03 ${hour}:30`)
    const signedIn = await world.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: 'staff', password: demoPassword },
    })
    const cookie = `${signedIn.cookies[0]!.name}=${signedIn.cookies[0]!.value}`
    const ask = (encoding: string) =>
      world.app.inject({
        url: '/api/bookings/grid?kind=ROOM&from=2026-03-03',
        headers: { cookie, 'accept-encoding': encoding },
      })
    const plain = await ask('identity')
    const zipped = await ask('br, gzip')
    expect([plain.headers['content-encoding'], zipped.headers['content-encoding']]).toEqual([
      undefined,
      'gzip',
    ])
    expect((await ask('gzip;q=0')).headers['content-encoding']).toBeUndefined()
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body)
    expect(plain.json().items).toHaveLength(4)
  })
})
