import { Type } from 'typebox'
import { Done, Id, Moment, Nothing, Nullable, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { RoleName } from '#kernel/schema.ts'
import {
  Delivery,
  Mailbox,
  MailboxInput,
  MailServer,
  MailServerInput,
  Notification,
  OutsideChannel,
  Preferences,
  PreferencesInput,
  RoleDefaultsInput,
  RoleMatrixLine,
} from './schema.ts'

const manage = 'notifications.manage'
const ofMailbox = { mailboxId: Id }

/** A person's own list and habits. */
const ownActions = {
  listNotifications: read({
    path: '/notifications',
    permission: 'signed-in',
    input: Type.Object({
      ...paging,
      unread: Type.Optional(Type.Boolean()),
      type: Type.Optional(Type.String({ maxLength: 80 })),
    }),
    output: PageOf(Notification),
    summary: text('我的消息', 'My notifications'),
  }),
  countUnread: read({
    path: '/notifications/count',
    permission: 'signed-in',
    input: Nothing,
    output: Type.Object({ count: Type.Integer() }),
    summary: text('未读消息数', 'How many are unread'),
  }),
  markRead: write({
    path: '/notifications/:notificationId/reading',
    permission: 'signed-in',
    input: Type.Object({ notificationId: Id, read: Type.Boolean() }),
    output: Done,
    summary: text('标为已读或未读', 'Mark as read or unread'),
  }),
  markAllRead: write({
    path: '/notifications/reading',
    permission: 'signed-in',
    /** What came after the reader's list was fetched stays new. */
    input: Type.Object({ until: Moment }),
    output: Type.Object({ count: Type.Integer() }),
    summary: text('全部标为已读', 'Mark all as read'),
  }),
  readPreferences: read({
    path: '/me/notifications',
    permission: 'signed-in',
    input: Nothing,
    output: Preferences,
    summary: text('我的提醒方式', 'How I am told'),
  }),
  savePreferences: write({
    method: 'PUT',
    path: '/me/notifications',
    permission: 'signed-in',
    input: PreferencesInput,
    output: Preferences,
    summary: text('修改我的提醒方式', 'Change how I am told'),
  }),
}

/** What the administrator sets for everybody. */
const adminActions = {
  readRoleDefaults: read({
    path: '/notification-defaults',
    permission: manage,
    input: Type.Object({ role: RoleName }),
    output: Type.Object({ lines: Type.Array(RoleMatrixLine) }),
    summary: text('岗位的提醒默认值', 'The usual of a role'),
  }),
  saveRoleDefaults: write({
    method: 'PUT',
    path: '/notification-defaults',
    permission: manage,
    input: RoleDefaultsInput,
    output: Type.Object({ lines: Type.Array(RoleMatrixLine) }),
    summary: text('修改岗位的提醒默认值', 'Change the usual of a role'),
  }),
  readMailServer: read({
    path: '/mail-server',
    permission: manage,
    input: Nothing,
    output: Type.Object({ server: Nullable(MailServer) }),
    summary: text('邮件服务器', 'The mail server'),
  }),
  saveMailServer: write({
    method: 'PUT',
    path: '/mail-server',
    permission: manage,
    input: MailServerInput,
    output: Type.Object({ server: Nullable(MailServer) }),
    summary: text('设置邮件服务器', 'Set the mail server'),
  }),
  testMailServer: write({
    path: '/mail-server/test',
    permission: manage,
    input: Type.Object({ to: Type.String({ pattern: '^[^@\\s,;<>]+@[^@\\s,;<>]+$', maxLength: 200 }) }),
    output: Type.Object({ deliveryId: Id }),
    summary: text('试发一封邮件', 'Send a test mail'),
  }),
  listMailboxes: read({
    path: '/mailboxes',
    permission: manage,
    input: Nothing,
    output: Type.Object({
      items: Type.Array(Mailbox),
      allowedNetworks: Type.Array(Type.String()),
      units: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    }),
    summary: text('公共邮箱和群机器人', 'Shared mailboxes and robots'),
  }),
  createMailbox: write({
    path: '/mailboxes',
    permission: manage,
    input: Type.Object(MailboxInput),
    output: Type.Object({ id: Id }),
    summary: text('新建公共邮箱或群机器人', 'Add a shared mailbox or robot'),
  }),
  changeMailbox: write({
    method: 'PUT',
    path: '/mailboxes/:mailboxId',
    permission: manage,
    input: Type.Object({ ...ofMailbox, ...MailboxInput }),
    output: Done,
    summary: text('修改公共邮箱或群机器人', 'Change a shared mailbox or robot'),
  }),
  removeMailbox: write({
    method: 'DELETE',
    path: '/mailboxes/:mailboxId',
    permission: manage,
    input: Type.Object(ofMailbox),
    output: Done,
    summary: text('停用公共邮箱或群机器人', 'Remove a shared mailbox or robot'),
  }),
  testMailbox: write({
    path: '/mailboxes/:mailboxId/test',
    permission: manage,
    input: Type.Object(ofMailbox),
    output: Type.Object({ deliveryId: Id }),
    summary: text('试发一条', 'Send a test'),
  }),
  listDeliveries: read({
    path: '/deliveries',
    permission: manage,
    input: Type.Object({
      ...paging,
      status: Type.Optional(Type.Enum(['WAITING', 'SENT', 'GIVEN_UP'])),
      channel: Type.Optional(OutsideChannel),
      failed: Type.Optional(Type.Boolean()),
    }),
    output: PageOf(Delivery),
    summary: text('发送记录', 'Sending log'),
  }),
  readDelivery: read({
    path: '/deliveries/:deliveryId',
    permission: manage,
    input: Type.Object({ deliveryId: Id }),
    output: Delivery,
    summary: text('一次发送', 'One delivery'),
  }),
  sendAgain: write({
    path: '/deliveries/:deliveryId/resending',
    permission: manage,
    input: Type.Object({ deliveryId: Id }),
    output: Done,
    summary: text('重新发送', 'Send again'),
  }),
}

export const notificationActions = { ...ownActions, ...adminActions }
