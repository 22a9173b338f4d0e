import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

/** Sealed entries leave in whole seals; the database itself refuses the last six months. */
async function countOldEntries(ctx: Ctx, lastDay: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(entries), 0)::integer as count from audit_seal.seal
    where day <= ${lastDay} and number > (select coalesce(max(seal_number), 0) from audit_seal.erasure)`.execute(
    ctx.db,
  )
  return rows[0]!.count
}

async function eraseOldEntries(ctx: Ctx, lastDay: string): Promise<number> {
  const { rows } = await sql<{
    gone: number
  }>`select audit_seal.erase_until(${lastDay}::date) as gone`.execute(ctx.db)
  return rows[0]!.gone
}

export const auditRetention: readonly RetentionClass[] = [
  {
    name: 'audit-seal.trail',
    title: text('审计记录', 'Audit trail'),
    what: text(
      '已封存的审计记录，按整日清除；封存值保留',
      'sealed audit entries, whole days; the seals stay',
    ),
    days: 1096,
    minimumDays: 184,
    action: 'KEEP',
    actions: ['KEEP', 'ERASE'],
    basis: {
      title: text('网络安全法第二十一条：不少于六个月', 'Cybersecurity Law Art 21: six months at least'),
      mark: 'A',
    },
    rows: { count: countOldEntries, carryOut: eraseOldEntries },
  },
]
