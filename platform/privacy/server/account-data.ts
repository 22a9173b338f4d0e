import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { countOf, type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

const auditBasis = text(
  '网络安全法第二十一条：网络日志留存不少于六个月',
  'Cybersecurity Law Art 21: logs are kept for six months at least',
)

/** The account and everything its holder left in the kernel’s tables; here, as no request needs it. */
export const accountData: PersonalHook = {
  tables: [
    'kernel.member',
    'kernel.token',
    'kernel.saved_view',
    'kernel.file',
    'kernel.import_run',
    'kernel.event',
    'kernel.idempotency',
    'kernel.sensitive_read',
  ],
  async collect(ctx, { userId }) {
    if (!userId) return []
    return [
      await sectionOf(
        ctx,
        text('账号', 'Account'),
        sql`select user_name, name, unit_name, array_to_string(roles, ',') as roles, created_at, disabled_at
          from kernel.member where user_id = ${userId}`,
      ),
      await sectionOf(
        ctx,
        text('令牌', 'Tokens'),
        sql`select title, created_at, expires_at, last_used_at, revoked_at from kernel.token
          where user_id = ${userId} order by created_at`,
      ),
      await sectionOf(
        ctx,
        text('保存的视图', 'Saved views'),
        sql`select list, name, query, shared, created_at from kernel.saved_view
          where owner_id = ${userId} order by created_at`,
      ),
      await sectionOf(
        ctx,
        text('上传的文件', 'Uploaded files'),
        sql`select name, media_type, size_bytes, uploaded_at from kernel.file
          where uploaded_by = ${userId} order by uploaded_at`,
      ),
      await sectionOf(
        ctx,
        text('导入的表', 'Sheets imported'),
        sql`select kind, file_name, mode, state, started_at, ended_at, accepted, refused from kernel.import_run
          where actor_id = ${userId} order by started_at`,
      ),
      await sectionOf(
        ctx,
        text('操作记录', 'What the account did'),
        sql`select at, type, subject_type, subject_id, reason from kernel.event
          where actor_id = ${userId} order by id desc limit 20000`,
      ),
    ]
  },
  async erase(ctx, { userId }) {
    if (!userId) return []
    const mine = text('仅为本人方便而保存', 'kept for the own convenience only')
    return [
      await partOf(
        ctx,
        text('令牌', 'Tokens'),
        'ERASED',
        text('吊销后不再需要', 'not needed once revoked'),
        sql`delete from kernel.token where user_id = ${userId}`,
      ),
      await partOf(
        ctx,
        text('保存的视图', 'Saved views'),
        'ERASED',
        mine,
        sql`delete from kernel.saved_view where owner_id = ${userId}`,
      ),
      await partOf(
        ctx,
        text('账号', 'Account'),
        'KEPT',
        text(
          '在职期间履行职责所必需；离任后由管理员停用',
          'needed for the duties of the post; closed on leaving',
        ),
        countOf(sql`kernel.member where user_id = ${userId}`),
      ),
      await partOf(
        ctx,
        text('操作记录', 'What the account did'),
        'KEPT',
        auditBasis,
        countOf(sql`kernel.event where actor_id = ${userId}`),
      ),
      await partOf(
        ctx,
        text('导入的表', 'Sheets imported'),
        'KEPT',
        text('说明业务数据从何而来', 'shows where the data of the bureau came from'),
        countOf(sql`kernel.import_run where actor_id = ${userId}`),
      ),
      await partOf(
        ctx,
        text('上传的文件', 'Uploaded files'),
        'KEPT',
        text('是工单等业务记录的组成部分', 'part of the records of the work'),
        countOf(sql`kernel.file where uploaded_by = ${userId}`),
      ),
    ]
  },
}

export const accountRetention: readonly RetentionClass[] = [
  {
    name: 'kernel.tokens',
    title: text('失效的令牌', 'Tokens no longer valid'),
    what: text('吊销或到期的个人令牌', 'personal tokens that were revoked or ran out'),
    days: 183,
    minimumDays: 183,
    action: 'ERASE',
    actions: ['ERASE', 'KEEP'],
    basis: { title: auditBasis, mark: 'A' },
    rows: {
      table: 'kernel.token',
      from: 'coalesce(t.revoked_at, t.expires_at)',
      pending: 'true',
      heldBy: ['id', 'user_id'],
    },
  },
]
