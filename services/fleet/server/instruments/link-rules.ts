import { documentsInForce, ensureStandards, registerClauseUse } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import { instrumentCodes, instruments } from '../../instruments.ts'

/**
 * Gives a bureau the instruments on official vehicles where it lacks them, and tells the standards which of their clauses the service
 * carries out; after a new version of one, the night after.
 */
export async function linkInstruments(ctx: Ctx): Promise<void> {
  await ensureStandards(ctx)
  for (const { id, code, clauses } of await documentsInForce(ctx, instrumentCodes)) {
    const carried = clauses.filter((clause) => (instruments[code]![clause.code] ?? []).length > 0)
    await registerClauseUse(
      ctx,
      {
        type: 'fleet.instrument',
        id,
        label: text('公务用车：由规则和核对执行', 'Official vehicles: carried out by rules and checks'),
        href: '/fleet/rules',
      },
      carried.map((clause) => clause.code),
    )
  }
}
