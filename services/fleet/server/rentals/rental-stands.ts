import { sql } from 'kysely'

/** The rental `n` has not been called off. Of one request that is never more than one. */
export const rentalStands = sql<boolean>`n.state <> 'CANCELLED'`

/** Nothing is rented for the request `q`. */
export const nothingRented = sql<boolean>`not exists (select from fleet.rental n
  where n.bureau_id = q.bureau_id and n.request_id = q.id and ${rentalStands})`
