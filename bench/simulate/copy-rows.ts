import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type Value = string | number | boolean | Date | null | undefined
export type CopyRow = Readonly<Record<string, Value>>

const specials: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function cellOf(value: Value): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'string') return String(value)
  return /[\\\t\n\r]/.test(value) ? value.replaceAll(/[\\\t\n\r]/g, (found) => specials[found]!) : value
}

/** Rows as PostgreSQL's COPY reads them; the first row names the columns. */
function linesOf(columns: readonly string[], bureauId: string, rows: readonly CopyRow[]): string {
  let lines = ''
  for (const row of rows) {
    lines += bureauId
    for (const column of columns) lines += `\t${cellOf(row[column])}`
    lines += '\n'
  }
  return lines
}

const rowsAPiece = 2000

/** Writes rows of one bureau into a table by COPY, some thousand at a time. */
export async function copyRows(
  client: pg.PoolClient,
  table: string,
  bureauId: string,
  rows: readonly CopyRow[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!)
  const names = ['bureau_id', ...columns].map((column) => `"${column}"`).join(', ')
  const stream = client.query(copyFrom(`copy ${table} (${names}) from stdin`))
  const ended = once(stream, 'finish')
  for (let start = 0; start < rows.length; start += rowsAPiece) {
    const piece = linesOf(columns, bureauId, rows.slice(start, start + rowsAPiece))
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), ended])
  }
  stream.end()
  await ended
}
