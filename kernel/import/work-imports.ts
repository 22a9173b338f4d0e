import { type Selectable, sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Actor } from '../context.ts'
import { Problem } from '../contract/problem.ts'
import { createContext } from '../create-context.ts'
import type { Db } from '../database/connect.ts'
import { problemFrom } from '../server/answer-problem.ts'
import type { Installation } from '../server/installation.ts'
import type { Remark } from './import-handler.ts'
import { parseUpload, type Taken, takeSheet } from './run-import.ts'

type Run = Selectable<DB['kernel.import_run']>

/** Seconds without a word after which a run's server counts as gone. */
const patienceSeconds = 60
/** Milliseconds between two words about how far a run is. */
const beatMs = 500
/** Findings written in one statement. */
const atOnce = 5000

/** Thrown inside a run that is to stop: by its owner, or because others gave it up. */
class Stopped extends Error {}

/** Takes the oldest waiting run, and gives up those whose server is gone; two servers never take the same. */
async function claimRun(installation: Installation): Promise<Run | undefined> {
  return installation.database.asOwner(async (db) => {
    await sql`update kernel.import_run set state = 'interrupted', ended_at = now(), bytes = null
      where state = 'running' and heard_at < now() - make_interval(secs => ${patienceSeconds})`.execute(db)
    const { rows } = await sql<Run>`
      update kernel.import_run set state = 'running', heard_at = now()
      where (bureau_id, id) in (select bureau_id, id from kernel.import_run where state = 'queued'
        order by started_at limit 1 for update skip locked)
      returning *`.execute(db)
    return rows[0]
  })
}

/** Tells the pages that there is something new about a run. */
async function announce(db: Db, run: Run): Promise<void> {
  const note = { bureauId: run.bureau_id, id: run.id, type: 'kernel.import_progress' }
  const about = { subjectType: 'kernel.import_run', subjectId: run.id }
  await sql`select pg_notify('houqin_event', ${JSON.stringify({ ...note, ...about })})`.execute(db)
}

/** Says how far a run is, to the row and to the pages. @returns false when it is to stop */
async function beat(installation: Installation, run: Run, read: number, taken: number): Promise<boolean> {
  return installation.database.asOwner(async (db) => {
    const { rows } = await sql<{ cancel_asked: boolean }>`
      update kernel.import_run set heard_at = now(), rows_read = ${read}, rows_taken = ${taken}
      where bureau_id = ${run.bureau_id} and id = ${run.id} and state = 'running' returning cancel_asked`.execute(
      db,
    )
    await announce(db, run)
    return rows[0]?.cancel_asked === false
  })
}

async function writeFindings(db: Db, runId: string, { refused, warnings }: Taken): Promise<void> {
  const all = [
    ...refused.map((remark) => ({ remark, refused: true })),
    ...warnings.map((remark) => ({ remark, refused: false })),
  ]
  for (let start = 0; start < all.length; start += atOnce) {
    const part = all.slice(start, start + atOnce).map(({ remark, refused: bad }, index) => ({
      position: start + index,
      refused: bad,
      ...wireRemark(remark),
    }))
    await sql`insert into kernel.import_finding (run_id, position, refused, line, heading, code, params)
      select ${runId}::uuid, position, refused, line, heading, code, params
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as f (position int, refused boolean, line int, heading text, code text, params jsonb)`.execute(db)
  }
}

function wireRemark({ line, column, code, params }: Remark) {
  return { line, heading: column, code, params: params ?? {} }
}

/**
 * The run's last word, in the transaction that writes its rows: so they are there exactly when it says so. A run that
 * was cancelled or given up meanwhile is not there to be ended, and everything is undone.
 */
async function finishRun(db: Db, run: Run, taken: Taken, now: Date): Promise<void> {
  const { numAffectedRows } = await sql`
    update kernel.import_run set state = 'done', ended_at = ${now}, bytes = null, rows_read = ${taken.rows},
      rows_taken = ${taken.rows}, accepted = ${taken.accepted}, changed = ${taken.changed},
      refused = ${taken.refused.length}, written = ${taken.written}
    where id = ${run.id} and state = 'running' and not cancel_asked`.execute(db)
  if (numAffectedRows === 0n) throw new Stopped()
}

