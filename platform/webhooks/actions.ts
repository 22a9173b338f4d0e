import { Type } from 'typebox'
import { Done, Id, Moment, Nothing, PageOf, paging, read, TextPair, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Attempt, Endpoint, EndpointFields } from './schema.ts'

const permission = 'webhooks.manage'
const one = { webhookId: Id }
const WithSecret = Type.Object({ id: Id, secret: Type.String() })

export const webhookActions = {
  listWebhooks: read({
    path: '/webhooks',
    permission,
    input: Nothing,
    output: Type.Object({
      items: Type.Array(Endpoint),
      types: Type.Array(Type.Object({ type: Type.String(), title: TextPair, module: TextPair })),
      allowedNetworks: Type.Array(Type.String()),
    }),
    summary: text('事件推送', 'Webhooks'),
  }),
  createWebhook: write({
    path: '/webhooks',
    permission,
    input: Type.Object(EndpointFields),
    output: WithSecret,
    summary: text('新建事件推送', 'Add a webhook'),
  }),
  changeWebhook: write({
    method: 'PUT',
    path: '/webhooks/:webhookId',
    permission,
    input: Type.Object({ ...one, ...EndpointFields }),
    output: Done,
    summary: text('修改事件推送', 'Change a webhook'),
  }),
  removeWebhook: write({
    method: 'DELETE',
    path: '/webhooks/:webhookId',
    permission,
    input: Type.Object(one),
    output: Done,
    summary: text('删除事件推送', 'Remove a webhook'),
  }),
  rotateSecret: write({
    path: '/webhooks/:webhookId/secret',
    permission,
    input: Type.Object(one),
    output: WithSecret,
    summary: text('更换签名密钥', 'Rotate the signing secret'),
  }),
  testWebhook: write({
    path: '/webhooks/:webhookId/test',
    permission,
    input: Type.Object(one),
    output: Done,
    summary: text('推送一次试验事件', 'Send a test event'),
  }),
  resumeWebhook: write({
    path: '/webhooks/:webhookId/resumption',
    permission,
    input: Type.Object(one),
    output: Done,
    summary: text('恢复事件推送', 'Resume a webhook'),
  }),
  replayDelivery: write({
    path: '/webhooks/:webhookId/replay',
    permission,
    input: Type.Object({ ...one, repeatOf: Id }),
    output: Type.Object({ count: Type.Integer() }),
    summary: text('重推一个事件', 'Replay one event'),
  }),
  replaySpan: write({
    path: '/webhooks/:webhookId/replays',
    permission,
    input: Type.Object({ ...one, from: Moment, to: Moment }),
    output: Type.Object({ count: Type.Integer() }),
    summary: text('重推一段时间的事件', 'Replay the events of a span'),
  }),
  listAttempts: read({
    path: '/webhooks/:webhookId/attempts',
    permission,
    input: Type.Object({ ...one, ...paging, failed: Type.Optional(Type.Boolean()) }),
    output: PageOf(Attempt),
    summary: text('推送记录', 'Attempts'),
  }),
}
