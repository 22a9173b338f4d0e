import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Role } from '#kernel/contract/roles.ts'
import type { BureauView } from './harness.ts'

interface Order<T> {
  /** Takes the lock on which the deed is going to wait. */
  hold(ctx: Ctx): Promise<unknown>
  deed(): Promise<T>
  /** What happens once the deed has looked and waits. */
  meanwhile?(ctx: Ctx): Promise<unknown>
  /** Who holds and does what happens meanwhile; the dispatcher unless said otherwise. */
  by?: Role | 'system'
}

/**
 * Makes an order of two people's deeds certain: one looks and must wait for a lock, and by the time it is had the world is
 * another. Wants a world that commits. @returns the answer of the deed that waited
 */
export async function between<T>(
  world: BureauView,
  { hold, deed, meanwhile, by = 'dispatcher' }: Order<T>,
): Promise<T> {
  let answer!: Promise<PromiseSettledResult<Awaited<T>>[]>
  await world.ctx(by, async (ctx) => {
    await hold(ctx)
    let over = false
    answer = Promise.allSettled([deed().finally(() => (over = true))])
    for (let waits = false; !waits && !over; ) {
      // Not from pg_stat_activity: within a transaction that stays as it was first seen, without connections made since.
      const { rows } = await sql<{ waits: boolean }>`
        select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) as waits`.execute(
        ctx.db,
      )
      waits = rows[0]!.waits
    }
    await meanwhile?.(ctx)
  })
  const [settled] = await answer
  if (settled!.status === 'rejected') throw settled!.reason
  return settled!.value
}
