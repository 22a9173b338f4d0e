import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { listenEvents } from '#kernel/events/listen-events.ts'
import { useWorld } from '#test/harness.ts'
import { type MailPeer, openMailPeer } from '#test/mail-peer.ts'
import { notifications } from '../module.ts'
import { notifyRole } from './notify-role.ts'
import { sendDue } from './send-due.ts'

const { actions } = notifications

describe('two servers and open pages', () => {
  const world = useWorld({ committing: true })
  let stopListening: () => void = () => undefined
  let address = ''
  let peer: MailPeer
  beforeAll(async () => {
    stopListening = listenEvents(world.installation.pool, world.installation.announcements)
    await world.app.listen({ port: 0, host: '127.0.0.1' })
    address = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`
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
    await world.as('admin').call(actions.savePreferences, {
      mailAddress: 'admin@qinglan.example',
      locale: 'zh-CN',
      quiet: 'NONE',
      quietFromMinutes: 0,
      quietToMinutes: 0,
      digest: 'NONE',
      choices: [],
    })
  })
  afterAll(async () => {
    stopListening()
    await peer.close()
  })

  const say = (n: number) =>
    world.ctx('system', (ctx) =>
      notifyRole(ctx, 'notifications.job_failed', ['admin'], {
        title: { zh: `任务 ${n}`, en: `Job ${n}` },
        href: '/health',
        subjectType: 'x',
        subjectId: `0190b7a8-0000-7000-8000-${String(n).padStart(12, '0')}`,
      }),
    )

  async function stream(username: string) {
    const signIn = await fetch(`${address}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: demoPassword }),
    })
    const cookie = signIn.headers.getSetCookie()[0]!.split(';')[0]!
    const abort = new AbortController()
    const response = await fetch(`${address}/api/live`, { headers: { cookie }, signal: abort.signal })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let seen = ''
    const until = async (word: string) => {
      while (!seen.includes(word)) seen += (await reader.read()).value ?? ''
      return seen
    }
    await until('event: hello')
    return { until, close: () => abort.abort() }
  }

  it('send each mail once although both work off the same queue at once', async () => {
    for (let n = 1; n <= 24; n++) await say(n)
    const work = async () => {
      while ((await sendDue(world.installation)) > 0);
    }
    await Promise.all([work(), work(), work()])
    const ids = peer.mails.map(({ raw }) => /^message-id: (.*)$/im.exec(raw)?.[1])
    expect(ids).toHaveLength(24)
    expect(new Set(ids).size).toBe(24)
  })

  it('count the same news told by both at once as one', async () => {
    await Promise.all([say(100), say(100), say(100)])
    const { items } = await world.as('admin').call(actions.listNotifications, {})
    const same = items.filter(({ title }) => title.en === 'Job 100')
    expect(same.map(({ times }) => times)).toEqual([3])
  })

  it('ring the bell of whoever is told, on their open pages and on nobody else’s', async () => {
    const admin = await stream('admin')
    const staff = await stream('staff')
    await say(200)
    const heard = await admin.until('notifications.inbox')
    expect(heard).not.toContain('任务')
    await world.ctx('staff', (ctx) =>
      ctx.emit({ type: 'kernel.exported', subjectType: 'kernel.marker', subjectId: null }),
    )
    expect(await staff.until('kernel.marker')).not.toContain('notifications.inbox')
    admin.close()
    staff.close()
  })
})
