import type { Database } from '../database/transaction.ts'

/** Wrong passwords from one address within the usual time; an agency behind one router mistypes less than that. */
const addressFailures = 200
const addressSeconds = 300

/** Whether a password may be tried, and if not, until when (null: as soon as those under way are answered). */
export interface Verdict {
  allowed: boolean
  until: string | null
}

/** $1 name, $2 now; an unknown name keeps the rules of everybody, so that it cannot be told from a known one. */
const rules = `with rules as (
  select coalesce(max(p.lock_failures), 5) as most, make_interval(secs => coalesce(max(p.lock_seconds), 300)) as span
  from kernel.member m join kernel.security p on p.bureau_id = m.bureau_id where m.user_name = $1)`

/** Counts the attempt before the password is looked at, so that a thousand at once are no better than one by one. */
const beginText = `${rules}
  insert into identity.attempt as a (name, failures, last_at) values ($1, 1, $2::timestamptz)
  on conflict (name) do update set last_at = $2, locked_until = null,
    failures = case when a.last_at <= $2::timestamptz - (select span from rules) then 1 else a.failures + 1 end
  where coalesce(a.locked_until, '-infinity') <= $2 and
    (a.failures < (select most from rules) or a.last_at <= $2::timestamptz - (select span from rules))
  returning failures`

const failText = `${rules}
  update identity.attempt set locked_until = $2::timestamptz + (select span from rules)
  where name = $1 and failures >= (select most from rules) and locked_until is null
  returning locked_until`

const failAddressText = `
  insert into identity.attempt as a (name, failures, last_at) values ($1, 1, $2::timestamptz)
  on conflict (name) do update set last_at = $2, failures = case
      when coalesce(a.locked_until, a.last_at + make_interval(secs => ${addressSeconds})) <= $2 then 1
      else a.failures + 1 end,
    locked_until = case when a.failures + 1 >= ${addressFailures} and coalesce(a.locked_until, 'infinity') > $2
      then coalesce(a.locked_until, $2::timestamptz + make_interval(secs => ${addressSeconds})) end`

/**
 * Counts wrong passwords by account and by address, in the database, so that all servers agree and a restart forgets
 * nothing. Sources: the login-failure handling of GB/T 22239-2019 level 3 (B), its numbers by bureau.
 */
export function attemptGuard(database: Database) {
  const addressName = (address: string) => `address ${address}`
  async function lockOf(name: string): Promise<string | null> {
    const rows = await database.ask<{ locked_until: string | null }>({
      name: 'attempt lock',
      text: 'select locked_until from identity.attempt where name = $1',
      values: [name],
    })
    return rows[0]?.locked_until ?? null
  }
  return {
    /** Asks for one attempt; answer it with `failed` or `passed`. */
    async begin(userName: string, now: Date): Promise<Verdict> {
      const begun = await database.ask({ name: 'attempt begins', text: beginText, values: [userName, now] })
      return begun.length > 0
        ? { allowed: true, until: null }
        : { allowed: false, until: await lockOf(userName) }
    },
    /** Whether this address has failed too often, and until when. */
    async address(address: string, now: Date): Promise<Verdict> {
      const until = await lockOf(addressName(address))
      return { allowed: until === null || Date.parse(until) <= now.getTime(), until }
    },
    /** @returns until when the account is locked by this failure; null when it is not */
    async failed(userName: string, address: string, now: Date): Promise<string | null> {
      const name = addressName(address)
      await database.ask({ name: 'address failed', text: failAddressText, values: [name, now] })
      const locked = await database.ask<{ locked_until: string }>({
        name: 'attempt failed',
        text: failText,
        values: [userName, now],
      })
      return locked[0]?.locked_until ?? null
    },
    async passed(userName: string): Promise<void> {
      const text = 'delete from identity.attempt where name = $1'
      await database.ask({ name: 'attempt passed', text, values: [userName] })
    },
  }
}

export type AttemptGuard = ReturnType<typeof attemptGuard>
