import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '#kernel/contract/action.ts'
import { notifications } from '#platform/notifications/module.ts'
import { allowNetworks } from '#platform/outbound/address-guard.ts'
import { useWorld } from '#test/harness.ts'
import { type HttpPeer, openHttpPeer, type ReceivedCall } from '#test/http-peer.ts'
import { makeCertificate } from '#test/mail-peer.ts'
import { orderStory } from '#test/order-story.ts'
import { webhooks } from '../module.ts'
import { sendWebhooks } from './send-webhooks.ts'

const actions = webhooks.actions

/** As a receiver checks it: over the raw body, with its own copy of the secret. */
function signedWith(secret: string, { headers, body }: ReceivedCall): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const expected = `v1,${createHmac('sha256', key).update(content).digest('base64')}`
  return String(headers['webhook-signature']).split(' ').includes(expected)
}

describe('webhooks', () => {
  const world = useWorld()
  const story = orderStory(world)
  const peers: HttpPeer[] = []
  beforeEach(() => allowNetworks('127.0.0.0/8'))
  afterEach(async () => {
    allowNetworks('')
    for (const peer of peers.splice(0)) await peer.close()
  })
  async function peer(...options: Parameters<typeof openHttpPeer>) {
    const opened = await openHttpPeer(...options)
    peers.push(opened)
    return opened
  }
  const admin = () => world.as('admin')
  const input = (address: string, more: Partial<InputOf<typeof actions.createWebhook>> = {}) => ({
    name: '数据中台',
    address,
    types: ['orders.submitted', 'orders.assigned'],
    authority: '',
    ...more,
  })
  const create = (...given: Parameters<typeof input>) => admin().call(actions.createWebhook, input(...given))
  const send = (limits?: Parameters<typeof sendWebhooks>[1]) => sendWebhooks(world.installation, limits)
  const attempts = async (webhookId: string) =>
    (await admin().call(actions.listAttempts, { webhookId })).items
  const listed = async (id: string) =>
    (await admin().call(actions.listWebhooks, {})).items.find((one) => one.id === id)!

  it('posts what was subscribed to, thin and signed, once', async () => {
    const { address, calls } = await peer((response) => response.writeHead(204).end())
    const { id, secret } = await create(`${address}/hook?tenant=1`)
    const order = await story.report({ title: '不外传的标题' })
    await story.done('dispatcher', order.id, 'take-on')
    await story.assign(order.id)
    await send()
    expect(await send()).toBe(0)
    expect(calls.map(({ body }) => JSON.parse(body).type)).toEqual(['orders.submitted', 'orders.assigned'])
    const [first] = calls
    expect(JSON.parse(first!.body)).toEqual({
      type: 'orders.submitted',
      timestamp: expect.any(String),
      data: { id: first!.headers['webhook-id'], subjectType: 'orders.service_order', subjectId: order.id },
    })
    expect(first!.url.search).toBe('?tenant=1')
    expect(calls.map(({ body }) => body).join()).not.toContain('不外传')
    expect(signedWith(secret, first!)).toBe(true)
    expect(signedWith('whsec_AAAA', first!)).toBe(false)
    expect(Number(first!.headers['webhook-timestamp'])).toBe(world.clock.now().getTime() / 1000)
    expect(await attempts(id)).toMatchObject([
      { good: true, status: 204 },
      { good: true, status: 204 },
    ])
  })

  it('signs with both secrets for a day after a rotation, then with the new one', async () => {
    const { address, calls } = await peer((response) => response.end('ok'))
    const { id, secret: former } = await create(address)
    const { secret: fresh } = await admin().call(actions.rotateSecret, { webhookId: id })
    await admin().call(actions.testWebhook, { webhookId: id })
    await send()
    expect([signedWith(former, calls[0]!), signedWith(fresh, calls[0]!)]).toEqual([true, true])
    world.clock.advance({ hours: 25 })
    await admin().call(actions.testWebhook, { webhookId: id })
    await send()
    expect([signedWith(former, calls[1]!), signedWith(fresh, calls[1]!)]).toEqual([false, true])
    const shown = JSON.stringify(await admin().call(actions.listWebhooks, {}))
    expect(shown).not.toContain('whsec_')
  })

  it('tries again with the same id after 500, and keeps the first bytes of each answer', async () => {
    const { address, calls } = await peer((response, _call, nth) =>
      nth < 3 ? response.writeHead(500).end(`failed ${nth}\u0000`) : response.end('thanks'),
    )
    const { id } = await create(address)
    await admin().call(actions.testWebhook, { webhookId: id })
    await send()
    expect(await send()).toBe(0)
    for (const minutes of [2, 3]) {
      world.clock.advance({ minutes })
      await send()
    }
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect((await attempts(id)).map(({ status, answer }) => [status, answer])).toEqual([
      [200, 'thanks'],
      [500, 'failed 2 '],
      [500, 'failed 1 '],
    ])
    expect((await listed(id)).failures).toBe(0)
  })

  it('does not wait for the slow, does not read the huge, does not follow a redirect', async () => {
    const elsewhere = await peer((response) => response.end('secret inner page'))
    const { address } = await peer((response, { url }) => {
      if (url.pathname === '/slow') return
      if (url.pathname === '/redirect') {
        response.writeHead(302, { location: elsewhere.address }).end()
        return
      }
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    })
    const slow = await create(`${address}/slow`)
    const redirect = await create(`${address}/redirect`)
    const huge = await create(`${address}/huge`)
    await admin().call(actions.testWebhook, { webhookId: slow.id })
    await send({ timeoutMs: 400, answerBytes: 10_000 })
    for (const { id } of [redirect, huge]) await admin().call(actions.testWebhook, { webhookId: id })
    await send({ timeoutMs: 30_000, answerBytes: 10_000 })
    expect(await attempts(slow.id)).toMatchObject([
      { good: false, status: null, answer: expect.stringContaining('no answer within') },
    ])
    expect(await attempts(redirect.id)).toMatchObject([{ good: false, status: 302 }])
    expect(elsewhere.calls).toEqual([])
    const [read] = await attempts(huge.id)
    expect(read).toMatchObject({ good: true, status: 200 })
    expect(read!.answer).toHaveLength(500)
  })

  it('refuses a certificate nobody vouches for, and takes it once its authority is entered', async () => {
    const certificate = makeCertificate()
    const { address, calls } = await peer((response) => response.end('ok'), certificate)
    const { id } = await create(address)
    await admin().call(actions.testWebhook, { webhookId: id })
    await send()
    expect(await attempts(id)).toMatchObject([{ good: false, answer: expect.stringMatching(/self-signed/) }])
    expect(calls).toEqual([])
    await admin().call(actions.changeWebhook, {
      webhookId: id,
      ...input(address, { authority: certificate.cert }),
    })
    world.clock.advance({ minutes: 2 })
    await send()
    expect(calls).toHaveLength(1)
  })

  it('stays out of inner networks that the operator has not opened, however they are written', async () => {
    const { address, calls } = await peer((response) => response.end('ok'))
    const { id } = await create(address.replace('127.0.0.1', 'localhost'))
    allowNetworks('10.0.0.0/8')
    const port = new URL(address).port
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '169.254.169.254',
      '192.168.1.1',
    ])
      await expect(create(`http://${host}:${port}/`), host).rejects.toMatchObject({
        code: 'webhooks.inner_address',
      })
    for (const bad of ['ftp://x.example/', 'https://user:pw@x.example/', 'nonsense'])
      await expect(create(bad), bad).rejects.toMatchObject({ code: 'webhooks.bad_address' })
    await admin().call(actions.testWebhook, { webhookId: id })
    await send()
    expect(await attempts(id)).toMatchObject([
      { good: false, answer: expect.stringContaining('inner network') },
    ])
    expect(calls).toEqual([])
  })

  it('pauses after 15 failures in a row, tells the administrator, and loses nothing', async () => {
    let broken = true
    const { address, calls } = await peer((response) => response.writeHead(broken ? 503 : 200).end())
    const { id } = await create(address)
    for (let n = 0; n < 3; n++) await story.report()
    for (let n = 0; n < 12 && (await listed(id)).pausedAt === null; n++) {
      await send()
      world.clock.advance({ hours: 1 })
    }
    expect(calls.length).toBeGreaterThanOrEqual(15)
    expect(await listed(id)).toMatchObject({
      pausedAt: expect.any(String),
      pauseReason: 'HTTP 503',
      waiting: 3,
    })
    const told = await admin().call(notifications.actions.listNotifications, {})
    expect(told.items).toMatchObject([
      { type: 'notifications.connection_paused', title: { zh: '事件推送“数据中台”已暂停' } },
    ])
    await story.report()
    expect(await send()).toBe(0)
    broken = false
    calls.length = 0
    await admin().call(actions.resumeWebhook, { webhookId: id })
    while ((await send()) > 0);
    expect(calls).toHaveLength(4)
    expect(await listed(id)).toMatchObject({ pausedAt: null, waiting: 0, failures: 0 })
  })

  it('replays one event or a span, under the ids they had', async () => {
    const before = await story.report()
    const from = world.clock.now().toISOString()
    world.clock.advance({ minutes: 5 })
    const { address, calls } = await peer((response) => response.end('ok'))
    const { id } = await create(address)
    await story.report()
    await send()
    const [only] = await attempts(id)
    await admin().call(actions.replayDelivery, { webhookId: id, repeatOf: only!.deliveryId })
    await send()
    expect(calls.map(({ headers }) => headers['webhook-id'])).toEqual([
      calls[0]!.headers['webhook-id'],
      calls[0]!.headers['webhook-id'],
    ])
    world.clock.advance({ minutes: 1 })
    const to = world.clock.now().toISOString()
    expect((await admin().call(actions.replaySpan, { webhookId: id, from, to })).count).toBe(2)
    await send()
    expect(calls.slice(2).map(({ body }) => JSON.parse(body).data.subjectId)).toContain(before.id)
    await expect(
      admin().call(actions.replaySpan, { webhookId: id, from: to, to: from }),
    ).rejects.toMatchObject({ code: 'webhooks.bad_span' })
  })

  it('knows only events there are, and forgets attempts after 90 days', async () => {
    await expect(create('https://x.example/', { types: ['orders.nonsense'] })).rejects.toMatchObject({
      code: 'webhooks.unknown_type',
    })
    const { address } = await peer((response) => response.end('ok'))
    const { id } = await create(address)
    await admin().call(actions.testWebhook, { webhookId: id })
    await send()
    world.clock.advance({ days: 91 })
    await world.runJob('webhooks.sweep')
    expect(await attempts(id)).toEqual([])
  })
})
