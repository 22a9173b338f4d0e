import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Borrowing } from '../borrowing-schema.ts'

interface Row {
  id: string
  version_id: string
  clause_id: string | null
  title: string
  number: string
  article: string
  organisation: string
  borrowed_on: string
  adaptation: string
  since: number
  removal: string | null
}

/** A source as it stands at one version, with the clause it belongs to. */
export interface StandingBorrowing {
  versionId: string
  clauseId: string | null
  borrowing: Borrowing
}

/**
 * The sources of these versions: those they brought, those they keep from earlier ones, and those that they removed,
 * with the reason. What only a later version brought or removed leaves them as they were.
 */
export async function readBorrowings(ctx: Ctx, versionIds: readonly string[]): Promise<StandingBorrowing[]> {
  if (versionIds.length === 0) return []
  const { rows } = await sql<Row>`
    select b.id, v.id as version_id, b.clause_id, b.title, b.number, b.article, b.organisation,
      b.borrowed_on::text as borrowed_on, b.adaptation, f.number as since,
      case when r.id = v.id then b.removal_reason end as removal
    from standards.borrowing b
    join standards.version v on v.bureau_id = b.bureau_id and v.document_id = b.document_id
    join standards.version f on f.bureau_id = b.bureau_id and f.id = b.from_version_id
    left join standards.version r on r.bureau_id = b.bureau_id and r.id = b.removed_version_id
    where v.id = any(${[...versionIds]}::uuid[]) and f.number <= v.number and (r.id is null or r.number >= v.number)
    order by b.borrowed_on, b.id`.execute(ctx.db)
  return rows.map(({ version_id: versionId, clause_id: clauseId, borrowed_on: borrowedOn, ...row }) => ({
    versionId,
    clauseId,
    borrowing: {
      id: row.id,
      title: row.title,
      number: row.number,
      article: row.article,
      organisation: row.organisation,
      borrowedOn,
      adaptation: row.adaptation,
      since: row.since,
      removal: row.removal,
    },
  }))
}
