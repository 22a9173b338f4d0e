import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { createContext } from '../create-context.ts'

/**
 * Does, inside the running transaction, what a demo bureau did at a moment gone by: `ctx.now`, and the times that the
 * database fills in, are that moment's. The ids stay of today, as only the clock of the database gives them.
 */
export async function atMoment<T>(ctx: Ctx, moment: Date, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const setClock = (now: Date) =>
    sql`select set_config('app.now', ${now.toISOString()}, true)`.execute(ctx.db)
  const { db, bureauId, actor, locale, requestId } = ctx
  await setClock(moment)
  const result = await work(createContext({ db, bureauId, actor, locale, requestId, now: moment }))
  await setClock(ctx.now)
  return result
}
