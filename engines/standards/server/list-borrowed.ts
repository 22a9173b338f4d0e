import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { containing } from '#kernel/database/containing.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { BorrowedClause } from '../borrowing-schema.ts'
import type { standards } from '../module.ts'
import { sourceWords } from './export-clauses.ts'

type Actions = typeof standards.actions
type Borrowed = OutputOf<Actions['listBorrowed']>

interface Row {
  id: string
  title: string
  number: string
  article: string
  organisation: string
  borrowed_on: string
  adaptation: string
  since: number
  removal: string | null
  document_id: string
  document_code: string
  document_zh: string
  document_en: string
  clause_code: string | null
  clause_zh: string | null
  clause_en: string | null
}

/**
 * What was borrowed, by source: the one with most clauses first. Only what an issued version says counts, and a source
 * that an issued version removed stays in the list with the reason.
 */
export async function listBorrowed(
  ctx: Ctx,
  { search }: InputOf<Actions['listBorrowed']>,
): Promise<Borrowed> {
  const like = search ? containing(search) : null
  const { rows } = await sql<Row>`
    select b.id, b.title, b.number, b.article, b.organisation, b.borrowed_on::text as borrowed_on, b.adaptation,
      f.number as since, case when r.state <> 'draft' then b.removal_reason end as removal,
      d.id as document_id, d.code as document_code, d.title_zh as document_zh, d.title_en as document_en,
      c.code as clause_code, w.title_zh as clause_zh, w.title_en as clause_en
    from standards.borrowing b
    join standards.document d on d.bureau_id = b.bureau_id and d.id = b.document_id
    join standards.version f on f.bureau_id = b.bureau_id and f.id = b.from_version_id and f.state <> 'draft'
    left join standards.version r on r.bureau_id = b.bureau_id and r.id = b.removed_version_id
    left join standards.clause c on c.bureau_id = b.bureau_id and c.id = b.clause_id
    left join lateral (
      select cv.title_zh, cv.title_en from standards.clause_version cv
      join standards.version v on v.bureau_id = cv.bureau_id and v.id = cv.version_id and v.state <> 'draft'
      where cv.bureau_id = c.bureau_id and cv.clause_id = c.id
      order by v.number desc limit 1
    ) w on true
    where ${like}::text is null or b.title ilike ${like} or b.number ilike ${like} or b.organisation ilike ${like}
      or d.title_zh ilike ${like} or c.code ilike ${like}
    order by d.code, c.code nulls first, b.id`.execute(ctx.db)
  const groups = Map.groupBy(rows, keyOf)
  const items = [...groups.values()].map((group) => {
    const { title, number, organisation } = group[0]!
    const clauses = group.map(clauseOf)
    return {
      title,
      number,
      organisation,
      kept: clauses.filter(({ removal }) => removal === null).length,
      clauses,
    }
  })
  return { items: items.sort((a, b) => b.clauses.length - a.clauses.length) }
}

/** A number names a source, however its title is written; without one, title and organisation do. */
function keyOf({ number, title, organisation }: Row): string {
  const bare = number.replaceAll(/[\s—–-]/g, '').toUpperCase()
  return bare === '' ? `${organisation} ${title}` : bare
}

function clauseOf(row: Row): BorrowedClause {
  return {
    id: row.id,
    title: row.title,
    number: row.number,
    article: row.article,
    organisation: row.organisation,
    borrowedOn: row.borrowed_on,
    adaptation: row.adaptation,
    since: row.since,
    removal: row.removal,
    documentId: row.document_id,
    documentCode: row.document_code,
    documentTitle: { zh: row.document_zh, en: row.document_en || row.document_zh },
    clauseCode: row.clause_code,
    clauseTitle: row.clause_zh === null ? null : { zh: row.clause_zh, en: row.clause_en || row.clause_zh },
  }
}

export async function exportBorrowed(
  ctx: Ctx,
  input: InputOf<Actions['exportBorrowed']>,
): Promise<FileAnswer> {
  const { items } = await listBorrowed(ctx, input)
  return sheetAnswer(
    {
      title: '借鉴来源',
      columns: [
        { heading: '来源', width: 50 },
        { heading: '标准编号' },
        { heading: '标准名称', width: 24 },
        { heading: '条款编号' },
        { heading: '条款', width: 24 },
        { heading: '借鉴日期' },
        { heading: '如何转化', width: 40 },
        { heading: '取消原因', width: 30 },
      ],
      rows: items.flatMap(({ clauses }) =>
        clauses.map((clause) => [
          sourceWords(clause),
          clause.documentCode,
          ctx.say(clause.documentTitle),
          clause.clauseCode,
          clause.clauseTitle ? ctx.say(clause.clauseTitle) : '整份标准',
          clause.borrowedOn,
          clause.adaptation,
          clause.removal,
        ]),
      ),
    },
    input.format ?? 'xlsx',
    '借鉴来源',
  )
}
