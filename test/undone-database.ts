import type pg from 'pg'
import { kyselyOn, openPool } from '#kernel/database/connect.ts'
import { type Database, enterStatements } from '#kernel/database/transaction.ts'

/** A database whose transactions are savepoints inside one that the test undoes at its end. */
export interface UndoneDatabase extends Database {
  begin(): Promise<void>
  rollback(): Promise<void>
  end(): Promise<void>
}

/** One connection; requests of a test run one after the other on it. Tests of concurrency use a real pool instead. */
export async function undoneDatabase(url: string): Promise<UndoneDatabase> {
  const pool = openPool(url, { max: 1 })
  const client: pg.PoolClient = await pool.connect()
  let turn: Promise<unknown> = Promise.resolve()
  let open = false
  /** Waits for its turn, so that two requests at once do not mix their savepoints. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work, work)
    turn = mine.catch(() => undefined)
    return mine
  }
  async function step<T>(
    enter: string,
    keep: boolean,
    work: (db: ReturnType<typeof kyselyOn>) => Promise<T>,
  ) {
    if (!open) throw new Error('the test has not begun: call world.begin()')
    await client.query(`savepoint step; ${enter}`)
    let result: T
    try {
      result = await work(kyselyOn(client))
    } catch (error) {
      await client.query('rollback to savepoint step; release savepoint step; set local role none')
      throw error
    }
    // A deferred constraint speaks at the commit; here it must speak now.
    try {
      await client.query('set constraints all immediate; set constraints all deferred')
    } catch (error) {
      await client.query('rollback to savepoint step; release savepoint step; set local role none')
      throw error
    }
    await client.query(
      `${keep ? '' : 'rollback to savepoint step; '}release savepoint step; set local role none`,
    )
    return result
  }
  return {
    transaction: (options, work) =>
      inTurn(() => {
        const readOnly = options.mode === 'read' ? '; set transaction read only' : ''
        return step(enterStatements(options) + readOnly, options.mode === 'write', work)
      }),
    asOwner: (work) => inTurn(() => step('set local role none', true, work)),
    ask: (statement) => inTurn(async () => (await client.query(statement)).rows),
    begin: () =>
      inTurn(async () => {
        await client.query('begin')
        open = true
      }),
    rollback: () =>
      inTurn(async () => {
        open = false
        await client.query('rollback')
      }),
    end: async () => {
      client.release(true)
      await pool.end()
    },
  }
}
