import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'

const what = text('日历订阅地址', 'Calendar feed addresses')

/** That a person has a calendar address; never the address itself. */
export const feedsPersonal: PersonalHook = {
  tables: ['feeds.feed'],
  async collect(ctx, { userId }) {
    return [
      await sectionOf(
        ctx,
        what,
        sql`select created_at, revoked_at from feeds.feed where user_id = ${userId} order by created_at`,
      ),
    ]
  },
  async erase(ctx, { userId }) {
    return [
      await partOf(
        ctx,
        what,
        'ERASED',
        text('按本人要求删除', 'deleted as asked'),
        sql`delete from feeds.feed where bureau_id = kernel.bureau() and user_id = ${userId}`,
      ),
    ]
  },
}
