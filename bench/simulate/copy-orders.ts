import type pg from 'pg'
import { copyOf } from './copy-id.ts'
import { orderTables } from './order-rows.ts'

/** These ids are not copied: the bureau's units and the promise are the same for every copy. */
const shared = /^(bureau_id|.*unit_id|item_version_id)$/
/** `WX-20261122-0007`: the played order has the first of as many numbers as there are copies. */
const nextNumber = (number: string) =>
  `left(${number}, 12) || lpad((substr(${number}, 13)::bigint + n - 1)::text, 4, '0')`

/** What of a row is its copy's own, by column; everything else is taken as it is. */
const changed: Readonly<Record<string, string>> = {
  'orders.service_order.number': nextNumber('number'),
  // Found by its own number and by the name of its own site.
  'orders.service_order.search_words': `lower(${nextNumber('number')}) || substr(search_words, length(number) + 1) || ' ' || n || '区'`,
  'kernel.event.after': `jsonb_set(after, '{number}', to_jsonb(${nextNumber("(after ->> 'number')")}))`,
}

/** The log also has what was done to people, places and the catalogue, which are not copied here. */
const ofOrders = "and subject_type = 'orders.service_order'"

interface Column {
  name: string
  type: string
}

async function columnsOf(client: pg.PoolClient, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select attname as name, atttypid::regtype::text as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
     order by attnum`,
    [table],
  )
  return rows
}

/**
 * Copies every order of a bureau with all that hangs on it: the same times, so that each copy's ledger is right too,
 * but other people in other rooms, those that `enlargeDirectory` made.
 */
export async function copyOrders(client: pg.PoolClient, bureauId: string, copies: number): Promise<void> {
  if (copies < 2) return
  for (const table of orderTables) {
    const columns = await columnsOf(client, table)
    const values = columns.map(({ name, type }) => {
      const own = changed[`${table}.${name}`]
      if (own) return own
      return type === 'uuid' && !shared.test(name) ? copyOf(`"${name}"`) : `"${name}"`
    })
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    // By copy, then as they were played: the order of the ledger's lines within one moment stays.
    await client.query(
      `insert into ${table} (${names}) select ${values.join(', ')}
       from (select * from ${table} where bureau_id = $1 ${table === 'kernel.event' ? ofOrders : ''}) played cross join generate_series(2, $2::int) as n`,
      [bureauId, copies],
    )
  }
}
