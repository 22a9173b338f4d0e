import { text } from '#kernel/contract/text.ts'
import type { WebModule } from '#kernel/web/web-module.ts'
import { webhooks } from '../module.ts'

export const web: WebModule = {
  module: webhooks,
  pages: [
    {
      path: '/webhooks',
      title: text('事件推送', 'Webhooks'),
      permission: 'webhooks.manage',
      load: () => import('./webhooks-page.tsx'),
    },
    {
      path: '/webhooks/:webhookId',
      title: text('事件推送', 'Webhook'),
      permission: 'webhooks.manage',
      load: () => import('./webhook-page.tsx'),
    },
  ],
  live: { 'webhooks.endpoint': ['/webhooks'] },
}
