import { describe, expect, it } from 'vitest'
import { serverModules } from '#app/modules.ts'
import { useWorld } from '#test/harness.ts'
import { notifications } from '../module.ts'
import { notifyRole } from './notify-role.ts'

const { listNotifications, countUnread, markRead, markAllRead } = notifications.actions

describe('the list behind the bell', () => {
  const world = useWorld()

  const news = (n: number) =>
    world.ctx('system', (ctx) =>
      notifyRole(ctx, 'notifications.job_failed', ['admin'], {
        title: { zh: `任务 ${n} 失败`, en: `Job ${n} failed` },
        href: '/health',
        subjectType: 'kernel.job',
        subjectId: `0190b7a8-0000-7000-8000-${String(n).padStart(12, '0')}`,
      }),
    )

  it('pages by keyset without a gap, counts, and marks one read and unread', async () => {
    for (let n = 1; n <= 5; n++) {
      await news(n)
      world.clock.advance({ minutes: 1 })
    }
    const admin = world.as('admin')
    const first = await admin.call(listNotifications, { limit: 3 })
    const rest = await admin.call(listNotifications, { limit: 3, cursor: first.next! })
    expect([...first.items, ...rest.items].map(({ title }) => title.zh)).toEqual(
      [5, 4, 3, 2, 1].map((n) => `任务 ${n} 失败`),
    )
    expect(rest.next).toBeNull()
    expect((await admin.call(countUnread, {})).count).toBe(5)
    await admin.call(markRead, { notificationId: first.items[0]!.id, read: true })
    expect((await admin.call(countUnread, {})).count).toBe(4)
    const unread = await admin.call(listNotifications, { unread: true })
    expect(unread.items).toHaveLength(4)
    await admin.call(markRead, { notificationId: first.items[0]!.id, read: false })
    expect((await admin.call(countUnread, {})).count).toBe(5)
  })

  it('marks all as read that was there when the list was fetched, not what came since', async () => {
    await news(1)
    const until = world.clock.now().toISOString()
    world.clock.advance({ minutes: 1 })
    await news(2)
    const { count } = await world.as('admin').call(markAllRead, { until })
    expect(count).toBe(1)
    const left = await world.as('admin').call(listNotifications, { unread: true })
    expect(left.items.map(({ title }) => title.en)).toEqual(['Job 2 failed'])
  })

  it('is everybody’s own: another’s news can be neither seen nor marked', async () => {
    await news(1)
    const { items } = await world.as('admin').call(listNotifications, {})
    expect((await world.as('staff').call(listNotifications, {})).items).toEqual([])
    await expect(
      world.as('staff').call(markRead, { notificationId: items[0]!.id, read: true }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('is swept: what was read after 90 days, everything after a year', async () => {
    await world.staySignedIn()
    await news(1)
    await news(2)
    const { items } = await world.as('admin').call(listNotifications, {})
    await world.as('admin').call(markRead, { notificationId: items[0]!.id, read: true })
    world.clock.advance({ days: 91 })
    await world.runJob('notifications.sweep')
    expect((await world.as('admin').call(listNotifications, {})).items).toHaveLength(1)
    world.clock.advance({ days: 275 })
    await world.runJob('notifications.sweep')
    expect((await world.as('admin').call(listNotifications, {})).items).toEqual([])
  })
})

describe('every kind of news', () => {
  it('is named after its module, has both languages, and somebody it concerns', () => {
    const types = serverModules.flatMap(({ module }) =>
      Object.entries(module.notifications ?? {}).map(([type, notice]) => ({ module, type, notice })),
    )
    expect(types.length).toBeGreaterThan(20)
    for (const { module, type, notice } of types) {
      expect(type).toMatch(new RegExp(`^${module.name}\\.[a-z][a-z_]*$`))
      expect(notice.title.zh && notice.title.en).toBeTruthy()
      expect(notice.roles.length, type).toBeGreaterThan(0)
      expect(notice.channels, type).toContain('app')
    }
  })
})
