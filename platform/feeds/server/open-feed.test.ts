import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { signCode } from '#kernel/identity/secret.ts'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { feeds } from '../module.ts'

const { readMyFeed, renewMyFeed, revokeMyFeed } = feeds.actions

describe('calendar feeds', () => {
  const world = useWorld()
  const story = orderStory(world)

  async function addressOf(role: 'staff' | 'worker'): Promise<string> {
    return (await world.as(role).call(renewMyFeed, {})).feed!.path
  }
  async function eventsAt(path: string) {
    const answer = await world.nobody.get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const calendar = new ICAL.Component(ICAL.parse(String(answer.body)))
    const zone = calendar.getFirstSubcomponent('vtimezone')
    if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Asia/Shanghai')
    return calendar.getAllSubcomponents('vevent').map((part) => {
      const event = new ICAL.Event(part)
      return {
        uid: event.uid,
        summary: event.summary,
        location: event.location,
        zone: event.endDate.zone.tzid,
        end: event.endDate.toJSDate().toISOString(),
        minutes: event.duration.toSeconds() / 60,
      }
    })
  }

  it('holds what a worker is to do and what a requester was promised, exact in Asia/Shanghai', async () => {
    const { id } = await story.report()
    await story.assign(id)
    const order = (await story.read('worker', id)).body
    expect(await eventsAt(await addressOf('worker'))).toEqual([
      {
        uid: `${id}-work@houqin`,
        summary: '办结：走廊灯不亮',
        location: '一号办公楼',
        zone: 'Asia/Shanghai',
        end: order.holder.dueAt ?? order.finishDueAt,
        minutes: 30,
      },
    ])
    const mine = await eventsAt(await addressOf('staff'))
    expect(mine).toMatchObject([{ summary: '承诺办好：走廊灯不亮', end: order.finishDueAt }])
    const empty = await story.done('worker', id, 'start').then(() => story.finish(id))
    expect(empty.state).toBe('FINISHED')
    expect(await eventsAt((await world.as('staff').call(readMyFeed, {})).feed!.path)).toEqual([])
  })

  it('answers 304 to its ETag while nothing changed, and anew when something did', async () => {
    const path = await addressOf('staff')
    const first = await world.nobody.get(path)
    const etag = String(first.headers.etag)
    const ask = () =>
      world.app.inject({ url: path, headers: { 'if-none-match': etag }, remoteAddress: '10.9.8.7' })
    world.clock.advance({ hours: 3 })
    const same = await ask()
    expect([same.statusCode, same.body]).toEqual([304, ''])
    await story.report()
    expect((await ask()).statusCode).toBe(200)
  })

  it('is 404 when renewed, revoked, invented, of a disabled account, or under another bureau', async () => {
    const status = async (path: string) => (await world.nobody.get(path)).status
    const old = await addressOf('staff')
    const fresh = await addressOf('staff')
    expect([await status(old), await status(fresh)]).toEqual([404, 200])
    const id = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('feeds.feed').select('id').where('revoked_at', 'is', null).executeTakeFirstOrThrow(),
    )
    const otherBureau = signCode(world.other.bureauId, id.id)
    const changed = fresh.replace(/.\.ics$/, (end) => (end.startsWith('A') ? 'B.ics' : 'A.ics'))
    for (const bad of ['/api/feeds/x', '/api/feeds/..%2f..', `/api/feeds/${otherBureau}.ics`, changed])
      expect(await status(bad), bad).toBe(404)
    await world.as('staff').call(revokeMyFeed, {})
    expect(await status(fresh)).toBe(404)
    expect((await world.as('staff').call(readMyFeed, {})).feed).toBeNull()
    const last = await addressOf('staff')
    await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('kernel.member')
        .set({ disabled_at: ctx.now })
        .where('user_name', '=', 'staff')
        .execute(),
    )
    expect(await status(last)).toBe(404)
  })

  it('holds no phone numbers, no requester’s name, and of a leaders’ order neither title nor place', async () => {
    const { id, number } = await story.report({ title: '局长保险柜', restricted: true })
    await story.assign(id)
    const { body } = await world.nobody.get(await addressOf('worker'))
    expect(body).toContain(number)
    expect(body).not.toMatch(/保险柜|一号办公楼|林小满|139\d{8}/)
    const path = await addressOf('worker')
    const history = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('kernel.event').selectAll().execute(),
    )
    expect(JSON.stringify(history)).not.toContain(path.split('/').at(-1)!.slice(0, 40))
  })
})
