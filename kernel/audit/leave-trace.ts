import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Action, FileAnswer } from '../contract/action.ts'
import type { SensitiveKind } from '../contract/sensitive.ts'
import type { SensitiveValue } from './find-sensitive.ts'

/** Ids named in one entry; more are counted. */
const mostNamed = 50

/**
 * Records that somebody read personal values in clear: one entry a request and kind, for what the same person has not
 * read within this hour. The own data is nobody else's business and is not recorded.
 */
export async function recordSensitiveRead(
  ctx: Ctx,
  action: string,
  values: readonly SensitiveValue[],
): Promise<void> {
  const others = values.filter(({ subject }) => subject === null || subject !== ctx.actor.personId)
  if (others.length === 0 || !ctx.bureauId) return
  const byKind = new Map<SensitiveKind, Set<string>>()
  for (const { kind, subject } of others)
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(subject ?? action))
  for (const [kind, subjects] of byKind) {
    const { rows } = await sql<{ subject: string }>`
      insert into kernel.sensitive_read (actor, kind, subject, hour)
      select ${ctx.actor.userId ?? ctx.actor.name}, ${kind}, subject, date_trunc('hour', ${ctx.now}::timestamptz)
      from unnest(${[...subjects]}::text[]) as subject
      on conflict do nothing returning subject`.execute(ctx.db)
    if (rows.length === 0) continue
    await ctx.emit({
      type: 'kernel.sensitive_read',
      // No id here: whoever reads the history of an order need not see who looked at its telephone number.
      subjectType: 'kernel.sensitive',
      subjectId: null,
      after: {
        action,
        kind,
        count: rows.length,
        subjects: rows.slice(0, mostNamed).map(({ subject }) => subject),
      },
    })
  }
}

/** Records that somebody took data along: which, by which filter, how many rows. */
export async function recordExport(
  ctx: Ctx,
  action: string,
  input: Record<string, unknown>,
  file: FileAnswer,
): Promise<void> {
  if (!ctx.bureauId) return
  const { format, ...filter } = input
  await ctx.emit({
    type: 'kernel.exported',
    subjectType: 'kernel.export',
    subjectId: null,
    after: {
      action,
      filter,
      ...(format ? { format } : {}),
      file: file.fileName,
      bytes: file.bytes.byteLength,
      ...(file.rows === undefined ? {} : { rows: file.rows }),
    },
  })
}

/** What a read leaves behind, or null: found before the answer goes out, written in a transaction of its own. */
export function traceOf(
  action: Action,
  name: string,
  find: ((answer: unknown) => SensitiveValue[]) | null,
): (answer: unknown, input: Record<string, unknown>) => ((ctx: Ctx) => Promise<void>) | null {
  if (action.download) {
    if (!action.recorded) return () => null
    return (answer, input) => (ctx) => recordExport(ctx, name, input, answer as FileAnswer)
  }
  if (!find) return () => null
  return (answer) => {
    const values = find(answer)
    return values.length > 0 ? (ctx) => recordSensitiveRead(ctx, name, values) : null
  }
}
