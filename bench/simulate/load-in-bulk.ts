import type pg from 'pg'

interface Definition {
  name: string
  definition: string
}

/** What was taken off a table, and the statements that put it back. */
interface Suspended {
  table: string
  foreignKeys: Definition[]
  indexes: Definition[]
}

async function suspend(client: pg.PoolClient, table: string): Promise<Suspended> {
  const foreignKeys = await client.query<Definition>(
    `select quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where conrelid = $1::regclass and contype = 'f'`,
    [table],
  )
  const indexes = await client.query<Definition>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = $1::regclass
       and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))`,
    [table],
  )
  for (const { name } of foreignKeys.rows) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
  // COPY refuses tables under row security; nobody else sees them until the commit.
  await client.query(`alter table ${table} disable trigger user, no force row level security`)
  return { table, foreignKeys: foreignKeys.rows, indexes: indexes.rows }
}

async function restore(client: pg.PoolClient, all: readonly Suspended[]): Promise<void> {
  for (const { indexes } of all) for (const { definition } of indexes) await client.query(definition)
  for (const { table, foreignKeys } of all) {
    for (const { name, definition } of foreignKeys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    await client.query(`alter table ${table} enable trigger user, force row level security`)
  }
}

/**
 * Loads tables without their indexes, foreign keys and triggers, and puts them back afterwards, so that the database
 * itself checks every row at once; all in the caller's transaction, so that a load that fails leaves nothing behind.
 * What the triggers would have written is up to `load`.
 */
export async function loadInBulk(
  client: pg.PoolClient,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  await client.query(
    `set local maintenance_work_mem = '512MB'; set local work_mem = '128MB'; set local synchronous_commit = off`,
  )
  const suspended: Suspended[] = []
  for (const table of tables) suspended.push(await suspend(client, table))
  await load()
  await restore(client, suspended)
}
