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

/** Sends the recorded statements once, on the connections they were sent on, with the ids that come back this time. */
export function replayer(statements: readonly Statement[]) {
  const echoes = echoesOf(statements)
  return async function replay(clients: Record<Statement['on'], pg.PoolClient>): Promise<void> {
    const given = new Map<string, string>()
    const renew = (value: unknown): unknown => {
      if (typeof value !== 'string') return value
      let renewed = value
      for (const [old, fresh] of given) {
        renewed = renewed.replaceAll(old, fresh).replaceAll(old.toLowerCase(), fresh.toLowerCase())
      }
      return renewed
    }
    for (const [place, { text, values, on }] of statements.entries()) {
      const result = (await (values.length > 0
        ? clients[on].query(text, values.map(renew))
        : clients[on].query(text))) as pg.QueryResult
      for (const { value, statement, row, column } of echoes)
        if (statement === place) given.set(value, String(result.rows[row][column]))
    }
  }
}
