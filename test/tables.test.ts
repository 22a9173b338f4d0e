import { describe, expect, it } from 'vitest'
import { serverModules } from '#app/modules.ts'
import type { StateMachine } from '#kernel/contract/states.ts'
import { useWorld } from './harness.ts'

/** Tables of the installation itself; everything else belongs to a bureau. */
const installationWide = [
  ...['kernel.bureau', 'kernel.installation', 'public.houqin_migration'],
  ...['backup.setting', 'backup.run', 'backup.copy'],
]
const ownSchemas = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'identity', 'pgboss')`

const machines = serverModules.flatMap(({ module }) =>
  Object.values((module.states ?? {}) as Record<string, StateMachine>),
)

describe('every table', () => {
  const world = useWorld()
  const query = async <T>(sql: string): Promise<T[]> => (await world.installation.pool.query(sql)).rows as T[]

  it('belongs to a bureau: bureau_id first in its key, row level security forced', async () => {
    const tables = await query<{
      name: string
      forced: boolean
      first: string | null
      fallback: string | null
    }>(`
      select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary) as first,
        (select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a
          on a.attrelid = c.oid and a.attnum = d.adnum and a.attname = 'bureau_id' where d.adrelid = c.oid) as fallback
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${ownSchemas}`)
    const business = tables.filter(({ name }) => !installationWide.includes(name))
    expect(business.length).toBeGreaterThan(5)
    for (const { name, forced, first, fallback } of business)
      expect({ name, forced, first, fallback }).toEqual({
        name,
        forced: true,
        first: 'bureau_id',
        fallback: 'kernel.bureau()',
      })
  })

  it('has indexes that begin with the bureau', async () => {
    const indexes = await query<{ name: string }>(`
      select n.nspname || '.' || i.relname as name
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
        join pg_namespace n on n.oid = c.relnamespace join pg_am m on m.oid = i.relam
        left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where c.relkind = 'r' and ${ownSchemas} and m.amname = 'btree' and not x.indisunique
        and n.nspname || '.' || c.relname <> all (array['${installationWide.join("','")}'])
        and a.attname is distinct from 'bureau_id' and i.relname <> 'outbox_due'`)
    expect(indexes).toEqual([])
  })

  it('is out of reach of the application outside a bureau, and of another bureau', async () => {
    const now = new Date()
    const seen = await world.installation.database.transaction({ bureauId: null, mode: 'read', now }, (db) =>
      db.selectFrom('kernel.member').select('id').execute(),
    )
    expect(seen).toEqual([])
    const mine = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('kernel.member').select('bureau_id').execute(),
    )
    expect(new Set(mine.map((row) => row.bureau_id))).toEqual(new Set([world.bureauId]))
  })

  it('takes no row for another bureau', async () => {
    const writing = world.ctx('system', (ctx) =>
      ctx.db
        .insertInto('kernel.counter')
        .values({ bureau_id: world.other.bureauId, series: 'x', value: 1 })
        .execute(),
    )
    await expect(writing).rejects.toThrow(/row-level security/)
  })

  it('keeps history that the application can add to but not change', async () => {
    const changing = world.ctx('system', (ctx) =>
      ctx.db.updateTable('kernel.event').set({ reason: 'x' }).execute(),
    )
    await expect(changing).rejects.toThrow(/permission denied/)
  })

  it.runIf(machines.length > 0)('allows exactly the states of its machine', async () => {
    for (const machine of machines) {
      const [schema, table] = machine.table.split('.')
      const checks = await query<{ rule: string }>(`
        select pg_get_constraintdef(k.oid) as rule from pg_constraint k
        join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'state' and k.conkey = array[a.attnum]
        where k.contype = 'c' and n.nspname = '${schema}' and c.relname = '${table}'`)
      const allowed = [...(checks[0]?.rule ?? '').matchAll(/'([^']+)'/g)].map((match) => match[1])
      expect(allowed.sort(), machine.table).toEqual(Object.keys(machine.states).sort())
    }
  })

  it.runIf(machines.length > 0)('changes its state only through a transition', async () => {
    for (const { table } of machines) {
      const [schema, name] = table.split('.')
      const guards = await query<{ tgname: string }>(`
        select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = '${schema}' and c.relname = '${name}' and t.tgname = 'guard_state'`)
      expect(guards, table).toHaveLength(1)
    }
  })
})
