import { sql } from 'kysely'
import type { stages } from '../schema.ts'

export type Stage = (typeof stages)[number]

/**
 * 草拟 → 现行 → 待完善 → 废止, for rows of `standards.document`: in force is the last version issued by then unless it
 * was withdrawn; it is to be improved while a proposal is open, or was accepted after that version was issued.
 */
export const stageAt = (at: Date) => sql<Stage>`coalesce((
  select case
    when v.withdrawn_at <= ${at} then null
    when exists (
      select from standards.proposal p
      join standards.clause c on c.bureau_id = p.bureau_id and c.id = p.clause_id
      where c.bureau_id = v.bureau_id and c.document_id = v.document_id
        and (p.state = 'open' or p.state = 'accepted' and p.decided_at >= v.issued_at)
    ) then 'TO_IMPROVE'
    else 'IN_FORCE'
  end
  from standards.version v
  where v.bureau_id = standards.document.bureau_id and v.document_id = standards.document.id and v.issued_at <= ${at}
  order by v.issued_at desc, v.number desc limit 1
), case when exists (
  select from standards.version v
  where v.bureau_id = standards.document.bureau_id and v.document_id = standards.document.id and v.issued_at is not null
) then 'WITHDRAWN' else 'DRAFT' end)`
