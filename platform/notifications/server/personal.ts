import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'

const asked = text('按本人要求删除', 'deleted as asked')

/** What a person was told, and how they want to be told. */
export const notificationsPersonal: PersonalHook = {
  tables: ['notifications.notification', 'notifications.preference', 'notifications.choice'],
  async collect(ctx, { userId }) {
    return [
      await sectionOf(
        ctx,
        text('收到的消息', 'News received'),
        sql`select created_at, read_at, type, title_zh, body_zh from notifications.notification
          where user_id = ${userId} order by created_at`,
      ),
      await sectionOf(
        ctx,
        text('提醒方式', 'How they are told'),
        sql`select mail_address, locale, quiet, digest from notifications.preference where user_id = ${userId}`,
      ),
      await sectionOf(
        ctx,
        text('消息的选择', 'Choices of news'),
        sql`select type, channel, wanted from notifications.choice where user_id = ${userId} order by type`,
      ),
    ]
  },
  async erase(ctx, { userId }) {
    return [
      await partOf(
        ctx,
        text('收到的消息', 'News received'),
        'ERASED',
        asked,
        sql`delete from notifications.notification where bureau_id = kernel.bureau() and user_id = ${userId}`,
      ),
      await partOf(
        ctx,
        text('提醒方式', 'How they are told'),
        'ERASED',
        asked,
        sql`delete from notifications.preference where bureau_id = kernel.bureau() and user_id = ${userId}`,
      ),
      await partOf(
        ctx,
        text('消息的选择', 'Choices of news'),
        'ERASED',
        asked,
        sql`delete from notifications.choice where bureau_id = kernel.bureau() and user_id = ${userId}`,
      ),
    ]
  },
}
