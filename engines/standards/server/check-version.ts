import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { checkForm, mayIssue } from '../form/check-form.ts'
import type { FormContext, FormFinding } from '../form/finding.ts'
import type { standards } from '../module.ts'
import { stageAt } from './document-stage.ts'
import { readClauses } from './read-clauses.ts'
import { readParts } from './write-parts.ts'

type Actions = typeof standards.actions

/** What the check of form finds in a version as it is written now. @throws Problem 404 */
export async function findForm(ctx: Ctx, versionId: string): Promise<FormFinding[]> {
  const version = await ctx.db
    .selectFrom('standards.version as v')
    .innerJoin('standards.document as d', (join) =>
      join.onRef('d.bureau_id', '=', 'v.bureau_id').onRef('d.id', '=', 'v.document_id'),
    )
    .select(['v.id', 'v.source', 'd.id as document_id', 'd.code', 'd.title_zh'])
    .where('v.id', '=', versionId)
    .executeTakeFirst()
  if (!version) throw new Problem(404, 'kernel.not_found')
  const parts = await readParts(ctx, version.id)
  const clauses = await readClauses(ctx, [version.id], {})
  return checkForm(
    {
      code: version.code,
      title: version.title_zh,
      source: version.source,
      parts: parts.map(({ part, body_zh }) => ({ part, body: body_zh })),
      clauses: clauses.map(({ code, title, body, lines }) => ({
        code,
        title: title.zh,
        body: body.zh,
        lines: lines.map((line) => ({ text: line.text.zh, mandatory: line.mandatory, limit: line.limit })),
      })),
    },
    await formContext(ctx, version.document_id),
  )
}

export async function checkDraft(
  ctx: Ctx,
  { versionId }: InputOf<Actions['checkDraft']>,
): Promise<OutputOf<Actions['checkDraft']>> {
  const findings = await findForm(ctx, versionId)
  return { findings, mayIssue: mayIssue(findings) }
}

/** @throws Problem 404 for a document that is not there */
export async function readFormContext(
  ctx: Ctx,
  { documentId }: InputOf<Actions['readFormContext']>,
): Promise<OutputOf<Actions['readFormContext']>> {
  const { titlesElsewhere, withdrawn } = await formContext(ctx, documentId)
  return { titlesElsewhere: [...titlesElsewhere], withdrawn: [...withdrawn] }
}

async function formContext(ctx: Ctx, documentId: string | undefined): Promise<FormContext> {
  const documents = await ctx.db
    .selectFrom('standards.document')
    .select(['id', 'code', 'title_zh', stageAt(ctx.now).as('stage')])
    .execute()
  if (documentId && !documents.some(({ id }) => id === documentId)) throw new Problem(404, 'kernel.not_found')
  const others = documents.filter(({ id }) => id !== documentId)
  return {
    titlesElsewhere: others.filter(({ stage }) => stage !== 'WITHDRAWN').map(({ title_zh }) => title_zh),
    withdrawn: others.filter(({ stage }) => stage === 'WITHDRAWN').map(({ code }) => code),
  }
}