async function carryOut(installation: Installation, run: Run): Promise<void> {
  const now = installation.clock()
  const handler = installation.modules.flatMap(({ imports }) => imports[run.kind] ?? [])[0]
  if (!handler) throw new Problem(404, 'kernel.unknown_import', { params: { kind: run.kind } })
  const { permissions, ...who } = run.actor as unknown as Omit<Actor, 'permissions'> & {
    permissions: string[]
  }
  const abort = new AbortController()
  let read = 0
  let taken = 0
  let last = 0
  const tell = async () => {
    last = performance.now()
    if (await beat(installation, run, read, taken)) return
    abort.abort(new Stopped())
  }
  // Reading a workbook says nothing for a while; the run is still alive, and can still be stopped.
  const timer = setInterval(() => void tell().catch((error) => abort.abort(error)), beatMs * 4)
  try {
    const parsed = await parseUpload(
      handler,
      { fileName: run.file_name, bytes: run.bytes! },
      {
        signal: abort.signal,
        onRows: (rows) => {
          read = rows
        },
      },
    )
    read = parsed.rows.length
    await tell()
    await installation.database.transaction({ bureauId: run.bureau_id, mode: 'write', now }, async (db) => {
      const actor: Actor = { ...who, permissions: new Set(permissions), source: 'import' }
      const ctx = createContext({
        db,
        bureauId: run.bureau_id,
        actor,
        locale: 'zh-CN',
        requestId: `import:${run.id}`,
        now,
      })
      const request = {
        kind: run.kind,
        handler,
        mode: run.mode as 'commit',
        partial: run.partial,
        fileName: run.file_name,
      }
      const result = await takeSheet(ctx, request, parsed, async (rows) => {
        taken = rows
        if (performance.now() - last > beatMs) await tell()
        abort.signal.throwIfAborted()
      })
      clearInterval(timer)
      await writeFindings(db, run.id, result)
      await finishRun(db, run, result, installation.clock())
    })
  } finally {
    clearInterval(timer)
  }
}

/** A run that did not come to its end: what was asked for, or why not. Nothing of it was written. */
async function giveUp(installation: Installation, run: Run, error: unknown): Promise<void> {
  const problem = error instanceof Stopped ? null : problemFrom(error)
  const state = error instanceof Stopped ? 'cancelled' : 'failed'
  const why = problem ? { code: problem.code, params: problem.params } : { code: 'kernel.defect', params: {} }
  await installation.database.asOwner((db) =>
    sql`update kernel.import_run set state = ${state}, ended_at = ${installation.clock()}, bytes = null,
      problem = ${state === 'failed' ? JSON.stringify(why) : null}::jsonb
      where bureau_id = ${run.bureau_id} and id = ${run.id} and state = 'running'`.execute(db),
  )
}

/** Works off the imports that wait, one after the other. @returns how many there were */
export async function workImports(
  installation: Installation,
  report: (error: unknown) => void,
): Promise<number> {
  for (let count = 0; ; count++) {
    const run = await claimRun(installation)
    if (!run) return count
    try {
      await carryOut(installation, run)
    } catch (error) {
      if (!(error instanceof Stopped) && !problemFrom(error)) report(error)
      await giveUp(installation, run, error)
    }
    await installation.database.asOwner((db) => announce(db, run))
  }
}

/** Keeps working imports off: at once when one is announced, else every five seconds. @returns how to stop */
export function startImports(
  installation: Installation,
  report: (error: unknown) => void,
): () => Promise<void> {
  let busy = false
  let again = false
  function wake(): void {
    again = true
    if (!busy) void work()
  }
  async function work(): Promise<void> {
    busy = true
    while (again) {
      again = false
      await workImports(installation, report).catch(report)
    }
    busy = false
  }
  const hear = ({ type }: { type: string }) => {
    if (type === 'kernel.import_started') wake()
  }
  installation.announcements.on('any', hear)
  const timer = setInterval(wake, 5000)
  wake()
  return async () => {
    clearInterval(timer)
    installation.announcements.off('any', hear)
    again = false
    // What runs is not waited for: its rows are undone with its connection, and the next server says so.
  }
}
