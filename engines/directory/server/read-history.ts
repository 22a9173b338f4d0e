import { sql } from 'kysely'
import { readHistory } from '#kernel/audit/audit-actions.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { directory } from '../module.ts'

type Action = (typeof directory.actions)['readHistory']

/** Newest first. @throws Problem 404 when the directory has no such object */
export async function readDirectoryHistory(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { objectId } = input
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from directory.unit where id = ${objectId})
      or exists (select from directory.person where id = ${objectId})
      or exists (select from directory.site where id = ${objectId})
      or exists (select from directory.room where id = ${objectId})
      or exists (select from directory.campus where id = ${objectId}) as known`.execute(ctx.db)
  if (!rows[0]?.known) throw new Problem(404, 'kernel.not_found')
  const titles = new Map(Object.entries(directory.events))
  const lines = await readHistory(ctx, titles, [objectId])
  return {
    items: lines.map(({ id, at, actorName, type, title, reason, before, after }) => ({
      id,
      at,
      actorName,
      type,
      title,
      reason,
      before,
      after,
    })),
  }
}
