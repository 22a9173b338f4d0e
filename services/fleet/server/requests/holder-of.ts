import type { RequestRow } from '../../request-row-schema.ts'

/** What the approvals engine says of who has it. */
export interface HeldBy {
  names: string[]
  since: string | null
  due: string | null
  /** When it was decided or came back. */
  endedAt: string | null
}

interface Standing {
  state: string
  requester_name: string
  first_contact_name: string | null
  submitted_at: string
  approved_at: string | null
  starts_at: string
  driver_name: string | null
  trip_made_at: string | null
  trip_from: string | null
  trip_to: string | null
  left_at: string | null
}

/** Who holds a request, since when, promised when; null once nobody has to do anything. No name: the dispatch desk. */
export function holderOf(row: Standing, held: HeldBy | undefined): RequestRow['holder'] {
  const driver = row.driver_name ? [row.driver_name] : []
  switch (row.state) {
    case 'SUBMITTED':
      return { names: held?.names ?? [], since: held?.since ?? row.submitted_at, due: held?.due ?? null }
    case 'SENT_BACK':
      return { names: [row.requester_name], since: held?.endedAt ?? row.submitted_at, due: row.starts_at }
    case 'APPROVED':
      return {
        names: row.first_contact_name ? [row.first_contact_name] : [],
        since: row.approved_at ?? row.submitted_at,
        due: row.starts_at,
      }
    case 'ASSIGNED':
      return { names: driver, since: row.trip_made_at ?? row.starts_at, due: row.trip_from ?? row.starts_at }
    case 'UNDER_WAY':
      return { names: driver, since: row.left_at ?? row.starts_at, due: row.trip_to }
    default:
      return null
  }
}
