import { hash } from 'node:crypto'
import { sql } from 'kysely'

const mark = '/* planned once */'

/**
 * Put at the end of a statement that runs very often and looks rows up by their keys: the database reads and plans it once
 * a connection instead of every time (ADR 0019). Not for lists, whose best plan depends on what is asked for, nor for a text
 * that comes in many variants: each is kept by every connection; nor for `*`, which an upgrade may widen meanwhile.
 */
export const plannedOnce = sql.raw(mark)

/** The name under which a connection keeps a marked statement; undefined for any other. */
export const planName = (text: string): string | undefined =>
  text.endsWith(mark) ? hash('sha256', text, 'base64url') : undefined
