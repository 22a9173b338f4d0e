import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { templateParts } from '../form/template-parts.ts'
import type { PartInput } from '../schema.ts'

type Part = Static<typeof PartInput>

/** Writes the parts of a draft anew. @throws Problem 422 `standards.part_repeated` */
export async function writeParts(
  ctx: Ctx,
  versionId: string,
  parts: readonly Part[] | undefined,
): Promise<void> {
  if (!parts) return
  const twice = parts.findIndex(({ part }, index) => parts.findIndex((one) => one.part === part) < index)
  if (twice >= 0) {
    const { title } = templateParts.find(({ part }) => part === parts[twice]!.part)!
    throw new Problem(422, 'standards.part_repeated', {
      params: { part: ctx.say(title) },
      path: `parts.${twice}.part`,
    })
  }
  await ctx.db.deleteFrom('standards.version_part').where('version_id', '=', versionId).execute()
  if (parts.length === 0) return
  await ctx.db
    .insertInto('standards.version_part')
    .values(
      parts.map(({ part, body, bodyEn }) => ({
        version_id: versionId,
        part,
        body_zh: body.trim(),
        body_en: bodyEn ?? '',
      })),
    )
    .execute()
}

/** A new version begins with the parts of the one before, where its writer gave none. */
export async function carryParts(ctx: Ctx, documentId: string, versionId: string): Promise<void> {
  const before = await ctx.db
    .selectFrom('standards.version')
    .select('id')
    .where('document_id', '=', documentId)
    .where('id', '!=', versionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!before) return
  const parts = await readParts(ctx, before.id)
  const rows = parts.map(({ part, body_zh, body_en }) => ({ version_id: versionId, part, body_zh, body_en }))
  if (rows.length > 0) await ctx.db.insertInto('standards.version_part').values(rows).execute()
}

/** The parts of a version, as rows, in the order they are printed. */
export async function readParts(ctx: Ctx, versionId: string) {
  const rows = await ctx.db
    .selectFrom('standards.version_part')
    .select(['part', 'body_zh', 'body_en'])
    .where('version_id', '=', versionId)
    .execute()
  return templateParts.flatMap(({ part }) =>
    rows.filter((row) => row.part === part).map((row) => ({ ...row, part })),
  )
}
