import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { webhookActions } from './actions.ts'

/** Telling other systems what happened: signed, tried again, on record. */
export const webhooks = defineModule({
  name: 'webhooks',
  title: text('事件推送', 'Webhooks'),
  dependsOn: ['notifications'],
  permissions: {
    'webhooks.manage': { title: text('管理事件推送', 'Manage webhooks'), roles: ['admin'] },
  },
  actions: webhookActions,
  events: {
    'webhooks.created': text('新建事件推送', 'Webhook added'),
    'webhooks.changed': text('修改事件推送', 'Webhook changed'),
    'webhooks.removed': text('删除事件推送', 'Webhook removed'),
    'webhooks.secret_rotated': text('更换签名密钥', 'Signing secret rotated'),
    'webhooks.tested': text('试验事件', 'Test event'),
    'webhooks.paused': text('事件推送自动暂停', 'Webhook paused'),
    'webhooks.resumed': text('恢复事件推送', 'Webhook resumed'),
    'webhooks.replayed': text('重推事件', 'Events replayed'),
  },
  menu: [
    {
      title: text('事件推送', 'Webhooks'),
      path: '/webhooks',
      icon: 'apps',
      permission: 'webhooks.manage',
      group: 'system',
      order: 26,
    },
  ],
  jobs: {
    sweep: { title: text('清理推送记录', 'Delete old attempts'), cron: '50 3 * * *' },
  },
  problems: {
    'webhooks.bad_address': text(
      '地址应以 https:// 或 http:// 开头，不带用户名、密码。',
      'The address begins with https:// or http:// and carries no user name or password.',
    ),
    'webhooks.inner_address': text(
      '“{host}”在内网，默认不能访问；请运维把它加入 HOUQIN_OUTBOUND_ALLOW。',
      '“{host}” lies in an inner network, which is closed; ask the operator to add it to HOUQIN_OUTBOUND_ALLOW.',
    ),
    'webhooks.unknown_type': text('没有事件“{type}”。', 'There is no event “{type}”.'),
    'webhooks.bad_span': text(
      '请给出不超过 31 天的时间段，开始早于结束。',
      'Give a span of at most 31 days that begins before it ends.',
    ),
    'webhooks.too_many': text(
      '这段时间有超过 {most} 个事件，请缩短时间段。',
      'More than {most} events lie in this span; make it shorter.',
    ),
  },
})
