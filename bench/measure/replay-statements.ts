import type pg from 'pg'
import type { Statement } from './record-statements.ts'

/** A value that the database gave and a later statement sends back: an id, a number. */
interface Echo {
  value: string
  statement: number
  row: number
  column: string
}

/** Ids and numbers of what the request itself made; all else is the same in every replay. */
function echoesOf(statements: readonly Statement[]): Echo[] {
  return statements.flatMap(({ text, answer }, statement) =>
    /^\s*(insert|select kernel\.next_number)/i.test(text)
      ? answer.flatMap((row, place) =>
          Object.entries(row).flatMap(([column, value]) =>
            typeof value === 'string' && value.length > 8 ? [{ value, statement, row: place, column }] : [],
          ),
        )
      : [],
  )
}

/** Everything at once, so that what is new is never taken for what is old: a slot begins when the one before ends. */
function renewText(text: string, given: ReadonlyMap<string, string>): string {
  if (given.size === 0) return text
  const old = [...given.keys()].map((one) => one.replaceAll(/[^\w]/g, '\\$&')).join('|')
  const fresh = new Map([...given].map(([from, to]) => [from.toLowerCase(), to]))
  return text.replaceAll(new RegExp(old, 'gi'), (found) => {
    const to = fresh.get(found.toLowerCase())!
    // What is searched by is stored in small letters.
    return found === found.toLowerCase() ? to.toLowerCase() : to
  })
}

/**
 * Sends the recorded statements once, on the connections they were sent on, with the ids that come back this time.
 * @param renewals strings of the recorded request, such as its own ids and times, and what stands for them this time
 */
export function replayer(
  statements: readonly Statement[],
  renewals: () => ReadonlyMap<string, string> = () => new Map(),
) {
  const echoes = echoesOf(statements)
  return async function replay(clients: Record<Statement['on'], pg.PoolClient>): Promise<void> {
    const given = new Map(renewals())
    const renew = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(renew)
      if (value instanceof Date) return given.get(value.toISOString()) ?? value
      return typeof value === 'string' ? renewText(value, given) : value
    }
    for (const [place, { text, name, values, on }] of statements.entries()) {
      const result = (await (values.length > 0
        ? clients[on].query({ text, values: values.map(renew), ...(name ? { name } : {}) })
        : clients[on].query(text))) as pg.QueryResult
      for (const { value, statement, row, column } of echoes)
        if (statement === place) given.set(value, String(result.rows[row][column]))
    }
  }
}
