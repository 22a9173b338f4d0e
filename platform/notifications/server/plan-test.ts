import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import { announce } from './tell.ts'

const title = text('试发成功：消息能够送达', 'It works: messages arrive')
const body = text(
  '这是一封试发的消息，由管理员在“消息设置”里发出，不需要处理。',
  'This is a test sent by the administrator from the notification settings; there is nothing to do.',
)

interface Target {
  channel: string
  mailboxId?: string
  /** Only for mail to an address that was typed. */
  toAddress?: string
}

/** A test goes the way of real news, so that what works for it works for them. @returns the delivery's id */
export async function planTest(ctx: Ctx, { channel, mailboxId, toAddress }: Target): Promise<string> {
  const { id: notificationId } = await ctx.db
    .insertInto('notifications.notification')
    .values({
      user_id: mailboxId ? null : ctx.actor.userId,
      mailbox_id: mailboxId ?? null,
      type: 'notifications.test',
      title_zh: title.zh,
      title_en: title.en,
      body_zh: body.zh,
      body_en: body.en,
      href: '/notification-settings',
      subject_type: 'notifications.notification',
      urgent: true,
      shown: false,
      created_at: ctx.now,
      last_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await ctx.db
    .insertInto('notifications.delivery')
    .values({
      notification_id: notificationId,
      channel,
      to_address: toAddress ?? null,
      created_at: ctx.now,
      due_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'notifications.test_requested',
    subjectType: 'notifications.delivery',
    subjectId: id,
    after: { channel, mailboxId: mailboxId ?? null },
  })
  // Wakes the sender.
  await announce(ctx, ctx.actor.userId!)
  return id
}
