import { ensureCalendar } from '#engines/calendar/server/api.ts'
import { ensureStandards } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { createItem } from './create-item.ts'
import { firstItems, managingParty } from './first-items.ts'
import { publishItem } from './publish-item.ts'

/**
 * Gives a bureau without any service item the repair items, published, with the standard they work to. Units of
 * the directory are used where their names fit; otherwise the parties are named in words, to be set later.
 */
export async function ensureCatalogue(ctx: Ctx): Promise<void> {
  const there = await ctx.db.selectFrom('catalogue.item').select('id').limit(1).executeTakeFirst()
  if (there) return
  await ensureCalendar(ctx)
  await ensureStandards(ctx)
  const units = await ctx.db
    .selectFrom('directory.unit')
    .select(['id', 'name'])
    .where('kind', '=', 'centre')
    .where('closed_on', 'is', null)
    .orderBy('code')
    .execute()
  const party = ({ name, words }: { name: string; words: readonly string[] }) => {
    for (const word of words) {
      const unit = units.find((one) => one.name.includes(word))
      if (unit) return { unitId: unit.id }
    }
    return { name }
  }
  for (const { code, input, provider } of firstItems) {
    const made = await createItem(ctx, {
      line: 'repairs',
      code,
      ...input,
      managingUnit: party(managingParty),
      providerUnit: party(provider),
    })
    await publishItem(ctx, { itemId: made.id, versionId: made.versionId })
  }
}
