import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import type { HealthSign } from '#kernel/server-module.ts'

/** A day without a seal is no alarm: a transaction may hold it up; three are. */
const mostMilliseconds = 3 * 86_400_000

/** Whether the trail is sealed and fits. */
export async function sealHealth(ctx: Ctx): Promise<HealthSign[]> {
  const sign = { id: 'audit-seal', title: text('审计封存', 'Audit seals'), href: '/audit/seals' }
  const checked = await ctx.db
    .selectFrom('audit_seal.verification')
    .select('fault')
    .where('finished_at', 'is not', null)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (checked && checked.fault !== null) {
    const words = text('核验不符：审计记录被改动过', 'Does not fit: the audit trail was changed')
    return [{ ...sign, state: 'bad', words }]
  }
  const last = await ctx.db
    .selectFrom('audit_seal.seal')
    .select(['number', 'sealed_at'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return []
  if (ctx.now.getTime() - new Date(last.sealed_at).getTime() > mostMilliseconds) {
    const words = text('已有三天没有封存', 'Nothing was sealed for three days')
    return [{ ...sign, state: 'warn', words }]
  }
  const words = text(`已封存至第 ${last.number} 号`, `Sealed up to no. ${last.number}`)
  return [{ ...sign, state: 'good', words }]
}
