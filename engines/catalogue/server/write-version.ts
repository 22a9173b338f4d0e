import { clauseIds, registerClauseUse } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { VersionInput } from '../schema.ts'
import { checkVersion } from './check-version.ts'
import { sixDimensions } from './six-dimensions.ts'

interface WrittenVersion {
  versionId: string
  number: number
}

/**
 * Writes the next version of an item, with all that hangs on it; the item's row must be locked by the caller.
 * Nothing of a version is ever changed afterwards: the database grants no update.
 * @throws Problem 422 for pledges, steps, dimensions, units, calendars or clauses that do not fit
 */
export async function writeVersion(ctx: Ctx, itemId: string, input: VersionInput): Promise<WrittenVersion> {
  await checkVersion(ctx, input)
  const clauses = await clauseIds(ctx, input.clauseCodes)
  const last = await ctx.db
    .selectFrom('catalogue.item_version')
    .select((row) => row.fn.max('number').as('number'))
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const managing = await partyOf(ctx, input.managingUnit, 'managingUnit')
  const provider = await partyOf(ctx, input.providerUnit, 'providerUnit')
  const { id } = await ctx.db
    .insertInto('catalogue.item_version')
    .values({
      item_id: itemId,
      number,
      name_zh: input.name.zh,
      name_en: input.name.en,
      content_zh: input.content.zh,
      content_en: input.content.en,
      grade_zh: input.grade.zh,
      grade_en: input.grade.en,
      charge_zh: input.charge.zh,
      charge_en: input.charge.en,
      charge_fen: input.chargeFen,
      service_class: input.serviceClass,
      delivery: input.delivery,
      managing_unit_id: managing.id,
      managing_unit_name: managing.name,
      provider_unit_id: provider.id,
      provider_unit_name: provider.name,
      change_kinds: [...new Set(input.changeKinds ?? [])],
      change_note: input.changeNote,
      made_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeParts(ctx, id, input, clauses)
  return { versionId: id, number }
}

async function writeParts(ctx: Ctx, versionId: string, input: VersionInput, clauses: readonly string[]) {
  const of = { version_id: versionId }
  await ctx.db
    .insertInto('catalogue.version_pledge')
    .values(
      input.pledges.map((pledge) => ({
        ...of,
        urgency: pledge.urgency,
        respond_minutes: pledge.respondMinutes,
        finish_minutes: pledge.finishMinutes,
        calendar: pledge.calendar,
      })),
    )
    .execute()
  const steps = input.steps.map((step) => ({
    ...of,
    pledge: step.pledge,
    offset_minutes: step.offsetMinutes,
    level: step.level,
    to_role: step.toRole,
    name_zh: step.name.zh,
    name_en: step.name.en,
  }))
  if (steps.length > 0) await ctx.db.insertInto('catalogue.version_step').values(steps).execute()
  const dimensions = (input.dimensions ?? sixDimensions).map(({ code, name, hint }, index) => ({
    ...of,
    code,
    position: index + 1,
    name_zh: name.zh,
    name_en: name.en,
    hint_zh: hint.zh,
    hint_en: hint.en,
  }))
  await ctx.db.insertInto('catalogue.version_dimension').values(dimensions).execute()
  const used = clauses.map((clause_id, index) => ({ ...of, clause_id, position: index + 1 }))
  if (used.length > 0) await ctx.db.insertInto('catalogue.version_clause').values(used).execute()
}

/** A unit of the directory lends its name; a party that is no unit there keeps the name that was written. */
async function partyOf(
  ctx: Ctx,
  party: VersionInput['managingUnit'],
  path: string,
): Promise<{ id: string | null; name: string }> {
  if (!party.unitId) {
    const name = party.name?.trim()
    if (!name) throw new Problem(422, 'catalogue.party_needed', { path })
    return { id: null, name }
  }
  const unit = await ctx.db
    .selectFrom('directory.unit')
    .select(['id', 'name'])
    .where('id', '=', party.unitId)
    .executeTakeFirst()
  if (!unit) throw new Problem(422, 'catalogue.unknown_unit', { path })
  return unit
}

/** Tells the standards which clauses a published item works to. */
export async function tellClauseUse(ctx: Ctx, itemId: string, versionId: string | null): Promise<void> {
  const version = versionId
    ? await ctx.db
        .selectFrom('catalogue.item_version')
        .select(['name_zh', 'name_en'])
        .where('id', '=', versionId)
        .executeTakeFirstOrThrow()
    : null
  const clauses = versionId
    ? await ctx.db
        .selectFrom('catalogue.version_clause as used')
        .innerJoin('standards.clause as clause', (join) =>
          join.onRef('clause.bureau_id', '=', 'used.bureau_id').onRef('clause.id', '=', 'used.clause_id'),
        )
        .select('clause.code')
        .where('used.version_id', '=', versionId)
        .execute()
    : []
  await registerClauseUse(
    ctx,
    {
      type: 'catalogue.item',
      id: itemId,
      label: { zh: version?.name_zh ?? '', en: version?.name_en ?? '' },
      href: `/catalogue/${itemId}`,
    },
    clauses.map(({ code }) => code),
  )
}
