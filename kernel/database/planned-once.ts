import { createHash } from 'node:crypto'
import { sql } from 'kysely'

const mark = '/* planned once */'

/**
 * Put at the end of a statement that runs very often and looks rows up by their keys: the database reads and plans it once
 * a connection instead of every time (ADR 0029). Not for lists, whose best plan depends on what is asked for, nor for a text
 * that comes in many variants: each is kept by every connection.
 */
export const plannedOnce = sql.raw(mark)

const names = new Map<string, string>()

/** The name under which a connection keeps a marked statement; undefined for any other. */
export function planName(text: string): string | undefined {
  if (!text.endsWith(mark)) return undefined
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}
