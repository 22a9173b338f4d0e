import { spawnSync } from 'node:child_process'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { auditSeal } from '../module.ts'
import { beginning, canonicalEntry, chainHash, coveredColumns } from './canonical-entry.ts'
import { sealEntries } from './seal-entries.ts'

const { readStanding, listSeals, verify } = auditSeal.actions
const soon = '2200-01-01T00:00:00Z'

describe('the sealed audit trail', () => {
  const world = useWorld({ committing: true })
  const owner = async <T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await world.installation.pool.query(sql, values)).rows as T[]
  const write = (reason: string) =>
    world.ctx('system', (ctx) =>
      ctx.emit({
        type: 'kernel.view_saved',
        subjectType: 'test',
        subjectId: null,
        after: { a: 1.5 },
        reason,
      }),
    )
  /** The fence stays a second behind the clock. */
  const sealAll = async () => {
    await new Promise((done) => setTimeout(done, 1100))
    return world.ctx('system', (ctx) => sealEntries(ctx, soon))
  }
  const entryAt = async (back: number) =>
    (
      await owner<{ position: number; id: string }>(
        `select s.position, s.event_id as id from audit_seal.entry s where bureau_id = $1
         order by position desc offset $2 limit 1`,
        [world.bureauId, back],
      )
    )[0]!

  function run(...words: string[]) {
    const url = new URL(world.installation.pool.options.connectionString!)
    const done = spawnSync(process.execPath, ['app/verify-audit.ts', ...words], {
      env: { ...process.env, DATABASE_URL: url.href },
      encoding: 'utf8',
    })
    return { code: done.status, said: `${done.stdout}${done.stderr}` }
  }
  const head = () => /head (qinglan:\S+)/.exec(run().said)![1]!

  /** Does something behind the application's back, looks, and undoes it. */
  async function tampered(change: () => Promise<unknown>, undo: () => Promise<unknown>, ...words: string[]) {
    await change()
    const found = run(...words)
    await undo()
    return found
  }

  let first = true
  beforeEach(async () => {
    if (!first) return
    first = false
    for (const word of ['一', '二', '三']) await write(word)
    expect(await sealAll()).toBe(1)
    for (const word of ['四', '五']) await write(word)
    expect(await sealAll()).toBe(1)
    await world.deliver()
  })

  it('covers every column of an entry', async () => {
    const columns = await owner(
      `select column_name from information_schema.columns
       where table_schema = 'kernel' and table_name = 'event' order by ordinal_position`,
    )
    expect(columns.map((row) => row.column_name)).toEqual(coveredColumns)
  })

  it('reads an entry the same on every PostgreSQL from 15 to 18', async () => {
    const entry = String.raw`{"bureau_id": "01900000-0000-7000-8000-000000000001",
      "id": "01900000-0000-7000-8000-000000000002", "at": "2026-03-02T09:00:00.123456+08:00",
      "actor_name": "王,小明:1", "source": "session", "type": "kernel.exported", "subject_type": "test", "reason": "",
      "before": {"乙": [1, 1.0, 1e3, 0.00001, null, true], "a": {"b": "\""}, "aa": "\\ \u00e9 \u2028", "B": -0}}`
    const words = await world.ctx('system', async (ctx) => {
      const { rows } = await sql<{ words: string }>`
        select ${canonicalEntry} as words from jsonb_populate_record(null::kernel.event, ${entry}::jsonb) e`.execute(
        ctx.db,
      )
      return rows[0]!.words
    })
    expect(words).toContain('27:2026-03-02T01:00:00.123456Z,-,6:王,小明:1,7:session')
    expect(words).toContain(
      '{"B": 0, "a": {"b": "\\""}, "aa": "\\\\ é \u2028", "乙": [1, 1.0, 1000, 0.00001, null, true]}',
    )
    expect(chainHash(beginning, words)).toBe(
      '08a60da213cc8f84711e00482d25255003fb474b45c30cff068ead87d0e8d045',
    )
  })

  it('fits, and prints the count of each day and the head', async () => {
    const { code, said } = run()
    expect(said).toMatch(/qinglan[\s\S]*#1 {2}\d+ 条[\s\S]*#2 {2}\d+ 条[\s\S]*相符 \/ intact: 2 封/)
    expect(said).toMatch(/head qinglan:2:[0-9a-f]{64}/)
    expect(code).toBe(0)
  })

  it('seals every entry once, and nothing twice', async () => {
    const [counts] = await owner(
      `select (select count(*) from audit_seal.entry where bureau_id = $1) as sealed,
        (select sum(entries) from audit_seal.seal where bureau_id = $1) as said,
        (select count(*) from kernel.event where bureau_id = $1 and type <> 'audit-seal.sealed') as there`,
      [world.bureauId],
    )
    expect(counts!.sealed).toBe(Number(counts!.said))
    expect(counts!.sealed).toBe(Number(counts!.there) + 1) // the first seal's own entry is in the second
  })

  it('finds one changed byte, in text and in JSON, and names the entry', async () => {
    const { id, position } = await entryAt(2)
    for (const [column, value] of [
      ['reason', "'四四'"],
      ['after', `'{"a":1.50}'`],
      ['at', "at + interval '1 microsecond'"],
      ['before', "'null'"],
    ]) {
      const [old] = await owner(`select to_jsonb(e) as row from kernel.event e where id = $1`, [id])
      const { code, said } = await tampered(
        () => owner(`update kernel.event set ${column} = ${value} where id = $1`, [id]),
        () =>
          owner(
            `update kernel.event e set ${column} = r.${column}
             from jsonb_populate_record(null::kernel.event, $2) r where e.id = $1`,
            [id, JSON.stringify(old!.row)],
          ),
      )
      expect(said, column).toContain(`第 ${position} 条记录与封存时不同`)
      expect(said).toContain(id)
      expect(code).toBe(1)
    }
    expect(run().code).toBe(0)
  })

  it('finds a deleted entry and an inserted one', async () => {
    const { id, position } = await entryAt(1)
    const [found] = await owner<{ row: object }>(
      `select to_jsonb(e) as row from kernel.event e where id = $1`,
      [id],
    )
    const row = found!.row
    const gone = await tampered(
      () => owner(`delete from kernel.event where id = $1`, [id]),
      () =>
        owner(`insert into kernel.event select * from jsonb_populate_record(null::kernel.event, $1)`, [
          JSON.stringify(row),
        ]),
    )
    expect(gone.said).toContain(`第 ${position} 条记录已被删除：${id}`)
    expect(gone.code).toBe(1)
    const other = id.replace(/.{4}$/, 'abcd')
    const more = await tampered(
      () =>
        owner(`insert into kernel.event select * from jsonb_populate_record(null::kernel.event, $1)`, [
          JSON.stringify({ ...row, id: other }),
        ]),
      async () => {
        await owner(`delete from kernel.outbox where event_id = $1`, [other])
        await owner(`delete from kernel.event where id = $1`, [other])
      },
    )
    expect(more.said).toContain('已封存的时段里多出一条记录')
    expect(more.said).toContain(other)
    expect(more.code).toBe(1)
    expect(run().code).toBe(0)
  })

  it('finds two entries that were swapped', async () => {
    const [one, two] = [await entryAt(2), await entryAt(1)]
    const swap = (a: { position: number; id: string }, b: { position: number; id: string }) => async () => {
      await owner(
        `update audit_seal.entry set event_id = kernel.uuidv7() where position = $1 and bureau_id = $2`,
        [a.position, world.bureauId],
      )
      for (const [position, id] of [
        [b.position, a.id],
        [a.position, b.id],
      ])
        await owner(`update audit_seal.entry set event_id = $3 where position = $1 and bureau_id = $2`, [
          position,
          world.bureauId,
          id,
        ])
    }
    const { code, said } = await tampered(swap(one, two), async () => {
      await swap({ ...one, id: two.id }, { ...two, id: one.id })()
    })
    expect(said).toContain(`第 ${one.position} 条记录与封存时不同，或被调换`)
    expect(code).toBe(1)
    expect(run().code).toBe(0)
  })

  it('finds a changed seal, and one that was taken away with its entries', async () => {
    const late = (value: number) => () =>
      owner(`update audit_seal.seal set late = $1 where number = 1 and bureau_id = $2`, [
        value,
        world.bureauId,
      ])
    const changed = await tampered(late(1), late(0))
    expect(changed.said).toContain('第 1 号封存')
    expect(changed.said).toContain('被改动')
    expect(changed.code).toBe(1)
    const kept = head()
    // Whoever owns the database can cut off the end with every trace; only a head kept elsewhere tells.
    const [seal] = await owner(
      `select to_jsonb(s) as row from audit_seal.seal s where number = 2 and bureau_id = $1`,
      [world.bureauId],
    )
    const entries = await owner(
      `select to_jsonb(s) as row from audit_seal.entry s where seal_number = 2 and bureau_id = $1`,
      [world.bureauId],
    )
    const cut = async () => {
      await owner(`delete from audit_seal.seal where number = 2 and bureau_id = $1`, [world.bureauId])
      await owner(`delete from audit_seal.entry where seal_number = 2 and bureau_id = $1`, [world.bureauId])
    }
    const back = async () => {
      const fill = (table: string, row: unknown) =>
        owner(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
          JSON.stringify(row),
        ])
      await fill('audit_seal.seal', seal!.row)
      for (const { row } of entries) await fill('audit_seal.entry', row)
    }
    const traced = await tampered(cut, back)
    expect(traced.said).toContain('第 2 号封存不见了')
    expect(traced.code).toBe(1)
    await cut()
    const [told] = await owner(
      `delete from kernel.event e where type = 'audit-seal.sealed' and after->>'number' = '2' and bureau_id = $1
       returning to_jsonb(e) as row`,
      [world.bureauId],
    )
    expect(run().code).toBe(0)
    const withHead = run('--head', kept)
    expect(withHead.said).toContain('第 2 号封存不见了')
    expect(withHead.code).toBe(1)
    await owner(`insert into kernel.event select * from jsonb_populate_record(null::kernel.event, $1)`, [
      JSON.stringify(told!.row),
    ])
    await back()
    expect(run('--head', kept)).toMatchObject({ code: 0, said: expect.stringContaining('与留存的链首一致') })
    const wrong = run('--head', kept.replace(/.{4}$/, '0000'))
    expect(wrong.said).toContain('与留存的链首不一致')
    expect(wrong.code).toBe(1)
    expect(run('--head', 'nothing').code).toBe(1)
  })

  it('waits for a transaction that still runs, so that none of its entries is left outside', async () => {
    const slow = await world.installation.pool.connect()
    await slow.query('begin')
    await slow.query(
      `insert into kernel.event (bureau_id, actor_name, source, type, subject_type)
       values ($1, '慢', 'job', 'kernel.view_saved', 'test')`,
      [world.bureauId],
    )
    await write('快')
    const number = async () => (await world.as('auditor').call(listSeals, {})).items[0]!.number
    const before = await number()
    await sealAll()
    const outside = await owner(`select from audit_seal.entry s join kernel.event e on e.id = s.event_id
      where e.reason = '快'`)
    expect(outside).toHaveLength(0)
    await slow.query('commit')
    slow.release()
    await sealAll()
    const inside = await owner(
      `select e.actor_name from audit_seal.entry s join kernel.event e on e.id = s.event_id
       where e.reason = '快' or e.actor_name = '慢' order by position`,
    )
    expect(inside.map((row) => row.actor_name)).toEqual(['慢', '系统'])
    expect(await number()).toBeGreaterThan(before)
    expect((await world.as('auditor').call(readStanding, {})).late).toBe(0)
    expect(run().code).toBe(0)
  })

  it('is sealed once by two servers at the same time', async () => {
    await write('同时')
    await new Promise((done) => setTimeout(done, 1100))
    const added = await Promise.all([1, 2, 3].map(() => world.ctx('system', (ctx) => sealEntries(ctx, soon))))
    expect(added.filter((count) => count > 0)).toHaveLength(1)
    expect(run().code).toBe(0)
  })

  it('cannot be changed by the application', async () => {
    for (const table of ['seal', 'entry', 'erasure'] as const) {
      const statement = `delete from audit_seal.${table}`
      const client = await world.installation.pool.connect()
      await client.query('begin; set local role houqin_app')
      await expect(client.query(statement)).rejects.toThrow(/permission denied/)
      await client.query('rollback')
      client.release()
    }
  })

  it('is verified by the auditor, in parts, and says what it found', async () => {
    const auditor = world.as('auditor')
    const asked = await auditor.call(verify, {})
    expect(await auditor.call(verify, {})).toEqual(asked)
    expect((await auditor.call(readStanding, {})).verification).toMatchObject({
      finishedAt: null,
      entriesDone: 0,
    })
    await world.deliver()
    const { verification, head: shown } = await auditor.call(readStanding, {})
    expect(verification).toMatchObject({ id: asked.id, fault: null, askedBy: expect.any(String) })
    expect(verification!.entriesDone).toBe(verification!.entries)
    expect(verification!.finishedAt).not.toBeNull()
    expect(head()).toBe(shown)
    const { id } = await entryAt(0)
    await owner(`update kernel.event set reason = 'x' where id = $1`, [id])
    await auditor.call(verify, {})
    await world.deliver()
    expect((await auditor.call(readStanding, {})).verification!.fault).toMatchObject({
      code: 'entry_changed',
      eventId: id,
    })
    await owner(`update kernel.event set reason = null where id = $1`, [id])
    expect((await world.as('staff').post('/api/audit-seals/verification')).status).toBe(403)
  })
})
