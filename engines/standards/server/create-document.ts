import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { standards } from '../module.ts'
import { writeClauses } from './write-version.ts'

type Action = (typeof standards.actions)['createDocument']

/** A new standard with its first version as a draft. @throws Problem 409 `standards.code_taken` */
export async function createDocument(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const document = await ctx.db
    .insertInto('standards.document')
    .values({ code: input.code, title_zh: input.title, title_en: input.titleEn ?? '', family: input.family })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!document)
    throw new Problem(409, 'standards.code_taken', { params: { code: input.code }, path: 'code' })
  const version = await ctx.db
    .insertInto('standards.version')
    .values({
      document_id: document.id,
      number: 1,
      state: 'draft',
      source: input.source,
      change_note: input.changeNote ?? '',
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeClauses(ctx, { documentId: document.id, versionId: version.id }, input.clauses)
  await ctx.emit({
    type: 'standards.document_created',
    subjectType: 'standards.document',
    subjectId: document.id,
    after: { code: input.code, title: input.title, clauses: input.clauses.length },
  })
  return { id: document.id, versionId: version.id }
}
