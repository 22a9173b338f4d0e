import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allowNetworks } from '#platform/outbound/address-guard.ts'
import { useWorld } from '#test/harness.ts'
import { answerJson, type HttpPeer, openHttpPeer } from '#test/http-peer.ts'
import { orderStory } from '#test/order-story.ts'
import { notifications } from '../../module.ts'
import { sendDue } from '../send-due.ts'

const { createMailbox, changeMailbox, listMailboxes, testMailbox, readDelivery, listDeliveries } =
  notifications.actions

describe('group robots', () => {
  const world = useWorld()
  const story = orderStory(world)
  const peers: HttpPeer[] = []
  beforeEach(() => allowNetworks('127.0.0.0/8'))
  afterEach(async () => {
    allowNetworks('')
    for (const peer of peers.splice(0)) await peer.close()
  })
  async function peer(answer: Parameters<typeof openHttpPeer>[0]) {
    const opened = await openHttpPeer(answer)
    peers.push(opened)
    return opened
  }
  const box = (channel: 'wecom' | 'dingtalk' | 'feishu', address: string, more: object = {}) => ({
    name: '维修班群',
    channel,
    role: 'worker' as const,
    unitId: null,
    types: [],
    instead: false,
    address,
    locale: 'zh-CN' as const,
    key: 'the-key_1',
    ...more,
  })
  const create = async (...given: Parameters<typeof box>) =>
    (await world.as('admin').call(createMailbox, box(...given))).id
  const send = () => sendDue(world.installation)
  async function test(mailboxId: string) {
    const { deliveryId } = await world.as('admin').call(testMailbox, { mailboxId })
    await send()
    return world.as('admin').call(readDelivery, { deliveryId })
  }

  it('企业微信: posts text with the key in the address, and reads errcode from a 200', async () => {
    const { address, calls } = await peer((response, _call, nth) =>
      answerJson(
        response,
        nth === 1 ? { errcode: 0, errmsg: 'ok' } : { errcode: 93000, errmsg: 'invalid webhook url' },
      ),
    )
    const id = await create('wecom', address)
    expect(await test(id)).toMatchObject({ status: 'SENT' })
    expect(calls[0]!.url.pathname + calls[0]!.url.search).toBe('/cgi-bin/webhook/send?key=the-key_1')
    expect(JSON.parse(calls[0]!.body)).toEqual({
      msgtype: 'text',
      text: { content: expect.stringContaining('试发成功') },
    })
    expect(await test(id)).toMatchObject({ status: 'GIVEN_UP', answer: expect.stringContaining('93000') })
  })

  it('钉钉: signs timestamp and secret as documented, in the address', async () => {
    const { address, calls } = await peer((response, { url }) => {
      const timestamp = url.searchParams.get('timestamp')!
      const expected = createHmac('sha256', 'SECret').update(`${timestamp}\nSECret`).digest('base64')
      const good = url.searchParams.get('sign') === expected && url.pathname === '/robot/send'
      answerJson(
        response,
        good ? { errcode: 0, errmsg: 'ok' } : { errcode: 310000, errmsg: 'sign not match' },
      )
    })
    const id = await create('dingtalk', address, { secret: 'SECret' })
    expect(await test(id)).toMatchObject({ status: 'SENT' })
    expect(calls[0]!.url.searchParams.get('access_token')).toBe('the-key_1')
    expect(calls[0]!.url.searchParams.get('timestamp')).toBe(String(world.clock.now().getTime()))
    expect(calls[0]!.url.search).toMatch(/sign=[A-Za-z0-9%]+$/)
    expect(JSON.parse(calls[0]!.body)).toMatchObject({
      msgtype: 'text',
      text: { content: expect.any(String) },
    })
    await world.as('admin').call(changeMailbox, {
      mailboxId: id,
      ...box('dingtalk', address, { key: undefined, secret: 'wrong' }),
    })
    expect(await test(id)).toMatchObject({ status: 'GIVEN_UP', answer: expect.stringContaining('310000') })
  })

  it('飞书: signs with timestamp and secret as the key, in the body', async () => {
    const { address, calls } = await peer((response, { body }) => {
      const { timestamp, sign } = JSON.parse(body)
      const expected = createHmac('sha256', `${timestamp}\nfeishu-secret`).update('').digest('base64')
      answerJson(
        response,
        sign === expected ? { code: 0, msg: 'success' } : { code: 19021, msg: 'sign match fail' },
      )
    })
    const id = await create('feishu', address, { secret: 'feishu-secret' })
    expect(await test(id)).toMatchObject({ status: 'SENT' })
    expect(calls[0]!.url.pathname).toBe('/open-apis/bot/v2/hook/the-key_1')
    expect(JSON.parse(calls[0]!.body)).toMatchObject({
      timestamp: String(world.clock.now().getTime() / 1000),
      msg_type: 'text',
      content: { text: expect.stringContaining('试发成功') },
    })
  })

  it('stands for a role: one post for an order, in the group of those who do it; a leaders’ order without its words', async () => {
    const { address, calls } = await peer((response) => answerJson(response, { code: 0 }))
    await create('feishu', address, { types: ['orders.assigned'] })
    const { id } = await story.report({ title: '<at user_id="all">灯不亮' })
    await story.assign(id)
    await world.deliver()
    await send()
    const said = calls.map(({ body }) => JSON.parse(body).content.text)
    expect(said).toEqual([expect.stringContaining('派给您：“＜at user_id="all">灯不亮”')])
    const sealed = await story.report({ title: '局长保险柜', restricted: true })
    await story.assign(sealed.id)
    await world.deliver()
    await send()
    const words = JSON.parse(calls[1]!.body).content.text
    expect(words).toContain('受限事项')
    expect(words).not.toMatch(/保险柜|WX-/)
  })

  it('keeps to 20 a minute: the rest waits in the queue and arrives', async () => {
    const { address, calls } = await peer((response) => answerJson(response, { errcode: 0 }))
    const mailboxId = await create('wecom', address)
    for (let n = 0; n < 25; n++) await world.as('admin').call(testMailbox, { mailboxId })
    while ((await send()) > 0);
    expect(calls).toHaveLength(20)
    world.clock.advance({ minutes: 1, hours: 0 })
    while ((await send()) > 0);
    expect(calls).toHaveLength(25)
    const { items } = await world.as('admin').call(listDeliveries, { status: 'SENT' })
    expect(items).toHaveLength(25)
  })

  it('tries again when the platform is busy or away, and not in an inner network that is not open', async () => {
    const { address } = await peer((response, _call, nth) => {
      if (nth === 1) return answerJson(response, { errcode: 45009, errmsg: 'api freq out of limit' })
      if (nth === 2) return answerJson(response, { oops: true }, 502)
      if (nth === 3) return response.end('<html>a proxy says hello</html>')
      answerJson(response, { errcode: 0 })
    })
    const id = await create('wecom', address)
    const { deliveryId } = await world.as('admin').call(testMailbox, { mailboxId: id })
    for (let n = 0; n < 4; n++) {
      await send()
      world.clock.advance({ minutes: 20 })
    }
    const { status, attempts } = await world.as('admin').call(readDelivery, { deliveryId })
    expect({ status, attempts }).toEqual({ status: 'SENT', attempts: 4 })
    allowNetworks('')
    expect(await test(id)).toMatchObject({
      status: 'GIVEN_UP',
      answer: expect.stringMatching(/inner network/),
    })
  })

  it('never shows key or secret, hands them to no other address, and wants a plain base address', async () => {
    const id = await create('dingtalk', 'https://oapi.dingtalk.com', { secret: 'SEC-hidden' })
    const list = await world.as('admin').call(listMailboxes, {})
    expect(list.items).toMatchObject([{ id, keySet: true, secretSet: true }])
    const events = await world.ctx('system', (ctx) => ctx.db.selectFrom('kernel.event').selectAll().execute())
    expect(JSON.stringify([list, events])).not.toMatch(/the-key_1|SEC-hidden/)
    const moved = world.as('admin').call(changeMailbox, {
      mailboxId: id,
      ...box('dingtalk', 'https://elsewhere.example', { key: undefined }),
    })
    await expect(moved).rejects.toMatchObject({ code: 'notifications.need_key' })
    for (const bad of ['oapi.dingtalk.com', 'ftp://x.example', 'https://x.example/?access_token=1'])
      await expect(create('dingtalk', bad)).rejects.toMatchObject({ code: 'notifications.bad_robot_address' })
  })
})
