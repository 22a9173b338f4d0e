import { afterEach, describe, expect, it } from 'vitest'
import type { InputOf } from '#kernel/contract/action.ts'
import { useWorld } from '#test/harness.ts'
import { type MailPeer, makeCertificate, openMailPeer, readMail } from '#test/mail-peer.ts'
import { notifications } from '../module.ts'
import { claimMails } from './claim-deliveries.ts'
import { notifyRole } from './notify-role.ts'
import { sendDue } from './send-due.ts'

const {
  saveMailServer,
  readMailServer,
  testMailServer,
  readDelivery,
  listDeliveries,
  savePreferences,
  sendAgain,
} = notifications.actions

describe('mail', () => {
  const world = useWorld()
  const peers: MailPeer[] = []
  afterEach(async () => {
    for (const peer of peers.splice(0)) await peer.close()
  })
  async function peer(options: Parameters<typeof openMailPeer>[0] = {}) {
    const opened = await openMailPeer(options)
    peers.push(opened)
    return opened
  }
  const settings = (port: number, more: Partial<InputOf<typeof saveMailServer>> = {}) => ({
    host: '127.0.0.1',
    port,
    security: 'NONE' as const,
    userName: '',
    fromAddress: 'houqin@qinglan.example',
    fromName: '后勤服务中心',
    authority: '',
    siteAddress: 'https://houqin.example/',
    ...more,
  })
  const save = (port: number, more: Partial<InputOf<typeof saveMailServer>> = {}) =>
    world.as('admin').call(saveMailServer, settings(port, more))
  const habits = {
    mailAddress: 'admin@qinglan.example',
    locale: 'zh-CN' as const,
    quiet: 'NONE' as const,
    quietFromMinutes: 1320,
    quietToMinutes: 420,
    digest: 'NONE' as const,
    choices: [],
  }
  const want = (more: Partial<InputOf<typeof savePreferences>> = {}) =>
    world.as('admin').call(savePreferences, { ...habits, ...more })
  const test = async () =>
    (await world.as('admin').call(testMailServer, { to: 'probe@qinglan.example' })).deliveryId
  const log = (deliveryId: string) => world.as('admin').call(readDelivery, { deliveryId })
  const send = () => sendDue(world.installation)
  const news = (n = 1) =>
    world.ctx('system', (ctx) =>
      notifyRole(ctx, 'notifications.connection_paused', ['admin'], {
        title: { zh: `连接 ${n} <已暂停>`, en: `Connection ${n} <paused>` },
        body: { zh: '请查看', en: 'Have a look' },
        href: '/webhooks',
        subjectType: 'webhooks.endpoint',
        subjectId: `0190b7a8-0000-7000-8000-${String(n).padStart(12, '0')}`,
      }),
    )

  it('reaches the reader in their language, plain and as HTML, with a link', async () => {
    const { port, mails } = await peer()
    await save(port)
    await want()
    await news()
    expect(await send()).toBe(1)
    expect(mails).toHaveLength(1)
    expect(mails[0]!.to).toEqual(['admin@qinglan.example'])
    const mail = readMail(mails[0]!.raw)
    expect(mail.subject).toBe('连接 1 <已暂停>')
    expect(mail.text).toContain('请查看\n打开：https://houqin.example/webhooks')
    expect(mail.html).toContain('<a href="https://houqin.example/webhooks">连接 1 &lt;已暂停&gt;</a>')
    await want({ locale: 'en' })
    await news(2)
    await send()
    expect(readMail(mails[1]!.raw).subject).toBe('Connection 2 <paused>')
    expect(await send()).toBe(0)
  })

  it('goes over TLS to a self-made certificate only when its authority is trusted', async () => {
    const certificate = makeCertificate()
    const { port, mails } = await peer({ secure: true, ...certificate })
    await save(port, { security: 'TLS' })
    const refused = await test()
    await send()
    expect(await log(refused)).toMatchObject({
      status: 'WAITING',
      answer: expect.stringMatching(/self-signed/),
    })
    await save(port, { security: 'TLS', authority: certificate.cert })
    await world.as('admin').call(sendAgain, { deliveryId: refused })
    await send()
    expect(await log(refused)).toMatchObject({ status: 'SENT' })
    expect(mails).toMatchObject([{ to: ['probe@qinglan.example'], secure: true }])
    await expect(save(port, { authority: 'not PEM' })).rejects.toMatchObject({
      code: 'notifications.bad_authority',
    })
  })

  it('signs in; a wrong password is said in the log, and mended without losing the mail', async () => {
    const certificate = makeCertificate()
    const { port, mails } = await peer({
      ...certificate,
      authOptional: false,
      disabledCommands: [],
      onAuth: ({ username, password }, _session, done) =>
        username === 'houqin' && password === '对的密码'
          ? done(null, { user: username })
          : done(new Error('Authentication failed')),
    })
    const tls = { security: 'STARTTLS' as const, authority: certificate.cert, userName: 'houqin' }
    await save(port, { ...tls, password: '错的密码' })
    const id = await test()
    await send()
    expect(await log(id)).toMatchObject({
      status: 'WAITING',
      attempts: 1,
      answer: expect.stringMatching(/535/),
    })
    await save(port, { ...tls, password: '对的密码' })
    world.clock.advance({ minutes: 2 })
    await send()
    expect(await log(id)).toMatchObject({ status: 'SENT', attempts: 2 })
    expect(mails).toMatchObject([{ user: 'houqin', secure: true }])
  })

  it('keeps the password to itself: not in an answer, not in the table, not in the history, not for another host', async () => {
    await save(2525, { security: 'TLS', userName: 'houqin', password: '机密口令' })
    const answer = await world.as('admin').call(readMailServer, {})
    expect(answer.server).toMatchObject({ passwordSet: true })
    const stored = await world.ctx('system', async (ctx) => [
      await ctx.db.selectFrom('notifications.mail_server').selectAll().execute(),
      await ctx.db.selectFrom('kernel.event').selectAll().execute(),
    ])
    expect(JSON.stringify([answer, stored])).not.toContain('机密口令')
    const kept = await save(2526, { security: 'TLS', userName: 'houqin' })
    expect(kept.server).toMatchObject({ passwordSet: true, port: 2526 })
    const moved = await save(2526, { security: 'TLS', userName: 'houqin', host: 'elsewhere.example' })
    expect(moved.server).toMatchObject({ passwordSet: false })
    await expect(save(2525, { userName: 'houqin', password: 'x' })).rejects.toMatchObject({
      code: 'notifications.password_in_clear',
    })
  })

  it('is patient with greylisting, and does not insist after a final refusal', async () => {
    let calls = 0
    const { port, mails } = await peer({
      onRcptTo({ address }, _session, done) {
        if (address.startsWith('nobody'))
          return done(Object.assign(new Error('No such user here'), { responseCode: 550 }))
        calls++
        if (calls === 1) return done(Object.assign(new Error('Greylisted, try later'), { responseCode: 450 }))
        done()
      },
    })
    await save(port)
    const id = await test()
    await send()
    expect(await log(id)).toMatchObject({ status: 'WAITING', answer: expect.stringContaining('450') })
    expect(await send()).toBe(0)
    world.clock.advance({ minutes: 2 })
    await send()
    expect(await log(id)).toMatchObject({ status: 'SENT', attempts: 2 })
    expect(mails).toHaveLength(1)
    const { deliveryId } = await world.as('admin').call(testMailServer, { to: 'nobody@qinglan.example' })
    await send()
    expect(await log(deliveryId)).toMatchObject({
      status: 'GIVEN_UP',
      attempts: 1,
      answer: expect.stringContaining('550'),
    })
    const { items } = await world.as('admin').call(listDeliveries, { failed: true })
    expect(items.map((one) => one.id)).toEqual([deliveryId])
    expect(items[0]!.recipient).toBe('no***@qinglan.example')
  })

  it('waits for a server that is away, ever longer, and gives up after a day', async () => {
    const gone = await openMailPeer()
    await gone.close()
    await save(gone.port)
    const id = await test()
    for (let n = 0; n < 40 && (await log(id)).status === 'WAITING'; n++) {
      await send()
      world.clock.advance({ hours: 1 })
    }
    const { status, attempts, answer } = await log(id)
    expect({ status, answer }).toMatchObject({
      status: 'GIVEN_UP',
      answer: expect.stringMatching(/ECONNREFUSED/),
    })
    expect(attempts).toBeGreaterThan(6)
    expect(attempts).toBeLessThan(15)
  })

  it('loses nothing when a server dies between claiming and marking, and names the mail the same again', async () => {
    const { port, mails } = await peer()
    await save(port)
    const id = await test()
    // The first server has claimed it and is gone before it could send.
    await world.ctx('system', (ctx) => claimMails(ctx))
    expect(await send()).toBe(0)
    world.clock.advance({ minutes: 6 })
    await send()
    expect(mails).toHaveLength(1)
    // It was sent, but the mark was lost with the server: as if it had died in between.
    await world.ctx('system', (ctx) =>
      ctx.db.updateTable('notifications.delivery').set({ sent_at: null }).where('id', '=', id).execute(),
    )
    await send()
    expect(mails).toHaveLength(2)
    expect(readMail(mails[1]!.raw).messageId).toBe(readMail(mails[0]!.raw).messageId)
    expect(readMail(mails[0]!.raw).messageId).toContain(id)
    expect(await send()).toBe(0)
  })
})
