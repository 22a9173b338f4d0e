import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '#kernel/contract/action.ts'
import { useWorld } from '#test/harness.ts'
import { type MailPeer, openMailPeer, readMail } from '#test/mail-peer.ts'
import { orderStory } from '#test/order-story.ts'
import { notifications } from '../module.ts'
import { notifyRole } from './notify-role.ts'
import { sendDue } from './send-due.ts'

const { actions } = notifications

describe('how people want to be told', () => {
  const world = useWorld()
  const story = orderStory(world)
  let peer: MailPeer
  beforeEach(async () => {
    peer = await openMailPeer()
    await world.as('admin').call(actions.saveMailServer, {
      host: '127.0.0.1',
      port: peer.port,
      security: 'NONE',
      userName: '',
      fromAddress: 'houqin@qinglan.example',
      fromName: '',
      authority: '',
      siteAddress: '',
    })
  })
  afterEach(() => peer.close())

  const save = (
    role: 'admin' | 'staff' | 'worker',
    more: Partial<InputOf<typeof actions.savePreferences>> = {},
  ) =>
    world.as(role).call(actions.savePreferences, {
      mailAddress: `${role}@qinglan.example`,
      locale: 'zh-CN',
      quiet: 'NONE',
      quietFromMinutes: 1320,
      quietToMinutes: 420,
      digest: 'NONE',
      choices: [],
      ...more,
    })
  const send = () => sendDue(world.installation)
  const say = (n: number, type: 'connection_paused' | 'job_failed' = 'connection_paused') =>
    world.ctx('system', (ctx) =>
      notifyRole(ctx, `notifications.${type}`, ['admin'], {
        title: { zh: `第 ${n} 条`, en: `No. ${n}` },
        href: '/webhooks',
        subjectType: 'x',
        subjectId: `0190b7a8-0000-7000-8000-${String(n).padStart(12, '0')}`,
      }),
    )
  const subjects = () => peer.mails.map(({ raw }) => readMail(raw).subject)

  it('follow the boxes of the matrix, and only what concerns their roles is in it', async () => {
    const { matrix } = await save('staff')
    expect(matrix.map(({ type }) => type)).toContain('orders.to_confirm')
    expect(matrix.map(({ type }) => type)).not.toContain('orders.submitted')
    const order = await story.finished()
    await world.deliver()
    await send()
    expect(subjects()).toEqual(['“走廊灯不亮”已办好，请确认'])
    await save('staff', {
      choices: [
        { type: 'orders.to_confirm', channel: 'mail', wanted: false },
        { type: 'orders.to_confirm', channel: 'app', wanted: false },
        { type: 'orders.taken_on', channel: 'mail', wanted: true },
      ],
    })
    await world.as('staff').call(actions.markAllRead, { until: world.clock.now().toISOString() })
    await story.finished({ title: '水管漏水' })
    await world.deliver()
    await send()
    expect(subjects().slice(1)).toEqual(['“水管漏水”已受理'])
    const { items } = await world.as('staff').call(actions.listNotifications, { unread: true })
    expect(items.map(({ type }) => type)).toEqual(['orders.taken_on'])
    expect(order.state).toBe('FINISHED')
    await expect(
      save('staff', { choices: [{ type: 'orders.submitted', channel: 'app', wanted: true }] }),
    ).rejects.toMatchObject({ code: 'notifications.unknown_type' })
  })

  it('begin with what the administrator set for their role, and cannot leave what is mandatory', async () => {
    await save('worker')
    await world.as('admin').call(actions.saveRoleDefaults, {
      role: 'worker',
      defaults: [
        { type: 'orders.offered', channel: 'mail', wanted: true, mandatory: false },
        { type: 'orders.sent_back', channel: 'mail', wanted: true, mandatory: true },
      ],
    })
    const { matrix } = await world.as('worker').call(actions.readPreferences, {})
    const box = (type: string) => matrix.find((one) => one.type === type)!.boxes
    expect(box('orders.offered')[1]).toEqual({ channel: 'mail', wanted: true, locked: false })
    expect(box('orders.sent_back')[1]).toEqual({ channel: 'mail', wanted: true, locked: true })
    expect(box('orders.assigned')[0]).toEqual({ channel: 'app', wanted: true, locked: true })
    for (const type of ['orders.sent_back', 'orders.assigned']) {
      const channel = type === 'orders.assigned' ? ('app' as const) : ('mail' as const)
      await expect(save('worker', { choices: [{ type, channel, wanted: false }] })).rejects.toMatchObject({
        code: 'notifications.mandatory',
        status: 422,
      })
    }
  })

  it('are left alone in their quiet hours, unless it is urgent', async () => {
    await save('admin', { quiet: 'SPAN' })
    world.clock.set('2026-03-02T23:30:00+08:00')
    await say(1)
    await say(2, 'job_failed')
    await send()
    expect(subjects()).toEqual(['第 2 条'])
    world.clock.set('2026-03-03T06:59:00+08:00')
    expect(await send()).toBe(0)
    world.clock.set('2026-03-03T07:00:00+08:00')
    await send()
    expect(subjects()).toEqual(['第 2 条', '第 1 条'])
  })

  it('are left alone outside the work calendar: Friday evening’s news comes on Monday morning', async () => {
    await save('admin', { quiet: 'OFF_HOURS' })
    world.clock.set('2026-03-06T18:00:00+08:00')
    await say(1)
    world.clock.set('2026-03-09T08:29:00+08:00')
    expect(await send()).toBe(0)
    world.clock.set('2026-03-09T08:30:00+08:00')
    await send()
    expect(subjects()).toEqual(['第 1 条'])
  })

  it('get one digest of what was not urgent and not yet read', async () => {
    await save('admin', { digest: 'HOURLY' })
    for (const n of [1, 2, 3]) await say(n)
    await say(4, 'job_failed')
    await send()
    expect(subjects()).toEqual(['第 4 条'])
    const { items } = await world
      .as('admin')
      .call(actions.listNotifications, { type: 'notifications.connection_paused' })
    const second = items.find(({ title }) => title.zh === '第 2 条')!
    await world.as('admin').call(actions.markRead, { notificationId: second.id, read: true })
    world.clock.advance({ hours: 1 })
    await send()
    expect(subjects()).toEqual(['第 4 条', '2 条新消息'])
    const { text } = readMail(peer.mails[1]!.raw)
    expect(text).toContain('第 1 条')
    expect(text).toContain('第 3 条')
    expect(text).not.toContain('第 2 条')
    expect(await send()).toBe(0)
  })

  it('are not mailed one by one where a shared mailbox stands for them', async () => {
    await save('admin')
    await world.as('admin').call(actions.createMailbox, {
      name: '运维邮箱',
      channel: 'mail',
      role: 'admin',
      unitId: null,
      types: [],
      instead: true,
      address: 'ops@qinglan.example',
      locale: 'en',
    })
    await say(1)
    await send()
    expect(peer.mails.map(({ to }) => to)).toEqual([['ops@qinglan.example']])
    expect(subjects()).toEqual(['No. 1'])
    expect((await world.as('admin').call(actions.countUnread, {})).count).toBe(1)
  })
})
