import type { Ctx } from '#kernel/context.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import { createDocument } from './create-document.ts'
import { firstStandards } from './first-standards.ts'
import { issueChecked } from './issue-version.ts'
import { plantTree } from './plant-tree.ts'

/**
 * Gives a bureau the tree and each of the first standards that it lacks, in force since `since`. A standard is there
 * when its code is, whatever became of it; where the bureau has one of its title, or uses one of its clause codes for
 * something else, it is left to the bureau's own people.
 */
export async function ensureStandards(ctx: Ctx, since: Date = ctx.now): Promise<void> {
  await plantTree(ctx)
  const borrowedOn = localMinute(since).slice(0, 10)
  for (const { nodeCode, borrowed, ...document } of firstStandards) {
    if (await isThere(ctx, document)) continue
    const { id: nodeId } = await nodeOf(ctx, nodeCode)
    const { versionId } = await createDocument(ctx, {
      ...document,
      nodeId,
      ...(await plannedAs(ctx, document.title)),
      ...(borrowed ? { borrowed: borrowed.map((one) => ({ ...one, borrowedOn })) } : {}),
    })
    await issueChecked(ctx, versionId, since)
  }
}

/** Where the bureau had it on its list of what is still to be written, that is done with it. */
async function plannedAs(ctx: Ctx, title: string): Promise<{ plannedId?: string }> {
  const planned = await ctx.db
    .selectFrom('standards.planned')
    .select('id')
    .where('title_zh', '=', title)
    .where('document_id', 'is', null)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
  return planned ? { plannedId: planned.id } : {}
}

interface First {
  code: string
  title: string
  clauses: readonly { code: string }[]
}

async function isThere(ctx: Ctx, { code, title, clauses }: First): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('standards.document')
    .select('id')
    .where((row) => row.or([row('code', '=', code), row('title_zh', '=', title)]))
    .unionAll(
      ctx.db
        .selectFrom('standards.clause')
        .select('id')
        .where(
          'code',
          'in',
          clauses.map((clause) => clause.code),
        ),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** The node of that code, or the first subsystem where people have renamed it. */
async function nodeOf(ctx: Ctx, code: string) {
  return ctx.db
    .selectFrom('standards.node')
    .select('id')
    .orderBy((row) => row('code', '=', code), 'desc')
    .orderBy((row) => row('family', 'is not distinct from', 'SERVICE_PROVISION'), 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
}
