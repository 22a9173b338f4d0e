import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'

const what = text('单点登录关联', 'Single sign-on links')

/** Who somebody is at a provider. */
export const singleSignOnPersonal: PersonalHook = {
  tables: ['sso.link'],
  async collect(ctx, { userId }) {
    return [
      await sectionOf(
        ctx,
        what,
        sql`select p.title, p.issuer, l.subject, l.linked_at from sso.link l
          join sso.provider p on p.bureau_id = l.bureau_id and p.id = l.provider_id
          where l.user_id = ${userId} order by l.linked_at`,
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
        sql`delete from sso.link where bureau_id = kernel.bureau() and user_id = ${userId}`,
      ),
    ]
  },
}
