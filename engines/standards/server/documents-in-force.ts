import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import { inForce } from './queries.ts'

/** A standard at the version in force, clause by clause, in its order. */
export interface DocumentInForce {
  id: string
  code: string
  title: Text
  version: number
  issuedAt: string
  clauses: { code: string; title: Text; body: Text }[]
}

/** The standards of these codes that are in force, in the order of the codes; one that is not, or not here, is left out. */
export async function documentsInForce(ctx: Ctx, codes: readonly string[]): Promise<DocumentInForce[]> {
  const versionIds = [...(await inForce(ctx)).values()]
  const { rows } = await sql<DocumentInForce>`
    select d.id, d.code, jsonb_build_object('zh', d.title_zh, 'en', coalesce(nullif(d.title_en, ''), d.title_zh)) as title,
      v.number as version, v.issued_at as "issuedAt",
      (select jsonb_agg(jsonb_build_object('code', c.code,
          'title', jsonb_build_object('zh', cv.title_zh, 'en', coalesce(nullif(cv.title_en, ''), cv.title_zh)),
          'body', jsonb_build_object('zh', cv.body_zh, 'en', coalesce(nullif(cv.body_en, ''), cv.body_zh))) order by cv.position)
        from standards.clause_version cv join standards.clause c on c.bureau_id = cv.bureau_id and c.id = cv.clause_id
        where cv.bureau_id = v.bureau_id and cv.version_id = v.id) as clauses
    from standards.document d join standards.version v on v.bureau_id = d.bureau_id and v.document_id = d.id
    where d.bureau_id = kernel.bureau() and d.code = any(${[...codes]}::text[]) and v.id = any(${versionIds}::uuid[])
    order by array_position(${[...codes]}::text[], d.code)`.execute(ctx.db)
  return rows
}
